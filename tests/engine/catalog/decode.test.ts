import { describe, expect, it } from 'vitest';
import { fieldFacts } from '#engine/catalog/field-facts.ts';
import { programDetail } from '#engine/catalog/program-row.ts';
import { fitModels } from '#engine/fit/fit-model.ts';
import { askerWith, chunkBytes, PROGRAMS, pid, smallCatalog, textOf } from '../../fixtures/small-catalog.ts';

describe('decoding a catalog', () => {
  it('finds every program again in its bucket', () => {
    const catalog = smallCatalog();
    expect(catalog.lost).toEqual([]);
    expect(PROGRAMS.map(({ pid: id }) => catalog.record(catalog.rowOf.get(id) ?? -1))).toEqual(PROGRAMS);
  });

  it('names a damaged and a missing chunk and keeps the rest usable', () => {
    const chunks = chunkBytes();
    chunks.delete('schools.json');
    chunks.set(
      'p-01.json',
      new TextEncoder().encode(`${textOf(chunks.get('p-01.json') ?? new Uint8Array())}?`),
    );
    const catalog = smallCatalog(chunks);
    expect(catalog.lost.toSorted()).toEqual(['p-01.json', 'schools.json']);
    expect(catalog.columns.pid).toEqual(PROGRAMS.slice(0, 3).map((p) => p.pid));
  });

  it('still knows the states when the places are lost', () => {
    const chunks = chunkBytes();
    chunks.set('places.json', new TextEncoder().encode('<!doctype html>'));
    const catalog = smallCatalog(chunks);
    expect(catalog.states.map((s) => s.code)).toEqual(['MA', 'WA']);
    expect(catalog.columns.place.every((at) => at === -1)).toBe(true);
  });

  it('counts other specialties of a sponsor, without the program’s own', () => {
    const { columns, rowOf } = smallCatalog();
    expect(columns.sponsorBreadth[rowOf.get(pid('a')) ?? -1]).toBe(1);
    expect(columns.sponsorBreadth[rowOf.get(pid('c')) ?? -1]).toBe(0);
  });
});

describe('the facts of a program', () => {
  const catalog = smallCatalog();
  const row = (letter: string) => catalog.rowOf.get(pid(letter)) ?? -1;

  it('come with source and year wherever they are stored', () => {
    expect(fieldFacts(catalog, row('a'), 'positions')).toEqual([
      { value: 12, source: 'florida', year: 2026 },
    ]);
    expect(fieldFacts(catalog, row('a'), 'beds')).toEqual([{ value: 700, source: 'cost', year: 2021 }]);
    expect(fieldFacts(catalog, row('a'), 'population')).toEqual([
      { value: 675_000, source: 'places', year: 2023 },
    ]);
    expect(fieldFacts(catalog, row('a'), 'medianRent')).toEqual([
      { value: 1700, source: 'places', year: 2023 },
    ]);
  });

  it('are empty where nobody has published a value', () => {
    expect(fieldFacts(catalog, row('f'), 'population')).toEqual([]);
    expect(fieldFacts(catalog, row('b'), 'beds')).toEqual([]);
    expect(fieldFacts(catalog, row('c'), 'salary')).toEqual([]);
  });

  it('list siblings of the same sponsor, never the program itself', () => {
    const detail = programDetail(catalog, fitModels(catalog)(askerWith()), row('a'));
    expect(detail.siblings.map((s) => s.pid)).toEqual([pid('e'), pid('g')]);
    expect(detail.fit).toBeNull();
  });
});
