// The specialties of the catalog, from the names in the programs table.
import type { Specialty } from '#domain/catalog.ts';
import { SpecialtyId } from '#domain/ids.ts';
import { byText } from './canonical.ts';
import { slugOf } from './slug.ts';

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

/** One entry a specialty, by name, with the number of its programs. */
export function specialtiesOf(
  rows: readonly { readonly specialty: string; readonly specialty_code: string }[],
): Specialty[] {
  const byName = new Map<string, Specialty>();
  for (const { specialty: name, specialty_code: code } of rows) {
    const known = byName.get(name);
    const programs = (known?.programs ?? 0) + 1;
    byName.set(name, { id: specialtyIdOf(name), name, code, kind: kindOf({ name, code }), programs });
  }
  return [...byName.values()].toSorted((a, b) => byText(a.name, b.name));
}
