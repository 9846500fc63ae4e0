import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TermKey } from '#domain/model.ts';
import { chanceIndex } from '#engine/chance/chance-index.ts';
import {
  type InterviewContext,
  interviewAtNodes,
  interviewChance,
  interviewContext,
} from '#engine/chance/interview.ts';
import { bandOf, NARROWEST } from '#engine/chance/parameter-draws.ts';
import { strengthPrior, strengthScale } from '#engine/chance/strength-prior.ts';
import { STRENGTH } from '#engine/strength.ts';
import { MODEL } from './small-model.ts';

const index = chanceIndex(MODEL);
function contextAt(step2: number | null, specialty = 'Psychiatry'): InterviewContext {
  const context = interviewContext(index, { specialty, type: 'us-md', step2 });
  if (!context) throw new Error(`nothing published for ${specialty}`);
  return context;
}

const TERMS: readonly (readonly TermKey[])[] = [
  [],
  ['silver'],
  ['gold'],
  ['inState'],
  ['inState', 'gold'],
  ['home'],
];

describe('the strength of an applicant', () => {
  const entry = MODEL.interviews[0];
  if (!entry) throw new Error('the model has no interview base');
  const scale = strengthScale(index, entry);

  it('is zero at 250 and rises with the score by the share of the slope', () => {
    expect(strengthPrior(scale, 250).mean).toBe(0);
    expect(strengthPrior(scale, 265).mean).toBeCloseTo(0.6 * 0.8, 9);
  });

  it('is the middle of the group, with more spread, where no score was entered', () => {
    const { mean, sd } = strengthPrior(scale, null);
    expect(mean).toBeCloseTo(0.6 * 0.8 * scale.groupMean, 9);
    expect(sd).toBeGreaterThan(strengthPrior(scale, 250).sd);
  });

  it('is surest near the middle of the group', () => {
    expect(strengthPrior(scale, 215).meanSd).toBeGreaterThan(strengthPrior(scale, 245).meanSd);
  });
});

describe('the chance of an interview', () => {
  it('rises with the score, with a signal and with the tier of the signal', () => {
    for (const terms of TERMS) {
      const byScore = [220, 235, 250, 265].map((s) => interviewChance(contextAt(s), terms).p);
      expect(byScore).toEqual(byScore.toSorted((a, b) => a - b));
    }
    const bySignal = [[], ['silver'], ['gold']].map(
      (terms) => interviewChance(contextAt(244), terms as TermKey[]).p,
    );
    expect(bySignal[0]).toBeLessThan(bySignal[1] ?? 0);
    expect(bySignal[1]).toBeLessThan(bySignal[2] ?? 0);
  });

  it('is the mean over the nodes of strength', () => {
    const context = contextAt(244);
    const nodes = interviewAtNodes(context, ['gold']);
    const mean = nodes.reduce((sum, p, k) => sum + p * (STRENGTH.weights[k] ?? 0), 0);
    expect(interviewChance(context, ['gold']).p).toBeCloseTo(mean, 12);
  });

  it('lies inside a range of at least four points to either side', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 200, max: 285 }), { nil: null }),
        fc.constantFrom(...TERMS),
        (step2, terms) => {
          const { p, lo, hi } = interviewChance(contextAt(step2), terms);
          return lo >= 0 && hi <= 1 && lo <= Math.max(0, p - NARROWEST) && hi >= Math.min(1, p + NARROWEST);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is the same for the same question', () => {
    expect(interviewChance(contextAt(244), ['gold'])).toEqual(interviewChance(contextAt(244), ['gold']));
  });

  it('is not made up for a specialty nobody has published', () => {
    expect(interviewContext(index, { specialty: 'Ophthalmology', type: 'us-md', step2: 250 })).toBeNull();
    expect(interviewContext(index, { specialty: 'Psychiatry', type: 'us-do', step2: 250 })).toBeNull();
  });
});

describe('a band', () => {
  it.each([
    [0.02, 0.1, 'reach'],
    [0.1, 0.3, 'reach to target'],
    [0.15, 0.39, 'target'],
    [0.2, 0.4, 'target to likely'],
    [0.4, 0.8, 'likely'],
    [0.1, 0.5, 'reach, target or likely'],
  ] as const)('of a range from %d to %d is named %s', (lo, hi, name) => {
    expect(bandOf({ p: (lo + hi) / 2, lo, hi })).toBe(name);
  });
});
