import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, shuffle } from '#engine/random.ts';
import type { Pair } from '#engine/rank/couple-check.ts';
import { coupleOutcomeDrawn, DRAWS, drawCouple } from '#engine/rank/couple-draws.ts';
import { atEnd, atNodes, coupleOutcomeExact, isExactlyCountable } from '#engine/rank/couple-exact.ts';
import { coupleList, type ProgramChance } from '#engine/rank/couple-list.ts';
import { coupleListOutcome } from '#engine/rank/rank-outcome.ts';
import { logistic, logitShift, STRENGTH } from '#engine/strength.ts';

interface Couple {
  readonly first: readonly ProgramChance[];
  readonly second: readonly ProgramChance[];
  readonly pairs: readonly Pair[];
}

/** A random couple: `density` of all pairs, some rows with one of them only, in any order. */
function randomCouple(seed: number, most: number, density = 0.6): Couple {
  const random = seededRandom(seed);
  const side = (name: string) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, (_, i) => ({ id: `${name}${i}`, q: random() }));
  const first = side('a');
  const second = side('b');
  const all: Pair[] = [
    ...first.flatMap(({ id: a }) => second.map(({ id: b }): Pair => [a, b])),
    ...first.map(({ id }): Pair => [id, null]),
    ...second.map(({ id }): Pair => [null, id]),
  ];
  const pairs = shuffle(all, random).filter(() => random() < density);
  return { first, second, pairs: pairs.length > 0 ? pairs : [[first[0]?.id ?? null, null]] };
}

const listOf = ({ first, second, pairs }: Couple, sd: number) => {
  const list = coupleList(first, second, pairs, sd);
  if (!list) throw new Error('a pair names no program');
  return list;
};

/** Every set of programs that would take either partner, at every node. */
function byEnumeration({ first, second, pairs }: Couple, sd: number): number[] {
  const landing = pairs.map(() => 0);
  const points =
    sd === 0
      ? [{ z: 0, weight: 1 }]
      : [...STRENGTH.nodes].map((z, k) => ({ z, weight: STRENGTH.weights[k] ?? 0 }));
  const programs = [...first, ...second];
  for (const { z, weight } of points) {
    const p = programs.map(({ q }) => logistic(logitShift(q, sd) + sd * z));
    for (let set = 0; set < 2 ** programs.length; set++) {
      const yes = new Set(programs.filter((_, j) => (set >> j) & 1).map(({ id }) => id));
      const row = pairs.findIndex(([a, b]) => (a === null || yes.has(a)) && (b === null || yes.has(b)));
      if (row < 0) continue;
      const chance = p.reduce((product, x, j) => product * ((set >> j) & 1 ? x : 1 - x), weight);
      landing[row] = (landing[row] ?? 0) + chance;
    }
  }
  return landing;
}

