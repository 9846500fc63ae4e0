// The portfolio optimiser: which programs to apply to, with which signals, for a budget. It takes the first exact method
// whose conditions hold, else searches and bounds what the search may have missed. It never calls an answer exact that
// is not proved, reads no clock and draws no random numbers: the same problem has the same answer.
import { solveByClassPaths } from './any-place.ts';
import { branchAndBound } from './branch-and-bound.ts';
import { submodularBound } from './certificate.ts';
import { solveByCommonScore } from './common-score.ts';
import { undominated } from './dominance.ts';
import { Draft } from './draft.ts';
import { exchangeSearch } from './exchange.ts';
import { checkPortfolio } from './portfolio-check.ts';
import { narrowed, type PortfolioModel, portfolioModel } from './portfolio-model.ts';
import {
  CHOICES,
  type Choice,
  type Method,
  type PortfolioProblem,
  type PortfolioRefusal,
  type PortfolioSolution,
  SKIP,
} from './portfolio-problem.ts';
import { solveByGreedy } from './relaxed-greedy.ts';
import { boundTables, scenarioBound } from './scenario-bound.ts';
import { starts } from './starts.ts';
import { MOST_STEPS, solveByStates } from './state-dp.ts';
import { unitSettlements, unitsFreed } from './unit-levels.ts';
import { portfolioFee, portfolioValue } from './value.ts';

/** Work allowed where no exact method applies, together about 30 ms on a laptop core. */
const EVALUATIONS = 900_000;
const TABLE_NUMBERS = 500_000;
const BRANCHES = 300_000;
const BOUND_STEPS = 2_400_000;
/** Ways to settle shared units that are worth one DP each. */
const SETTLEMENTS = 243;

/** Two values this close, relative to their size, are the same up to rounding. */
const CLOSED = 1e-12;

interface Answer {
  readonly levels: Uint8Array;
  readonly method: Method;
  /** Above the base; null where the answer is proved best. */
  readonly bound: number | null;
}

/** One scenario and few states: exact, trying each way to settle shared units. Null when it would be too much work. */
function solveExactly(model: PortfolioModel): Answer | null {
  if (model.scenarios > 1 || 3 ** model.units > SETTLEMENTS) return null;
  const steps = MOST_STEPS / 3 ** model.units;
  let best: { levels: Uint8Array; value: number; method: Method } | null = null;
  for (const { model: settled, restore } of unitSettlements(model)) {
    const answer = solveByStates(settled, steps);
    if (!answer) return null;
    const value = answer.byCell[answer.best]!;
    if (value > Number.NEGATIVE_INFINITY && value > (best?.value ?? Number.NEGATIVE_INFINITY))
      best = { levels: restore(answer.levelsAt(answer.best)), value, method: answer.method };
  }
  return best && { levels: best.levels, method: best.method, bound: null };
}

/** The general case: search from several starts, branch and bound where few programs matter, then a bound. */
function search(model: PortfolioModel): Answer {
  const { drafts, foreseen } = starts(model);
  const allowance = { left: EVALUATIONS / drafts.length };
  const [first, ...others] = drafts;
  if (first.value() >= foreseen - CLOSED * Math.max(1, foreseen))
    return { levels: first.levels, method: 'merged-dp', bound: null };
  const improve = exchangeSearch(model);
  improve(first, allowance, 'pairs');
  const freed = unitsFreed(model);
  const tables = boundTables(freed, TABLE_NUMBERS);
  const branches = tables && branchAndBound(model, tables, first.levels, first.value(), BRANCHES);
  if (branches?.proved) return { levels: branches.levels, method: 'branch-and-bound', bound: null };
  let best = branches ? new Draft(model, branches.levels) : first;
  for (const draft of others) {
    allowance.left += EVALUATIONS / drafts.length;
    improve(draft, allowance, 'pairs');
    if (draft.value() > best.value()) best = draft;
  }
  improve(best, allowance, 'triples');
  const foreseeing = foreseen < Number.POSITIVE_INFINITY ? foreseen : scenarioBound(freed, BOUND_STEPS);
  const bound = Math.min(foreseeing, submodularBound(best));
  return { levels: best.levels, method: 'exchange', bound };
}

/** The best levels of a model, by the first method that applies. */
function solveModel(model: PortfolioModel): Answer {
  if (model.count === 0) return { levels: new Uint8Array(0), method: 'empty', bound: null };
  const chain = solveByCommonScore(model);
  if (chain) return { levels: chain, method: 'common-score', bound: null };
  const greedy = solveByGreedy(model);
  if (greedy) return { ...greedy, bound: null };
  const paths = solveByClassPaths(model)?.at(-1);
  if (paths) return { levels: paths.levels(), method: 'class-paths', bound: null };
  const rows = undominated(model);
  if (rows.length === 0) return { levels: new Uint8Array(model.count), method: 'empty', bound: null };
  const small = narrowed(model, rows);
  const answer = solveExactly(small) ?? search(small);
  const levels = new Uint8Array(model.count);
  rows.forEach((row, at) => {
    levels[row] = answer.levels[at]!;
  });
  return { ...answer, levels };
}

/** Takes out, least utility first, what adds nothing: an application without a gain is a fee for nothing. */
function trimmed(model: PortfolioModel, levels: Uint8Array): Uint8Array {
  const draft = new Draft(model, levels);
  const enough = draft.value() - 1e-13 * Math.max(1, draft.value());
  for (let row = 0; row < model.count; row++) {
    if (draft.levels[row] === SKIP || model.locked[row] === 1 || draft.valueWith(row, SKIP) < enough)
      continue;
    draft.put(row, SKIP);
    draft.rebuild();
  }
  return draft.levels;
}

/**
 * Solves a portfolio problem, or says in one sentence why it cannot be solved.
 * Probabilities 0–1, fees in USD; time bounded as the constants above say.
 */
export function solvePortfolio(problem: PortfolioProblem): PortfolioSolution | PortfolioRefusal {
  const refusal = checkPortfolio(problem);
  if (refusal) return refusal;
  const model = portfolioModel(problem);
  const answer = solveModel(model);
  const levels = trimmed(model, answer.levels);
  const value = portfolioValue(model, levels);
  const bound = answer.bound === null ? value : Math.max(value, model.base + answer.bound);
  const exact = bound - value <= CLOSED * Math.max(1, Math.abs(value));
  const choices = problem.candidates.map((): Choice => 'skip');
  model.source.forEach((at, row) => {
    choices[at] = CHOICES[levels[row]!] ?? 'skip';
  });
  return {
    kind: 'solved',
    choices,
    value,
    feeUsd: portfolioFee(model, levels),
    exact,
    bound: exact ? value : bound,
    method: answer.method,
  };
}
