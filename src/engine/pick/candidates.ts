// Which programs a list may be made from: those of the specialty that are not banned, hidden or excluded, and the
// user's locks whatever else is said of them: their own word wins.
import { UNCONFIRMED_BEFORE } from '#domain/catalog.ts';
import type { Pid } from '#domain/ids.ts';
import type { PickRequest } from '#domain/query.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { answeringPid } from '#engine/catalog/redirects.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';

export interface Candidates {
  readonly free: readonly number[];
  readonly locks: readonly number[];
  /** Kept out by a deal-breaker. */
  readonly excluded: number;
}

export function candidatesOf(catalog: Catalog, model: FitModel, request: PickRequest): Candidates {
  const { columns, rowOf, specialties } = catalog;
  const specialty = specialties.findIndex((s) => s.id === request.specialty);
  const isIndependent = specialties[specialty]?.kind === 'independent';
  const rowsOf = (pids: readonly Pid[]) =>
    pids
      .map((pid) => rowOf.get(answeringPid(catalog, pid)) ?? -1)
      .filter((row) => row >= 0 && columns.specialty[row] === specialty);
  const bans = new Set(rowsOf(request.bans));
  const locks = [...new Set(rowsOf(request.locks))].filter((row) => !bans.has(row));
  const locked = new Set(locks);
  const free: number[] = [];
  let excluded = 0;
  for (let row = 0; row < columns.count; row++) {
    if (columns.specialty[row] !== specialty || bans.has(row) || locked.has(row)) continue;
    if ((columns.ended[row] ?? 0) > 0 || (columns.lastSeenYear[row] ?? 0) < UNCONFIRMED_BEFORE) continue;
    if (columns.independent[row] === 1 && !isIndependent) continue;
    if (model.excluded[row]) excluded++;
    else free.push(row);
  }
  return { free, locks, excluded };
}
