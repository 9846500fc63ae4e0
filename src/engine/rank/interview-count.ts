// How many interviews a set of applications may bring: the Poisson-binomial distribution, mixed over the strength factor.
import { strengthChances } from './strength-chances.ts';

/**
 * P(exactly c of the programs say yes) for c = 0 … n, when they decide independently. Forward convolution, O(n²): all terms
 * are positive, so the tails keep their relative accuracy (Peres, Lee and Keich 2020), unlike by Fourier transform.
 */
export function poissonBinomial(p: ArrayLike<number>): Float64Array {
  const pmf = new Float64Array(p.length + 1);
  pmf[0] = 1;
  for (let j = 0; j < p.length; j++) {
    const yes = p[j] ?? 0;
    for (let c = j + 1; c > 0; c--) pmf[c] = (pmf[c] ?? 0) * (1 - yes) + (pmf[c - 1] ?? 0) * yes;
    pmf[0] = (pmf[0] ?? 0) * (1 - yes);
  }
  return pmf;
}

export interface InterviewCounts {
  /** `pmf[c]`: chance of exactly c interviews. */
  readonly pmf: readonly number[];
  readonly mean: number;
  /** 80 % range: the smallest counts reached by 10 % and by 90 % of the mass. */
  readonly lo: number;
  readonly hi: number;
}

/** Smallest count whose cumulative mass reaches `share`. */
function quantile(pmf: Float64Array, share: number): number {
  let sum = 0;
  for (let c = 0; c < pmf.length; c++) {
    sum += pmf[c] ?? 0;
    if (sum >= share - 1e-12) return c;
  }
  return pmf.length - 1;
}

/** Distribution of the number of interviews for chances `p` that share a strength factor of `sharedSd` logits. */
export function interviewCounts(p: ArrayLike<number>, sharedSd: number): InterviewCounts {
  const { count, points, weights, at } = strengthChances(p, sharedSd);
  const mixed = new Float64Array(count + 1);
  const column = new Float64Array(count);
  for (let k = 0; k < points; k++) {
    for (let j = 0; j < count; j++) column[j] = at[j * points + k] ?? 0;
    poissonBinomial(column).forEach((mass, c) => {
      mixed[c] = (mixed[c] ?? 0) + (weights[k] ?? 0) * mass;
    });
  }
  return {
    pmf: Array.from(mixed),
    mean: mixed.reduce((sum, mass, c) => sum + mass * c, 0),
    lo: quantile(mixed, 0.1),
    hi: quantile(mixed, 0.9),
  };
}
