// One portfolio document in, one answer out: the shape the command line prints. It reads no clock of its own.
import { solvePortfolio } from './portfolio.ts';
import { readPortfolio } from './portfolio-instance.ts';
import type { Choice, Method, PortfolioRefusal } from './portfolio-problem.ts';

export interface PortfolioAnswer {
  readonly id: string;
  readonly value: number;
  /** In the order of the document; programs that are skipped are left out. */
  readonly entries: readonly { readonly id: string; readonly signal: Exclude<Choice, 'skip'> }[];
  /** USD. */
  readonly fee: number;
  readonly exact: boolean;
  readonly bound: number;
  readonly method: Method;
  readonly ms: number;
}

/** Answers a document. `now` gives milliseconds. */
export function answerPortfolio(doc: unknown, now: () => number): PortfolioAnswer | PortfolioRefusal {
  const started = now();
  const instance = readPortfolio(doc);
  if (instance.kind === 'refused') return instance;
  const { id, problem } = instance;
  const solution = solvePortfolio(problem);
  if (solution.kind === 'refused') return solution;
  const { value, feeUsd, exact, bound, method, choices } = solution;
  return {
    id,
    value,
    entries: problem.candidates.flatMap((candidate, at) => {
      const signal = choices[at];
      return signal === undefined || signal === 'skip' ? [] : [{ id: candidate.id, signal }];
    }),
    fee: feeUsd,
    exact,
    bound,
    method,
    ms: now() - started,
  };
}
