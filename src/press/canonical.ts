// What makes the same tables give the same bytes on every machine.

/** Order by code unit; a locale's order differs from machine to machine. */
export const byText = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** Round to a number of decimals, without a negative zero. */
export const rounded = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals + 0;

/** The record with its keys in order. */
export const sortedByKey = <T>(entries: Iterable<readonly [string, T]>): Record<string, T> =>
  Object.fromEntries([...entries].toSorted(([a], [b]) => byText(a, b)));
