// One row of the programs table → sourced facts. The row names its sources in one composite column; each value here
// gets the source it really came from. Nothing is written for a blank: no zero, no empty text, no "no".
// Never put a figure of the hospital here.
import type { FactTuple } from '#domain/fact.ts';
import type { ProgramFieldKey } from '#domain/field.ts';
import { trackSource } from './join-tracks.ts';
import type { ProgramRow, ProgramSource, TrackRow } from './tables.ts';

/** The years the sources speak for, from sources/sources.md; the others vary by row. */
const YEAR_OF = {
  'acgme-list-2025': 2025,
  'acgme-im-list-2025': 2025,
  'nrmp-2024': 2024,
  'acgme-obgyn-2022': 2022,
  'military-2022': 2022,
  'neurosurgery-web-2022': 2022,
} as const;

const WEBSITE_SOURCES = ['military-2022', 'acgme-obgyn-2022', 'neurosurgery-web-2022'] as const;
type WebsiteSource = (typeof WEBSITE_SOURCES)[number];

const H1B_SOURCE = 'dol-lca-fy2025';
const H1B_YEAR = 2025;

/** Where the name and the number of a program were read, and when. */
export function mainSource(row: Pick<ProgramRow, 'source' | 'source_year'>): [ProgramSource, number] {
  if (row.source.includes('acgme-list-2025')) return ['acgme-list-2025', YEAR_OF['acgme-list-2025']];
  // The 2019 repository holds versions of 2017 and 2019; the row says which.
  if (row.source.includes('maction-2019')) return ['maction-2019', row.source_year];
  const only2024 = row.source.includes('nrmp-2024') && row.source_year === YEAR_OF['nrmp-2024'];
  return only2024 ? ['nrmp-2024', YEAR_OF['nrmp-2024']] : ['nrmp-fl-2026', row.source_year];
}

/**
 * The list a website was read in. Seven military programs of obstetrics are in two lists; the addresses on
 * tricare.mil are those of the military list, the older ones those of the ACGME pages.
 */
export function websiteSource(website: string, sources: readonly ProgramSource[]): WebsiteSource | null {
  const lists = WEBSITE_SOURCES.filter((key) => sources.includes(key));
  if (lists.length < 2) return lists[0] ?? null;
  return /^https?:\/\/[^/]*\.tricare\.mil\//.test(website) ? 'military-2022' : 'acgme-obgyn-2022';
}

/** @param entry the track the row's NRMP code names. */
export function programFacts(
  row: ProgramRow,
  entry: TrackRow | undefined,
): { readonly facts: Record<string, FactTuple[]>; readonly unsourced: readonly string[] } {
  const facts: Partial<Record<ProgramFieldKey, FactTuple[]>> = {};
  const unsourced: string[] = [];
  const put = (field: ProgramFieldKey, value: FactTuple[0] | undefined, from: [string, number] | null) => {
    if (value === undefined) return;
    if (from) facts[field] = [[value, from[0], from[1]]];
    else unsourced.push(`${field}: no source of the row has it`);
  };
  const listed = (key: keyof typeof YEAR_OF): [string, number] | null =>
    row.source.includes(key) ? [key, YEAR_OF[key]] : null;
  const florida: [string, number] | null =
    row.source.includes('nrmp-fl-2026') && row.positions_year !== undefined
      ? ['nrmp-fl-2026', row.positions_year]
      : null;

  put('acgmeId', row.acgme_id, mainSource(row));
  const ofMatchOnly = row.acgme_id === undefined ? mainSource(row) : null;
  put('nrmpCode', row.nrmp_code, entry ? [trackSource(entry), entry.last_seen_year] : ofMatchOnly);
  if (row.website !== undefined) {
    const list = websiteSource(row.website, row.source);
    put('website', row.website, list && [list, YEAR_OF[list]]);
  }
  // A program is called military by the military list or by its own name.
  put('programType', row.program_type && 'Military', listed('military-2022') ?? mainSource(row));
  put('accreditation', row.accreditation_status, listed('acgme-im-list-2025'));
  put('offersPreliminary', row.offers_preliminary, listed('acgme-im-list-2025'));
  put('positions', row.positions, florida);
  put('filled', row.filled, florida);
  put('h1bEmployer', row.h1b_lca_resident_fy2025, [H1B_SOURCE, H1B_YEAR]);
  return { facts, unsourced };
}
