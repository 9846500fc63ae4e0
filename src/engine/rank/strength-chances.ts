// Chances spread over the strength factor: one row per program, one column per node. Made once per list; orders, what-ifs
// and sums then only multiply. See [Note: Shared strength].
import { logistic, logitShift, nodeFactors, STRENGTH, Z90 } from '#engine/strength.ts';

export interface StrengthChances {
  /** Programs. */
  readonly count: number;
  /** Columns of `at`: 15, or 1 where no strength is shared. */
  readonly points: number;
  /** Weight of each column; they add up to one. */
  readonly weights: Float64Array;
  /** `at[j · points + k]`: the chance at program j if the strength is node k. */
  readonly at: Float64Array;
  /** The same at the 10 % and the 90 % point of the strength, for ranges. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

const ONE_POINT = Float64Array.of(1);

/** Spreads mean chances `q` (0–1 each) with a shared factor of `sharedSd` logits; 0 means independent programs. */
export function strengthChances(q: ArrayLike<number>, sharedSd: number): StrengthChances {
  const count = q.length;
  if (sharedSd === 0) {
    const at = Float64Array.from(q);
    return { count, points: 1, weights: ONE_POINT, at, low: at, high: at };
  }
  const { weights } = STRENGTH;
  const points = weights.length;
  const at = new Float64Array(count * points);
  const low = new Float64Array(count);
  const high = new Float64Array(count);
  const factors = nodeFactors(sharedSd);
  for (let j = 0; j < count; j++) {
    const shift = logitShift(q[j] ?? 0, sharedSd, factors);
    const scale = Math.exp(-shift);
    for (let k = 0; k < points; k++) at[j * points + k] = 1 / (1 + scale * (factors[k] ?? 0));
    low[j] = logistic(shift - sharedSd * Z90);
    high[j] = logistic(shift + sharedSd * Z90);
  }
  return { count, points, weights, at, low, high };
}
