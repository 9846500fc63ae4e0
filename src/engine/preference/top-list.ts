// Orders of programs under weights, as the fit does it: Σ w·x / Σ w over what is known.
import type { Posterior } from './posterior.ts';
import type { ProfileSpace } from './profile-space.ts';

/** Scores of all programs; −1 where nothing weighed is known. */
export function scoresUnder({ ids, values }: ProfileSpace, weights: ArrayLike<number>): Float64Array {
  const points = new Float64Array(ids.length);
  const known = new Float64Array(ids.length);
  values.forEach((column, c) => {
    const weight = weights[c] ?? 0;
    for (let row = 0; row < points.length; row++) {
      const x = column[row] ?? Number.NaN;
      if (Number.isFinite(x)) {
        points[row] = (points[row] ?? 0) + weight * x;
        known[row] = (known[row] ?? 0) + weight;
      }
    }
  });
  return points.map((sum, row) => ((known[row] ?? 0) > 0 ? sum / (known[row] ?? 1) : -1));
}

/** Rows of the best scores, best first; equal scores keep the order of the rows. */
export function topRows(scores: Float64Array, most: number): number[] {
  const top: number[] = [];
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? -1;
    if (top.length === most && score <= (scores[top.at(-1) ?? 0] ?? -1)) continue;
    let at = top.length;
    while (at > 0 && score > (scores[top[at - 1] ?? 0] ?? -1)) at--;
    top.splice(at, 0, row);
    if (top.length > most) top.pop();
  }
  return top;
}

/** The best `most` rows of one particle. */
export interface DrawnTop {
  readonly particle: number;
  readonly rows: readonly number[];
}

/** The best `most` rows under every `stride`-th particle. */
export function topOfDraws(
  space: ProfileSpace,
  { count, dimensions, weights }: Posterior,
  most: number,
  stride: number,
): DrawnTop[] {
  const draws: DrawnTop[] = [];
  for (let particle = 0; particle < count; particle += stride) {
    const drawn = weights.subarray(particle * dimensions, (particle + 1) * dimensions);
    draws.push({ particle, rows: topRows(scoresUnder(space, drawn), most) });
  }
  return draws;
}
