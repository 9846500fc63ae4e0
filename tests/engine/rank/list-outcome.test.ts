import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shuffle, seededRandom } from '#engine/random.ts';
import { whatIfAdded, whatIfDropped } from '#engine/rank/list-what-if.ts';
import { listOutcome, listValue, outcomeOf } from '#engine/rank/list-outcome.ts';
import { strengthChances } from '#engine/rank/strength-chances.ts';
import { logistic, logitShift, STRENGTH } from '#engine/strength.ts';

const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });
const sharedSd = fc.constantFrom(0, 0.5, 1, 1.5, 3);
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, p) => sum + p, 0);

/** Every set of programs that would take me, one after another, at every node. */
function byEnumeration(q: readonly number[], sd: number) {
  const landing = q.map(() => 0);
  STRENGTH.nodes.forEach((z, k) => {
    const p = q.map((mean) => logistic(logitShift(mean, sd) + sd * z));
    for (let set = 0; set < 2 ** q.length; set++) {
      const takes = q.map((_, j) => ((set >> j) & 1) === 1);
      const weight = p.reduce((product, x, j) => product * (takes[j] ? x : 1 - x), STRENGTH.weights[k] ?? 0);
      const first = takes.indexOf(true);
      if (first >= 0) landing[first] = (landing[first] ?? 0) + weight;
    }
  });
  return landing;
}

describe('the outcome of a rank list', () => {
  it('has the known values for equal chances and a shared strength', () => {
    const table = [
      { q: 0.1, n: 10, pMatch: [0.651, 0.616, 0.537, 0.458] },
      { q: 0.1, n: 20, pMatch: [0.878, 0.827, 0.718, 0.605] },
      { q: 0.2, n: 10, pMatch: [0.893, 0.85, 0.759, 0.668] },
      { q: 0.3, n: 8, pMatch: [0.942, 0.909, 0.835, 0.756] },
    ];
    for (const { q, n, pMatch } of table)
      [0, 0.5, 1, 1.5].forEach((sd, column) => {
        const outcome = listOutcome(
          Array.from({ length: n }, () => q),
          sd,
        );
        expect(Math.abs(outcome.pMatch - (pMatch[column] ?? 0))).toBeLessThan(0.001);
      });
  });

  it('equals the enumeration of every set of programs', () => {
    const q = [0.05, 0.4, 0.15, 0.9, 0.3, 0.22];
    for (const sd of [0, 0.7, 1.5]) {
      const exact = byEnumeration(q, sd);
      listOutcome(q, sd).landing.forEach((p, r) => expect(p).toBeCloseTo(exact[r] ?? Number.NaN, 12));
    }
  });

  it('adds up to one with the chance of no match', () => {
    fc.assert(
      fc.property(chances, sharedSd, (q, sd) => {
        const { landing, unmatched, pMatch, lo, hi } = listOutcome(q, sd);
        expect(sumOf(landing) + unmatched).toBeCloseTo(1, 12);
        expect(pMatch + unmatched).toBeCloseTo(1, 12);
        expect(lo <= pMatch && pMatch <= hi && lo >= 0 && hi <= 1).toBe(true);
      }),
    );
  });

  it('never changes the chance to match with the order', () => {
    fc.assert(
      fc.property(chances, sharedSd, fc.integer(), (q, sd, seed) => {
        const spread = strengthChances(q, sd);
        const order = shuffle([...q.keys()], seededRandom(seed));
        const as = outcomeOf(spread);
        const reordered = outcomeOf(spread, order);
        for (const key of ['pMatch', 'lo', 'hi', 'unmatched'] as const)
          expect(reordered[key]).toBeCloseTo(as[key], 12);
      }),
    );
  });

  it('is worth most in the order of true preference', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true })),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        sharedSd,
        fc.integer(),
        (programs, sd, seed) => {
          const value = (list: typeof programs) =>
            listValue(
              listOutcome(
                list.map(([q]) => q),
                sd,
              ),
              list.map(([, u]) => u),
            );
          const truthful = programs.toSorted(([, u], [, v]) => v - u);
          expect(value(shuffle([...programs], seededRandom(seed)))).toBeLessThanOrEqual(
            value(truthful) + 1e-12,
          );
        },
      ),
    );
  });

  it('never falls when a program is added, nor rises when one is dropped', () => {
    fc.assert(
      fc.property(
        chances,
        sharedSd,
        fc.nat(40),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (q, sd, place, added) => {
          const at = Math.min(place, q.length);
          const more = whatIfAdded(q, sd, at, added);
          expect(more.pMatchChange).toBeGreaterThanOrEqual(-1e-12);
          for (let r = 0; r < at; r++)
            expect(more.after.landing[r]).toBeCloseTo(more.before.landing[r] ?? Number.NaN, 12);
          const back = whatIfDropped(q.toSpliced(at, 0, added), sd, at);
          expect(back.pMatchChange).toBeCloseTo(-more.pMatchChange, 12);
          expect(back.after).toEqual(more.before);
        },
      ),
    );
  });

  it('widens its range with the strength that is shared, and never below four points', () => {
    const q = Array.from({ length: 12 }, () => 0.15);
    const width = (sd: number) => listOutcome(q, sd).hi - listOutcome(q, sd).lo;
    expect(width(0)).toBeCloseTo(0.08, 12);
    expect(width(1)).toBeGreaterThan(width(0.5));
    expect(width(0.5)).toBeGreaterThan(width(0));
  });

  it('is certain only where the chances are', () => {
    expect(listOutcome([], 1)).toEqual({ pMatch: 0, lo: 0, hi: 0, landing: [], unmatched: 1 });
    expect(listOutcome([0.2, 1, 0.5], 1)).toMatchObject({
      pMatch: expect.closeTo(1, 12),
      lo: expect.closeTo(1, 12),
      hi: expect.closeTo(1, 12),
      unmatched: 0,
    });
  });
});
