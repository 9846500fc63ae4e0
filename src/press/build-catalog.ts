// The press: fact tables and register in, the files of the catalog and a report out. Pure: it reads and writes no file,
// knows no clock, and gives the same bytes for the same input. Any refusal leaves what was published before.
import type { CatalogIndex, Specialty } from '#domain/catalog.ts';
import type { CommunicationRules } from '#domain/communication-rule.ts';
import type { ChanceModel } from '#domain/model.ts';
import type { ProgramRecord } from '#domain/program.ts';
import { byText } from './canonical.ts';
import { changesOf, isEnding, PROGRAM_CHANGES } from './changes.ts';
import { checkTable, type CheckedTable, type TableSpec } from './check-table.ts';
import { type Files, filesOf, type FileSize, sizesOf } from './chunks.ts';
import { hospitalsOf } from './hospitals.ts';
import { joinTracks, type TrackJoin } from './join-tracks.ts';
import { refused, type Refused, type Rejection } from './outcome.ts';
import { placesOf } from './places.ts';
import { keyedPrograms, linksOf, programRecords, sponsorMembers } from './program-records.ts';
import { SCHOOL_SOURCES, SOURCES } from './provenance.ts';
import { type Registry, registerPids, registerSpecialties, registerSponsors } from './registry.ts';
import { schoolsOf } from './schools.ts';
import { rulesOf } from './season-rules.ts';
import { sourceKeysOf } from './source-keys.ts';
import { specialtiesOf, withCounts } from './specialties.ts';
import { sponsorClusters } from './sponsors.ts';
import { HOSPITALS, LINKS, PLACES, PROGRAMS, STATES, TRACKS, ZIPS } from './tables.ts';
import { FEES, PROGRAM_COUNTS, SCHOOLS, SEASON_DAYS, SIGNALS } from './tables-season.ts';
import { endedRecords, lastRecords, redirectsOf, settled, type Tombstones, withHeirs } from './tombstones.ts';

/** Compressed size of the whole catalog the app may ship with. */
export const MOST_COMPRESSED_BYTES = 1024 * 1024;

/** The tables the press reads, by name. */
export const TABLE_NAMES = [
  PROGRAMS,
  PROGRAM_CHANGES,
  TRACKS,
  LINKS,
  HOSPITALS,
  PLACES,
  STATES,
  ZIPS,
  SCHOOLS,
  FEES,
  SIGNALS,
  SEASON_DAYS,
  PROGRAM_COUNTS,
].map(({ name }) => name);

export interface PressInput {
  /** CSV text by table name. */
  readonly tables: ReadonlyMap<string, string>;
  readonly registry: Registry;
  readonly tombstones: Tombstones;
  /** The programs of the release in force; empty before the first. */
  readonly published: readonly ProgramRecord[];
  readonly release: Pick<CatalogIndex, 'version' | 'date' | 'minAppSchema' | 'countsFlag'>;
  /** Names of specialties that are new and meant. */
  readonly newSpecialties?: readonly string[];
  readonly model: ChanceModel | null;
  /** Null where the catalog says nothing of messages. */
  readonly communication: CommunicationRules | null;
}

export interface BuildReport {
  readonly programs: number;
  /** Closed, merged and split. */
  readonly ended: number;
  readonly newPids: number;
  readonly specialties: readonly Specialty[];
  readonly join: Pick<TrackJoin, 'by' | 'unjoined'>;
  readonly linkedPrograms: number;
  readonly hospitals: number;
  /** Largest first. */
  readonly sponsors: readonly { readonly name: string; readonly city: string; readonly programs: number }[];
  readonly placesJoined: readonly string[];
  readonly notPublished: readonly string[];
  readonly rejections: readonly Rejection[];
  readonly sizes: readonly FileSize[];
  readonly compressedBytes: number;
}

export interface Built {
  readonly kind: 'built';
  readonly files: Files;
  readonly registry: Registry;
  readonly tombstones: Tombstones;
  readonly report: BuildReport;
}

