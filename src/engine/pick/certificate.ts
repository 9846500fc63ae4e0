// How far from the best a portfolio can be at most. The value is monotone and submodular in the chances, so no portfolio Y
// beats X by more than the sum over programs of what raising X to Y's level would add alone (Nemhauser, Wolsey and Fisher
// 1978); class-paths.ts and fee-split.ts find the greatest such sum. It proves; it changes nothing.
import { classPlan } from './class-paths.ts';
import type { Draft } from './draft.ts';
import { splitBudget } from './fee-split.ts';
import { FEE_SLACK, openLevels, type PortfolioModel } from './portfolio-model.ts';

/** What raising each row to each level 1–3 adds, never below 0; level · N + row. Raising is by scenario. */
function raises(draft: Draft): Float64Array {
  const { model, levels, open, won, rest, above } = draft;
  const { count, scenarios, weights, gain, chance, specialty } = model;
  const now = draft.value();
  const adds = new Float64Array(4 * count);
  for (let row = 0; row < count; row++) {
    const own = chance[levels[row]!]!;
    const after = levels[row]! > 0 ? scenarios : 0;
    for (const level of openLevels(model.specialties[specialty[row]!]!)) {
      if (level === 0) continue;
      let value = 0;
      for (let q = 0; q < scenarios; q++) {
        const i = row * scenarios + q;
        const at = above[row]! * scenarios + q;
        const f = Math.max(own[i]!, chance[level]![i]!);
        value += weights[q]! * (won[at]! + open[at]! * (f * gain[row]! + (1 - f) * rest[at + after]!));
      }
      adds[level * count + row] = Math.max(0, value - now);
    }
  }
  return adds;
}

/** A bound on the sum with own fees: fractions allowed, signals free. */
function sumByOwnFees(model: PortfolioModel, ownFee: Float64Array, best: Float64Array): number {
  const rows = Array.from(best.keys()).filter((row) => best[row]! > 0);
  rows.sort((a, b) => best[b]! * ownFee[a]! - best[a]! * ownFee[b]! || a - b);
  let left = model.budget + FEE_SLACK;
  let sum = 0;
  for (const row of rows) {
    const fee = ownFee[row]!;
    if (fee <= left) {
      sum += best[row]!;
      left -= fee;
    } else {
      sum += (best[row]! * left) / fee;
      break;
    }
  }
  return sum;
}

/** A bound on every portfolio's value above the base, from a draft just rebuilt. Locks are let go: never below. */
export function submodularBound(draft: Draft): number {
  const { model } = draft;
  const { count, specialty, unit, ownFee, specialties, budget } = model;
  const adds = raises(draft);
  const best = Float64Array.from({ length: count }, (_, row) =>
    Math.max(adds[count + row]!, adds[2 * count + row]!, adds[3 * count + row]!),
  );
  if (ownFee) return draft.value() + sumByOwnFees(model, ownFee, best);
  const parts = specialties.map(({ gold, silver, most, fee }, s) => {
    const rows = Array.from(specialty.keys()).filter((row) => specialty[row] === s);
    // A signal of a shared unit is taken for nothing here: the sum can only be greater.
    const weights = (level: number) =>
      Float64Array.from(rows, (row) => (unit[row]! >= 0 ? best[row]! : adds[level * count + row]!));
    const plan = classPlan({
      weights: [weights(1), weights(2), weights(3)],
      locked: new Uint8Array(rows.length),
      gold,
      silver,
      most: Math.min(most, rows.length),
    });
    return { value: plan.value, fee };
  });
  return draft.value() + (splitBudget(parts, budget)?.value ?? 0);
}
