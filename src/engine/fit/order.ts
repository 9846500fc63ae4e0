// One order by fit for every list: best fit first; the same fit by coverage, then by name, so that the order of input
// is nothing.
import type { Catalog } from '#engine/catalog/catalog.ts';
import type { FitModel } from './fit-model.ts';

/** Rows, best fit first; rows without a fit last. */
export function orderByFit({ columns }: Catalog, { scores }: FitModel, rows: readonly number[]): number[] {
  const value = (row: number) => {
    const fit = scores?.value[row] ?? Number.NaN;
    return Number.isNaN(fit) ? -1 : fit;
  };
  return rows.toSorted(
    (a, b) =>
      value(b) - value(a) ||
      (scores?.coverage[b] ?? 0) - (scores?.coverage[a] ?? 0) ||
      (columns.nameRank[a] ?? 0) - (columns.nameRank[b] ?? 0),
  );
}