describe('where a couple lands', () => {
  it('equals the enumeration of all programs, row for row', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const couple = randomCouple(seed, 6);
        const list = listOf(couple, 0);
        const exact = byEnumeration(couple, 0);
        const { landing, unmatched } = coupleOutcomeExact(list, atNodes(list));
        landing.forEach((p, row) => expect(p).toBeCloseTo(exact[row] ?? Number.NaN, 12));
        expect(landing.reduce((sum, p) => sum + p, 0) + unmatched).toBeCloseTo(1, 12);
      }),
      { numRuns: 60 },
    );
  });

  it('equals it with a shared strength and with eight programs on the shorter side', () => {
    for (const [couple, sd] of [
      [randomCouple(11, 4), 1],
      [randomCouple(12, 4), 1.5],
      [eightByEight(), 0],
    ] as const) {
      const list = listOf(couple, sd);
      const exact = byEnumeration(couple, sd);
      coupleOutcomeExact(list, atNodes(list)).landing.forEach((p, row) =>
        expect(p).toBeCloseTo(exact[row] ?? Number.NaN, 11),
      );
    }
  });

  it('is drawn within three standard errors of the exact sum', () => {
    let outside = 0;
    for (let seed = 0; seed < 40; seed++) {
      const list = listOf(randomCouple(seed, 12), seed % 2);
      const exact = coupleOutcomeExact(list, atNodes(list));
      const drawn = coupleOutcomeDrawn(list, drawCouple(atNodes(list), seededRandom(seed)));
      expect(drawn.standardError).toBeLessThanOrEqual(0.00553);
      expect(drawn.landing.reduce((sum, p) => sum + p, 0) + drawn.unmatched).toBeCloseTo(1, 12);
      const error = Math.sqrt((exact.pMatch * (1 - exact.pMatch)) / DRAWS);
      if (Math.abs(drawn.pMatch - exact.pMatch) > 3 * error + 1e-12) outside++;
    }
    // Three standard errors are passed once in 370; twice in forty would be a fault.
    expect(outside).toBeLessThan(2);
  });

  it('has the same chance to work in any order of the rows', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const couple = randomCouple(seed, 7);
        const pairs = shuffle([...couple.pairs], seededRandom(seed + 1));
        const one = coupleListOutcome(listOf(couple, 1));
        const other = coupleListOutcome(listOf({ ...couple, pairs }, 1));
        for (const key of ['pMatch', 'lo', 'hi'] as const) expect(other[key]).toBeCloseTo(one[key], 11);
      }),
      { numRuns: 40 },
    );
  });

  it('never works less often with one more row', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const couple = randomCouple(seed, 6, 0.9);
        const list = listOf(couple, 1);
        const shorter = listOf({ ...couple, pairs: couple.pairs.slice(0, -1) }, 1);
        expect(coupleOutcomeExact(list, atNodes(list)).pMatch).toBeGreaterThanOrEqual(
          coupleOutcomeExact(shorter, atNodes(shorter)).pMatch - 1e-12,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('draws the same bits for the same seed, and shares them between lists', () => {
    const couple = randomCouple(3, 10, 0.9);
    const list = listOf(couple, 1);
    const draws = drawCouple(atNodes(list), seededRandom(9));
    expect(draws).toEqual(drawCouple(atNodes(list), seededRandom(9)));
    const reversed = { ...list, first: list.first.toReversed(), second: list.second.toReversed() };
    expect(coupleOutcomeDrawn(reversed, draws).pMatch).toBe(coupleOutcomeDrawn(list, draws).pMatch);
  });

  it('is counted exactly to sixteen programs on the shorter side and drawn beyond', () => {
    const side = (name: string, count: number) =>
      Array.from({ length: count }, (_, i) => ({ id: `${name}${i}`, q: 0.1 }));
    const couple = (a: number, b: number) => {
      const first = side('a', a);
      const second = side('b', b);
      const pairs = Array.from({ length: Math.max(a, b) }, (_, i): Pair => [`a${i % a}`, `b${i % b}`]);
      return listOf({ first, second, pairs }, 1);
    };
    expect(isExactlyCountable(couple(16, 40))).toBe(true);
    expect(isExactlyCountable(couple(40, 16))).toBe(true);
    expect(coupleListOutcome(couple(17, 18))).toMatchObject({ method: 'draws' });
    expect(coupleListOutcome(couple(16, 40))).toMatchObject({ method: 'exact', standardError: 0 });
  });

  it('widens its range over the shared strength', () => {
    const list = listOf(randomCouple(21, 8), 1);
    const { pMatch, lo, hi } = coupleListOutcome(list);
    expect(lo).toBeLessThanOrEqual(coupleOutcomeExact(list, atEnd(list, 'low')).pMatch);
    expect(hi).toBeGreaterThanOrEqual(coupleOutcomeExact(list, atEnd(list, 'high')).pMatch);
    expect(lo < pMatch && pMatch < hi).toBe(true);
  });
});

/** All 64 pairs of eight and eight programs, best sum of places first. */
function eightByEight(): Couple {
  const side = (name: string) =>
    Array.from({ length: 8 }, (_, i) => ({ id: `${name}${i}`, q: 0.05 + 0.03 * i }));
  const pairs = Array.from({ length: 64 }, (_, at) => ({ a: at >> 3, b: at & 7 }))
    .toSorted((x, y) => x.a + x.b - (y.a + y.b))
    .map(({ a, b }): Pair => [`a${a}`, `b${b}`]);
  return { first: side('a'), second: side('b'), pairs };
}
