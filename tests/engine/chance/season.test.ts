import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceIndex } from '#engine/chance/chance-index.ts';
import { interviewAtNodes, interviewChance, interviewContext } from '#engine/chance/interview.ts';
import { type SeasonNews, seasonShift, seasonWeights } from '#engine/chance/season.ts';
import { STRENGTH } from '#engine/strength.ts';
import { MODEL } from './small-model.ts';

const asker = { specialty: 'Psychiatry', type: 'us-md', step2: 244 } as const;
function contextWith(weights?: Float64Array) {
  const context = interviewContext(chanceIndex(MODEL), asker, weights);
  if (!context) throw new Error('nothing published');
  return context;
}
const plain = interviewAtNodes(contextWith(), []);
const signaled = interviewAtNodes(contextWith(), ['gold']);
const news = fc.array(
  fc.record({
    atNodes: fc.constantFrom(plain, signaled),
    outcome: fc.constantFrom<SeasonNews['outcome']>('invited', 'rejected'),
  }),
  { maxLength: 40 },
);
const times = (n: number, one: SeasonNews): SeasonNews[] => Array.from({ length: n }, () => one);
const invited: SeasonNews = { atNodes: plain, outcome: 'invited' };
const rejected: SeasonNews = { atNodes: plain, outcome: 'rejected' };

describe('the weights of strength', () => {
  it('are those of the normal law before any news', () => {
    seasonWeights([]).forEach((weight, k) => expect(weight).toBeCloseTo(STRENGTH.weights[k] ?? 0, 12));
  });

  it('add up to one, whatever happens', () => {
    fc.assert(
      fc.property(news, (all) => Math.abs(seasonWeights(all).reduce((a, b) => a + b, 0) - 1) < 1e-12),
    );
  });

  it('do not depend on the order of the news', () => {
    fc.assert(
      fc.property(news, (all) => {
        expect(seasonWeights(all.toReversed())).toEqual(seasonWeights(all));
      }),
    );
  });

  it('lift every other chance after an invitation and lower it after a rejection', () => {
    const p = (all: readonly SeasonNews[]) => interviewChance(contextWith(seasonWeights(all)), []).p;
    expect(p([invited])).toBeGreaterThan(p([]));
    expect(p([invited, invited])).toBeGreaterThan(p([invited]));
    expect(p([rejected])).toBeLessThan(p([]));
  });

  it('move more by an invitation where one was less likely', () => {
    const mean = (all: readonly SeasonNews[]) => seasonShift(all).deviations;
    expect(mean([invited])).toBeGreaterThan(mean([{ atNodes: signaled, outcome: 'invited' }]));
  });
});

describe('the shift of the season', () => {
  it('is none before any news', () => {
    expect(seasonShift([])).toMatchObject({
      direction: 'as expected',
      size: 'none',
      invited: 0,
      rejected: 0,
    });
  });
  it('is named by its direction and its size', () => {
    expect(seasonShift(times(12, invited))).toMatchObject({
      direction: 'stronger',
      size: 'strong',
      invited: 12,
    });
    expect(seasonShift(times(30, rejected))).toMatchObject({ direction: 'weaker', rejected: 30 });
  });
  it('is as expected where what happened is what was likely', () => {
    const share = interviewChance(contextWith(), []).p;
    const n = Math.round(20 * share);
    expect(seasonShift([...times(n, invited), ...times(20 - n, rejected)]).direction).toBe('as expected');
  });
});
