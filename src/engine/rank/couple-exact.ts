// Where a couple lands on its joint list, exactly. Walks the list once per set of programs that would take the partner
// with fewer of them, but decides about a program only when a row first needs it, so that sets share their beginnings.
// It never samples. Cost: at most 2^n₁ walks, n₁ ≤ 16.
import type { CoupleList } from './couple-list.ts';

/** Most distinct programs on the shorter side. */
const MOST_EXACT = 16;

const UNKNOWN = 0;
const TAKES = 1;
const REFUSES = 2;

export interface CoupleOutcome {
  /** Chance to land on each row; with `unmatched` they add up to one. */
  readonly landing: Float64Array;
  readonly unmatched: number;
  readonly pMatch: number;
}

/** Chances per program and node, `at[program · points + node]`, and the weight of each node. */
export interface CoupleChances {
  readonly points: number;
  readonly weights: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** The chances of a list at the nodes of the shared strength. */
export const atNodes = ({ firstChances, secondChances }: CoupleList): CoupleChances => ({
  points: firstChances.points,
  weights: firstChances.weights,
  first: firstChances.at,
  second: secondChances.at,
});

/** The chances of a list at the 10 % or the 90 % point of the shared strength. */
export const atEnd = ({ firstChances, secondChances }: CoupleList, end: 'low' | 'high'): CoupleChances => ({
  points: 1,
  weights: Float64Array.of(1),
  first: firstChances[end],
  second: secondChances[end],
});

/** Whether the exact sum is affordable. */
export const isExactlyCountable = ({ firstChances, secondChances }: CoupleList): boolean =>
  Math.min(firstChances.count, secondChances.count) <= MOST_EXACT;

/**
 * Exact outcome. State of a walk: the weight of "these programs took or refused the short side, and every row so far
 * failed", one number per node. A row whose partner program refused, or was tried by an earlier open row, cannot work.
 */
export function coupleOutcomeExact(list: CoupleList, chances: CoupleChances): CoupleOutcome {
  const swapped = list.secondChances.count < list.firstChances.count;
  const short = swapped ? list.second : list.first;
  const long = swapped ? list.first : list.second;
  const pShort = swapped ? chances.second : chances.first;
  const pLong = swapped ? chances.first : chances.second;
  const shortCount = Math.min(list.firstChances.count, list.secondChances.count);
  const longCount = Math.max(list.firstChances.count, list.secondChances.count);
  const { points, weights } = chances;
  const rows = short.length;
  const landing = new Float64Array(rows);
  const verdict = new Uint8Array(shortCount);
  const tried = new Uint8Array(longCount);
  // One vector of node weights per open decision.
  const alive = new Float64Array((shortCount + 1) * points);
  const undone = new Int32Array(shortCount + longCount + 1);
  let undoTop = 0;
  let unmatched = 0;

  const walk = (from: number, depth: number): void => {
    const base = depth * points;
    const undoFrom = undoTop;
    let open = true;
    for (let row = from; row < rows && open; row++) {
      const a = short[row]!;
      const b = long[row]!;
      if (b >= 0 && tried[b] === 1) continue;
      if (a >= 0) {
        if (verdict[a] === REFUSES) continue;
        if (verdict[a] === UNKNOWN) {
          for (let k = 0; k < points; k++) {
            const takes = alive[base + k]! * pShort[a * points + k]!;
            alive[base + points + k] = takes;
            alive[base + k]! -= takes;
          }
          verdict[a] = TAKES;
          walk(row, depth + 1);
          verdict[a] = REFUSES;
          undone[undoTop++] = a;
          continue;
        }
      }
      let lands = 0;
      if (b < 0) {
        for (let k = 0; k < points; k++) lands += alive[base + k]!;
        open = false;
      } else {
        for (let k = 0; k < points; k++) {
          const part = alive[base + k]! * pLong[b * points + k]!;
          lands += part;
          alive[base + k]! -= part;
        }
        tried[b] = 1;
        undone[undoTop++] = shortCount + b;
      }
      landing[row]! += lands;
    }
    if (open) for (let k = 0; k < points; k++) unmatched += alive[base + k]!;
    while (undoTop > undoFrom) {
      const mark = undone[--undoTop]!;
      if (mark < shortCount) verdict[mark] = UNKNOWN;
      else tried[mark - shortCount] = 0;
    }
  };
  alive.set(weights);
  walk(0, 0);
  const pMatch = landing.reduce((sum, p) => sum + p, 0);
  return { landing, unmatched, pMatch: Math.min(1, pMatch) };
}
