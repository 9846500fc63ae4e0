// The specialties of the catalog, from the names in the programs table.
import type { Specialty } from '#domain/catalog.ts';
import { SpecialtyId } from '#domain/ids.ts';
import { byText } from './canonical.ts';
import type { Checked } from './check-table.ts';
import type { Rejection } from './outcome.ts';
import { slugOf } from './slug.ts';
import type { ProgramCountRow } from './tables-season.ts';

type Kind = Specialty['kind'];

/** ACGME gives the combined programs codes from 700 up; 999 is the transitional year. */
const FIRST_COMBINED_CODE = 700;
const TRANSITIONAL_CODE = '999';

export function kindOf(specialty: { readonly name: string; readonly code: string }): Kind {
  if (specialty.name.startsWith('Preliminary ')) return 'preliminary';
  if (specialty.code === TRANSITIONAL_CODE) return 'transitional';
  if (specialty.name.endsWith('(Independent)')) return 'independent';
  return Number(specialty.code) >= FIRST_COMBINED_CODE ? 'combined' : 'residency';
}

export const specialtyIdOf = (name: string): SpecialtyId => SpecialtyId.parse(slugOf(name));

/**
 * One entry a specialty, by name, with the number of its programs.
 * @param known names by id, for the specialties of which only closed, merged or split programs are left.
 */
export function specialtiesOf(
  rows: readonly { readonly specialty: string; readonly specialty_code: string }[],
  known: Readonly<Record<string, { readonly name: string; readonly code: string }>> = {},
  records: readonly { readonly specialty: SpecialtyId }[] = [],
): Specialty[] {
  const byId = new Map<string, Specialty>();
  for (const { specialty: name, specialty_code: code } of rows) {
    const id = specialtyIdOf(name);
    byId.set(id, {
      id,
      name,
      code,
      kind: kindOf({ name, code }),
      programs: (byId.get(id)?.programs ?? 0) + 1,
    });
  }
  for (const { specialty: id } of records) {
    const entry = known[id];
    if (entry && !byId.has(id)) byId.set(id, { id, ...entry, kind: kindOf(entry), programs: 0 });
  }
  return [...byId.values()].toSorted((a, b) => byText(a.name, b.name));
}

/** The specialties with what others have counted of each, newest first. */
export function withCounts(
  specialties: readonly Specialty[],
  rows: readonly Checked<ProgramCountRow>[],
): { readonly specialties: Specialty[]; readonly rejections: Rejection[] } {
  const names = new Set(specialties.map(({ name }) => name));
  const rejections = rows
    .filter(({ specialty }) => !names.has(specialty))
    .map(
      ({ specialty, line }): Rejection => ({
        table: 'program_counts',
        line,
        what: 'row',
        column: 'specialty',
        reason: `no program of ${specialty}`,
      }),
    );
  const newestFirst = rows.toSorted((a, b) => b.year - a.year || byText(a.source, b.source));
  return {
    specialties: specialties.map((specialty) => {
      const published = newestFirst
        .filter((row) => row.specialty === specialty.name)
        .map(({ count, source, year }) => [count, source, year] as const);
      return published.length > 0 ? { ...specialty, published } : specialty;
    }),
    rejections,
  };
}
