import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OwnValue } from '#domain/correction.ts';
import type { FactValue } from '#domain/fact.ts';
import { FIELD_KEYS, type FieldKey } from '#domain/field.ts';
import { FIELD_INPUTS, type FieldInput } from '#domain/field-input.ts';
import type { DealBreaker } from '#domain/wishes.ts';
import { CRITERION_KEYS } from '#domain/wishes.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { decodeCatalog } from '#engine/catalog/decode.ts';
import { fieldFacts } from '#engine/catalog/field-facts.ts';
import { ownCatalog, ownCatalogs } from '#engine/catalog/own-catalog.ts';
import { programDetail } from '#engine/catalog/program-row.ts';
import { fitModels } from '#engine/fit/fit-model.ts';
import { fitOf } from '#engine/fit/score.ts';
import { listRows } from '#engine/search/list.ts';
import { buildSearchIndex } from '#engine/search/search-index.ts';
import {
  askerWith,
  BOSTON,
  chunkBytes,
  INDEX,
  pid,
  PROGRAMS,
  smallCatalog,
  textOf,
} from '../../fixtures/small-catalog.ts';

import { own } from '../../fixtures/own-things.ts';

const catalog = smallCatalog();
const rowIn = ({ rowOf }: Catalog, letter: string) => rowOf.get(pid(letter)) ?? -1;
const factsIn = (seen: Catalog, letter: string, field: FieldKey) =>
  fieldFacts(seen, rowIn(seen, letter), field).map(({ value, source }) => [value, source]);

/** An asker who weighs everything there is. */
const weighing = askerWith(
  { home: BOSTON, ties: [BOSTON], visa: 'j1' },
  {
    weights: Object.fromEntries(CRITERION_KEYS.map((key, at) => [key, 1 + (at % 5)])),
    preferences: { ...askerWith().wishes.preferences, states: ['MA'], ownership: ['nonprofit'] },
  },
);
const fitsIn = (seen: Catalog) => {
  const { scores } = fitModels(seen)(weighing);
  return seen.columns.pid.map((id, row) => [id, fitOf(scores, row)]);
};

