// A query → the order of its rows: filtered, searched, without what a deal-breaker excludes, sorted.
import type { ProgramQuery } from '#domain/query.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { orderByFit } from '#engine/fit/order.ts';
import { filterRows } from './filter.ts';
import { type SearchIndex } from './search-index.ts';
import { search } from './search.ts';

export interface OrderedRows {
  readonly rows: Uint32Array;
  readonly hidden: {
    readonly dealBreaker: number;
    readonly unconfirmed: number;
    readonly independent: number;
  };
  readonly understood: string | null;
}

/** Rows of a query in order; the index is built when the first word is typed. The `best` sort is by how well the words match, then by fit; without words it is by fit. */
export function listRows(
  catalog: Catalog,
  index: () => SearchIndex,
  model: FitModel,
  query: ProgramQuery,
): OrderedRows {
  const { columns } = catalog;
  const passed = filterRows(catalog, query.filter, model.asker.profile.home);
  const hits = query.text.trim() === '' ? null : search(index(), query.text);
  const rows: number[] = [];
  let dealBreaker = 0;
  for (let row = 0; row < columns.count; row++) {
    if (passed.mask[row] === 0 || hits?.score[row] === 0) continue;
    if (model.excluded[row] && !query.filter.only) dealBreaker++;
    else rows.push(row);
  }
  return {
    rows: Uint32Array.from(sortRows(catalog, model, rows, query, hits?.score)),
    hidden: { dealBreaker, unconfirmed: passed.unconfirmed, independent: passed.independent },
    understood: hits?.understood ?? null,
  };
}

function sortRows(
  catalog: Catalog,
  model: FitModel,
  rows: readonly number[],
  query: ProgramQuery,
  score: Float32Array | undefined,
): number[] {
  const { columns } = catalog;
  const byName = (a: number, b: number) => (columns.nameRank[a] ?? 0) - (columns.nameRank[b] ?? 0);
  if (query.sort === 'name') return rows.toSorted(byName);
  if (query.sort === 'distance' && model.miles) {
    const { miles } = model;
    const away = (row: number) => {
      const d = miles[row] ?? Number.NaN;
      return Number.isNaN(d) ? Number.POSITIVE_INFINITY : d;
    };
    // Two unknown distances would subtract to NaN.
    return rows.toSorted((a, b) => (away(a) === away(b) ? byName(a, b) : away(a) - away(b)));
  }
  const byFit = Array.from(orderByFit(model.scores, columns.nameRank, rows));
  if (query.sort === 'fit' || !score) return byFit;
  return byFit.toSorted((a, b) => (score[b] ?? 0) - (score[a] ?? 0));
}
