// Wishes that exclude. Only a known fact excludes: a program whose value is not published stays in the list.
import type { Asker } from '#domain/query.ts';
import type { DealBreaker } from '#domain/wishes.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { milesToAll } from '#engine/place/distance.ts';
import { ownerKind } from './measure.ts';

function test(catalog: Catalog, asker: Asker, breaker: DealBreaker): (row: number) => boolean {
  const { columns, states, places, hospitals } = catalog;
  const stateOf = (row: number) => states[columns.state[row] ?? 0]?.code ?? '';
  const hospitalFact = (row: number, key: string) =>
    String(hospitals[columns.hospital[row] ?? -1]?.facts[key]?.[0] ?? '');
  switch (breaker.kind) {
    case 'farther-than': {
      if (!asker.profile.home) return () => false;
      const miles = milesToAll(asker.profile.home, columns.lat, columns.lon);
      return (row) => (miles[row] ?? Number.NaN) > breaker.miles;
    }
    case 'not-in-states':
      return (row) => breaker.states.includes(stateOf(row));
    case 'only-in-states':
      return (row) => !breaker.states.includes(stateOf(row));
    case 'military':
      return (row) => columns.military[row] === 1;
    case 'for-profit':
      return (row) => ownerKind(hospitalFact(row, 'ownership')) === 'for-profit';
    case 'rural':
      return (row) => hospitalFact(row, 'setting').toLowerCase() === 'rural';
    case 'city-under':
      return (row) =>
        (places[columns.place[row] ?? -1]?.population ?? Number.POSITIVE_INFINITY) < breaker.people;
  }
}

/** For every program the number (from 1) of the first deal-breaker that excludes it, or 0. */
export function excludedBy(catalog: Catalog, asker: Asker): Uint8Array {
  const out = new Uint8Array(catalog.columns.count);
  asker.wishes.dealBreakers.forEach((breaker, at) => {
    const excludes = test(catalog, asker, breaker);
    for (let row = 0; row < out.length; row++) if (out[row] === 0 && excludes(row)) out[row] = at + 1;
  });
  return out;
}