describe('a value of the user’s own', () => {
  it('stands before the published ones, which stay', () => {
    const seen = ownCatalog(catalog, [own('a', 'positions', 14), own('a', 'beds', 650)]);
    expect(factsIn(seen, 'a', 'positions')).toEqual([
      [14, 'yours'],
      [12, 'florida'],
    ]);
    expect(factsIn(seen, 'a', 'beds')).toEqual([
      [650, 'yours'],
      [700, 'cost'],
    ]);
  });

  it('fills a blank of a program without a hospital or a city', () => {
    const seen = ownCatalog(catalog, [own('f', 'beds', 300), own('f', 'population', 90_000)]);
    expect(factsIn(seen, 'f', 'beds')).toEqual([[300, 'yours']]);
    expect(factsIn(seen, 'f', 'population')).toEqual([[90_000, 'yours']]);
    expect(factsIn(seen, 'f', 'ownership')).toEqual([]);
    const detail = programDetail(seen, fitModels(seen)(askerWith()), rowIn(seen, 'f'));
    expect(detail.city).toBeNull();
  });

  it('is that of one program: others of the same hospital, city and state keep what is published', () => {
    const seen = ownCatalog(catalog, [
      own('a', 'beds', 10),
      own('a', 'population', 10),
      own('a', 'priceLevel', 90),
      own('a', 'timeZone', 'America/Chicago'),
    ]);
    expect(factsIn(seen, 'e', 'population')).toEqual([[675_000, 'places']]);
    expect(factsIn(seen, 'b', 'priceLevel')).toEqual([[108, 'places']]);
    expect(factsIn(seen, 'd', 'timeZone')).toEqual([['America/New_York', 'places']]);
    const detail = programDetail(seen, fitModels(seen)(askerWith()), rowIn(seen, 'a'));
    expect([detail.timeZone, detail.city, detail.state]).toEqual(['America/Chicago', 'Boston', 'MA']);
  });

  it('takes the figures of another hospital along when another is named, and only blanks of one nobody knows', () => {
    const known = ownCatalog(catalog, [own('b', 'hospital', 'harbor medical center')]);
    expect(factsIn(known, 'b', 'beds')).toEqual([[700, 'cost']]);
    const unknown = ownCatalog(catalog, [own('a', 'hospital', 'New Wing'), own('a', 'beds', 80)]);
    expect(factsIn(unknown, 'a', 'ownership')).toEqual([]);
    expect(factsIn(unknown, 'a', 'beds')).toEqual([[80, 'yours']]);
    expect(factsIn(unknown, 'a', 'hospital')).toEqual([
      ['New Wing', 'yours'],
      ['Harbor Medical Center', 'list'],
    ]);
  });

  it.each<[string, OwnValue, string]>([
    ['classSize', own('b', 'positions', 3), 'b'],
    ['visa', own('b', 'visaJ1', true), 'b'],
    ['hospitalSize', own('a', 'beds', 100), 'a'],
    ['teaching', own('a', 'residentBedRatio', 0.8), 'a'],
    ['trauma', own('a', 'traumaLevel', 'V'), 'a'],
    ['setting', own('a', 'setting', 'rural'), 'a'],
    ['ownership', own('a', 'ownership', 'Proprietary'), 'a'],
    ['citySize', own('b', 'population', 20_000), 'b'],
    ['cost', own('b', 'priceLevel', 85), 'b'],
    ['region', own('c', 'region', 'Northeast'), 'c'],
    ['airport', own('b', 'airportNear', 'ORH, 4 mi, medium'), 'b'],
  ])('counts in the fit: %s', (criterion, correction, letter) => {
    const asker = askerWith(
      { visa: 'j1' },
      {
        weights: { [criterion]: 3 },
        preferences: { ...weighing.wishes.preferences, states: [], regions: ['Northeast'] },
      },
    );
    const fitOfLetter = (seen: Catalog) =>
      fitOf(fitModels(seen)(asker).scores, rowIn(seen, letter))?.value ?? null;
    const before = fitOfLetter(catalog);
    const after = fitOfLetter(ownCatalog(catalog, [correction]));
    expect(after).not.toBeNull();
    expect(after).not.toBe(before);
  });

  it.each<[DealBreaker, OwnValue, string]>([
    [{ kind: 'military' }, own('a', 'programType', 'Military'), 'a'],
    [{ kind: 'for-profit' }, own('a', 'ownership', 'Proprietary'), 'a'],
    [{ kind: 'rural' }, own('a', 'setting', 'rural'), 'a'],
    [{ kind: 'city-under', people: 50_000 }, own('b', 'population', 20_000), 'b'],
  ])('is obeyed by deal-breakers: %j', (breaker, correction, letter) => {
    const asker = askerWith({}, { dealBreakers: [breaker] });
    const isOut = (seen: Catalog) => fitModels(seen)(asker).excluded[rowIn(seen, letter)] === 1;
    expect(isOut(catalog)).toBe(false);
    expect(isOut(ownCatalog(catalog, [correction]))).toBe(true);
  });

  it('takes a deal-breaker back, too', () => {
    const asker = askerWith({}, { dealBreakers: [{ kind: 'military' }] });
    const seen = ownCatalog(catalog, [own('f', 'programType', 'Community')]);
    expect(fitModels(catalog)(asker).excluded[rowIn(catalog, 'f')]).toBe(1);
    expect(fitModels(seen)(asker).excluded[rowIn(seen, 'f')]).toBe(0);
  });

  it('is obeyed by the filter of regions', () => {
    const seen = ownCatalog(catalog, [own('c', 'region', 'Northeast')]);
    const rows = listRows(seen, () => buildSearchIndex(seen), fitModels(seen)(askerWith()), {
      text: '',
      filter: { regions: ['Northeast'] },
      sort: 'name',
    }).rows;
    expect([...rows]).toContain(rowIn(seen, 'c'));
  });

  it('goes along when its program is merged into another, whose own value stands before it', () => {
    const merged = { ...catalog, redirects: new Map([[pid('z'), [pid('a')]]]) };
    const moved = own('z', 'beds', 40);
    expect(factsIn(ownCatalog(merged, [moved]), 'a', 'beds')[0]).toEqual([40, 'yours']);
    for (const list of [
      [moved, own('a', 'beds', 50)],
      [own('a', 'beds', 50), moved],
    ]) {
      expect(factsIn(ownCatalog(merged, list), 'a', 'beds')[0]).toEqual([50, 'yours']);
    }
    const seen = ownCatalog(merged, [moved]);
    const detail = programDetail(seen, fitModels(seen)(askerWith()), rowIn(seen, 'a'));
    expect(detail.fields.find(({ field }) => field === 'beds')?.ownUnder).toBe(pid('z'));
  });

  it('costs nothing where there is none: the published catalog itself comes back', () => {
    expect(ownCatalog(catalog)).toBe(catalog);
    expect(ownCatalog(catalog, [own('z', 'beds', 5)], [])).toBe(catalog);
    expect(ownCatalogs(catalog)({ ...askerWith(), corrections: [], ownPrograms: [] })).toBe(catalog);
  });

  it('is laid over once for equal lists, and anew for another', () => {
    const seenBy = ownCatalogs(catalog);
    const ask = (beds: number) => seenBy({ ...askerWith(), corrections: [own('a', 'beds', beds)] });
    expect(ask(5)).toBe(ask(5));
    expect(ask(5)).not.toBe(ask(6));
  });
});

