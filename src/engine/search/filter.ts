// Filters as data → which rows pass, and how many the hidden-by-default rules kept out.
import { UNCONFIRMED_BEFORE } from '#domain/catalog.ts';
import type { ProgramFilter } from '#domain/query.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { answeringPids } from '#engine/catalog/redirects.ts';
import { type Point, milesToAll } from '#engine/place/distance.ts';

export interface Passed {
  /** 1 where the row passes. */
  readonly mask: Uint8Array;
  readonly unconfirmed: number;
  readonly independent: number;
}

/** Rows that pass a filter. A distance filter keeps out rows whose place is not known. */
export function filterRows(catalog: Catalog, filter: ProgramFilter, home: Point | undefined): Passed {
  const { columns, specialties, states } = catalog;
  const mask = new Uint8Array(columns.count);
  const specialty =
    filter.specialty === undefined ? -1 : specialties.findIndex((s) => s.id === filter.specialty);
  const wantedStates = filter.states?.length ? new Set(filter.states) : null;
  const wantedRegions = filter.regions?.length ? new Set(filter.regions) : null;
  const stateOk = states.map((s) => {
    if (!wantedStates && !wantedRegions) return true;
    return (
      Boolean(wantedStates?.has(s.code)) || (s.region !== undefined && Boolean(wantedRegions?.has(s.region)))
    );
  });
  const only = filter.only ? new Set<string>(answeringPids(catalog, filter.only)) : null;
  const from = filter.from ?? home;
  const miles = filter.withinMiles !== undefined && from ? milesToAll(from, columns.lat, columns.lon) : null;
  const specialtyIsIndependent = specialties[specialty]?.kind === 'independent';
  let unconfirmed = 0;
  let independent = 0;
  for (let row = 0; row < columns.count; row++) {
    if (filter.specialty !== undefined && columns.specialty[row] !== specialty) continue;
    if (!stateOk[columns.state[row] ?? 0]) continue;
    if (only && !only.has(columns.pid[row] ?? '')) continue;
    if (miles && !((miles[row] ?? Number.NaN) <= (filter.withinMiles ?? 0))) continue;
    // A merged or split program is found as what it has become; a closed one where old ones are asked for.
    const ended = columns.ended[row] ?? 0;
    if (!only && ended > 0 && !(ended === 1 && filter.unconfirmed)) continue;
    // What the user kept or asked for by name is never hidden from them.
    if (!only && !filter.unconfirmed && (columns.lastSeenYear[row] ?? 0) < UNCONFIRMED_BEFORE) {
      unconfirmed++;
      continue;
    }
    if (!only && !filter.independent && !specialtyIsIndependent && columns.independent[row] === 1) {
      independent++;
      continue;
    }
    mask[row] = 1;
  }
  return { mask, unconfirmed, independent };
}
