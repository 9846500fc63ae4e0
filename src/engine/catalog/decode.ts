// Bytes of the active chunks → columns. The chunks were checked strictly when they were installed and are named by
// their digest, so here only their outer shape is looked at; a chunk that cannot be read is named in `lost`, and the
// rest stays usable.
import type {
  CatalogIndex,
  HospitalsChunk,
  PlacesChunk,
  ProgramsChunk,
  RedirectsChunk,
  RulesChunk,
  SchoolsChunk,
  SourcesChunk,
} from '#domain/catalog.ts';
import type { FactTuple } from '#domain/fact.ts';
import type { Pid } from '#domain/ids.ts';
import type { ChanceModel } from '#domain/model.ts';
import type { ProgramRecord, TrackType } from '#domain/program.ts';
import type { Catalog, Columns } from './catalog.ts';
import { endedCode } from './redirects.ts';

/** UTF-8 bytes → text. Passed in: the engine knows no browser. */
export type TextOf = (bytes: Uint8Array) => string;

const TRACK_BITS: Record<TrackType, number> = { C: 1, P: 2, A: 4, R: 8, M: 16 };

/** A fact's first (newest) value, or undefined. */
const newest = (facts: Record<string, readonly FactTuple[]>, key: string) => facts[key]?.[0]?.[0];
const asNumber = (value: unknown) => (typeof value === 'number' ? value : Number.NaN);
const asFlag = (value: unknown) => (typeof value === 'boolean' ? Number(value) : Number.NaN);

function buildColumns(
  records: readonly ProgramRecord[],
  look: {
    specialty: (id: string) => number;
    state: (code: string) => number;
    place: (id: string) => number;
    hospital: (ccn: string) => number;
    countsForBreadth: (specialty: number) => boolean;
  },
): Columns {
  const count = records.length;
  const columns = {
    count,
    pid: [] as Pid[],
    name: [] as string[],
    nameRank: new Uint16Array(count),
    specialty: new Uint8Array(count),
    state: new Uint8Array(count),
    place: new Int16Array(count).fill(-1),
    hospital: new Int16Array(count).fill(-1),
    lat: new Float32Array(count).fill(Number.NaN),
    lon: new Float32Array(count).fill(Number.NaN),
    x: new Float32Array(count).fill(Number.NaN),
    y: new Float32Array(count).fill(Number.NaN),
    sponsor: new Uint16Array(count),
    sponsorBreadth: new Uint8Array(count),
    lastSeenYear: new Uint16Array(count),
    independent: new Uint8Array(count),
    military: new Uint8Array(count),
    ended: new Uint8Array(count),
    tracks: new Uint8Array(count),
    positions: new Float32Array(count),
    visaJ1: new Float32Array(count),
    visaH1b: new Float32Array(count),
  };
  const trained = new Map<number, Set<number>>();
  records.forEach((record, row) => {
    columns.pid.push(record.pid);
    columns.name.push(String(record.name[0]?.[0] ?? ''));
    const specialty = look.specialty(record.specialty);
    columns.specialty[row] = specialty;
    columns.state[row] = look.state(record.state);
    if (record.place !== undefined) columns.place[row] = look.place(record.place);
    if (record.hospital) columns.hospital[row] = look.hospital(record.hospital.ccn);
    if (record.lat !== undefined) columns.lat[row] = record.lat;
    if (record.lon !== undefined) columns.lon[row] = record.lon;
    if (record.xy !== undefined) [columns.x[row], columns.y[row]] = record.xy;
    columns.sponsor[row] = record.sponsor;
    columns.lastSeenYear[row] = record.lastSeenYear;
    columns.independent[row] = record.independent ? 1 : 0;
    columns.military[row] = newest(record.facts, 'programType') === 'Military' ? 1 : 0;
    columns.ended[row] = endedCode(record.status);
    columns.tracks[row] = record.tracks.reduce((bits, track) => bits | TRACK_BITS[track.type], 0);
    columns.positions[row] = asNumber(newest(record.facts, 'positions'));
    columns.visaJ1[row] = asFlag(newest(record.facts, 'visaJ1'));
    columns.visaH1b[row] = asFlag(newest(record.facts, 'visaH1b'));
    if (columns.ended[row] === 0 && look.countsForBreadth(specialty)) {
      const set = trained.get(record.sponsor) ?? new Set();
      trained.set(record.sponsor, set.add(specialty));
    }
  });
  for (let row = 0; row < count; row++) {
    const set = trained.get(columns.sponsor[row] ?? 0);
    if (set) columns.sponsorBreadth[row] = set.size - (set.has(columns.specialty[row] ?? 0) ? 1 : 0);
  }
  rankNames(columns.name, columns.pid, columns.nameRank);
  return columns;
}

