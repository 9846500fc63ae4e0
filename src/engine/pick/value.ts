// What a portfolio is worth and costs. It chooses nothing.
// v = u_0 + Σ_q w_q Σ_r (u_r − u_0) f_r Π_{i<r}(1−f_i), best first: under deferred acceptance an applicant lands at the best
// listed program that would take them (Chade and Smith, Econometrica 74(5) 2006). With every u_r − u_0 equal to one it
// is the probability of any place.
import type { PortfolioModel } from './portfolio-model.ts';

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
    else counts[specialty[row]!]!++;
  }
  if (ownFee) return fee;
  return specialties.reduce((sum, terms, s) => sum + (terms.fee[counts[s]!] ?? Number.NaN), 0);
}
