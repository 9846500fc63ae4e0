// The facts of one field of one program, wherever they are stored: with the program, its hospital, its city or state.
import { OWN_SOURCE } from '#domain/own.ts';
import { type Fact, type FactValue, factOf } from '#domain/fact.ts';
import { FIELDS, type FieldKey } from '#domain/field.ts';
import type { Catalog } from './catalog.ts';

/** The user's own value first, then what is published, newest first; empty where there is neither. */
export function fieldFacts(catalog: Catalog, row: number, field: FieldKey): readonly Fact[] {
  const facts = publishedFacts(catalog, row, field);
  const mine = catalog.own?.values.get(row)?.get(field);
  return mine ? [{ value: mine.value, source: OWN_SOURCE, year: mine.year }, ...facts] : facts;
}

/** What is published of a field, newest first. */
export function publishedFacts(catalog: Catalog, row: number, field: FieldKey): readonly Fact[] {
  const { hospitals, places, states, own } = catalog;
  const columns = own?.plain ?? catalog.columns;
  const sourced = (value: FactValue | undefined, column: string): Fact[] => {
    const from = catalog.placeSources[column];
    return value === undefined || !from ? [] : [{ value, source: from[0], year: from[1] }];
  };
  switch (FIELDS[field].scope) {
    case 'program':
      return ((own?.plainRecord(row) ?? catalog.record(row)).facts[field] ?? []).map(factOf);
    case 'hospital': {
      const links = field === 'hospital' && own ? own.publishedHospital : columns.hospital;
      const hospital = hospitals[links[row] ?? -1];
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
