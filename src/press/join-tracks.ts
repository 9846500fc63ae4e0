// NRMP tracks → the one program each belongs to. A track is never attached twice, and one that cannot be joined is
// listed, not guessed.
import type { Track } from '#domain/program.ts';
import { byText } from './canonical.ts';
import { naturalKey } from './natural-key.ts';
import { QUOTA_YEARS, type TrackRow } from './tables.ts';

interface Joinable {
  readonly acgme_id?: string | undefined;
  readonly nrmp_code?: string | undefined;
  readonly city?: string | undefined;
}

export interface TrackJoin {
  /** By natural key of the program, in order of code. */
  readonly tracksOf: ReadonlyMap<string, readonly TrackRow[]>;
  readonly unjoined: readonly TrackRow[];
  /** How many joined by which rule. */
  readonly by: Readonly<
    Record<'own code' | 'preliminary year' | 'ACGME number' | 'transitional year', number>
  >;
}

const TRANSITIONAL_CODE = '999';
/** Four digits of institution and three of specialty. */
const familyOf = (code: string) => code.slice(0, 7);

/**
 * The rules, first that fits:
 * 1. its code is the code of a row known from the Match only;
 * 2. a preliminary track goes to the preliminary row of the same institution and specialty, though the table also
 *    names the categorical program: that row's places are the sum of these tracks (in the same city where an
 *    institution has several such rows);
 * 3. the program whose ACGME number the table gives;
 * 4. a transitional-year track without a number goes to the transitional row of its institution, as in 2.
 */
export function joinTracks(programs: readonly Joinable[], tracks: readonly TrackRow[]): TrackJoin {
  const byNumber = new Set(programs.flatMap((p) => p.acgme_id ?? []));
  const matchOnly = programs.filter((p) => p.acgme_id === undefined);
  const byCode = new Map(matchOnly.map((p) => [p.nrmp_code ?? '', p]));
  const families = new Map<string, Joinable[]>();
  for (const row of matchOnly) {
    const family = familyOf(row.nrmp_code ?? '');
    families.set(family, [...(families.get(family) ?? []), row]);
  }

  const yearRow = (track: TrackRow): Joinable | undefined => {
    if (track.track_type !== 'P') return undefined;
    const rows = families.get(familyOf(track.nrmp_code)) ?? [];
    if (rows.length === 1) return rows[0];
    const near = rows.filter((row) => track.city !== undefined && row.city === track.city);
    return near.length === 1 ? near[0] : undefined;
  };

  const by = { 'own code': 0, 'preliminary year': 0, 'ACGME number': 0, 'transitional year': 0 };
  const found = new Map<string, TrackRow[]>();
  const unjoined: TrackRow[] = [];
  const place = (track: TrackRow): { key: string; rule: keyof typeof by } | null => {
    const own = byCode.get(track.nrmp_code);
    if (own) return { key: naturalKey(own) ?? '', rule: 'own code' };
    const year = yearRow(track);
    if (year && track.specialty_code !== TRANSITIONAL_CODE)
      return { key: naturalKey(year) ?? '', rule: 'preliminary year' };
    if (track.acgme_id !== undefined && byNumber.has(track.acgme_id))
      return { key: `acgme:${track.acgme_id}`, rule: 'ACGME number' };
    return year ? { key: naturalKey(year) ?? '', rule: 'transitional year' } : null;
  };
  for (const track of tracks.toSorted((a, b) => byText(a.nrmp_code, b.nrmp_code))) {
    const to = place(track);
    if (!to) {
      unjoined.push(track);
      continue;
    }
    by[to.rule]++;
    found.set(to.key, [...(found.get(to.key) ?? []), track]);
  }
  return { tracksOf: found, unjoined, by };
}

/** The quotas come from the Florida results alone, so a track they list is cited from there. */
export const trackSource = (row: TrackRow): 'nrmp-fl-2026' | 'nrmp-2024' =>
  row.source.includes('nrmp-fl-2026') ? 'nrmp-fl-2026' : 'nrmp-2024';

export function trackOf(row: TrackRow): Track {
  const quotas = QUOTA_YEARS.flatMap((year): [number, number, number][] => {
    const [quota, filled] = [row[`quota_${year}`], row[`filled_${year}`]];
    return quota === undefined || filled === undefined ? [] : [[year, quota, filled]];
  });
  return {
    code: row.nrmp_code,
    institution: row.institution,
    name: row.track,
    type: row.track_type,
    quotas,
    lastSeenYear: row.last_seen_year,
    source: trackSource(row),
  };
}
