import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testBlocks } from '#engine/match/block-test.ts';
import { couplesMarket } from '#engine/match/couples-market.ts';
import {
  deferredAcceptance,
  emptySettling,
  enter,
  type Settling,
} from '#engine/match/deferred-acceptance.ts';
import { buildMarket, type Market } from '#engine/match/market.ts';
import type { MatchInstance } from '#engine/match/match-instance.ts';
import { flatLists, rankLookup } from '#engine/match/rank-lookup.ts';
import { landingOf, settleWithout } from '#engine/match/what-if.ts';
import { integerBelow, seededRandom, shuffle } from '#engine/random.ts';
import { everyMatching, type Named, randomMarket, sorted } from './brute-force.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const small = { singles: 6, couples: 0, programs: 4, mostSeats: 2 };
const wide = { singles: 60, couples: 0, programs: 14, mostSeats: 5 };

function name(instance: MatchInstance, match: Int32Array): Named {
  return Object.fromEntries(
    instance.singles.map(({ id }, s) => [id, instance.programs[match[s] ?? -1]?.id ?? null]),
  );
}

const settled = (instance: MatchInstance, order?: readonly number[]) =>
  deferredAcceptance(couplesMarket(instance).market, order);

/** The market with one single's list replaced. */
const withList = (instance: MatchInstance, single: number, list: readonly string[]): MatchInstance => ({
  ...instance,
  singles: instance.singles.map((one, s) => (s === single ? { ...one, list } : one)),
});

describe('deferred acceptance', () => {
  it('leaves no block and finds the applicant-optimal matching', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = randomMarket(small, seed);
        const matching = name(instance, settled(instance).match);
        expect(testBlocks(instance, matching)).toEqual({ kind: 'tested', blocks: [] });
        expect(sorted(matching)).toEqual(sorted(everyMatching(instance).applicantOptimal ?? {}));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves no block in wider markets', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = randomMarket(wide, seed);
        expect(testBlocks(instance, name(instance, settled(instance).match))).toEqual({
          kind: 'tested',
          blocks: [],
        });
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same matching whoever proposes first', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = randomMarket(wide, seed);
        const order = shuffle([...instance.singles.keys()], seededRandom(seed));
        expect(settled(instance, order).match).toEqual(settled(instance).match);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same when each rejection is followed to its end at once', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { market } = couplesMarket(randomMarket(wide, seed));
        const state = emptySettling(market);
        for (let applicant = 0; applicant < market.applicants; applicant++) enter(market, state, applicant);
        const { match, next } = deferredAcceptance(market);
        expect(state.match).toEqual(match);
        expect(state.next).toEqual(next);
      }),
      { numRuns: 60 },
    );
  });

  it('fills every program alike and places the same people in every stable matching (rural hospitals)', () => {
    let several = 0;
    for (let seed = 0; seed < 150; seed++) {
      const { stable } = everyMatching(randomMarket(small, seed));
      if (stable.length > 1) several++;
      const fill = (matching: Named) =>
        Object.values(matching)
          .filter((program) => program !== null)
          .toSorted();
      const placed = (matching: Named) =>
        sorted(matching)
          .filter(([, program]) => program !== null)
          .map(([id]) => id);
      for (const matching of stable) {
        expect(fill(matching)).toEqual(fill(stable[0] ?? {}));
        expect(placed(matching)).toEqual(placed(stable[0] ?? {}));
      }
    }
    expect(several).toBeGreaterThan(5);
  });

  it('rewards no one for any list but the true one', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = randomMarket({ ...wide, singles: 25, programs: 8 }, seed);
        const random = seededRandom(seed);
        const single = integerBelow(random, 25);
        const truth = instance.singles[single]?.list ?? [];
        const placeIn = (list: readonly string[]) => {
          const program = name(
            withList(instance, single, list),
            settled(withList(instance, single, list)).match,
          );
          const got = program[`A${single}`];
          return got === null || got === undefined ? truth.length : truth.indexOf(got);
        };
        const honest = placeIn(truth);
        const told = shuffle([...truth], random).slice(0, 1 + integerBelow(random, truth.length));
        expect(placeIn(told)).toBeGreaterThanOrEqual(honest);
      }),
      { numRuns: 150 },
    );
  });

  it('never hurts who appends a program', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = randomMarket(wide, seed);
        const single = integerBelow(seededRandom(seed), 60);
        const list = instance.singles[single]?.list ?? [];
        const more = instance.programs.find(({ id }) => !list.includes(id));
        if (!more) return;
        const before = name(instance, settled(instance).match)[`A${single}`];
        const longer = withList(instance, single, [...list, more.id]);
        const after = name(longer, settled(longer).match)[`A${single}`];
        if (before === null) expect([null, more.id]).toContain(after);
        else expect(after).toBe(before);
      }),
      { numRuns: 100 },
    );
  });

  it('takes nobody where there is no seat and refuses who is not listed', () => {
    const lists = flatLists([[0, 1], [1], []]);
    const programs = flatLists([[0, 1], [1]]);
    expect([...rankLookup(lists, (applicant) => applicant, programs, 3)]).toEqual([0, -1, 0]);
    const market = buildMarket(lists, programs, Int32Array.of(0, 5));
    expect([...deferredAcceptance(market).match]).toEqual([-1, 1, -1]);
  });
});

describe('a what-if of one applicant', () => {
  const wholeMarket = (instance: MatchInstance): { market: Market; whole: Settling } => {
    const { market } = couplesMarket(instance);
    return { market, whole: deferredAcceptance(market) };
  };

  it('lands where a run of the whole market with that list would', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = randomMarket(wide, seed);
        const random = seededRandom(seed);
        const applicant = integerBelow(random, 60);
        const { market } = wholeMarket(instance);
        const without = settleWithout(market, applicant);
        const kept = without.match.slice();
        for (let ask = 0; ask < 3; ask++) {
          const list = shuffle([...instance.programs.keys()], random).slice(0, 1 + integerBelow(random, 8));
          const ids = list.map((p) => instance.programs[p]?.id ?? '');
          const { match } = wholeMarket(withList(instance, applicant, ids)).whole;
          const landing = landingOf(market, without, applicant, list);
          expect(landing.program).toBe(match[applicant] === -1 ? null : match[applicant]);
          expect(landing.position).toBe(landing.program === null ? null : list.indexOf(landing.program));
          const moved = match.filter((p, a) => a !== applicant && p !== kept[a]).length;
          expect(landing.moved).toBe(moved);
        }
        expect(without.match).toEqual(kept);
      }),
      { numRuns: 80 },
    );
  });

  it('gives up a seat that a chain takes back', () => {
    // A2 bumps A0 from H0; A0 bumps A1 from H1; A1 is liked more by H0 than A2.
    const market = buildMarket(
      flatLists([
        [0, 1],
        [1, 0],
        [0, 2],
      ]),
      flatLists([[1, 2, 0], [0, 1], [2]]),
      Int32Array.of(1, 1, 1),
    );
    const without = settleWithout(market, 2);
    expect([...without.match]).toEqual([0, 1, -1]);
    expect(landingOf(market, without, 2, [0, 2])).toEqual({ position: 1, program: 2, moved: 2 });
    expect(landingOf(market, without, 2, [0])).toEqual({ position: null, program: null, moved: 2 });
  });
});
