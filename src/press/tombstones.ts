// Programs that take nobody any more stay in the catalog for ever, so that a note, a rank or a shortlist of a user
// never points at nothing. Their last record is kept beside the register, because the tables have forgotten them.
import * as z from 'zod/mini';
import type { RedirectsChunk } from '#domain/catalog.ts';
import { type ProgramChange, ProgramRecord } from '#domain/program.ts';
import { byText, sortedByKey } from './canonical.ts';
import { type ChangeRow, type Changes, isEnding } from './changes.ts';
import { refused, type Refused } from './outcome.ts';
import type { Registry } from './registry.ts';

export const Tombstones = z.strictObject({
  format: z.literal('cairn-tombstones/1'),
  /** As last published, in order of pid; what became of them is in program_changes. */
  records: z.array(ProgramRecord),
});
export type Tombstones = z.infer<typeof Tombstones>;
export const NO_TOMBSTONES: Tombstones = { format: 'cairn-tombstones/1', records: [] };

const changeOf = ({ on, was, note, source }: ChangeRow): ProgramChange => ({
  ...(on !== undefined && { on }),
  ...(was !== undefined && { was }),
  ...(note !== undefined && { note }),
  source,
});

/** The record with what became of the program; a merged or split one keeps its name and where it was. */
export function settled(record: ProgramRecord, change: ChangeRow | undefined): ProgramRecord {
  if (!change) return record;
  const { pid, status: _, change: __, hospital, facts, tracks, ...identity } = record;
  const isName = change.kind === 'merged' || change.kind === 'split';
  return {
    pid,
    status: change.kind,
    change: changeOf(change),
    ...identity,
    ...(hospital && !isName && { hospital }),
    facts: isName ? {} : facts,
    tracks: isEnding(change.kind) ? [] : tracks,
  };
}

/**
 * The last record of every program that left the tables.
 * @param published the records of the release in force; needed once for each program, in the build that ends it.
 */
export function lastRecords(
  changes: Changes,
  registry: Registry,
  kept: Tombstones,
  published: readonly ProgramRecord[],
): { readonly kind: 'kept'; readonly tombstones: Tombstones } | Refused {
  const recordOf = new Map([...published, ...kept.records].map((record) => [record.pid, record]));
  const records = new Map(kept.records.map((record) => [record.pid, record]));
  for (const key of changes.ended) {
    const pid = registry.pids[key];
    const record = pid && recordOf.get(pid);
    if (!record)
      return refused(
        'no-last-record',
        `${key} left the tables; build with --published on a folder that has it`,
      );
    const { change: _, ...last } = record;
    records.set(record.pid, { ...last, status: 'active', tracks: [] });
  }
  return {
    kind: 'kept',
    tombstones: { ...kept, records: [...records.values()].toSorted((a, b) => byText(a.pid, b.pid)) },
  };
}

/** What is still there of what a tombstone points at. */
interface Remaining {
  readonly placeIds: ReadonlySet<string>;
  readonly ccns: ReadonlySet<string>;
}

/** The records the tables no longer have. */
export function endedRecords(
  changes: Changes,
  registry: Registry,
  { records }: Tombstones,
  { placeIds, ccns }: Remaining,
): ProgramRecord[] {
  const byPid = new Map(records.map((record) => [record.pid, record]));
  return changes.ended.flatMap((key) => {
    const pid = registry.pids[key];
    const record = pid && byPid.get(pid);
    if (!record) return [];
    const { place, hospital, ...rest } = record;
    const standing: ProgramRecord = {
      ...rest,
      ...(place !== undefined && placeIds.has(place) && { place }),
      ...(hospital && ccns.has(hospital.ccn) && { hospital }),
    };
    return [settled(standing, changes.of(key))];
  });
}

/** Merged and split programs by pid. */
export function redirectsOf(changes: Changes, registry: Registry): RedirectsChunk['redirects'] {
  const pidOf = (key: string) => registry.pids[key] ?? '';
  return sortedByKey(
    [...changes.redirects].map(([key, ends]) => [pidOf(key), [...new Set(ends.map(pidOf))].toSorted(byText)]),
  );
}

/**
 * A sponsor is known by its founding program. When that one leaves the tables, another program of the sponsor takes
 * its place in the register, so that nobody else's sponsor changes.
 */
export function withHeirs(
  registry: Registry,
  changes: Changes,
  present: ReadonlySet<string>,
  published: readonly ProgramRecord[],
): Registry {
  const sponsors = new Map(Object.entries(registry.sponsors));
  const keyOf = new Map(
    Object.entries(registry.pids)
      .filter(([key]) => present.has(key))
      .map(([key, pid]) => [pid, key]),
  );
  const isLed = new Set(
    [...sponsors].filter(([key]) => present.has(changes.nameOf(key))).map(([, number]) => number),
  );
  const heirs = published
    .flatMap(({ pid, sponsor }) => {
      const key = keyOf.get(pid);
      return key === undefined ? [] : [{ key, sponsor }];
    })
    .toSorted((a, b) => byText(a.key, b.key));
  const numbers = new Set(sponsors.values());
  for (const { key, sponsor } of heirs) {
    if (isLed.has(sponsor) || !numbers.has(sponsor) || sponsors.has(key)) continue;
    sponsors.set(key, sponsor);
    isLed.add(sponsor);
  }
  return { ...registry, sponsors: sortedByKey(sponsors) };
}
