// Shares one budget among specialties: given what each count is worth in each specialty, the counts whose values add up
// to the most. Exact for sums; it looks at nothing else.
import { FEE_SLACK } from './portfolio-model.ts';

export interface SplitPart {
  /** Worth by count; −∞ where a count cannot be. */
  readonly value: Float64Array;
  /** USD by count, at least as long. */
  readonly fee: Float64Array;
}

export interface Split {
  readonly counts: Int32Array;
  readonly value: number;
  readonly usd: number;
}

interface Point {
  readonly usd: number;
  readonly value: number;
  readonly count: number;
  readonly before: Point | null;
}

/** Points that cost more than another of at least their value are dropped; the rest ascend in both. */
function frontier(points: Point[]): Point[] {
  points.sort((a, b) => a.usd - b.usd || b.value - a.value);
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept[kept.length - 1];
    if (!last || point.value > last.value) kept.push(point);
  }
  return kept;
}

/**
 * Splits worth their fee, ascending in USD and in value; none when no counts fit the budget.
 * Time O(Σ counts · frontier).
 */
export function splitFrontier(parts: readonly SplitPart[], budgetUsd: number): Split[] {
  let points: Point[] = [{ usd: 0, value: 0, count: 0, before: null }];
  for (const { value, fee } of parts) {
    const next: Point[] = [];
    for (const before of points)
      for (let count = 0; count < value.length; count++) {
        if (value[count] === Number.NEGATIVE_INFINITY) continue;
        const usd = before.usd + fee[count]!;
        if (usd > budgetUsd + FEE_SLACK) continue;
        next.push({ usd, value: before.value + value[count]!, count, before });
      }
    points = frontier(next);
  }
  return points.map((point) => {
    const counts = new Int32Array(parts.length);
    let at: Point | null = point;
    for (let part = parts.length - 1; part >= 0 && at; part--) {
      counts[part] = at.count;
      at = at.before;
    }
    return { counts, value: point.value, usd: point.usd };
  });
}

/** The best split, or null when no counts fit the budget (USD). */
export const splitBudget = (parts: readonly SplitPart[], budgetUsd: number): Split | null =>
  splitFrontier(parts, budgetUsd).at(-1) ?? null;
