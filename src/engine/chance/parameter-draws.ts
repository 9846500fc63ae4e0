// Draws of uncertain parameters, and the 80 % range they give. Every question uses the same draws, so that two answers
// differ by what was asked and never by luck.
import type { ChanceBand, ChanceRange } from '#domain/model.ts';
import { normal, type Random, seededRandom } from '#engine/random.ts';

/** Fixed, so that the same question has the same answer. */
const SEED = 20_261_124;
export const freshDraws = (): Random => seededRandom(SEED);

export const DRAWS = 400;

/** Chances are never shown as surer than this, to either side. */
export const NARROWEST = 0.04;

/**
 * `dimensions` columns of `count` standard normal numbers; the second half mirrors the first, so that every mean is
 * zero. `count` must be even.
 */
export function normalDraws(count: number, dimensions: number, random: Random): readonly Float64Array[] {
  const columns = Array.from({ length: dimensions }, () => new Float64Array(count));
  const half = count / 2;
  for (let draw = 0; draw < half; draw++)
    for (const column of columns) {
      const z = normal(random);
      column[draw] = z;
      column[draw + half] = -z;
    }
  return columns;
}

/** The value below which the share `q` of `sorted` lies, between neighbors in a straight line. */
function quantile(sorted: Float64Array, q: number): number {
  const at = q * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? 0;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
}

/** The 80 % range of `values` around `p`, at least four points to either side, inside 0–1. */
export function shownRange(p: number, values: Float64Array): ChanceRange {
  const sorted = values.toSorted();
  return {
    p,
    lo: Math.max(0, Math.min(quantile(sorted, 0.1), p - NARROWEST)),
    hi: Math.min(1, Math.max(quantile(sorted, 0.9), p + NARROWEST)),
  };
}

/** Below is a reach; from here a target. */
const TARGET_FROM = 0.15;
const LIKELY_FROM = 0.4;

const bandAt = (p: number) => (p < TARGET_FROM ? 'reach' : p < LIKELY_FROM ? 'target' : 'likely');

/** All bands a range touches. */
export function bandOf({ lo, hi }: ChanceRange): ChanceBand {
  const from = bandAt(lo);
  const to = bandAt(hi);
  if (from === to) return from;
  if (from === 'reach') return to === 'target' ? 'reach to target' : 'reach, target or likely';
  return 'target to likely';
}
