// fit = Σ w·x / Σ w over what is known; coverage = Σ w known / Σ w. Unknown is left out of the fit, lowers the
// coverage, and widens the range: `lo` puts it at 0, `hi` at 1.
import type { Fit } from '#domain/query.ts';

/** A measured criterion, split once so that adding it up needs no question about unknowns. */
export interface Column {
  /** The value times how far it is known, 0–1; 0 where unknown. */
  readonly filled: Float32Array;
  /** 1 known, 0 unknown, between them what is known in part; null when all are known. */
  readonly known: Float32Array | null;
}

export interface WeighedColumn extends Column {
  readonly criterion: string;
  readonly weight: number;
}

/** Splits measured values, 0–1 or NaN for unknown. */
export function columnOf(values: Float32Array): Column {
  const filled = new Float32Array(values.length);
  const known = new Float32Array(values.length);
  let isWhole = true;
  for (let row = 0; row < values.length; row++) {
    const x = values[row]!;
    const isKnown = x === x;
    filled[row] = isKnown ? x : 0;
    known[row] = isKnown ? 1 : 0;
    isWhole &&= isKnown;
  }
  return { filled, known: isWhole ? null : known };
}

/** A column's value in a row, or NaN. */
export function valueIn({ filled, known }: Column, row: number): number {
  const value = filled[row] ?? Number.NaN;
  // Unknown divides by nothing.
  return known ? value / (known[row] ?? 0) : value;
}

/** Per program. The range and the coverage of a row follow from these (`fitOf`); nobody looks at all of them. */
export interface Scores {
  /** NaN where nothing weighed is known. */
  readonly value: Float32Array;
  /** Σ w·x over what is known. */
  readonly points: Float32Array;
  /** Σ w over what is known. */
  readonly sure: Float32Array;
  /** Σ w. */
  readonly total: number;
}

/** Rows that stay in the nearest cache while the columns pass over them. */
const BLOCK_ROWS = 1024;
const NOTHING = new Float32Array(0);

/** Adds w·x of a list of arrays, eight a pass. @param start what every row begins with. */
function addUp(
  arrays: readonly Float32Array[],
  weights: readonly number[],
  start: number,
  out: Float32Array,
  count: number,
): void {
  for (let from = 0; from < count; from += BLOCK_ROWS) {
    const to = Math.min(count, from + BLOCK_ROWS);
    out.fill(start, from, to);
    for (let c = 0; c < arrays.length; c += 8) {
      // Past the end of the list the first array is read once more, with no weight.
      const a = arrays[c] ?? NOTHING;
      const [b, d, e] = [arrays[c + 1] ?? a, arrays[c + 2] ?? a, arrays[c + 3] ?? a];
      const [f, g, h, i] = [arrays[c + 4] ?? a, arrays[c + 5] ?? a, arrays[c + 6] ?? a, arrays[c + 7] ?? a];
      const [wa = 0, wb = 0, wd = 0, we = 0, wf = 0, wg = 0, wh = 0, wi = 0] = weights.slice(c, c + 8);
      for (let row = from; row < to; row++) {
        out[row] =
          out[row]! +
          (wa * a[row]! + wb * b[row]! + wd * d[row]! + we * e[row]!) +
          (wf * f[row]! + wg * g[row]! + wh * h[row]! + wi * i[row]!);
      }
    }
  }
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
  const sure = new Float32Array(count);
  const value = new Float32Array(count);
  const partly = columns.filter(({ known }) => known !== null);
  const whole = total - partly.reduce((sum, { weight }) => sum + weight, 0);
  const weightsOf = (list: readonly WeighedColumn[]) => list.map(({ weight }) => weight);
  addUp(
    columns.map(({ filled }) => filled),
    weightsOf(columns),
    0,
    points,
    count,
  );
  addUp(
    partly.map(({ known }) => known ?? NOTHING),
    weightsOf(partly),
    whole,
    sure,
    count,
  );
  // 0 / 0 is NaN: nothing known is no fit.
  for (let row = 0; row < count; row++) value[row] = points[row]! / sure[row]!;
  return { value, points, sure, total };
}

/** The fit of one row, or null where nothing weighed is known. */
export function fitOf(scores: Scores | null, row: number): Fit | null {
  if (!scores) return null;
  const { points, sure, total } = scores;
  const [value = Number.NaN, got = 0, known = 0] = [scores.value[row], points[row], sure[row]];
  if (Number.isNaN(value)) return null;
  return { value, lo: got / total, hi: (got + total - known) / total, coverage: known / total };
}

/** Two fits that round to the same of a hundred points are not told apart. */
const SAME_POINTS = 0.005;

/**
 * Whether two programs tie: their ranges overlap and the criteria known for both do not separate them by a point.
 * What is known for one only cannot decide between the two.
 */
export function isTie(columns: readonly WeighedColumn[], scores: Scores, a: number, b: number): boolean {
  const [fitA, fitB] = [fitOf(scores, a), fitOf(scores, b)];
  if (fitA && fitB && (fitA.hi < fitB.lo || fitB.hi < fitA.lo)) return false;
  let apart = 0;
  let both = 0;
  for (const column of columns) {
    const [x, y] = [valueIn(column, a), valueIn(column, b)];
    if (x === x && y === y) {
      apart += column.weight * (x - y);
      both += column.weight;
    }
  }
  return both === 0 || Math.abs(apart / both) < SAME_POINTS;
}
