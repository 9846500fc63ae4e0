import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fitModels } from '#engine/fit/fit-model.ts';
import { listRows } from '#engine/search/list.ts';
import { buildSearchIndex } from '#engine/search/search-index.ts';
import type { ProgramFilter, ProgramQuery } from '#domain/query.ts';
import { editsBetween } from '#engine/search/typo.ts';
import { askerWith, BOSTON, PSYCHIATRY, pid, smallCatalog } from '../../fixtures/small-catalog.ts';

const catalog = smallCatalog();
const built = buildSearchIndex(catalog);
const index = () => built;
const model = fitModels(catalog);
const found = (
  text: string,
  filter: ProgramFilter = {},
  sort: ProgramQuery['sort'] = 'best',
  asker = askerWith(),
) =>
  Array.from(listRows(catalog, index, model(asker), { text, filter, sort }).rows, (row) =>
    catalog.columns.pid[row]?.at(-1),
  ).join('');

describe('search', () => {
  it.each([
    ['harbor', 'ae'],
    ['harbor psych', 'a'],
    ['psych seattle', 'c'],
    ['washington', 'c'],
    ['seatle', 'c'],
    ['hilside', 'b'],
    ['psychaitry cascade', 'c'],
    ['st brendan', 'f'],
    ['4002421001', 'a'],
    ['1265400C0', 'a'],
    ['HARBÓR', 'ae'],
    ['zebra', ''],
  ])('finds %j', (text, expected) => expect(found(text)).toBe(expected));

  it('puts a whole word before a beginning', () => {
    expect(found('university')).toHaveLength(2);
    expect(found('hill')).toBe('b');
  });

  it('says how it understood a misspelled word', () => {
    expect(
      listRows(catalog, index, model(askerWith()), { text: 'seatle psych', filter: {}, sort: 'best' })
        .understood,
    ).toBe('seattle psych');
    expect(
      listRows(catalog, index, model(askerWith()), { text: 'seattle', filter: {}, sort: 'best' }).understood,
    ).toBeNull();
  });

  it('survives anything typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => found(text).length <= catalog.columns.count),
    );
  });
});

describe('counting edits', () => {
  const naive = (a: string, b: string): number => {
    const d = Array.from({ length: a.length + 1 }, (_, i) =>
      Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
    );
    for (let i = 1; i <= a.length; i++)
      for (let j = 1; j <= b.length; j++) {
        let best = Math.min(
          (d[i - 1]?.[j] ?? 0) + 1,
          (d[i]?.[j - 1] ?? 0) + 1,
          (d[i - 1]?.[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        );
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          best = Math.min(best, (d[i - 2]?.[j - 2] ?? 0) + 1);
        (d[i] ?? [])[j] = best;
      }
    return d[a.length]?.[b.length] ?? 0;
  };

  it('agrees with the full table up to its limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 2 }), (a, b, limit) => {
        expect(editsBetween(a, b, limit)).toBe(Math.min(naive(a, b), limit + 1));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('filters', () => {
  it('hides unconfirmed rows and independent tracks until asked, and counts them', () => {
    const { rows, hidden } = listRows(catalog, index, model(askerWith()), {
      text: '',
      filter: { specialty: PSYCHIATRY },
      sort: 'name',
    });
    expect(rows).toHaveLength(4);
    expect(hidden).toEqual({ dealBreaker: 0, unconfirmed: 1, independent: 1 });
    expect(found('', { specialty: PSYCHIATRY, unconfirmed: true, independent: true }, 'name')).toHaveLength(
      6,
    );
  });

  it('never hides what the user kept', () => {
    const asker = askerWith({ home: BOSTON }, { dealBreakers: [{ kind: 'farther-than', miles: 1 }] });
    expect(found('', { only: [pid('d'), pid('c')] }, 'name', asker)).toBe('cd');
  });

  it('keeps to states, regions and a distance, and leaves out places it does not know', () => {
    expect(found('', { states: ['WA'] })).toBe('c');
    expect(found('', { regions: ['Northeast'] }, 'name')).toBe('aebf');
    expect(found('', { withinMiles: 50, from: BOSTON }, 'name')).toBe('aeb');
  });

  it('sorts by distance with unknown places last', () => {
    expect(found('', { specialty: PSYCHIATRY }, 'distance', askerWith({ home: BOSTON }))).toBe('abcf');
  });
});
