// What a list is worth, whoever made it: the one evaluation for pick lists and rank lists. It chooses nothing.
// v = Σ_q w_q [Σ_r u_r f_r Π_{i<r}(1−f_i) + u_0 Π(1−f_i)] (Chade and Smith, Econometrica 74(5) 2006; algorithms of
// deferred acceptance put an applicant at the best listed program that would take them).
import type { PortfolioModel } from './portfolio-model.ts';

export interface ListValue {
  /** Expected utility, the outside option included. */
  readonly value: number;
  /** Probability of any place, 0–1. */
  readonly pAny: number;
}

/**
 * The value of a list in its order.
 * @param utility per place of the list, first choice first.
 * @param chance place · scenarios + scenario: the probability that this program would take me, 0–1.
 * @param weights per scenario, adding up to one; inside a scenario programs decide independently.
 * Time O(places · scenarios).
 */
export function listValue(
  utility: ArrayLike<number>,
  chance: ArrayLike<number>,
  weights: ArrayLike<number>,
  outsideUtility: number,
): ListValue {
  const scenarios = weights.length;
  let value = 0;
  let pAny = 0;
  for (let q = 0; q < scenarios; q++) {
    let open = 1;
    let won = 0;
    for (let r = 0, at = q; r < utility.length; r++, at += scenarios) {
      const f = chance[at]!;
      won += open * f * utility[r]!;
      open *= 1 - f;
    }
    value += weights[q]! * (won + open * outsideUtility);
    pAny += weights[q]! * (1 - open);
  }
  return { value, pAny };
}

/** P(land at each place of the list), and of none at the end. Shapes as in `listValue`. */
export function landing(places: number, chance: ArrayLike<number>, weights: ArrayLike<number>): Float64Array {
  const scenarios = weights.length;
  const odds = new Float64Array(places + 1);
  for (let q = 0; q < scenarios; q++) {
    let open = weights[q]!;
    for (let r = 0, at = q; r < places; r++, at += scenarios) {
      const f = chance[at]!;
      odds[r] = odds[r]! + open * f;
      open *= 1 - f;
    }
    odds[places] = odds[places]! + open;
  }
  return odds;
}

/** The value of a portfolio given as one level 0–3 per row of the model. Time O(rows · scenarios). */
export function portfolioValue(model: PortfolioModel, levels: Uint8Array): number {
  const { count, scenarios, weights, gain, chance, base } = model;
  let value = 0;
  for (let q = 0; q < scenarios; q++) {
    let open = 1;
    let won = 0;
    for (let row = count - 1; row >= 0; row--) {
      const level = levels[row]!;
      if (level === 0) continue;
      const f = chance[level]![row * scenarios + q]!;
      won += open * f * gain[row]!;
      open *= 1 - f;
    }
    value += weights[q]! * won;
  }
  return base + value;
}

/** USD for the applications of a portfolio, one level 0–3 per row. */
export function portfolioFee(model: PortfolioModel, levels: Uint8Array): number {
  const { count, specialty, ownFee, specialties } = model;
  const counts = new Int32Array(specialties.length);
  let fee = 0;
  for (let row = 0; row < count; row++) {
    if (levels[row] === 0) continue;
    if (ownFee) fee += ownFee[row]!;
    else counts[specialty[row]!] = counts[specialty[row]!]! + 1;
  }
  if (ownFee) return fee;
  return specialties.reduce((sum, terms, s) => sum + (terms.fee[counts[s]!] ?? Number.NaN), 0);
}
