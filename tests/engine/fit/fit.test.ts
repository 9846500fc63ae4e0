import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { CRITERION_KEYS } from '#domain/wishes.ts';
import { explainFit } from '#engine/fit/explain.ts';
import { fitModels } from '#engine/fit/fit-model.ts';
import { measureAll, ownerKind } from '#engine/fit/measure.ts';
import { orderByFit } from '#engine/fit/order.ts';
import { columnOf, fitOf, isTie, scoreAll } from '#engine/fit/score.ts';
import { seededRandom } from '#engine/random.ts';
import { askerWith, BOSTON, pid, smallCatalog } from '../../fixtures/small-catalog.ts';

const catalog = smallCatalog();
const model = fitModels(catalog);
const row = (letter: string) => catalog.rowOf.get(pid(letter)) ?? -1;

describe('a score', () => {
  const columns = [
    { criterion: 'home' as const, weight: 3, ...columnOf(Float32Array.of(1, 0.5, Number.NaN)) },
    { criterion: 'cost' as const, weight: 1, ...columnOf(Float32Array.of(0, Number.NaN, Number.NaN)) },
  ];

  it('is the weighted mean of what is known, and its range puts the unknown at worst and best', () => {
    const scores = scoreAll(columns, 3);
    expect(fitOf(scores, 0)).toEqual({ value: 0.75, lo: 0.75, hi: 0.75, coverage: 1 });
    expect(fitOf(scores, 1)).toEqual({ value: 0.5, lo: 0.375, hi: 0.625, coverage: 0.75 });
  });

  it('is no number at all where nothing weighed is known, or nothing is weighed', () => {
    expect(fitOf(scoreAll(columns, 3), 2)).toBeNull();
    expect(scoreAll([], 3)).toBeNull();
  });

  it('never leaves its range, and an unknown only widens it', () => {
    const value = fc.option(fc.float({ min: 0, max: 1, noNaN: true }), { nil: Number.NaN });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), value), { minLength: 1, maxLength: 8 }),
        (parts) => {
          const fit = fitOf(
            scoreAll(
              parts.map(([weight, x]) => ({ criterion: 'home', weight, ...columnOf(Float32Array.of(x)) })),
              1,
            ),
            0,
          );
          if (!fit) return parts.every(([, x]) => Number.isNaN(x));
          return (
            fit.lo <= fit.value + 1e-6 &&
            fit.value <= fit.hi + 1e-6 &&
            fit.hi - fit.lo <= 1 - fit.coverage + 1e-6
          );
        },
      ),
    );
  });

  it('never falls when more weight goes to a criterion the program is best on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.float({ min: 0, max: 1, noNaN: true })), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.integer({ min: 1, max: 4 }),
        (others, weight) => {
          const score = (w: number) =>
            scoreAll(
              [
                { criterion: 'home', weight: w, ...columnOf(Float32Array.of(1)) },
                ...others.map(([o, x]) => ({
                  criterion: 'cost' as const,
                  weight: o,
                  ...columnOf(Float32Array.of(x)),
                })),
              ],
              1,
            )?.value[0] ?? 0;
          return score(weight + 1) >= score(weight) - 1e-6;
        },
      ),
    );
  });

  it('adds up many rows and columns as it would each by itself', () => {
    const random = seededRandom(11);
    const count = 2100;
    for (const size of [1, 7, 8, 9, 17]) {
      const values = Array.from({ length: size }, (_, at) =>
        Float32Array.from({ length: count }, () => (at % 2 === 0 && random() < 0.3 ? Number.NaN : random())),
      );
      const weights = values.map((_, at) => 1 + (at % 5));
      const scores = scoreAll(
        values.map((column, at) => ({ criterion: 'home', weight: weights[at] ?? 0, ...columnOf(column) })),
        count,
      );
      for (let row = 0; row < count; row++) {
        const parts = values.map((column, at) => ({ x: column[row] ?? 0, weight: weights[at] ?? 0 }));
        const known = parts.filter(({ x }) => !Number.isNaN(x));
        const points = known.reduce((sum, { x, weight }) => sum + weight * x, 0);
        const sure = known.reduce((sum, { weight }) => sum + weight, 0);
        expect(scores?.points[row]).toBeCloseTo(points, 5);
        expect(scores?.sure[row]).toBe(sure);
        if (sure > 0) expect(scores?.value[row]).toBeCloseTo(points / sure, 6);
        else expect(scores?.value[row]).toBeNaN();
      }
    }
  });

  it('ties two programs that only a one-sided fact sets apart', () => {
    const parted = [
      { criterion: 'home' as const, weight: 2, ...columnOf(Float32Array.of(0.6, 0.6)) },
      { criterion: 'visa' as const, weight: 1, ...columnOf(Float32Array.of(1, Number.NaN)) },
    ];
    const scores = scoreAll(parted, 2);
    expect(scores && isTie(parted, scores, 0, 1)).toBe(true);
    const known = [{ criterion: 'home' as const, weight: 2, ...columnOf(Float32Array.of(0.6, 0.5)) }];
    const clear = scoreAll(known, 2);
    expect(clear && isTie(known, clear, 0, 1)).toBe(false);
  });
});

