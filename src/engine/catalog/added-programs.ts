// The programs a user added, as rows after the last one of the published catalog.
import { UNCONFIRMED_BEFORE } from '#domain/catalog.ts';
import { OWN_SOURCE } from '#domain/own.ts';
import type { FactTuple } from '#domain/fact.ts';
import { PlaceId } from '#domain/ids.ts';
import type { OwnProgram } from '#domain/own-program.ts';
import type { Place, State } from '#domain/place.ts';
import type { ProgramRecord } from '#domain/program.ts';
import { fold } from '#engine/search/tokens.ts';
import { type Catalog, type Columns, UNKNOWN_BREADTH } from './catalog.ts';

const yearOf = ({ on }: OwnProgram) => Number(on.slice(0, 4));

function recordOf(program: OwnProgram, place: Place | undefined, sponsor: number): ProgramRecord {
  const own = (value: string): FactTuple => [value, OWN_SOURCE, yearOf(program)];
  const { pid, specialty, name, state, lat, lon, acgmeId, nrmpCode } = program;
  const at = { lat: lat ?? place?.lat, lon: lon ?? place?.lon };
  return {
    pid,
    status: 'active',
    specialty,
    name: [own(name)],
    ...(place && { place: place.id }),
    state,
    ...(at.lat !== undefined && at.lon !== undefined && { lat: at.lat, lon: at.lon }),
    sponsor,
    lastSeenYear: Math.max(yearOf(program), UNCONFIRMED_BEFORE),
    facts: {
      ...(acgmeId !== undefined && { acgmeId: [own(acgmeId)] }),
      ...(nrmpCode !== undefined && { nrmpCode: [own(nrmpCode)] }),
    },
    tracks: [],
  };
}

type Column = Exclude<Columns[keyof Columns], number | readonly string[]>;

/** A copy with room for more rows, which are not known: NaN in a float column, else -1 or 0 as the column has it. */
function grown<C extends Column>(column: C, count: number, more: number): C {
  // A column may hold several numbers a row.
  const each = count > 0 ? column.length / count : 1;
  const Kind = column.constructor as new (length: number) => C;
  const out = new Kind((count + more) * each);
  out.set(column as never);
  if (out instanceof Float32Array) out.fill(Number.NaN, count * each);
  if (out instanceof Int16Array) out.fill(-1, count * each);
  return out;
}

const isColumn = (value: unknown): value is Column => ArrayBuffer.isView(value);

function grownColumns(columns: Columns, more: number): Columns {
  const entries = Object.entries(columns).map(([name, column]) => [
    name,
    isColumn(column) ? grown(column, columns.count, more) : column,
  ]);
  return { ...(Object.fromEntries(entries) as Columns), count: columns.count + more };
}

/** The places of names in the alphabet, those of the added among the others; no other name is compared anew. */
function placeNames(
  columns: Columns,
  added: readonly { readonly name: string; readonly pid: string }[],
): Uint16Array {
  const { nameRank, name, pid, count } = columns;
  const ordered = new Int32Array(count);
  for (let row = 0; row < count; row++) ordered[nameRank[row] ?? 0] = row;
  const keyOf = (program: string, id: string) => `${program.toLowerCase()}\u0000${id}`;
  const before = added.map((each) => {
    const key = keyOf(each.name, each.pid);
    let [lo, hi] = [0, count];
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      const row = ordered[mid] ?? 0;
      if (keyOf(name[row] ?? '', pid[row] ?? '') < key) lo = mid + 1;
      else hi = mid;
    }
    return { at: lo, key };
  });
  const order = [...before.keys()].toSorted((a, b) => {
    const [x, y] = [before[a]!, before[b]!];
    return x.at - y.at || (x.key < y.key ? -1 : 1);
  });
  const ranks = new Uint16Array(count + added.length);
  let passed = 0;
  for (let rank = 0; rank <= count; rank++) {
    for (; passed < order.length && before[order[passed]!]!.at === rank; passed++) {
      ranks[count + order[passed]!] = rank + passed;
    }
    if (rank < count) ranks[ordered[rank]!] = rank + passed;
  }
  return ranks;
}

/** @param programs in any order; they stand in the order of their pids. */
export function addPrograms(published: Catalog, programs: readonly OwnProgram[]): Catalog {
  const sorted = programs.toSorted((a, b) => (a.pid < b.pid ? -1 : 1));
  const { count } = published.columns;
  const columns = grownColumns(published.columns, sorted.length);
  const places = [...published.places];
  const states: State[] = [...published.states];
  const placeKey = (city: string, state: string) => `${fold(city.trim())}\u0000${state}`;
  const placeAt = new Map(places.map((place, at) => [placeKey(place.city, place.state), at]));
  const stateAt = new Map(states.map(({ code }, at) => [code, at]));
  let sponsor = columns.sponsor.reduce((most, each) => Math.max(most, each), 0);

  const records = sorted.map((program, at): ProgramRecord => {
    const row = count + at;
    const { city, state, lat, lon } = program;
    const key = placeKey(city, state);
    if (!placeAt.has(key) && city.trim() !== '') {
      const where = lat !== undefined && lon !== undefined ? { lat, lon } : {};
      placeAt.set(key, places.length);
      places.push({
        id: PlaceId.parse(`own-${places.length}`),
        city: city.trim(),
        state,
        ...where,
        airports: [],
      });
    }
    if (!stateAt.has(state)) {
      stateAt.set(state, states.length);
      states.push({ code: state, name: state });
    }
    const place = placeAt.get(key) ?? -1;
    const record = recordOf(program, places[place], ++sponsor);
    // A specialty the catalog does not know (any more) is 255: no name, in no list of one specialty.
    columns.specialty[row] = published.specialties.findIndex(({ id }) => id === program.specialty);
    columns.state[row] = stateAt.get(state) ?? 0;
    columns.place[row] = place;
    if (record.lat !== undefined) columns.lat[row] = record.lat;
    if (record.lon !== undefined) columns.lon[row] = record.lon;
    // Where programs of the same city stand on the map.
    const beside = place < 0 ? -1 : published.columns.place.indexOf(place);
    columns.x[row] = columns.x[beside] ?? Number.NaN;
    columns.y[row] = columns.y[beside] ?? Number.NaN;
    columns.sponsor[row] = sponsor;
    columns.sponsorBreadth[row] = UNKNOWN_BREADTH;
    columns.lastSeenYear[row] = record.lastSeenYear;
    return record;
  });

  return {
    ...published,
    columns: {
      ...columns,
      pid: [...published.columns.pid, ...sorted.map(({ pid }) => pid)],
      name: [...published.columns.name, ...sorted.map(({ name }) => name)],
      nameRank: placeNames(published.columns, sorted),
    },
    rowOf: new Map([...published.rowOf, ...sorted.map(({ pid }, at) => [pid, count + at] as const)]),
    places,
    states,
    record: (row) => records[row - count] ?? published.record(row),
  };
}
