// One order by fit for every list: best fit first; the same fit by coverage, then by name, so that the order of input
// is nothing. A counting sort by the first 22 bits of the fit, eleven at a time; a comparator is called only for rows
// that are the same so far.
import type { Scores } from './score.ts';

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** The key of rows without a fit, who come last. */
const LAST_KEY = DIGITS * DIGITS - 1;
/** Equals up to so many are put in order by insertion, more by a sort. */
const FEW = 24;

// An array that belongs to the module is a constant to the compiler: reading it takes a third of the instructions that one
// handed in takes. These have a place for every row a `nameRank` of 16 bits can tell apart.
const MOST_ROWS = 65_536;
const keys = new Int32Array(MOST_ROWS);
const order = new Uint32Array(MOST_ROWS);
const halfway = new Uint32Array(MOST_ROWS);
const low = new Int32Array(DIGITS);
const high = new Int32Array(DIGITS);

/** 0 for the best fit. Sums of parts may round a fit to just above 1. */
function keyOf(fit: number): number {
  if (fit < 1) return ((1 - fit) * (LAST_KEY - 1)) | 0;
  return fit === fit ? 0 : LAST_KEY;
}

/** Turns counts into where each digit begins. */
function beginnings(counts: Int32Array): void {
  let before = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const here = counts[digit]!;
    counts[digit] = before;
    before += here;
  }
}

/** Puts rows in `order` by key; rows of the same key stay as they came. */
function orderByKey(value: Float32Array, rows: ArrayLike<number>): void {
  low.fill(0);
  high.fill(0);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const key = keyOf(value[row]!);
    order[at] = row;
    keys[row] = key;
    low[key & (DIGITS - 1)]!++;
    high[key >> DIGIT_BITS]!++;
  }
  beginnings(low);
  beginnings(high);
  for (let at = 0; at < rows.length; at++) {
    const row = order[at]!;
    halfway[low[keys[row]! & (DIGITS - 1)]!++] = row;
  }
  for (let at = 0; at < rows.length; at++) {
    const row = halfway[at]!;
    order[high[keys[row]! >> DIGIT_BITS]!++] = row;
  }
}

/**
 * Rows in order, best fit first.
 * @param nameRank place of each program's name in the alphabet; the last word between equals.
 */
export function orderByFit(
  scores: Scores | null,
  nameRank: Uint16Array,
  rows: ArrayLike<number>,
): Uint32Array {
  if (!scores) return Uint32Array.from(rows).sort((a, b) => nameRank[a]! - nameRank[b]!);
  const { value, sure } = scores;
  const isBefore = (a: number, b: number): boolean => {
    const x = value[a]!;
    const y = value[b]!;
    if (x !== y && (x === x || y === y)) return y !== y || x > y;
    if (sure[a] !== sure[b]) return sure[a]! > sure[b]!;
    return nameRank[a]! < nameRank[b]!;
  };
  orderByKey(value, rows);
  for (let from = 0; from < rows.length; ) {
    const key = keys[order[from]!];
    let to = from + 1;
    while (to < rows.length && keys[order[to]!] === key) to++;
    if (to - from > FEW) order.subarray(from, to).sort((a, b) => (isBefore(a, b) ? -1 : 1));
    else {
      for (let at = from + 1; at < to; at++) {
        const row = order[at]!;
        let place = at;
        while (place > from && isBefore(row, order[place - 1]!)) {
          order[place] = order[place - 1]!;
          place--;
        }
        order[place] = row;
      }
    }
    from = to;
  }
  return order.slice(0, rows.length);
}
