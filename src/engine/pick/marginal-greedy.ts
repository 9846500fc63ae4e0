// E1: one specialty, a fee that depends only on the count, no signals. Taking the best next application again and again
// is optimal for every count at once, and the lists are nested (Chade and Smith, Econometrica 74(5) 2006, theorem 1).
// It must not be used under caps inside the set, locks or shared strength: there it fails (C4, C5).

export interface GreedyOrder {
  /** Rows in the order of taking. */
  readonly picks: Int32Array;
  /** What each adds to the value of those before it, above the outside option. */
  readonly gains: Float64Array;
}

const BUCKETS = 64;
const FINE = 1024;
const WIDTH = BUCKETS + 1;

/** Cuts 0 … max into ranges that hold about equally many values: a non-decreasing map from fine range to bucket. */
function evenBuckets(values: Float64Array): { readonly scale: number; readonly bucket: Uint8Array } {
  let max = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > max) max = values[i]!;
  const scale = max > 0 ? (FINE - 1e-6) / max : 0;
  const held = new Uint32Array(FINE);
  for (let i = 0; i < values.length; i++) held[(values[i]! * scale) | 0]!++;
  const bucket = new Uint8Array(FINE);
  for (let k = 0, below = 0; k < FINE; k++) {
    bucket[k] = Math.min(BUCKETS - 1, Math.floor((below * BUCKETS) / values.length));
    below += held[k]!;
  }
  return { scale, bucket };
}

/**
 * Rows that may be taken: not those with `most` others above them in both utility and chance, which an unused one of
 * them could replace. Counted on a grid of 64 × 64 buckets, so it keeps a few it need not. Time O(N).
 */
function unshadowed(utility: Float64Array, chance: Float64Array, most: number): Int32Array {
  const count = utility.length;
  const u = evenBuckets(utility);
  const f = evenBuckets(chance);
  const cell = new Uint16Array(count);
  const above = new Int32Array(WIDTH * WIDTH);
  for (let i = 0; i < count; i++) {
    const at = u.bucket[(utility[i]! * u.scale) | 0]! * WIDTH + f.bucket[(chance[i]! * f.scale) | 0]!;
    cell[i] = at;
    above[at]!++;
  }
  for (let a = BUCKETS - 1; a >= 0; a--)
    for (let b = BUCKETS - 1; b >= 0; b--) {
      const at = a * WIDTH + b;
      above[at] = above[at]! + above[at + WIDTH]! + above[at + 1]! - above[at + WIDTH + 1]!;
    }
  const rows = new Int32Array(count);
  let kept = 0;
  for (let i = 0; i < count; i++) if (above[cell[i]! + WIDTH + 1]! < most) rows[kept++] = i;
  return rows.subarray(0, kept);
}

/**
 * The best `most` applications in their order; fewer when no other adds anything.
 * @param utility over the outside option, 0 or more.
 * @param chance 0–1, of the same length.
 * T_i, what a sure place at i would add, falls by f_k·min(T_i, T_k) when k is taken: T rises with utility, so this is
 * the update of Kapur and Hong (arXiv 2205.01869) without an order or a branch on utilities. Time O(most · N).
 */
export function marginalGreedy(utility: Float64Array, chance: Float64Array, most: number): GreedyOrder {
  const row = unshadowed(utility, chance, most);
  let left = row.length;
  const worth = Float64Array.from(row, (i) => utility[i]!);
  const odds = Float64Array.from(row, (i) => chance[i]!);
  const picks = new Int32Array(Math.min(most, left));
  const gains = new Float64Array(picks.length);
  let best = 0;
  let at = -1;
  for (let i = 0; i < left; i++) {
    const gain = odds[i]! * worth[i]!;
    if (gain > best) {
      best = gain;
      at = i;
    }
  }
  let taken = 0;
  while (taken < picks.length && at >= 0) {
    picks[taken] = row[at]!;
    gains[taken++] = best;
    const f = odds[at]!;
    const t = worth[at]!;
    left--;
    row[at] = row[left]!;
    worth[at] = worth[left]!;
    odds[at] = odds[left]!;
    best = 0;
    at = -1;
    for (let i = 0; i < left; i++) {
      const old = worth[i]!;
      const now = old - f * (old < t ? old : t);
      worth[i] = now;
      const gain = odds[i]! * now;
      if (gain > best) {
        best = gain;
        at = i;
      }
    }
  }
  return { picks: picks.subarray(0, taken), gains: gains.subarray(0, taken) };
}
