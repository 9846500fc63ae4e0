import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interviewCounts, poissonBinomial } from '#engine/rank/interview-count.ts';
import { listOutcome } from '#engine/rank/list-outcome.ts';

function byEnumeration(p: readonly number[]): number[] {
  const pmf = Array.from({ length: p.length + 1 }, () => 0);
  for (let set = 0; set < 2 ** p.length; set++) {
    let count = 0;
    let weight = 1;
    p.forEach((x, j) => {
      const yes = (set >> j) & 1;
      count += yes;
      weight *= yes ? x : 1 - x;
    });
    pmf[count] = (pmf[count] ?? 0) + weight;
  }
  return pmf;
}

const chances = (maxLength: number) => fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength });

describe('the number of interviews', () => {
  it('equals the enumeration of every set of invitations', () => {
    fc.assert(
      fc.property(chances(9), (p) => {
        const exact = byEnumeration(p);
        poissonBinomial(p).forEach((mass, c) => expect(mass).toBeCloseTo(exact[c] ?? Number.NaN, 12));
      }),
    );
  });

  it('adds up to one and has the mean of the chances, shared strength or not', () => {
    fc.assert(
      fc.property(chances(60), fc.constantFrom(0, 0.5, 1, 2), (p, sd) => {
        const { pmf, mean, lo, hi } = interviewCounts(p, sd);
        expect(pmf.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 11);
        expect(mean).toBeCloseTo(
          p.reduce((sum, x) => sum + x, 0),
          9,
        );
        expect(lo).toBeLessThanOrEqual(hi);
        const mass = pmf.slice(lo, hi + 1).reduce((sum, x) => sum + x, 0);
        expect(mass).toBeGreaterThanOrEqual(0.8 - 1e-9);
      }),
    );
  });

  it('keeps its far tail to the last digits', () => {
    const pmf = poissonBinomial(Array.from({ length: 40 }, () => 0.01));
    expect((pmf[40] ?? 0) / 0.01 ** 40).toBeCloseTo(1, 10);
  });

  it('is none exactly as often as a list of the same chances fails', () => {
    const p = [0.1, 0.3, 0.05, 0.2];
    expect(interviewCounts(p, 1).pmf[0]).toBeCloseTo(listOutcome(p, 1).unmatched, 12);
  });

  it('spreads when the strength is shared', () => {
    const p = Array.from({ length: 30 }, () => 0.3);
    const alone = interviewCounts(p, 0);
    const shared = interviewCounts(p, 1);
    expect(shared.hi - shared.lo).toBeGreaterThan(alone.hi - alone.lo);
  });
});