/** Any value that may be entered for a field. */
function valueOf(input: FieldInput): fc.Arbitrary<FactValue> {
  switch (input.kind) {
    case 'number':
      return fc.integer({ min: Math.ceil(input.min), max: Math.floor(input.max) });
    case 'share':
      return fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
    case 'yes-no':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...input.choices.map(({ value }) => value));
    case 'airport':
      return fc.constantFrom('BOS, 3 mi, large', 'ORH, 40 mi, medium');
    default:
      return fc.constantFrom('Harbor Medical Center', 'something', '4002421009');
  }
}
const correction: fc.Arbitrary<OwnValue> = fc
  .tuple(fc.constantFrom(...FIELD_KEYS), fc.constantFrom(...'abcdefgz'))
  .chain(([field, letter]) => valueOf(FIELD_INPUTS[field]).map((value) => own(letter, field, value)));
const corrections = fc.uniqueArray(correction, {
  selector: ({ pid: id, field }) => `${id}/${field}`,
  maxLength: 12,
});

describe('all the values of a user’s own', () => {
  it('make the same fits in whatever order they come', () => {
    fc.assert(
      fc.property(
        corrections.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(fitsIn(ownCatalog(catalog, shuffled))).toEqual(fitsIn(ownCatalog(catalog, list)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leave no trace once they are withdrawn', () => {
    const seenBy = ownCatalogs(catalog);
    const before = fitsIn(catalog);
    fc.assert(
      fc.property(corrections, (list) => {
        const some = list.slice(0, list.length >> 1);
        const fits = fitsIn(seenBy({ ...askerWith(), corrections: some }));
        seenBy({ ...askerWith(), corrections: list });
        expect(fitsIn(seenBy({ ...askerWith(), corrections: some }))).toEqual(fits);
        expect(fitsIn(seenBy({ ...askerWith(), corrections: [] }))).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('outlive a new catalog: each one still wins, whatever is published since', () => {
    const newer = chunkBytes();
    const changed = PROGRAMS.map((program) => ({
      ...program,
      facts: { ...program.facts, positions: [[40, 'list', 2027]], visaJ1: [[false, 'list', 2027]] },
    }));
    for (const [name, from, to] of [
      ['p-00.json', 0, 3],
      ['p-01.json', 3, 7],
    ] as const) {
      const chunk = {
        format: 'cairn-programs/1',
        bucket: name.slice(2, 4),
        programs: changed.slice(from, to),
      };
      newer.set(name, new TextEncoder().encode(JSON.stringify(chunk)));
    }
    const next = decodeCatalog({ ...INDEX, version: 2 }, newer, textOf);
    fc.assert(
      fc.property(corrections, (list) => {
        const frozen = structuredClone(list);
        const seen = ownCatalog(next, list);
        expect(list).toEqual(frozen);
        for (const { pid: id, field, value } of list) {
          const row = seen.rowOf.get(id);
          if (row === undefined) continue;
          expect(fieldFacts(seen, row, field)[0]).toMatchObject({ value, source: 'yours' });
        }
      }),
      { numRuns: 60 },
    );
  });
});
