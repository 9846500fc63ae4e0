import { describe, expect, it } from 'vitest';
import type { Asker } from '#domain/query.ts';
import type { DealBreaker } from '#domain/wishes.ts';
import { fitModels } from '#engine/fit/fit-model.ts';
import { specialtyPortraits } from '#engine/explore/specialty-portraits.ts';
import { dealBreakerEffects } from '#engine/preference/deal-breaker-effects.ts';
import { whatIf } from '#engine/preference/what-if.ts';
import { MODEL } from '../chance/small-model.ts';
import { askerWith, BOSTON, pid, PSYCHIATRY, smallCatalog } from '../../fixtures/small-catalog.ts';

const catalog = smallCatalog();
const model = fitModels(catalog);
const side = (asker: Asker) => ({ catalog, model: model(asker) });
const me = { specialties: [PSYCHIATRY], home: BOSTON };

describe('a deal-breaker', () => {
  const effects = (dealBreakers: DealBreaker[], ...kept: string[]) =>
    dealBreakerEffects(side(askerWith(me, { dealBreakers })), kept.map(pid));

  it('is counted by itself, among the programs lists would show, with those of the shortlist named', () => {
    expect(effects([{ kind: 'military' }, { kind: 'farther-than', miles: 20 }], 'a', 'b', 'c')).toEqual([
      { kind: 'military', programs: 1, of: 4, kept: [] },
      {
        kind: 'farther-than',
        programs: 2,
        of: 4,
        kept: [
          { pid: pid('b'), name: 'Hillside University Program' },
          { pid: pid('c'), name: 'Cascade University Program' },
        ],
      },
    ]);
  });

  it('never takes out a program of which nothing is known', () => {
    const [effect] = effects([{ kind: 'city-under', people: 10_000_000 }], 'f');
    expect(effect).toMatchObject({ programs: 3, kept: [] });
  });

  it('counts over all specialties while none is chosen', () => {
    const [effect] = dealBreakerEffects(
      side(askerWith({}, { dealBreakers: [{ kind: 'only-in-states', states: ['WA'] }] })),
      [],
    );
    expect(effect).toMatchObject({ programs: 4, of: 5 });
  });
});

describe('a what-if', () => {
  const wish = { weights: { home: 3 } as const };

  it('says where each of the best was before, and which gave way', () => {
    const before = side(askerWith(me, wish));
    const after = side(
      askerWith(
        { ...me, home: { label: 'Seattle', lat: 47.61, lon: -122.33 } },
        { ...wish, dealBreakers: [{ kind: 'not-in-states', states: ['MA'] }] },
      ),
    );
    const effect = whatIf(before, after);
    expect(effect.programs).toEqual({ before: 4, after: 1 });
    expect(effect.top.after.map(({ row, was }) => [row.pid, was])).toEqual([[pid('c'), 3]]);
    expect(effect.top.gone.map((row) => row.pid)).toEqual([pid('a'), pid('b'), pid('f')]);
  });

  it('claims no order where nothing has a weight, and no bands where nothing is published', () => {
    const effect = whatIf(side(askerWith(me)), side(askerWith(me, wish)));
    expect(effect.top.fit).toEqual({ before: false, after: true });
    expect(effect.top.after.map(({ was }) => was)).toEqual([null, null, null, null]);
    expect(effect.bands).toBeNull();
  });
});

describe('a what-if about oneself', () => {
  const withModel = { ...catalog, model: MODEL };
  const scored = (step2: number) => ({
    catalog: withModel,
    model: model(askerWith({ ...me, applicantType: 'us-md', scores: { step2 } })),
  });

  it('counts the programs whose band of chance is another one', () => {
    const { bands } = whatIf(scored(215), scored(268));
    expect(bands).toMatchObject({ of: 4, worse: 0 });
    expect(bands?.better).toBeGreaterThan(0);
    const sum = (counts: ReadonlyMap<string, number> | undefined) =>
      [...(counts?.values() ?? [])].reduce((all, n) => all + n, 0);
    expect([sum(bands?.before), sum(bands?.after)]).toEqual([4, 4]);
    expect(whatIf(scored(268), scored(215)).bands?.worse).toBe(bands?.better);
    expect(whatIf(scored(240), scored(240)).bands).toMatchObject({ better: 0, worse: 0 });
  });
});

describe('a portrait of a specialty', () => {
  it('counts what lists would show, and leaves blank what nobody has published', () => {
    const [portrait] = specialtyPortraits(catalog, askerWith(me), [PSYCHIATRY], ['us-md']);
    expect(portrait).toEqual({
      id: PSYCHIATRY,
      name: 'Psychiatry',
      programs: 4,
      states: 2,
      regions: [
        { name: 'Northeast', programs: 3 },
        { name: 'West', programs: 1 },
      ],
      nearHome: 2,
      classSize: { middle: 12, known: 1 },
      published: [{ type: 'us-md', headline: null, applications: null }],
    });
  });

  it('tells what is published of a group, with people, years and source', () => {
    const [portrait] = specialtyPortraits(
      { ...catalog, model: MODEL },
      askerWith(me),
      [PSYCHIATRY],
      ['us-md'],
    );
    const headline = portrait?.published[0]?.headline;
    expect(headline?.rate).toBeGreaterThan(0);
    expect(headline?.people).toBeGreaterThan(0);
    expect(headline?.sourceName).toBe(MODEL.sources[headline?.source ?? '']);
  });

  it('knows nothing near a home it was not told', () => {
    const [portrait] = specialtyPortraits(catalog, askerWith({}), [PSYCHIATRY], []);
    expect(portrait?.nearHome).toBeNull();
  });
});
