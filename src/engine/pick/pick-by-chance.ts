// The pick list by fit × chance under the budget and the signal limits, and what a screen says about it.
import type { ChanceBand } from '#domain/model.ts';
import type { PickChance, SignalChoice } from '#domain/query.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import type { Chances } from '#engine/chance/chance-answer.ts';
import { type ChosenProgram, listChance } from '#engine/chance/pick-chances.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { feeOfNth } from './fees.ts';
import { type ListTerms, listProblem } from './list-problem.ts';
import { solvePortfolio } from './portfolio.ts';
import type { Choice, PortfolioRefusal } from './portfolio-problem.ts';
import { reportPortfolio } from './portfolio-report.ts';

export interface PickedByChance {
  readonly row: number;
  readonly signal: SignalChoice;
  readonly feeUsd: number;
  readonly gain: number;
  readonly chance: { readonly band: ChanceBand; readonly lo: number; readonly hi: number } | null;
}

export interface PickByChance {
  readonly kind: 'picked';
  readonly entries: readonly PickedByChance[];
  readonly next: readonly PickedByChance[];
  readonly feeUsd: number;
  readonly chance: PickChance;
}

const signalOf = (choice: Choice): SignalChoice => (choice === 'skip' ? 'none' : choice);

const TIER_OF = (p: number) => (p < 0.15 ? 'reach' : p < 0.4 ? 'target' : 'likely');

/** Solves the list of one specialty. Every row must have an estimate. */
export function pickByChance(
  catalog: Catalog,
  model: FitModel,
  chances: Chances,
  terms: ListTerms,
): PickByChance | PortfolioRefusal {
  const { problem, rows } = listProblem(catalog, model, chances, terms);
  const solution = solvePortfolio(problem);
  if (solution.kind === 'refused') return solution;
  const report = reportPortfolio(problem, solution);
  const { schedule, limit } = terms;
  // Without weights the worth is a probability; shown in points like all the others.
  const scale = model.scores ? 1 : 100;
  const entry = (candidate: number, choice: Choice, gain: number, feeUsd: number): PickedByChance => {
    const row = rows[candidate] ?? -1;
    const signal = signalOf(choice);
    const answer = chances.answer(row, signal);
    return {
      row,
      signal,
      feeUsd,
      gain: gain * scale,
      chance: answer.kind === 'estimate' ? { band: answer.band, lo: answer.lo, hi: answer.hi } : null,
    };
  };
  const chosen = report.entries.flatMap(({ candidate, choice }): ChosenProgram[] => {
    const program = chances.pickProgram(rows[candidate] ?? -1);
    return program ? [{ ...program, level: signalOf(choice) }] : [];
  });
  const tiers = { reach: 0, target: 0, likely: 0 };
  for (const { candidate, choice } of report.entries) {
    const answer = chances.answer(rows[candidate] ?? -1, signalOf(choice));
    if (answer.kind === 'estimate') tiers[TIER_OF(answer.p)]++;
  }
  // A signal is spent once on all tracks of a unit.
  const used = (level: Choice) =>
    new Set(
      report.entries
        .filter(({ choice }) => choice === level)
        .map(({ candidate }) => problem.candidates[candidate]?.unit),
    ).size;
  return {
    kind: 'picked',
    entries: report.entries.map(({ candidate, choice, marginal }, at) =>
      entry(candidate, choice, marginal, feeOfNth(schedule, at + 1)),
    ),
    next: report.next.map(({ candidate, choice, gain, feeUsd }) => entry(candidate, choice, gain, feeUsd)),
    feeUsd: solution.feeUsd,
    chance: {
      any: listChance(chosen, chances.weights),
      tiers,
      exact: solution.exact,
      withinPercent: solution.exact || solution.value <= 0 ? 0 : (solution.bound / solution.value - 1) * 100,
      signals: limit
        ? {
            season: limit.season,
            gold: { used: used('gold'), limit: limit.gold },
            silver: { used: used('silver'), limit: limit.silver },
            source: limit.source,
            note: limit.note ?? null,
          }
        : null,
      shift: chances.shift,
    },
  };
}
