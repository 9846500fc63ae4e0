// The facts of one field of one program, wherever they are stored: with the program, its hospital, its city or state.
import { type Fact, type FactValue, factOf } from '#domain/fact.ts';
import { FIELDS, type FieldKey } from '#domain/field.ts';
import type { Catalog } from './catalog.ts';

/** Newest first; empty where nobody has published a value. */
export function fieldFacts(catalog: Catalog, row: number, field: FieldKey): readonly Fact[] {
  const { columns, hospitals, places, states } = catalog;
  const sourced = (value: FactValue | undefined, column: string): Fact[] => {
    const from = catalog.placeSources[column];
    return value === undefined || !from ? [] : [{ value, source: from[0], year: from[1] }];
  };
  switch (FIELDS[field].scope) {
    case 'program':
      return (catalog.record(row).facts[field] ?? []).map(factOf);
    case 'hospital': {
      const hospital = hospitals[columns.hospital[row] ?? -1];
      const fact = hospital?.facts[field === 'hospital' ? 'name' : field];
      if (fact) return [factOf(fact)];
      return [];
    }
    case 'place': {
      const place = places[columns.place[row] ?? -1];
      if (!place) return [];
      if (field === 'airportNear' || field === 'airportNext') {
        const airport = place.airports[field === 'airportNear' ? 0 : 1];
        return sourced(
          airport && `${airport.iata}, ${Math.round(airport.km / 1.609344)} mi, ${airport.size}`,
          'airports',
        );
      }
      const value =
        field === 'timeZone' ? place.timeZone : field === 'population' ? place.population : place.region;
      return sourced(value, field);
    }
    case 'state': {
      const state = states[columns.state[row] ?? -1];
      const value =
        field === 'priceLevel'
          ? state?.priceLevel
          : field === 'housingLevel'
            ? state?.housingLevel
            : state?.medianRent;
      return sourced(value, field);
    }
  }
}
