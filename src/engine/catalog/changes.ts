// Two releases of the catalog → the programs that differ between them. Only chunks whose digest differs are read. What
// counts is what a person would see: another source for the same value, or a newer year on it, is no change.
import type { CatalogIndex, HospitalsChunk, ProgramsChunk, RedirectsChunk } from '#domain/catalog.ts';
import type { OtherChanges } from '#domain/change.ts';
import type { FactTuple } from '#domain/fact.ts';
import type { Pid, SpecialtyId } from '#domain/ids.ts';
import type { ProgramRecord } from '#domain/program.ts';
import type { TextOf } from './decode.ts';

export interface StoredRelease {
  readonly index: CatalogIndex;
  readonly chunks: ReadonlyMap<string, Uint8Array>;
}

interface Effect {
  readonly was: ProgramRecord | null;
  readonly now: ProgramRecord | null;
}

export interface ReleaseDiff {
  /** The programs that differ themselves. */
  readonly records: ReadonlyMap<Pid, Effect>;
  /** Hospitals, by certification number, whose figures differ. */
  readonly hospitals: ReadonlySet<string>;
  /** Pids that lead elsewhere in the newer release, and did not before. */
  readonly redirected: ReadonlySet<Pid>;
}

const BUCKET = /^p-[0-3][0-9a-f]\.json$/;
/** Programs that take nobody any more. */
const isOver = ({ status }: ProgramRecord) =>
  status === 'closed' || status === 'merged' || status === 'split';

/** The values as they are shown: the newest of each fact. */
const shownFacts = (facts: Readonly<Record<string, readonly FactTuple[]>>) =>
  Object.keys(facts)
    .toSorted()
    .flatMap((key) => {
      const value = facts[key]?.[0]?.[0];
      return value === undefined ? [] : [[key, value]];
    });

/** All that a person sees of a program, as one text. */
const shownOf = (record: ProgramRecord): string =>
  JSON.stringify([
    isOver(record) ? record.status : 'goes on',
    record.specialty,
    record.name[0]?.[0],
    record.place ?? record.state,
    record.independent ?? false,
    record.hospital?.ccn,
    record.tracks.map(({ code }) => code).toSorted(),
    shownFacts(record.facts),
  ]);

/** @param before the release seen last; @param after the one in force. A chunk that cannot be read counts as empty. */
export function diffReleases(before: StoredRelease, after: StoredRelease, textOf: TextOf): ReleaseDiff {
  const digests = ({ index }: StoredRelease) =>
    new Map(index.chunks.map(({ name, sha256 }) => [name, sha256]));
  const [old, fresh] = [digests(before), digests(after)];
  const differs = (name: string) => old.get(name) !== fresh.get(name);
  const read = <T>({ chunks }: StoredRelease, name: string): T | null => {
    const bytes = chunks.get(name);
    try {
      return bytes ? (JSON.parse(textOf(bytes)) as T) : null;
    } catch {
      return null;
    }
  };

  const records = new Map<Pid, Effect>();
  for (const name of new Set([...old.keys(), ...fresh.keys()])) {
    if (!BUCKET.test(name) || !differs(name)) continue;
    const programs = (release: StoredRelease) => read<ProgramsChunk>(release, name)?.programs ?? [];
    const was = new Map(programs(before).map((record) => [record.pid, record]));
    for (const now of programs(after)) {
      const then = was.get(now.pid) ?? null;
      was.delete(now.pid);
      if (!then || shownOf(then) !== shownOf(now)) records.set(now.pid, { was: then, now });
    }
    for (const [pid, then] of was) records.set(pid, { was: then, now: null });
  }

  const hospitals = new Set<string>();
  if (differs('hospitals.json')) {
    const shown = (release: StoredRelease) =>
      new Map(
        (read<HospitalsChunk>(release, 'hospitals.json')?.hospitals ?? []).map(({ ccn, facts }) => [
          ccn,
          JSON.stringify(Object.entries(facts).map(([key, fact]) => [key, fact[0]])),
        ]),
      );
    const [then, now] = [shown(before), shown(after)];
    for (const ccn of new Set([...then.keys(), ...now.keys()])) {
      if (then.get(ccn) !== now.get(ccn)) hospitals.add(ccn);
    }
  }

  const redirected = new Set<Pid>();
  if (differs('redirects.json')) {
    const known = (release: StoredRelease) =>
      (read<RedirectsChunk>(release, 'redirects.json')?.redirects ?? {}) as Readonly<Record<Pid, unknown>>;
    const then = known(before);
    for (const pid of Object.keys(known(after)) as Pid[]) if (!(pid in then)) redirected.add(pid);
  }
  return { records, hospitals, redirected };
}

/**
 * What happened to the programs of some specialties, those of the user's own left out.
 * @param atHospitals programs of the newer release at the hospitals that differ.
 * @param mine left out of the count: they are told of one by one.
 */
export function countOthers(
  diff: ReleaseDiff,
  atHospitals: readonly { readonly pid: Pid; readonly specialty: SpecialtyId }[],
  mine: ReadonlySet<Pid>,
  specialties: readonly { readonly id: SpecialtyId; readonly name: string }[],
): OtherChanges[] {
  const counts = new Map(specialties.map(({ id }) => [id, { changed: 0, added: 0, ended: 0 }]));
  for (const [pid, { was, now }] of diff.records) {
    const count = counts.get((now ?? was)?.specialty ?? ('' as SpecialtyId));
    if (!count || mine.has(pid)) continue;
    const [ran, runs] = [was !== null && !isOver(was), now !== null && !isOver(now)];
    if (ran && runs) count.changed++;
    else if (runs) count.added++;
    else if (ran) count.ended++;
  }
  for (const { pid, specialty } of atHospitals) {
    const count = counts.get(specialty);
    if (count && !mine.has(pid) && !diff.records.has(pid)) count.changed++;
  }
  return specialties.flatMap(({ id, name }) => {
    const count = counts.get(id);
    return count && count.changed + count.added + count.ended > 0 ? [{ specialty: id, name, ...count }] : [];
  });
}
