// A user's own values over the columns of a catalog. What many programs share (a hospital, a city, a state) is copied
// for the one program it was corrected for; the others keep what is published.
import type { OwnValue } from '#domain/correction.ts';
import { OWN_SOURCE } from '#domain/own.ts';
import type { FactTuple } from '#domain/fact.ts';
import { FIELDS, type FieldKey, type FieldScope } from '#domain/field.ts';
import type { Hospital } from '#domain/hospital.ts';
import { PlaceId } from '#domain/ids.ts';
import type { Airport, Place, State } from '#domain/place.ts';
import type { ProgramRecord } from '#domain/program.ts';
import { KM_PER_MILE } from '#engine/place/distance.ts';
import { fold } from '#engine/search/tokens.ts';
import type { Catalog } from './catalog.ts';

type Values = ReadonlyMap<FieldKey, OwnValue>;

const tuple = ({ value, year }: OwnValue): FactTuple => [value, OWN_SOURCE, year];

const inScope = (values: Values, scope: FieldScope): [FieldKey, OwnValue][] =>
  [...values].filter(([field]) => FIELDS[field].scope === scope);

function patchedHospital(hospital: Hospital | undefined, values: Values, state: string): Hospital {
  const facts = { ...hospital?.facts };
  for (const [field, own] of inScope(values, 'hospital')) {
    facts[field === 'hospital' ? 'name' : field] = tuple(own);
  }
  const named = values.get('hospital')?.value;
  const base = hospital ?? { ccn: '', name: '', city: '', state };
  return { ...base, name: typeof named === 'string' ? named : base.name, facts };
}

/** `BOS, 3 mi, large` as an airport; the form has checked it. */
function airportOf({ value }: OwnValue): Airport | null {
  const [, iata, miles, size] = /^([A-Z]{3}), (\d+) mi, (medium|large)$/.exec(String(value)) ?? [];
  if (!iata || !miles || !size) return null;
  return { iata, km: Number(miles) * KM_PER_MILE, size: size === 'large' ? 'large' : 'medium' };
}

function patchedPlace(place: Place | undefined, values: Values, state: string): Place {
  const base: Place = place ?? { id: PlaceId.parse('own'), city: '', state, airports: [] };
  const airports = [...base.airports];
  (['airportNear', 'airportNext'] as const).forEach((field, at) => {
    const own = values.get(field);
    const airport = own && airportOf(own);
    if (airport) airports[Math.min(at, airports.length)] = airport;
  });
  const [timeZone, population, region] = [
    values.get('timeZone')?.value,
    values.get('population')?.value,
    values.get('region')?.value,
  ];
  return {
    ...base,
    ...(typeof timeZone === 'string' && { timeZone }),
    ...(typeof population === 'number' && { population }),
    ...(typeof region === 'string' && { region }),
    airports,
  };
}

function patchedState(state: State, values: Values): State {
  const numbers = Object.fromEntries(
    inScope(values, 'state').flatMap(([field, { value }]) =>
      typeof value === 'number' ? [[field, value]] : [],
    ),
  );
  const region = values.get('region')?.value;
  return { ...state, ...numbers, ...(typeof region === 'string' && { region }) };
}

function patchedRecord(record: ProgramRecord, values: Values): ProgramRecord {
  const facts = { ...record.facts };
  for (const [field, own] of inScope(values, 'program')) facts[field] = [tuple(own), ...(facts[field] ?? [])];
  const { hospital, ...rest } = record;
  return values.has('hospital') || !hospital ? { ...rest, facts } : { ...rest, hospital, facts };
}

/** Hospitals by what a user calls one: its name, and its name with the state, which tells two of a name apart. */
function hospitalFinder({ hospitals }: Catalog): (name: string, state: string) => number {
  let byName: Map<string, number[]> | undefined;
  return (name, state) => {
    byName ??= hospitals.reduce((map, each, at) => {
      const key = fold(each.name).trim();
      return map.set(key, [...(map.get(key) ?? []), at]);
    }, new Map<string, number[]>());
    const named = byName.get(fold(name).trim()) ?? [];
    const here = named.filter((at) => hospitals[at]?.state === state);
    return here.length === 1 ? (here[0] ?? -1) : -1;
  };
}

/**
 * @param published the catalog nobody has touched.
 * @param all the same, with the programs the user added.
 * @param values by row, in the order of rows.
 */
export function patchColumns(published: Catalog, all: Catalog, values: ReadonlyMap<number, Values>): Catalog {
  const publishedHospital = all.columns.hospital;
  const plainHospital = publishedHospital.slice();
  const columns = {
    ...all.columns,
    hospital: publishedHospital.slice(),
    place: all.columns.place.slice(),
    // Copies of a state for single programs may be more than a byte can count.
    state: Uint16Array.from(all.columns.state),
    military: all.columns.military.slice(),
    positions: all.columns.positions.slice(),
    visaJ1: all.columns.visaJ1.slice(),
    visaH1b: all.columns.visaH1b.slice(),
  };
  const hospitals = [...all.hospitals];
  const places = [...all.places];
  const states = [...all.states];
  const hospitalNamed = hospitalFinder(published);

  for (const [row, own] of values) {
    const code = all.states[columns.state[row] ?? 0]?.code ?? '';
    const named = own.get('hospital')?.value;
    // What is published of the hospital Cairn had linked is not of the one the user names.
    if (typeof named === 'string') plainHospital[row] = hospitalNamed(named, code);
    columns.hospital[row] = plainHospital[row] ?? -1;
    if (inScope(own, 'hospital').length > 0) {
      const link = plainHospital[row] ?? -1;
      columns.hospital[row] = hospitals.push(patchedHospital(hospitals[link], own, code)) - 1;
    }
    if (inScope(own, 'place').length > 0) {
      const place = places[columns.place[row] ?? -1];
      columns.place[row] = places.push(patchedPlace(place, own, code)) - 1;
    }
    const state = states[columns.state[row] ?? 0];
    if (state && (own.has('region') || inScope(own, 'state').length > 0)) {
      columns.state[row] = states.push(patchedState(state, own)) - 1;
    }
    const value = (field: FieldKey) => own.get(field)?.value;
    const [positions, j1, h1b, kind] = [
      value('positions'),
      value('visaJ1'),
      value('visaH1b'),
      value('programType'),
    ];
    if (typeof positions === 'number') columns.positions[row] = positions;
    if (typeof j1 === 'boolean') columns.visaJ1[row] = Number(j1);
    if (typeof h1b === 'boolean') columns.visaH1b[row] = Number(h1b);
    if (kind !== undefined) columns.military[row] = Number(kind === 'Military');
  }

  const plain = { hospital: plainHospital, place: all.columns.place, state: all.columns.state };
  return {
    ...all,
    columns,
    hospitals,
    places,
    states,
    record: (row) => {
      const record = all.record(row);
      const own = values.get(row);
      return own ? patchedRecord(record, own) : record;
    },
    own: { values, plain, publishedHospital, plainRecord: all.record },
  };
}