describe('measuring', () => {
  const at = (
    criterion: (typeof CRITERION_KEYS)[number],
    letter: string,
    asker = askerWith({ home: BOSTON }),
  ) => measureAll(catalog, asker, criterion)[row(letter)];

  it('gives every criterion only values from 0 to 1, or unknown', () => {
    const asker = askerWith(
      { home: BOSTON, ties: [BOSTON], visa: 'any' },
      { preferences: { ...askerWith().wishes.preferences, states: ['MA'], ownership: ['nonprofit'] } },
    );
    for (const criterion of CRITERION_KEYS)
      for (const x of measureAll(catalog, asker, criterion))
        expect(Number.isNaN(x) || (x >= 0 && x <= 1), criterion).toBe(true);
  });

  it('halves nearness every 300 miles and knows nothing of a program without a place', () => {
    expect(at('home', 'a')).toBeCloseTo(1, 5);
    expect(at('home', 'c')).toBeCloseTo(2 ** (-2490 / 300), 2);
    expect(at('home', 'f')).toBeNaN();
  });

  it('takes the nearest of several ties', () => {
    const ties = [{ label: 'Seattle', lat: 47.61, lon: -122.33 }, BOSTON];
    expect(at('ties', 'c', askerWith({ ties }))).toBeCloseTo(1, 5);
    expect(at('ties', 'a', askerWith({ ties }))).toBeCloseTo(1, 5);
  });

  it('leaves a visa nobody has published unknown, never no', () => {
    const asker = askerWith({ visa: 'j1' });
    expect(['a', 'b', 'c'].map((letter) => at('visa', letter, asker))).toEqual([1, 0, Number.NaN]);
  });

  it('needs both visas unpublished or refused before "any" is not a yes', () => {
    const asker = askerWith({ visa: 'any' });
    expect(['a', 'b', 'c'].map((letter) => at('visa', letter, asker))).toEqual([1, Number.NaN, Number.NaN]);
  });

  it('reads the four kinds of owner from the published wording', () => {
    expect(
      [
        'Voluntary non-profit - Church',
        'Government - State',
        'Department of Defense',
        'Physician',
        'Tribal',
        '',
      ].map(ownerKind),
    ).toEqual(['nonprofit', 'public', 'federal', 'for-profit', 'nonprofit', null]);
  });
});

describe('criteria of the user’s own', () => {
  const own = (letter: string, value: number, certainty: number) => [
    {
      key: 'insight:culture',
      label: 'Culture',
      weight: 2 as const,
      marks: [{ pid: pid(letter), value, certainty }],
    },
  ];

  it('count as known only as far as they can be trusted, and stay unknown elsewhere', () => {
    const fit = model({ ...askerWith({ home: BOSTON }, { weights: { home: 2 } }), own: own('a', 0.5, 0.5) });
    const near = fitOf(fit.scores, row('a'));
    expect(near?.coverage).toBeCloseTo(0.75, 5);
    expect(near?.value).toBeCloseTo((2 * 1 + 2 * 0.25) / 3, 5);
    expect(fitOf(fit.scores, row('b'))?.coverage).toBeCloseTo(0.5, 5);
  });

  it('are explained by their own label and mark', () => {
    const fit = model({ ...askerWith(), own: own('a', 0.75, 0.4) });
    expect(explainFit(catalog, fit, row('a'))).toMatchObject([
      { criterion: 'insight:culture', label: 'Culture', words: '75 of 100, yours' },
    ]);
    expect(explainFit(catalog, fit, row('b'))[0]?.value).toBeNull();
  });

  it('have no part without a weight', () => {
    expect(
      model({ ...askerWith(), own: own('a', 1, 1).map((each) => ({ ...each, weight: 0 as const })) }).scores,
    ).toBeNull();
  });
});

