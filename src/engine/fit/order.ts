// One order by fit for every list: best fit first; the same fit by coverage, then by name, so that the order of input
// is nothing. A counting sort by the first 14 bits of the fit, then each bucket by itself: no comparator
// is called for rows that are apart.
import type { Scores } from './score.ts';

/** About one program a bucket: more would cost more to walk than they save. */
const BUCKETS = 16_384;
const LARGE_BUCKET = 24;
const counts = new Uint32Array(BUCKETS + 1);

/** 0 for the best fit; rows without a fit come last. */
const bucketOf = (value: number) =>
  value === value ? BUCKETS - 1 - Math.round(value * (BUCKETS - 2)) : BUCKETS;

/**
 * Rows in order, best fit first.
 * @param nameRank place of each program's name in the alphabet; the last word between equals.
 */
export function orderByFit(
  scores: Scores | null,
  nameRank: Uint16Array,
  rows: ArrayLike<number>,
): Uint32Array {
  const out = new Uint32Array(rows.length);
  if (!scores) {
    out.set(rows);
    return out.sort((a, b) => nameRank[a]! - nameRank[b]!);
  }
  const { value, sure } = scores;
  counts.fill(0);
  const buckets = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const bucket = bucketOf(value[rows[at]!]!);
    buckets[at] = bucket;
    counts[bucket]!++;
  }
  let before = 0;
  for (let bucket = 0; bucket <= BUCKETS; bucket++) {
    const here = counts[bucket]!;
    counts[bucket] = before;
    before += here;
  }
  for (let at = 0; at < rows.length; at++) out[counts[buckets[at]!]!++] = rows[at]!;

  const isBefore = (a: number, b: number): boolean => {
    const x = value[a]!;
    const y = value[b]!;
    if (x !== y && (x === x || y === y)) return y !== y || x > y;
    if (sure[a] !== sure[b]) return sure[a]! > sure[b]!;
    return nameRank[a]! < nameRank[b]!;
  };
  // Buckets hold few rows, so near equals are put right by insertion; where many fits are the same, by a sort.
  // `counts` now holds where each bucket ends.
  for (let from = 0; from < out.length; ) {
    const to = counts[bucketOf(value[out[from]!]!)]!;
    if (to - from > LARGE_BUCKET) out.subarray(from, to).sort((a, b) => (isBefore(a, b) ? -1 : 1));
    else {
      for (let at = from + 1; at < to; at++) {
        const row = out[at]!;
        let place = at;
        while (place > from && isBefore(row, out[place - 1]!)) {
          out[place] = out[place - 1]!;
          place--;
        }
        out[place] = row;
      }
    }
    from = to;
  }
  return out;
}