export function buildCatalog(input: PressInput): Built | Refused {
  const rejections: Rejection[] = [];
  let stopped: Refused | undefined;
  const table = <T>(spec: TableSpec<T>): CheckedTable<T> => {
    const text = input.tables.get(spec.name);
    const found = text === undefined ? refused('missing-table', `${spec.name}.csv`) : checkTable(spec, text);
    if (found.kind === 'table') return found;
    stopped ??= found;
    return { kind: 'table', rows: [], rejections: [] };
  };
  const read = <T>(spec: TableSpec<T>): CheckedTable<T>['rows'] => {
    const { rows, rejections: here } = table(spec);
    rejections.push(...here);
    return rows;
  };

  const keyed = keyedPrograms(read(PROGRAMS));
  const changeRows = table(PROGRAM_CHANGES);
  const tracks = read(TRACKS);
  const linkRows = read(LINKS);
  const hospitalRows = read(HOSPITALS);
  const places = placesOf(read(PLACES), read(STATES), read(ZIPS));
  const schools = schoolsOf(read(SCHOOLS));
  const rules = rulesOf(read(FEES), read(SIGNALS), read(SEASON_DAYS));
  const countRows = read(PROGRAM_COUNTS);
  if (stopped) return stopped;

  const { programs } = keyed;
  const present = new Set(programs.map(({ key }) => key));
  const ruled = changesOf(changeRows, input.registry.pids, present);
  if (ruled.kind === 'refused') return ruled;
  const { changes } = ruled;
  const named = registerSpecialties(input.registry, specialtiesOf(programs), new Set(input.newSpecialties));
  if (named.kind === 'refused') return named;
  const registered = registerPids(
    named.registry,
    programs.map(({ key }) => key),
    changes,
  );
  if (registered.kind === 'refused') return registered;
  const living = programs.filter(({ key }) => !isEnding(changes.of(key)?.kind ?? 'active'));
  const kept = lastRecords(changes, registered.registry, input.tombstones, input.published);
  if (kept.kind === 'refused') return kept;
  const clusters = sponsorClusters(sponsorMembers(programs, tracks));
  const { numberOf, registry } = registerSponsors(
    withHeirs(registered.registry, changes, present, input.published),
    clusters,
    changes,
  );
  const join = joinTracks(living, tracks);
  const ccns = new Set(hospitalRows.map(({ ccn }) => ccn));
  const linked = linksOf(linkRows, present, ccns);
  const placeIds = new Set(places.chunk.places.map(({ id }) => id));
  const made = programRecords(programs, {
    registry,
    join,
    tracks,
    links: linked.links,
    sponsorOf: numberOf,
    placeIds,
  });
  const changeOfPid = new Map(programs.map(({ key }) => [registry.pids[key], changes.of(key)]));
  const records = [
    ...made.records.map((record) => settled(record, changeOfPid.get(record.pid))),
    ...endedRecords(changes, registry, kept.tombstones, { placeIds, ccns }),
  ].toSorted((a, b) => byText(a.pid, b.pid));
  const hospitals = hospitalsOf(
    hospitalRows,
    new Set(records.flatMap(({ hospital }) => hospital?.ccn ?? [])),
  );

  const cited = sourceKeysOf(records, hospitals.hospitals, places.chunk, [
    ...SCHOOL_SOURCES,
    ...countRows.map(({ source }) => source),
  ]);
  const listed = new Set(SOURCES.map(({ key }) => key));
  const unlisted = [...cited].filter((key) => !listed.has(key));
  if (unlisted.length > 0) return refused('unlisted-source', unlisted.join(', '));

  const counted = withCounts(specialtiesOf(living, registry.specialties, records), countRows);
  const { specialties } = counted;
  const published = filesOf(
    {
      programs: records,
      places: places.chunk,
      hospitals: hospitals.hospitals,
      schools,
      rules: { ...rules.rules, ...(input.communication && { communication: input.communication }) },
      sources: SOURCES.filter(({ key }) => cited.has(key)),
      redirects: redirectsOf(changes, registry),
      model: input.model,
    },
    { ...input.release, programs: living.length, specialties },
  );
  if (published.kind === 'refused') return published;
  const sizes = sizesOf(published.files);
  const compressedBytes = sizes.reduce((sum, { compressed }) => sum + compressed, 0);
  if (compressedBytes > MOST_COMPRESSED_BYTES)
    return refused('too-large', `${compressedBytes} bytes compressed, ${MOST_COMPRESSED_BYTES} allowed`);

  const programOf = new Map(programs.map((program) => [program.key, program]));
  return {
    kind: 'built',
    files: published.files,
    registry,
    tombstones: kept.tombstones,
    report: {
      programs: living.length,
      ended: records.length - living.length,
      newPids: registered.added,
      specialties,
      join,
      linkedPrograms: linked.links.size,
      hospitals: hospitals.hospitals.length,
      sponsors: clusters
        .map((keys) => ({
          name: programOf.get(keys[0] ?? '')?.name ?? '',
          city: programOf.get(keys[0] ?? '')?.city ?? '',
          programs: keys.length,
        }))
        .toSorted((a, b) => b.programs - a.programs),
      placesJoined: places.joined,
      notPublished: rules.notPublished,
      rejections: [
        ...rejections,
        ...keyed.rejections,
        ...made.rejections,
        ...linked.rejections,
        ...hospitals.rejections,
        ...places.rejections,
        ...rules.rejections,
        ...counted.rejections,
      ],
      sizes,
      compressedBytes,
    },
  };
}
