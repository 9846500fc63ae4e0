import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { learnWeights } from '#engine/preference/learn-weights.ts';
import { comparisonOf, type PreferenceAnswer, type ProfileSpace } from '#engine/preference/profile-space.ts';
import { scoresUnder, topRows } from '#engine/preference/top-list.ts';
import { seededRandom } from '#engine/random.ts';

const CRITERIA = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** 120 programs with 8 criteria, some of them unknown. */
function spaceOf(seed: number, blanks = 0): ProfileSpace {
  const random = seededRandom(seed);
  return {
    criteria: CRITERIA,
    ids: Array.from({ length: 120 }, (_, at) => `p${at}`),
    values: CRITERIA.map(() =>
      Float64Array.from({ length: 120 }, () => (random() < blanks ? Number.NaN : random())),
    ),
  };
}

function truth(seed: number): number[] {
  const random = seededRandom(seed * 7919 + 1);
  const raw = CRITERIA.map(() => -Math.log(1 - random()));
  const all = raw.reduce((sum, x) => sum + x, 0);
  return raw.map((x) => x / all);
}

/** Answers `count` questions by known weights, without noise. */
function interview(space: ProfileSpace, weights: readonly number[], seed: number, count: number) {
  const answers: PreferenceAnswer[] = [];
  const worth = (side: Readonly<Record<string, number>>) =>
    CRITERIA.reduce((sum, name, c) => sum + (weights[c] ?? 0) * (side[name] ?? 0), 0);
  let learned = learnWeights(space, answers, seed);
  while (answers.length < count && learned.question) {
    const { a, b } = learned.question;
    answers.push({ a, b, choice: worth(a) >= worth(b) ? 'a' : 'b' });
    learned = learnWeights(space, answers, seed);
  }
  return { answers, learned };
}

describe('weights learned by asking', () => {
  it('recover the top ten of known weights: at least 8 of 10 on average after 15 answers', () => {
    const RUNS = 4;
    let overlap = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      const space = spaceOf(seed);
      const weights = truth(seed);
      const best = topRows(scoresUnder(space, weights), 10).map((row) => space.ids[row]);
      const { learned } = interview(space, weights, seed, 15);
      overlap += learned.top.filter((id) => best.includes(id)).length / RUNS;
    }
    console.log(`mean overlap of the top ten after 15 answers: ${overlap.toFixed(2)} of 10`);
    expect(overlap).toBeGreaterThanOrEqual(8);
  }, 120_000);

  it('are the same for the same answers and seed, and an answer taken back is an answer never given', () => {
    const space = spaceOf(3);
    const { answers, learned } = interview(space, truth(3), 3, 5);
    expect(learnWeights(space, answers, 3)).toEqual(learned);
    const before = learnWeights(space, answers.slice(0, -1), 3);
    expect(interview(space, truth(3), 3, 4).learned).toEqual(before);
  });

  it('start from equal weights', () => {
    const { weights } = learnWeights(spaceOf(4), [], 4);
    for (const { share, lo, hi } of weights) {
      expect(share).toBeCloseTo(1 / 8, 1);
      expect(lo).toBeLessThan(share);
      expect(hi).toBeGreaterThan(share);
    }
  });

  it('never become no number, whatever is answered and however much is blank', () => {
    const choice = fc.constantFrom('a' as const, 'b' as const, 'same' as const);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(119), fc.nat(119), choice), { maxLength: 12 }),
        fc.nat(50),
        (given, seed) => {
          const space = spaceOf(seed, 0.4);
          const answers = given.map(([a, b, choice]) => ({ ...comparisonOf(space, a, b), choice }));
          const { weights, expectedChange } = learnWeights(space, answers, seed);
          expect(weights.every(({ share, lo, hi }) => lo >= 0 && lo <= hi && hi <= 1 && share >= 0)).toBe(
            true,
          );
          expect(weights.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
          expect(Number.isFinite(expectedChange)).toBe(true);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('move toward what is chosen again and again', () => {
    const space = spaceOf(6);
    const a = { a: 1, b: 0.1, c: 0.5 };
    const b = { a: 0, b: 0.9, c: 0.5 };
    const answers: PreferenceAnswer[] = Array.from({ length: 6 }, () => ({ a, b, choice: 'a' }));
    const shares = new Map(
      learnWeights(space, answers, 6).weights.map(({ criterion, share }) => [criterion, share]),
    );
    expect(shares.get('a')).toBeGreaterThan((shares.get('b') ?? 1) * 1.5);
  });
});
