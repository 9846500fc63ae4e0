// Which published terms hold between an applicant and a program: home program, home state, a division one has ties to.
// The strongest alone is taken, because the published figures were not estimated on top of each other.
import type { TermKey } from '#domain/model.ts';
import type { Anchor, Profile } from '#domain/profile.ts';
import type { School } from '#domain/school.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { isHomeProgram } from './home-program.ts';

export type TermsOf = (row: number) => readonly TermKey[];

const NONE: readonly TermKey[] = [];

/** The one school of the catalog with this name or short name. */
function schoolOf({ schools }: Catalog, typed: string | undefined): School | null {
  if (typed === undefined) return null;
  const text = typed.trim().toLowerCase();
  const named = schools.filter(
    ({ name, shortName }) => name.toLowerCase() === text || shortName.toLowerCase() === text,
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Census division by state code: the unit in which geographic preferences are stated. */
function divisionsOf({ places }: Catalog): ReadonlyMap<string, string> {
  const divisions = new Map<string, string>();
  for (const { state, division } of places) if (division !== undefined) divisions.set(state, division);
  return divisions;
}

const stateOf = (anchor: Anchor | undefined) => (anchor?.state === undefined ? [] : [anchor.state]);

/** Made once for a profile; rows are then cheap. Without a home, ties and a school no term holds anywhere. */
export function programTerms(catalog: Catalog, profile: Profile): TermsOf {
  const { columns, states, places } = catalog;
  const divisions = divisionsOf(catalog);
  const home = new Set(stateOf(profile.home));
  const tied = new Set([...home, ...profile.ties.flatMap(stateOf)]);
  const dear = new Set([...tied].flatMap((code) => divisions.get(code) ?? []));
  const school = schoolOf(catalog, profile.school);
  return (row) => {
    const state = states[columns.state[row] ?? -1];
    if (!state) return NONE;
    const place = places[columns.place[row] ?? -1];
    const where = { name: columns.name[row] ?? '', city: place?.city ?? null, state: state.code };
    if (school && isHomeProgram(school, where, state.name)) return ['home'];
    if (home.has(state.code)) return ['inState'];
    if (tied.has(state.code) || dear.has(divisions.get(state.code) ?? '')) return ['aligned'];
    return NONE;
  };
}
