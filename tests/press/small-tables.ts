// A press input of two programs, for tests that change one thing and look at what the press says.
import type { PressInput } from '#press/build-catalog.ts';
import { PROGRAM_CHANGES } from '#press/changes.ts';
import { EMPTY_REGISTRY } from '#press/registry.ts';
import * as season from '#press/tables-season.ts';
import * as tables from '#press/tables.ts';
import { NO_TOMBSTONES } from '#press/tombstones.ts';

const SPECS = [
  tables.PROGRAMS,
  PROGRAM_CHANGES,
  tables.TRACKS,
  tables.LINKS,
  tables.HOSPITALS,
  tables.PLACES,
  tables.STATES,
  tables.ZIPS,
  season.SCHOOLS,
  season.FEES,
  season.SIGNALS,
  season.SEASON_DAYS,
  season.PROGRAM_COUNTS,
];

export type Row = Readonly<Record<string, string>>;

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** CSV text with the header the table needs. */
export function csv(name: string, rows: readonly Row[]): string {
  const columns = SPECS.find((spec) => spec.name === name)?.columns ?? [];
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? '')).join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

export const BOSTON_SURGERY: Row = {
  acgme_id: '4402421000',
  name: 'Harbor Hospital Program',
  specialty: 'General Surgery',
  specialty_code: '440',
  city: 'Boston',
  state: 'MA',
  latitude: '42.3576',
  longitude: '-71.0598',
  last_seen_year: '2025',
  source: 'acgme-list-2025',
  source_year: '2025',
};
export const BOSTON_PRELIMINARY: Row = {
  name: 'Harbor Hosp',
  specialty: 'Preliminary Surgery',
  specialty_code: '440',
  city: 'Boston',
  state: 'MA',
  latitude: '42.3576',
  longitude: '-71.0598',
  nrmp_code: '1999440P0',
  nrmp_match: 'own',
  last_seen_year: '2024',
  source: 'nrmp-2024',
  source_year: '2024',
};
const BOSTON: Row = {
  city: 'Boston',
  state: 'MA',
  latitude: '42.3576',
  longitude: '-71.0598',
  programs: '2',
};

export function smallInput(
  changed: Readonly<Record<string, readonly Row[]>> = {},
  registry = EMPTY_REGISTRY,
): PressInput {
  const rows: Readonly<Record<string, readonly Row[]>> = {
    programs: [BOSTON_SURGERY, BOSTON_PRELIMINARY],
    places: [BOSTON],
    ...changed,
  };
  return {
    tables: new Map(SPECS.map(({ name }) => [name, csv(name, rows[name] ?? [])])),
    registry,
    tombstones: NO_TOMBSTONES,
    published: [],
    release: { version: 1, date: '2026-11-24' },
    model: null,
    communication: null,
  };
}