function rankNames(names: readonly string[], pids: readonly Pid[], rank: Uint16Array): void {
  const keys = names.map((name, row) => `${name.toLowerCase()}\u0000${pids[row]}`);
  const rows = [...keys.keys()].toSorted((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1));
  rows.forEach((row, at) => {
    rank[row] = at;
  });
}

const EMPTY_PLACES: PlacesChunk = { format: 'cairn-places/1', places: [], states: [], zips: [], sources: {} };

/**
 * Decodes a catalog.
 * @param chunks bytes by chunk name; a chunk of the index that is not in it counts as lost.
 * @returns the catalog; `lost` names what could not be read.
 */
export function decodeCatalog(
  index: CatalogIndex,
  chunks: ReadonlyMap<string, Uint8Array>,
  textOf: TextOf,
): Catalog {
  const lost: string[] = [];
  const read = <T>(name: string, format: string): T | null => {
    const bytes = chunks.get(name);
    try {
      const parsed = bytes && (JSON.parse(textOf(bytes)) as { format?: string });
      if (parsed && parsed.format === format) return parsed as T;
    } catch {
      // A damaged chunk: named below, the others stay usable.
    }
    lost.push(name);
    return null;
  };
  const places = read<PlacesChunk>('places.json', 'cairn-places/1') ?? EMPTY_PLACES;
  const hospitals = read<HospitalsChunk>('hospitals.json', 'cairn-hospitals/1')?.hospitals ?? [];
  const rules = read<RulesChunk>('rules.json', 'cairn-rules/1')?.rules ?? {
    fees: [],
    signals: [],
    dates: [],
  };
  const schools = read<SchoolsChunk>('schools.json', 'cairn-schools/1')?.schools ?? [];
  const sources = read<SourcesChunk>('sources.json', 'cairn-sources/1')?.sources ?? [];

  const names = new Set(index.chunks.map(({ name }) => name));
  const model = names.has('model.json') ? read<ChanceModel>('model.json', 'cairn-model/1') : null;
  const redirects = names.has('redirects.json')
    ? read<RedirectsChunk>('redirects.json', 'cairn-redirects/1')?.redirects
    : undefined;

  const buckets: { name: string; start: number }[] = [];
  const records: ProgramRecord[] = [];
  for (const { name } of index.chunks) {
    if (!/^p-[0-3][0-9a-f]\.json$/.test(name)) continue;
    const chunk = read<ProgramsChunk>(name, 'cairn-programs/1');
    if (!chunk) continue;
    buckets.push({ name, start: records.length });
    records.push(...chunk.programs);
  }

  const indexOf = <T>(list: readonly T[], key: (item: T) => string) => {
    const map = new Map(list.map((item, at) => [key(item), at]));
    return (id: string) => map.get(id) ?? -1;
  };
  const states = places.states.length > 0 ? places.states : statesOf(records);
  const columns = buildColumns(records, {
    specialty: indexOf(index.specialties, (s) => s.id),
    state: indexOf(states, (s) => s.code),
    place: indexOf(places.places, (p) => p.id),
    hospital: indexOf(hospitals, (h) => h.ccn),
    countsForBreadth: (at) => ['residency', 'combined'].includes(index.specialties[at]?.kind ?? ''),
  });

  // Only the bytes are kept: the parsed records of the whole catalog would cost several times their size.
  let open: { name: string; start: number; programs: readonly ProgramRecord[] } | undefined;
  const record = (row: number): ProgramRecord => {
    const bucket = buckets.findLast((b) => b.start <= row);
    const bytes = bucket && chunks.get(bucket.name);
    if (!bucket || !bytes) throw new RangeError(`no program in row ${row}`);
    if (open?.name !== bucket.name) {
      const parsed = JSON.parse(textOf(bytes)) as ProgramsChunk;
      open = { ...bucket, programs: parsed.programs };
    }
    const found = open.programs[row - bucket.start];
    if (!found) throw new RangeError(`no program in row ${row}`);
    return found;
  };

  return {
    index,
    columns,
    rowOf: new Map(columns.pid.map((pid, row) => [pid, row])),
    redirects: new Map(Object.entries(redirects ?? {}) as [Pid, Pid[]][]),
    specialties: index.specialties,
    states,
    places: places.places,
    placeSources: places.sources,
    zips: new Map(places.zips.map(([zip, lat, lon]) => [zip, [lat, lon]])),
    hospitals,
    rules,
    model,
    schools,
    sources,
    lost,
    record,
  };
}

/** Without the places chunk a state is only its two letters. */
function statesOf(records: readonly ProgramRecord[]) {
  return [...new Set(records.map((r) => r.state))].toSorted().map((code) => ({ code, name: code }));
}
