// Rows of the programs table and what hangs on them → the records of the catalog, in order of pid.
import type { HospitalLink, ProgramRecord } from '#domain/program.ts';
import { byText, rounded } from './canonical.ts';
import type { Checked } from './check-table.ts';
import { type TrackJoin, trackOf } from './join-tracks.ts';
import type { Rejection } from './outcome.ts';
import { placeIdOf } from './places.ts';
import { plateOf } from './plate.ts';
import { mainSource, programFacts } from './program-facts.ts';
import { naturalKey } from './natural-key.ts';
import type { Registry } from './registry.ts';
import { specialtyIdOf } from './specialties.ts';
import type { SponsorMember } from './sponsors.ts';
import { coordinatesIn } from './state-box.ts';
import type { LinkRow, ProgramRow, TrackRow } from './tables.ts';

type KeyedProgram = Checked<ProgramRow> & { readonly key: string };

/** Rows with a key; the others cannot be known again next year and are rejected. */
export function keyedPrograms(rows: readonly Checked<ProgramRow>[]): {
  readonly programs: readonly KeyedProgram[];
  readonly rejections: readonly Rejection[];
} {
  const programs: KeyedProgram[] = [];
  const rejections: Rejection[] = [];
  for (const row of rows) {
    const key = naturalKey(row);
    if (key === null) {
      const reason = 'neither ACGME number nor NRMP code';
      rejections.push({ table: 'programs', line: row.line, what: 'row', reason });
    } else programs.push({ ...row, key });
  }
  return { programs, rejections };
}

/** The hospital of each program, by natural key; a link to nothing, or a second one, is rejected. */
export function linksOf(
  rows: readonly Checked<LinkRow>[],
  programs: ReadonlySet<string>,
  hospitals: ReadonlySet<string>,
): { readonly links: ReadonlyMap<string, HospitalLink>; readonly rejections: readonly Rejection[] } {
  const links = new Map<string, HospitalLink>();
  const rejections: Rejection[] = [];
  for (const row of rows) {
    const key = naturalKey(row) ?? '';
    const reject = (reason: string) =>
      rejections.push({ table: 'program_hospital', line: row.line, what: 'row', reason });
    if (!programs.has(key)) reject(`no program ${key}`);
    else if (!hospitals.has(row.ccn)) reject(`no hospital ${row.ccn}`);
    else if (links.has(key)) reject(`${key} is linked already`);
    else links.set(key, { ccn: row.ccn, method: row.match_method });
  }
  return { links, rejections };
}

/** What the sponsor rule needs to know of each program. */
export function sponsorMembers(
  programs: readonly KeyedProgram[],
  tracks: readonly TrackRow[],
): SponsorMember[] {
  const names = new Map(tracks.map((track) => [track.nrmp_code.slice(0, 4), track.institution]));
  // A preliminary track is attached elsewhere, but the table still says whose program it is.
  const byNumber = new Map(tracks.map((track) => [track.acgme_id ?? '', track.nrmp_code]));
  return programs.map(({ key, name, city, state, nrmp_code, acgme_id }) => {
    const code = nrmp_code ?? (acgme_id === undefined ? undefined : byNumber.get(acgme_id));
    const number = code?.slice(0, 4);
    const institution = number === undefined ? null : { number, name: names.get(number) ?? '' };
    return { key, name, city, state, institution };
  });
}

interface Surroundings {
  readonly registry: Registry;
  readonly join: TrackJoin;
  readonly tracks: readonly TrackRow[];
  readonly links: ReadonlyMap<string, HospitalLink>;
  readonly sponsorOf: ReadonlyMap<string, number>;
  readonly placeIds: ReadonlySet<string>;
}

export function programRecords(
  programs: readonly KeyedProgram[],
  around: Surroundings,
): { readonly records: readonly ProgramRecord[]; readonly rejections: readonly Rejection[] } {
  const rejections: Rejection[] = [];
  const trackByCode = new Map(around.tracks.map((track) => [track.nrmp_code, track]));
  const records = programs.map((row): ProgramRecord => {
    const reject = (reason: string) =>
      rejections.push({ table: 'programs', line: row.line, what: 'value', reason });
    const pid = around.registry.pids[row.key];
    const sponsor = around.sponsorOf.get(row.key);
    if (pid === undefined || sponsor === undefined) throw new Error(`${row.key} was never registered`);
    const at = coordinatesIn(row.state, row.latitude, row.longitude);
    if (at && 'wrong' in at) reject(at.wrong);
    const place = row.city === undefined ? undefined : placeIdOf(row.city, row.state);
    if (place !== undefined && !around.placeIds.has(place)) reject(`no place ${place}`);
    const xy = at && 'lat' in at ? plateOf({ ...at, state: row.state }) : null;
    const { facts, unsourced } = programFacts(row, trackByCode.get(row.nrmp_code ?? ''));
    for (const reason of unsourced) reject(reason);
    const link = around.links.get(row.key);
    return {
      pid,
      status: 'active',
      specialty: specialtyIdOf(row.specialty),
      name: [[row.name, ...mainSource(row)]],
      ...(place !== undefined && around.placeIds.has(place) && { place }),
      state: row.state,
      ...(at && 'lat' in at && { lat: rounded(at.lat, 4), lon: rounded(at.lon, 4) }),
      ...(xy && { xy }),
      sponsor,
      lastSeenYear: row.last_seen_year,
      ...(row.post_residency_entry && { independent: true as const }),
      ...(link && { hospital: link }),
      facts,
      tracks: (around.join.tracksOf.get(row.key) ?? []).map(trackOf),
    };
  });
  return { records: records.toSorted((a, b) => byText(a.pid, b.pid)), rejections };
}
