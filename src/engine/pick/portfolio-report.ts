// What a screen says about a portfolio beside its value: what each entry adds, what would come next, and why the others
// stayed out. It changes no portfolio.
import { undominated } from './dominance.ts';
import { Draft } from './draft.ts';
import { openLevels, type PortfolioModel, portfolioModel } from './portfolio-model.ts';
import {
  CHOICES,
  type Choice,
  type PortfolioProblem,
  type PortfolioSolution,
  SKIP,
} from './portfolio-problem.ts';

export interface ReportedEntry {
  /** Place in the problem's candidates. */
  readonly candidate: number;
  readonly choice: Choice;
  /** What the value would lose without it, in utility or in probability. */
  readonly marginal: number;
}

export interface NextEntry {
  readonly candidate: number;
  /** The level it would take: signals not yet spent are used. */
  readonly choice: Choice;
  /** What it adds after those before it. */
  readonly gain: number;
  /** USD it adds after those before it. */
  readonly feeUsd: number;
}

export type LeftOutReason =
  | 'banned'
  /** It would add nothing, so that no fee for it would be well spent. */
  | 'gain-below-fee'
  /** As many better ones of its specialty as can be chosen go first. */
  | 'dominated'
  | 'over-cap'
  | 'over-budget';

export interface LeftOut {
  readonly candidate: number;
  readonly reason: LeftOutReason;
}

export interface PortfolioReport {
  /** Best first. */
  readonly entries: readonly ReportedEntry[];
  /** In the order they would be added with no budget, at most ten. */
  readonly next: readonly NextEntry[];
  readonly leftOut: readonly LeftOut[];
}

const NEXT = 10;
/** More money than any list costs. */
const NO_BUDGET = Number.MAX_SAFE_INTEGER;
const NOTHING = 1e-12;

interface BestLevel {
  readonly level: number;
  readonly gain: number;
}

/** The level at which a row that is not chosen adds most within the limits of the draft's model. */
function bestLevel(draft: Draft, row: number): BestLevel {
  const now = draft.value();
  let best: BestLevel = { level: SKIP, gain: 0 };
  for (const level of openLevels(draft.model.specialties[draft.model.specialty[row]!]!)) {
    if (level === SKIP || draft.movesOthers(row, level) || !draft.fitsWith(row, level)) continue;
    const gain = draft.valueWith(row, level) - now;
    if (gain > best.gain) best = { level, gain };
  }
  return best;
}

const draftOf = (model: PortfolioModel, choices: readonly Choice[]): Draft =>
  new Draft(
    model,
    Uint8Array.from(model.source, (at) => CHOICES.indexOf(choices[at]!)),
  );

function nextEntries(model: PortfolioModel, choices: readonly Choice[]): NextEntry[] {
  const draft = draftOf(model, choices);
  const next: NextEntry[] = [];
  while (next.length < NEXT) {
    let bestRow = -1;
    let best: BestLevel = { level: SKIP, gain: NOTHING };
    for (let row = 0; row < model.count; row++) {
      if (draft.levels[row] !== SKIP) continue;
      const own = bestLevel(draft, row);
      if (own.gain > best.gain) {
        best = own;
        bestRow = row;
      }
    }
    if (bestRow < 0) return next;
    const before = draft.spend;
    draft.put(bestRow, best.level);
    draft.rebuild();
    next.push({
      candidate: model.source[bestRow]!,
      choice: CHOICES[best.level]!,
      gain: best.gain,
      feeUsd: draft.spend - before,
    });
  }
  return next;
}

function leftOut(problem: PortfolioProblem, free: Draft, model: PortfolioModel): LeftOut[] {
  const bans = new Set(problem.bans);
  const freeRow = new Map(Array.from(free.model.source, (at, row) => [at, row]));
  const worthy = new Set(Array.from(undominated(model), (row) => model.source[row]!));
  const reasonFor = (at: number): LeftOutReason => {
    const { id, specialty } = problem.candidates[at]!;
    if (bans.has(id)) return 'banned';
    const row = freeRow.get(at);
    if (row === undefined) return 'gain-below-fee';
    const full = free.counts[specialty]! >= free.model.specialties[specialty]!.most;
    if (!full && bestLevel(free, row).gain <= NOTHING) return 'gain-below-fee';
    if (!worthy.has(at)) return 'dominated';
    return full ? 'over-cap' : 'over-budget';
  };
  return problem.candidates.flatMap((_, at) => {
    const row = freeRow.get(at);
    return row !== undefined && free.levels[row]! > SKIP ? [] : [{ candidate: at, reason: reasonFor(at) }];
  });
}

/** Reports on a solution of the problem. Time O(10 · N · scenarios) and that of the dominance check. */
export function reportPortfolio(problem: PortfolioProblem, solution: PortfolioSolution): PortfolioReport {
  const { choices } = solution;
  const model = portfolioModel({ ...problem, budgetUsd: NO_BUDGET });
  const draft = draftOf(model, choices);
  const value = draft.value();
  return {
    entries: Array.from(draft.list.subarray(0, draft.size), (row) => ({
      candidate: model.source[row]!,
      choice: choices[model.source[row]!]!,
      marginal: value - draft.valueWith(row, SKIP),
    })),
    next: nextEntries(model, choices),
    leftOut: leftOut(problem, draft, portfolioModel(problem)),
  };
}
