// fit = Σ w·x / Σ w over what is known; coverage = Σ w known / Σ w. Unknown is left out of the fit, lowers the
// coverage, and widens the range: `lo` puts it at 0, `hi` at 1.
import type { Fit } from '#domain/query.ts';
import type { CriterionKey } from '#domain/wishes.ts';

export interface WeighedColumn {
  readonly criterion: CriterionKey;
  readonly weight: number;
  /** 0–1, NaN for unknown. */
  readonly values: Float32Array;
}

/** Per program; NaN in `value` where nothing weighed is known. */
export interface Scores {
  readonly value: Float32Array;
  readonly lo: Float32Array;
  readonly hi: Float32Array;
  readonly coverage: Float32Array;
}

/**
 * Scores every program.
 * @param columns criteria with a weight above 0, all of the same length.
 * @returns null when nothing has a weight: then there is no fit to speak of.
 */
export function scoreAll(columns: readonly WeighedColumn[], count: number): Scores | null {
  const total = columns.reduce((sum, column) => sum + column.weight, 0);
  if (!(total > 0)) return null;
  const points = new Float32Array(count);
  const known = new Float32Array(count);
  for (const { weight, values } of columns) {
    for (let row = 0; row < count; row++) {
      const x = values[row] ?? Number.NaN;
      if (x === x) {
        points[row] = (points[row] ?? 0) + weight * x;
        known[row] = (known[row] ?? 0) + weight;
      }
    }
  }
  const value = new Float32Array(count);
  const lo = new Float32Array(count);
  const hi = new Float32Array(count);
  const coverage = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    const got = points[row] ?? 0;
    const sure = known[row] ?? 0;
    value[row] = sure > 0 ? got / sure : Number.NaN;
    lo[row] = got / total;
    hi[row] = (got + total - sure) / total;
    coverage[row] = sure / total;
  }
  return { value, lo, hi, coverage };
}

/** The fit of one row, or null where nothing weighed is known. */
export function fitOf(scores: Scores | null, row: number): Fit | null {
  const value = scores?.value[row];
  if (!scores || value === undefined || Number.isNaN(value)) return null;
  return { value, lo: scores.lo[row] ?? 0, hi: scores.hi[row] ?? 1, coverage: scores.coverage[row] ?? 0 };
}

/** Two fits that round to the same of a hundred points are not told apart. */
const SAME_POINTS = 0.005;

/**
 * Whether two programs tie: their ranges overlap and the criteria known for both do not separate them by a point.
 * What is known for one only cannot decide between the two.
 */
export function isTie(columns: readonly WeighedColumn[], scores: Scores, a: number, b: number): boolean {
  const [loA = 0, hiA = 1, loB = 0, hiB = 1] = [scores.lo[a], scores.hi[a], scores.lo[b], scores.hi[b]];
  if (hiA < loB || hiB < loA) return false;
  let apart = 0;
  let both = 0;
  for (const { weight, values } of columns) {
    const [x = Number.NaN, y = Number.NaN] = [values[a], values[b]];
    if (x === x && y === y) {
      apart += weight * (x - y);
      both += weight;
    }
  }
  return both === 0 || Math.abs(apart / both) < SAME_POINTS;
}
