// What the questions about weights are made of: real programs as values of the criteria, 0–1, unknown where nothing is
// published. An answer keeps the values that were shown, so that it means the same after the catalog has changed.

/** Programs to choose between. `values[c]` holds criterion c for every program, 0–1 or NaN for unknown. */
export interface ProfileSpace {
  /** Names of the criteria, each once. */
  readonly criteria: readonly string[];
  readonly ids: readonly string[];
  readonly values: readonly ArrayLike<number>[];
}

/** One of the two sides of a question: a value for each criterion shown. */
export type Shown = Readonly<Record<string, number>>;

/** Two programs side by side; both show the same criteria, those known for both. */
export interface Comparison {
  readonly a: Shown;
  readonly b: Shown;
}

export type Choice = 'a' | 'b' | 'same';

export interface PreferenceAnswer extends Comparison {
  readonly choice: Choice;
}

/** b taken from a for each criterion of the space; 0 where it is not shown on both sides or no number. */
export function differencesOf({ a, b }: Comparison, criteria: readonly string[]): Float64Array {
  return Float64Array.from(criteria, (criterion) => {
    const difference = (a[criterion] ?? Number.NaN) - (b[criterion] ?? Number.NaN);
    return Number.isFinite(difference) ? Math.min(1, Math.max(-1, difference)) : 0;
  });
}

/**
 * The two programs of a question, showing only what is known for both.
 * @param shown not 0 for the criteria to show; all by default.
 */
export function comparisonOf(
  { criteria, values }: ProfileSpace,
  first: number,
  second: number,
  shown?: Float64Array,
): Comparison {
  const a: Record<string, number> = {};
  const b: Record<string, number> = {};
  criteria.forEach((criterion, c) => {
    if (shown?.[c] === 0) return;
    const x = values[c]?.[first] ?? Number.NaN;
    const y = values[c]?.[second] ?? Number.NaN;
    if (Number.isFinite(x) && Number.isFinite(y)) {
      a[criterion] = x;
      b[criterion] = y;
    }
  });
  return { a, b };
}

/** What `differencesOf` gives for the two programs of a question, without making the question. */
export function rowDifferences({ values }: ProfileSpace, first: number, second: number): Float64Array {
  return Float64Array.from(values, (column) => {
    const difference = (column[first] ?? Number.NaN) - (column[second] ?? Number.NaN);
    return Number.isFinite(difference) ? Math.min(1, Math.max(-1, difference)) : 0;
  });
}

/**
 * The part of a difference that weighs most, 0 elsewhere: few enough criteria for a person to hold in mind at once. The
 * heaviest for either side are always in it, so that a trade stays one.
 * @param weights one a criterion.
 * @param most at least 2.
 */
export function heaviest(difference: Float64Array, weights: ArrayLike<number>, most: number): Float64Array {
  if (difference.length <= most) return difference;
  const share = (c: number) => (difference[c] ?? 0) * (weights[c] ?? 0);
  const order = Array.from(difference.keys()).toSorted((p, q) => Math.abs(share(q)) - Math.abs(share(p)));
  const first = order.find((c) => share(c) > 0);
  const second = order.find((c) => share(c) < 0);
  const part = new Float64Array(difference.length);
  // A set keeps the order in which its members came.
  const kept = [...new Set([first, second, ...order])].slice(0, most);
  for (const c of kept) if (c !== undefined) part[c] = difference[c] ?? 0;
  return part;
}
