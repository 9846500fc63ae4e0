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

/** The two programs of a question, showing only what is known for both. */
export function comparisonOf({ criteria, values }: ProfileSpace, first: number, second: number): Comparison {
  const a: Record<string, number> = {};
  const b: Record<string, number> = {};
  criteria.forEach((criterion, c) => {
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
