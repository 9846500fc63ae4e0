// Good portfolios for the search to start from: both plain greedies, and what the exact methods say of an easier problem
// (the mean of the scenarios, all specialties as one, each specialty alone). None is claimed to be best.
import { Draft } from './draft.ts';
import { splitBudget } from './fee-split.ts';
import { fill, plainGreedy } from './plain-greedy.ts';
import { narrowed, type PortfolioModel } from './portfolio-model.ts';
import { GOLD, NONE, SILVER, SKIP } from './portfolio-problem.ts';
import { merged } from './scenario-bound.ts';
import { solveByStates } from './state-dp.ts';
import { unitsFreed } from './unit-levels.ts';

/** Steps an easier problem may take: some 10 ms where its value is also a bound, less where it is only a start. */
const STEPS = 3_000_000;
const STEPS_OF_A_MEAN = 600_000;

/** The model with one scenario, the mean of its own. */
function meanScenario(model: PortfolioModel): PortfolioModel {
  const { count, scenarios, weights, chance } = model;
  const mean = (by: Float64Array) => {
    const to = new Float64Array(count);
    for (let row = 0; row < count; row++)
      for (let q = 0; q < scenarios; q++) to[row] = to[row]! + weights[q]! * by[row * scenarios + q]!;
    return to;
  };
  const [skip, none, silver, gold] = chance;
  return {
    ...model,
    scenarios: 1,
    weights: Float64Array.of(1),
    chance: [mean(skip), mean(none), mean(silver), mean(gold)],
  };
}

/** Makes a draft fit by undoing, each time, what it misses least; false when the locks alone do not fit. */
function repair(draft: Draft): boolean {
  const { model } = draft;
  const { specialty, specialties, locked } = model;
  while (!draft.fits()) {
    let most = Number.NEGATIVE_INFINITY;
    let worst = -1;
    let to = SKIP;
    for (let i = 0; i < draft.size; i++) {
      const row = draft.list[i]!;
      const s = specialty[row]!;
      const level = draft.levels[row]!;
      const over =
        (level === GOLD && draft.goldUsed[s]! > specialties[s]!.gold) ||
        (level === SILVER && draft.silverUsed[s]! > specialties[s]!.silver);
      const signalsOver = specialties.some(
        ({ gold, silver }, t) => draft.goldUsed[t]! > gold || draft.silverUsed[t]! > silver,
      );
      if (signalsOver ? !over : locked[row] === 1) continue;
      const next = signalsOver ? NONE : SKIP;
      const value = draft.valueTogether(row, next);
      if (value > most) {
        most = value;
        worst = row;
        to = next;
      }
    }
    if (worst < 0) return false;
    draft.put(worst, to);
    draft.rebuild();
  }
  return true;
}

function repaired(model: PortfolioModel, levels: Uint8Array): Draft[] {
  const draft = new Draft(model, levels);
  if (!repair(draft)) return [];
  fill(draft, 'gain');
  return [draft];
}

/** Each specialty solved alone, the budget shared out as if any place were the aim. */
function splitStart(model: PortfolioModel, mean: PortfolioModel): Draft[] {
  const { specialties, specialty, count, budget, gain } = mean;
  if (mean.ownFee) return [];
  const top = gain[count - 1]!;
  const parts = specialties.map((_, s) => {
    const rows = Int32Array.from(specialty.keys()).filter((row) => specialty[row] === s);
    const alone: PortfolioModel = {
      ...narrowed(mean, rows),
      specialties: specialties.map((terms, t) =>
        t === s ? terms : { ...terms, fee: terms.fee.slice(0, 1), most: 0, gold: 0, silver: 0 },
      ),
    };
    return { rows, answer: solveByStates(alone, STEPS_OF_A_MEAN / specialties.length) };
  });
  if (parts.some(({ answer }) => answer === null)) return [];
  const split = splitBudget(
    parts.map(({ answer }, s) => ({
      value: answer!.byCell.map((value) =>
        value === Number.NEGATIVE_INFINITY ? value : -Math.log(Math.max(1e-12, 1 - value / (top * 1.000001))),
      ),
      fee: specialties[s]!.fee,
    })),
    budget,
  );
  if (!split) return [];
  const levels = new Uint8Array(count);
  parts.forEach(({ rows, answer }, s) => {
    const own = answer!.levelsAt(split.counts[s]!);
    rows.forEach((row, at) => {
      levels[row] = own[at]!;
    });
  });
  return repaired(model, levels);
}

export interface Starts {
  /** The most valuable first. Every one fits its limits and holds the locks. */
  readonly drafts: readonly [Draft, ...Draft[]];
  /** A bound on every portfolio above the base where the easier problem gave one, else infinite. */
  readonly foreseen: number;
}

/** Starts for a model. Time bounded by STEPS and by the greedies. */
export function starts(model: PortfolioModel): Starts {
  const mean = unitsFreed(meanScenario(model));
  const steps = model.scenarios === 1 ? STEPS : STEPS_OF_A_MEAN;
  const whole = solveByStates(mean, steps);
  const easier = whole ?? (mean.ownFee ? null : solveByStates(merged(mean), steps));
  const many = model.specialties.filter(({ most }) => most > 0).length > 1;
  const byGain = plainGreedy(model, 'gain');
  const others = [
    plainGreedy(model, 'gainPerUsd'),
    ...(easier ? repaired(model, easier.levelsAt(easier.best)) : []),
    ...(many ? splitStart(model, mean) : []),
  ];
  const [first = byGain, ...rest] = [byGain, ...others].sort((a, b) => b.value() - a.value());
  return {
    drafts: [first, ...rest],
    foreseen: easier && model.scenarios === 1 ? easier.byCell[easier.best]! : Number.POSITIVE_INFINITY,
  };
}
