// E7: all programs look at one common score, and program i says yes when it is at least τ_i. Then whoever takes me, every
// program with a lower bar does too, and only a chain in which utility rises with the bar matters (Ali and Shorrer,
// "Hedging When Applying", American Economic Review). It must not be used when chances are not nested.
import { hasSignals, type PortfolioModel } from './portfolio-model.ts';

/** Bounds the work to about 0.1 s. */
const MOST_STEPS = 40_000_000;

/**
 * The best list of at most `most` programs.
 * @param utility over the outside option, ascending.
 * @param pass P(score ≥ τ), 0–1.
 * v = Σ (u_i − u_before) · P(score ≥ τ_i) along the chain; a DP over (last, count). Time O(N² · most).
 */
export function commonScoreList(utility: Float64Array, pass: Float64Array, most: number): number[] {
  const count = utility.length;
  const value = new Float64Array((most + 1) * count).fill(Number.NEGATIVE_INFINITY);
  const before = new Int32Array((most + 1) * count).fill(-1);
  let best = 0;
  let end = -1;
  let size = 0;
  for (let n = 1; n <= most; n++)
    for (let last = 0; last < count; last++) {
      const at = n * count + last;
      if (n === 1) value[at] = utility[last]! * pass[last]!;
      else
        for (let prior = 0; prior < last; prior++) {
          // Without this the lower of the two would be of no use, and the sum too small.
          if (pass[prior]! < pass[last]!) continue;
          const sum = value[at - count - last + prior]! + (utility[last]! - utility[prior]!) * pass[last]!;
          if (sum > value[at]!) {
            value[at] = sum;
            before[at] = prior;
          }
        }
      if (value[at]! > best) {
        best = value[at]!;
        end = last;
        size = n;
      }
    }
  const list: number[] = [];
  for (let n = size, last = end; last >= 0; last = before[n * count + last]!, n--) list.push(last);
  return list.toReversed();
}

/**
 * P(score ≥ τ) per row if the model is of this kind: every chance 0 or 1, and in each pair of programs one says yes in
 * every scenario the other does. Null otherwise.
 */
function passes(model: PortfolioModel): Float64Array | null {
  const { count, scenarios, weights, chance } = model;
  const yes = chance[1];
  if (yes.some((f) => f !== 0 && f !== 1)) return null;
  const pass = new Float64Array(count);
  for (let row = 0; row < count; row++)
    for (let q = 0; q < scenarios; q++) pass[row] = pass[row]! + weights[q]! * yes[row * scenarios + q]!;
  const order = Array.from(pass.keys()).sort((a, b) => pass[b]! - pass[a]! || a - b);
  const nested = order.every((row, at) => {
    const wider = order[at - 1];
    if (wider === undefined) return true;
    for (let q = 0; q < scenarios; q++)
      if (yes[row * scenarios + q]! > yes[wider * scenarios + q]!) return false;
    return true;
  });
  return nested ? pass : null;
}

/** The best portfolio of a common-score model, or null where the conditions do not hold. */
export function solveByCommonScore(model: PortfolioModel): Uint8Array | null {
  const { specialties, locks, ownFee, count } = model;
  const terms = specialties.filter(({ most }) => most > 0);
  const only = terms[0];
  if (model.scenarios < 2 || terms.length !== 1 || !only || locks > 0 || ownFee || hasSignals(model))
    return null;
  if (count * count * only.most > MOST_STEPS) return null;
  const pass = passes(model);
  if (!pass) return null;
  const levels = new Uint8Array(count);
  for (const row of commonScoreList(model.gain, pass, only.most)) levels[row] = 1;
  return levels;
}
