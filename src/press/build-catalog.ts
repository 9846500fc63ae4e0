// The press: fact tables and register in, the files of the catalog and a report out. Pure: it reads and writes no file,
// knows no clock, and gives the same bytes for the same input. Any refusal leaves what was published before.
import type { Specialty } from '#domain/catalog.ts';
import type { CommunicationRules } from '#domain/communication-rule.ts';
import type { ChanceModel } from '#domain/model.ts';
import { checkTable, type CheckedTable, type TableSpec } from './check-table.ts';
import { type Files, filesOf, type FileSize, sizesOf } from './chunks.ts';
import { hospitalsOf } from './hospitals.ts';
import { joinTracks, type TrackJoin } from './join-tracks.ts';
import { refused, type Refused, type Rejection } from './outcome.ts';
import { placesOf } from './places.ts';
import { keyedPrograms, linksOf, programRecords, sponsorMembers } from './program-records.ts';
import { SCHOOL_SOURCES, SOURCES } from './provenance.ts';
import { type Registry, registerPids, registerSponsors } from './registry.ts';
import { schoolsOf } from './schools.ts';
import { rulesOf } from './season-rules.ts';
import { sourceKeysOf } from './source-keys.ts';
import { specialtiesOf } from './specialties.ts';
import { sponsorClusters } from './sponsors.ts';
import { HOSPITALS, LINKS, PLACES, PROGRAMS, STATES, TRACKS, ZIPS } from './tables.ts';
import { FEES, SCHOOLS, SEASON_DAYS, SIGNALS } from './tables-season.ts';

/** Compressed size of the whole catalog the app may ship with. */
export const MOST_COMPRESSED_BYTES = 1024 * 1024;

/** The tables the press reads, by name. */
export const TABLE_NAMES = [
  PROGRAMS,
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
].map(({ name }) => name);

export interface PressInput {
  /** CSV text by table name. */
  readonly tables: ReadonlyMap<string, string>;
  readonly registry: Registry;
  readonly release: { readonly version: number; readonly date: string };
  readonly model: ChanceModel | null;
  /** Null where the catalog says nothing of messages. */
  readonly communication: CommunicationRules | null;
}

export interface BuildReport {
  readonly programs: number;
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
  readonly report: BuildReport;
}

export function buildCatalog(input: PressInput): Built | Refused {
  const rejections: Rejection[] = [];
  let stopped: Refused | undefined;
  const read = <T>(spec: TableSpec<T>): CheckedTable<T>['rows'] => {
    const text = input.tables.get(spec.name);
    const table = text === undefined ? refused('missing-table', `${spec.name}.csv`) : checkTable(spec, text);
    if (table.kind === 'refused') {
      stopped ??= table;
      return [];
    }
    rejections.push(...table.rejections);
    return table.rows;
  };

  const keyed = keyedPrograms(read(PROGRAMS));
  const tracks = read(TRACKS);
  const linkRows = read(LINKS);
  const hospitalRows = read(HOSPITALS);
  const places = placesOf(read(PLACES), read(STATES), read(ZIPS));
  const schools = schoolsOf(read(SCHOOLS));
  const rules = rulesOf(read(FEES), read(SIGNALS), read(SEASON_DAYS));
  if (stopped) return stopped;

  const { programs } = keyed;
  const registered = registerPids(
    input.registry,
    programs.map(({ key }) => key),
  );
  if (registered.kind === 'refused') return registered;
  const clusters = sponsorClusters(sponsorMembers(programs, tracks));
  const { numberOf, registry } = registerSponsors(registered.registry, clusters);
  const join = joinTracks(programs, tracks);
  const linked = linksOf(
    linkRows,
    new Set(programs.map(({ key }) => key)),
    new Set(hospitalRows.map(({ ccn }) => ccn)),
  );
  const hospitals = hospitalsOf(hospitalRows, new Set([...linked.links.values()].map(({ ccn }) => ccn)));
  const made = programRecords(programs, {
    registry,
    join,
    tracks,
    links: linked.links,
    sponsorOf: numberOf,
    placeIds: new Set(places.chunk.places.map(({ id }) => id)),
  });

  const cited = sourceKeysOf(made.records, hospitals.hospitals, places.chunk, SCHOOL_SOURCES);
  const listed = new Set(SOURCES.map(({ key }) => key));
  const unlisted = [...cited].filter((key) => !listed.has(key));
  if (unlisted.length > 0) return refused('unlisted-source', unlisted.join(', '));

  const specialties = specialtiesOf(programs);
  const published = filesOf(
    {
      programs: made.records,
      places: places.chunk,
      hospitals: hospitals.hospitals,
      schools,
      rules: { ...rules.rules, ...(input.communication && { communication: input.communication }) },
      sources: SOURCES.filter(({ key }) => cited.has(key)),
      redirects: {},
      model: input.model,
    },
    { ...input.release, specialties },
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
    report: {
      programs: made.records.length,
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
      ],
      sizes,
      compressedBytes,
    },
  };
}
