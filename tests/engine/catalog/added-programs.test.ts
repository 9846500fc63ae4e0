import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OwnValue } from '#domain/correction.ts';
import { type OwnProgram } from '#domain/own-program.ts';
import { fieldFacts } from '#engine/catalog/field-facts.ts';
import { ownCatalog } from '#engine/catalog/own-catalog.ts';
import { programDetail } from '#engine/catalog/program-row.ts';
import { fitModels } from '#engine/fit/fit-model.ts';
import { listRows } from '#engine/search/list.ts';
import { buildSearchIndex, withOwnRows } from '#engine/search/search-index.ts';
import { askerWith, BOSTON, pid, PSYCHIATRY, smallCatalog } from '../../fixtures/small-catalog.ts';
import { added, own } from '../../fixtures/own-things.ts';

const catalog = smallCatalog();

describe('a program the user added', () => {
  const lakeside = added();
  const seen = ownCatalog(catalog, [own('a', 'positions', 14)], [lakeside]);
  const row = seen.rowOf.get(lakeside.pid) ?? -1;
  const index = buildSearchIndex(catalog);

  it('stands behind the published rows, with its place known and everything else blank', () => {
    const model = fitModels(seen)(askerWith({ home: BOSTON }, { weights: { home: 3, sponsorBreadth: 2 } }));
    const detail = programDetail(seen, model, row);
    expect(row).toBe(catalog.columns.count);
    expect(detail).toMatchObject({
      name: 'Lakeside Hospital Program',
      city: 'Boston',
      timeZone: 'America/New_York',
      unconfirmed: false,
      milesFromHome: expect.closeTo(0, 2),
      specialtyId: PSYCHIATRY,
      siblings: [],
    });
    expect(detail.fit).toMatchObject({ value: expect.closeTo(1, 5), coverage: expect.closeTo(0.6, 5) });
    expect(detail.fields.find(({ field }) => field === 'beds')?.facts).toEqual([]);
    expect(catalog.rowOf.has(lakeside.pid)).toBe(false);
  });

  it('can be given values like any other', () => {
    const value: OwnValue = { pid: lakeside.pid, field: 'visaJ1', value: true, year: 2026 };
    const both = ownCatalog(catalog, [value], [lakeside]);
    expect(fieldFacts(both, row, 'visaJ1')).toEqual([{ value: true, source: 'yours', year: 2026 }]);
  });

  it('is found by its name, its city and its code beside the others, typos forgiven', () => {
    const coded = ownCatalog(catalog, [], [added({ acgmeId: '4009999999' })]);
    const words = withOwnRows(index, coded);
    const found = (text: string) =>
      [
        ...listRows(coded, () => words, fitModels(coded)(askerWith()), { text, filter: {}, sort: 'best' })
          .rows,
      ].map((each) => coded.columns.pid[each]);
    expect(found('lakeside')).toEqual(['u000000001']);
    expect(found('lakesde')).toEqual(['u000000001']);
    expect(found('4009999999')).toEqual(['u000000001']);
    expect(found('boston psych')).toEqual(expect.arrayContaining(['u000000001', pid('a')]));
    expect(found('seattle')).toEqual([pid('c')]);
  });

  it('leaves the index the same as one built from scratch', () => {
    const fresh = buildSearchIndex(seen);
    const grown = withOwnRows(index, seen);
    const postings = (from: typeof fresh) =>
      from.words.map((word, w) => [
        word,
        [...from.rows.subarray(from.starts[w] ?? 0, from.starts[w + 1] ?? 0)].toSorted((a, b) => a - b),
      ]);
    expect(postings(grown)).toEqual(postings(fresh));
  });

  it('takes its place in the alphabet as if it had always been there', () => {
    const name = fc.constantFrom('Aa', 'Harbor Medical Center Program', 'Hi', 'Zz', 'old mill', 'Cascade');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, fc.integer({ min: 0, max: 9 })), {
          maxLength: 6,
          selector: (each) => each[1],
        }),
        (list) => {
          const { columns } = ownCatalog(
            catalog,
            [],
            list.map(([text, digit]) => added({ pid: `u00000000${digit}` as OwnProgram['pid'], name: text })),
          );
          const byRank = [...columns.nameRank.keys()].toSorted(
            (a, b) => (columns.nameRank[a] ?? 0) - (columns.nameRank[b] ?? 0),
          );
          const keys = byRank.map((each) => `${columns.name[each]?.toLowerCase()}\u0000${columns.pid[each]}`);
          expect(keys).toEqual(keys.toSorted());
          expect(new Set(columns.nameRank).size).toBe(columns.count);
        },
      ),
    );
  });

  it('may lie in a city or a state no program of the catalog is in', () => {
    const far = added({ city: 'Koror', state: 'PW', lat: 7.34, lon: 134.47 });
    const there = ownCatalog(catalog, [], [far]);
    const detail = programDetail(there, fitModels(there)(askerWith()), there.rowOf.get(far.pid) ?? -1);
    expect(detail).toMatchObject({ city: 'Koror', state: 'PW', timeZone: null });
  });
});
