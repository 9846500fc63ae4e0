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

/** Rows added up at a time: with a few columns of them, as many as stay in the nearest cache. */
const ROWS = 1024;
const COLUMNS = 8;
// An array that belongs to the module is a constant to the compiler: its kind, place and length need not be looked up for
// every element. So a column's rows are copied here first, which costs a third of what it saves.
const block = new Float32Array(COLUMNS * ROWS);
const blockWeights = new Float64Array(COLUMNS);
const sums = new Float64Array(ROWS);
const points = new Float64Array(ROWS);
const values = new Float32Array(ROWS);

/** Adds w·x of the columns in `block`; where it holds fewer than eight, what is left of others weighs nothing. */
function addBlock(): void {
  const [a, b, c, d] = [blockWeights[0]!, blockWeights[1]!, blockWeights[2]!, blockWeights[3]!];
  const [e, f, g, h] = [blockWeights[4]!, blockWeights[5]!, blockWeights[6]!, blockWeights[7]!];
  for (let row = 0; row < ROWS; row++) {
    sums[row] =
      sums[row]! +
      (a * block[row]! + b * block[row + ROWS]! + c * block[row + 2 * ROWS]! + d * block[row + 3 * ROWS]!) +
      (e * block[row + 4 * ROWS]! +
        f * block[row + 5 * ROWS]! +
        g * block[row + 6 * ROWS]! +
        h * block[row + 7 * ROWS]!);
  }
}

interface Weighed {
  readonly array: Float32Array;
  readonly weight: number;
}

/** Puts the sums of w·x of some rows into `sums`. @param start what every row begins with. */
function addUp(list: readonly Weighed[], start: number, from: number, to: number): void {
  sums.fill(start);
  for (let first = 0; first < list.length; first += COLUMNS) {
    for (let c = 0; c < COLUMNS; c++) {
      const column = list[first + c];
      blockWeights[c] = column ? column.weight : 0;
      if (column) block.set(column.array.subarray(from, to), c * ROWS);
    }
    addBlock();
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
  const scores = {
    value: new Float32Array(count),
    points: new Float32Array(count),
    sure: new Float32Array(count),
    total,
  };
  const filled = columns.map(({ filled, weight }): Weighed => ({ array: filled, weight }));
  const partly = columns.flatMap(({ known, weight }) => (known ? [{ array: known, weight }] : []));
  const whole = columns.reduce((sum, { known, weight }) => (known ? sum : sum + weight), 0);
  for (let from = 0; from < count; from += ROWS) {
    const size = Math.min(ROWS, count - from);
    addUp(filled, 0, from, from + size);
    points.set(sums);
    addUp(partly, whole, from, from + size);
    // 0 / 0 is NaN: nothing known is no fit.
    for (let row = 0; row < ROWS; row++) values[row] = points[row]! / sums[row]!;
    scores.value.set(values.subarray(0, size), from);
    scores.points.set(points.subarray(0, size), from);
    scores.sure.set(sums.subarray(0, size), from);
  }
  return scores;
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
