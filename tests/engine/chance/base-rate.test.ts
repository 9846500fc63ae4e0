import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BaseRateAnswer, baseRate } from '#engine/chance/base-rate.ts';
import { NARROWEST } from '#engine/chance/parameter-draws.ts';
import { MODEL } from './small-model.ts';

const PSYCHIATRY = { specialty: 'Psychiatry', applicantType: 'US MD senior' };
const ask = (question: object) => baseRate(MODEL, question);
function estimate(answer: BaseRateAnswer) {
  if (answer.kind !== 'estimate') throw new Error(`no estimate: ${answer.kind}`);
  return answer;
}

const type = fc.constantFrom('US MD senior', 'US DO senior', 'US IMG', 'Non-US IMG');
const score = fc.integer({ min: 200, max: 290 });
const mix = fc
  .array(fc.record({ step2: fc.integer({ min: 195, max: 285 }), n: fc.integer({ min: 1, max: 2000 }) }), {
    minLength: 1,
    maxLength: 9,
  })
  .filter((points) => points.some(({ n }) => n > 0));
const rate = fc.double({ min: 0.02, max: 0.98, noNaN: true });

describe('a base rate', () => {
  it('never falls when the score rises', () => {
    fc.assert(
      fc.property(type, score, score, rate, mix, (applicantType, a, b, headlineRate, scoreMix) => {
        const at = (step2: number) =>
          estimate(ask({ specialty: 'Any', applicantType, step2, headlineRate, scoreMix })).p;
        return at(Math.max(a, b)) >= at(Math.min(a, b)) - 1e-12;
      }),
      { numRuns: 60 },
    );
  });

  it('averages to the headline rate over the scores of the group', () => {
    const bands = fc.uniqueArray(fc.integer({ min: 200, max: 259 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(type, rate, bands, (applicantType, headlineRate, scores) => {
        const scoreMix = scores.map((step2, at) => ({ step2, n: 10 + at }));
        const mean =
          scoreMix.reduce(
            (sum, { step2, n }) =>
              sum + n * estimate(ask({ specialty: 'Any', applicantType, step2, headlineRate, scoreMix })).p,
            0,
          ) / scoreMix.reduce((sum, { n }) => sum + n, 0);
        return Math.abs(mean - headlineRate) < 1e-6;
      }),
      { numRuns: 40 },
    );
  });

  it('lies inside its range, which is never narrower than four points to either side and never leaves 0–1', () => {
    fc.assert(
      fc.property(type, score, rate, mix, (applicantType, step2, headlineRate, scoreMix) => {
        const { p, lo, hi } = estimate(
          ask({ specialty: 'Any', applicantType, step2, headlineRate, scoreMix }),
        );
        return lo >= 0 && hi <= 1 && lo <= Math.max(0, p - NARROWEST) && hi >= Math.min(1, p + NARROWEST);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same question', () => {
    expect(ask({ ...PSYCHIATRY, step2: 244 })).toEqual(ask({ ...PSYCHIATRY, step2: 244 }));
  });

  it('does not depend on the order of the scores', () => {
    const scoreMix = [
      { step2: 230, n: 40 },
      { step2: 250, n: 90 },
      { step2: 240, n: 70 },
    ];
    const one = ask({ ...PSYCHIATRY, step2: 244, headlineRate: 0.7, scoreMix });
    expect(ask({ ...PSYCHIATRY, step2: 244, headlineRate: 0.7, scoreMix: scoreMix.toReversed() })).toEqual(
      one,
    );
  });

  it('is less sure where few people had such a score', () => {
    const scoreMix = (n: number) => [
      { step2: 230, n },
      { step2: 250, n: 1000 },
    ];
    const width = (n: number) => {
      const { lo, hi } = estimate(
        ask({ ...PSYCHIATRY, step2: 230, headlineRate: 0.7, scoreMix: scoreMix(n) }),
      );
      return hi - lo;
    };
    expect(width(5)).toBeGreaterThan(width(500) + 0.1);
  });

  it('is less sure for a type whose slope is less sure', () => {
    const scoreMix = [
      { step2: 230, n: 500 },
      { step2: 250, n: 500 },
    ];
    const width = (applicantType: string) => {
      const { lo, hi } = estimate(
        ask({ specialty: 'Any', applicantType, step2: 215, headlineRate: 0.5, scoreMix }),
      );
      return hi - lo;
    };
    expect(width('US DO senior')).toBeGreaterThan(width('US MD senior'));
    expect(width('US IMG')).toBeGreaterThan(width('Non-US IMG'));
  });

  it('reads the middle of the open band as the score that stands for its people', () => {
    const scoreMix = (top: number) =>
      [214.5, 224.5, 234.5, 244.5, top].map((step2, at) => ({ step2, n: 100 * (at + 1) }));
    const at = (top: number) =>
      estimate(ask({ ...PSYCHIATRY, step2: top, headlineRate: 0.8, scoreMix: scoreMix(top) })).p;
    expect(at(275)).toBeCloseTo(at(259), 9);
    const between = [250, 260, 268, 275, 280].map(
      (step2) => estimate(ask({ ...PSYCHIATRY, step2, headlineRate: 0.8, scoreMix: scoreMix(275) })).p,
    );
    expect(between).toEqual(between.toSorted((a, b) => a - b));
  });
});

describe('what a base rate rests on', () => {
  it('is the catalog where the asker brings nothing', () => {
    const { basis } = estimate(ask({ ...PSYCHIATRY, step2: 244 }));
    expect(basis.map(({ kind }) => kind)).toEqual(['headline', 'scores', 'slope', 'score']);
    expect(basis[0]).toMatchObject({ rate: 0.9, people: 1000, years: '2024', source: 'book' });
    expect(basis[2]).toMatchObject({ own: true, per15: 0.8 });
  });

  it('is what the asker brings where they do', () => {
    const { basis } = estimate(
      ask({ ...PSYCHIATRY, step2: 244, headlineRate: 0.5, scoreMix: [{ step2: 240, n: 10 }] }),
    );
    expect(basis.slice(0, 2)).toEqual([
      { kind: 'given', what: 'headlineRate' },
      { kind: 'given', what: 'scoreMix' },
    ]);
  });

  it('names pooled scores as pooled', () => {
    const { basis } = estimate(ask({ specialty: 'Surgery', applicantType: 'US MD senior', step2: 244 }));
    expect(basis).toContainEqual(expect.objectContaining({ kind: 'scores', pooled: true }));
  });
});

describe('a specialty', () => {
  it.each(['psychiatry', ' PSYCHIATRY ', 'Psychiatry'])('is found as %j', (specialty) => {
    expect(ask({ ...PSYCHIATRY, specialty, step2: 240 }).kind).toBe('estimate');
  });
  it.each(['Vascular Surgery', 'Vascular Surgery (Integrated)', 'vascular surgery - integrated'])(
    'is found by its other name %j',
    (specialty) => {
      expect(ask({ specialty, applicantType: 'Non-US IMG', step2: 240 }).kind).toBe('estimate');
    },
  );
});

describe('where nothing is published', () => {
  it.each([
    ['a specialty nobody knows', { specialty: 'Basket Weaving', applicantType: 'US MD senior' }],
    ['a type without figures', { specialty: 'Psychiatry', applicantType: 'US DO senior' }],
    ['US citizens from schools abroad', { specialty: 'Psychiatry', applicantType: 'US IMG' }],
    [
      'US citizens from schools abroad with a rate but no scores',
      { specialty: 'Psychiatry', applicantType: 'US IMG', headlineRate: 0.6 },
    ],
    [
      'scores without a rate',
      { specialty: 'Psychiatry', applicantType: 'US DO senior', scoreMix: [{ step2: 240, n: 9 }] },
    ],
  ])('there is no number: %s', (_, question) => {
    expect(ask({ ...question, step2: 244 })).toEqual({ kind: 'noPublishedData' });
  });
});

describe('a question that makes no sense', () => {
  const good = { ...PSYCHIATRY, step2: 244 };
  it.each<[string, unknown, string]>([
    ['nothing', null, 'not-an-object'],
    ['a list', [], 'not-an-object'],
    ['no specialty', { ...good, specialty: undefined }, 'bad-specialty'],
    ['a blank specialty', { ...good, specialty: '  ' }, 'bad-specialty'],
    ['an unknown type', { ...good, applicantType: 'Martian' }, 'bad-applicant-type'],
    ['a type that is a property of objects', { ...good, applicantType: 'constructor' }, 'bad-applicant-type'],
    ['no score', { ...good, step2: undefined }, 'bad-score'],
    ['a score that is no number', { ...good, step2: Number.NaN }, 'bad-score'],
    ['a score in text', { ...good, step2: '244' }, 'bad-score'],
    ['a score above the scale', { ...good, step2: 301 }, 'bad-score'],
    ['a score below the scale', { ...good, step2: 0 }, 'bad-score'],
    ['an endless score', { ...good, step2: Number.POSITIVE_INFINITY }, 'bad-score'],
    ['a rate in percent', { ...good, headlineRate: 87 }, 'bad-headline-rate'],
    ['a rate that is no number', { ...good, headlineRate: Number.NaN }, 'bad-headline-rate'],
    ['scores that are no list', { ...good, scoreMix: 'many' }, 'bad-score-mix'],
    ['no scores', { ...good, scoreMix: [] }, 'bad-score-mix'],
    ['nobody', { ...good, scoreMix: [{ step2: 240, n: 0 }] }, 'bad-score-mix'],
    ['fewer than nobody', { ...good, scoreMix: [{ step2: 240, n: -1 }] }, 'bad-score-mix'],
    ['a point without people', { ...good, scoreMix: [{ step2: 240 }] }, 'bad-score-mix'],
    ['a point off the scale', { ...good, scoreMix: [{ step2: 900, n: 4 }] }, 'bad-score-mix'],
  ])('is refused with a sentence: %s', (_, question, reason) => {
    const answer = baseRate(MODEL, question);
    expect(answer).toMatchObject({ kind: 'refused', reason });
    if (answer.kind === 'refused') expect(answer.sentence).toMatch(/^\S.*\.$/);
  });

  it('is not one where everyone or nobody matched', () => {
    const scoreMix = [{ step2: 240, n: 12 }];
    for (const headlineRate of [0, 1]) {
      const { p } = estimate(ask({ ...good, headlineRate, scoreMix }));
      expect(Math.abs(p - headlineRate)).toBeLessThan(0.05);
    }
  });
});
