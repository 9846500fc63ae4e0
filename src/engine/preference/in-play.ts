// The programs a choice is between: those of the first specialty, or all where none is chosen, without what a
// deal-breaker excludes and what lists hide.
import type { Catalog } from '#engine/catalog/catalog.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { filterRows } from '#engine/search/filter.ts';

/** A release with what one asker says of it. */
export interface Side {
  readonly catalog: Catalog;
  readonly model: FitModel;
}

/** Rows before any deal-breaker. */
export function rowsOfFirstSpecialty({ catalog, model }: Side): number[] {
  const { profile } = model.asker;
  const [specialty] = profile.specialties;
  const { mask } = filterRows(catalog, specialty === undefined ? {} : { specialty }, profile.home);
  return Array.from(mask.keys()).filter((row) => mask[row] === 1);
}

export const rowsInPlay = (side: Side): number[] =>
  rowsOfFirstSpecialty(side).filter((row) => side.model.excluded[row] === 0);