describe('order and deal-breakers', () => {
  it('does not depend on the order of input', () => {
    const fit = model(askerWith({ home: BOSTON }, { weights: { home: 3, cost: 1 } }));
    const rows = [...catalog.columns.pid.keys()];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(orderByFit(fit.scores, catalog.columns.nameRank, shuffled)).toEqual(
          orderByFit(fit.scores, catalog.columns.nameRank, rows),
        );
      }),
    );
  });

  it('is the order a comparator would give, with many equals and unknowns', () => {
    const few = fc.constantFrom(0, 0.25, 0.2500001, 0.5, 1, Number.NaN);
    fc.assert(
      fc.property(fc.array(fc.tuple(few, few), { minLength: 1, maxLength: 40 }), (parts) => {
        const scores = scoreAll(
          [
            { criterion: 'home', weight: 2, ...columnOf(Float32Array.from(parts, ([x]) => x)) },
            { criterion: 'cost', weight: 1, ...columnOf(Float32Array.from(parts, ([, y]) => y)) },
          ],
          parts.length,
        );
        const nameRank = Uint16Array.from(parts.keys());
        const key = (row: number) => [scores?.value[row] ?? Number.NaN, scores?.sure[row] ?? 0] as const;
        const compared = [...parts.keys()].toSorted((a, b) => {
          const [[x, c], [y, d]] = [key(a), key(b)];
          return (
            (Number.isNaN(x) ? 1 : 0) - (Number.isNaN(y) ? 1 : 0) ||
            (x === y || Number.isNaN(x) ? 0 : y - x) ||
            d - c ||
            a - b
          );
        });
        expect(Array.from(orderByFit(scores, nameRank, [...parts.keys()].toReversed()))).toEqual(compared);
      }),
    );
  });

  it('orders thousands of fits, the very near ones and one that rounds to above 1 too', () => {
    const random = seededRandom(12);
    const near = Float32Array.of(1.0000002, 1, 0.99999994, 0.5, 0.50000006, 0.49999997, 0, Number.NaN);
    const value = Float32Array.from({ length: 5000 }, (_, row) => near[row] ?? 0.3 + 0.2 * random());
    const scores = { value, points: value, sure: new Float32Array(5000).fill(1), total: 1 };
    const nameRank = Uint16Array.from({ length: 5000 }, (_, row) => 4999 - row);
    const rows = [...value.keys()];
    const fit = (row: number) => value[row] ?? 0;
    const compared = rows
      .filter((row) => row !== 7)
      .toSorted((a, b) => fit(b) - fit(a) || (nameRank[a] ?? 0) - (nameRank[b] ?? 0));
    expect(Array.from(orderByFit(scores, nameRank, rows))).toEqual([...compared, 7]);
  });

  it('excludes on a known fact only', () => {
    const fit = model(
      askerWith(
        { home: BOSTON },
        {
          dealBreakers: [
            { kind: 'military' },
            { kind: 'farther-than', miles: 100 },
            { kind: 'city-under', people: 300_000 },
          ],
        },
      ),
    );
    expect(['a', 'b', 'c', 'f'].map((letter) => fit.excluded[row(letter)])).toEqual([0, 3, 2, 1]);
  });

  it('explains each weighed criterion by weight, value, words and source, unknown ones last', () => {
    const fit = model(
      askerWith({ home: BOSTON, visa: 'h1b' }, { weights: { home: 2, hospitalSize: 1, visa: 3 } }),
    );
    const reasons = explainFit(catalog, fit, row('a'));
    expect(reasons.map((r) => [r.criterion, r.weight, r.words])).toEqual([
      ['home', 2, '0 mi'],
      ['hospitalSize', 1, '700 beds'],
      ['visa', 3, null],
    ]);
    expect(reasons[1]?.facts).toEqual([{ value: 700, source: 'cost', year: 2021 }]);
    expect(reasons[2]?.value).toBeNull();
  });
});
