// The catalog as an asker sees it, with the scores and the search that go with it. Whoever has nothing of their own in
// it shares the published one; for the others the last view is kept, because questions come in rows.
import type { Asker } from '#domain/query.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { ownCatalogs } from '#engine/catalog/own-catalog.ts';
import { type FitModel, fitModels } from '#engine/fit/fit-model.ts';
import { buildSearchIndex, type SearchIndex, withOwnRows } from '#engine/search/search-index.ts';

export interface CatalogView {
  readonly catalog: Catalog;
  readonly model: (asker: Asker) => FitModel;
  /** Built when the first word is looked for. */
  readonly search: () => SearchIndex;
}

function viewOf(catalog: Catalog, buildIndex: () => SearchIndex): CatalogView {
  let index: SearchIndex | undefined;
  return { catalog, model: fitModels(catalog), search: () => (index ??= buildIndex()) };
}

export interface CatalogViews {
  readonly published: CatalogView;
  readonly of: (asker: Asker) => CatalogView;
}

export function catalogViews(catalog: Catalog): CatalogViews {
  const published = viewOf(catalog, () => buildSearchIndex(catalog));
  const own = ownCatalogs(catalog);
  let last: CatalogView | undefined;
  return {
    published,
    of: (asker) => {
      const seen = own(asker);
      if (seen === catalog) return published;
      if (last?.catalog !== seen) last = viewOf(seen, () => withOwnRows(published.search(), seen));
      return last;
    },
  };
}
