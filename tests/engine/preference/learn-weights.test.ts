import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnWeights } from '#engine/preference/learn-weights.ts';
import {
  type Comparison,
  comparisonOf,
  differencesOf,
  type PreferenceAnswer,
  type ProfileSpace,
} from '#engine/preference/profile-space.ts';
import { levelFactor, levelOf } from '#engine/preference/weight-levels.ts';
import { seededRandom } from '#engine/random.ts';

const CRITERIA = ['a', 'b', 'c', 'd', 'e'];

/** Programs with five criteria; a share of the values is unknown. */
function spaceOf(seed: number, unknown = 0, count = 60): ProfileSpace {
  const random = seededRandom(seed);
  return {
    criteria: CRITERIA,
    ids: Array.from({ length: count }, (_, at) => `p${at}`),
    values: CRITERIA.map(() =>
      Float64Array.from({ length: count }, () => (random() < unknown ? Number.NaN : random())),
    ),
  };
}

const SPACE = spaceOf(1);
const answer = ({ a, b }: Comparison, choice: PreferenceAnswer['choice']): PreferenceAnswer => ({
  a,
  b,
  choice,
});
const shareOf = (answers: readonly PreferenceAnswer[], criterion: string) =>
  learnWeights(SPACE, answers, 7).weights.find((weight) => weight.criterion === criterion)?.share ?? 0;

/** Answers questions by the first criterion alone. */
function interview(space: ProfileSpace, count: number, seed: number) {
  const answers: PreferenceAnswer[] = [];
  let learned = learnWeights(space, answers, seed);
  while (answers.length < count && learned.question) {
    const { a, b } = learned.question;
    answers.push({ a, b, choice: (a.a ?? 0) >= (b.a ?? 0) ? 'a' : 'b' });
    learned = learnWeights(space, answers, seed);
  }
  return { answers, learned };
}

describe('weights before any answer', () => {
  const { weights, answered, sureness, stop, question } = learnWeights(SPACE, [], 7);

  it('are alike, with wide ranges, and become all 3 on the scale', () => {
    for (const { share, lo, hi, level } of weights) {
      expect(share).toBeGreaterThan(0.17);
      expect(share).toBeLessThan(0.23);
      expect(lo).toBeLessThan(0.08);
      expect(hi).toBeGreaterThan(0.3);
      expect(level).toBe(3);
    }
  });

  it('are called open, and there is a question', () => {
    expect({ answered, sureness, stop }).toEqual({ answered: 0, sureness: 'open', stop: null });
    expect(weights.map((weight) => weight.sureness)).toEqual(Array(5).fill('open'));
    expect(question).not.toBeNull();
  });
});

describe('an answer', () => {
  const trade: Comparison = { a: { a: 0.9, b: 0.2, c: 0.5 }, b: { a: 0.2, b: 0.9, c: 0.5 } };

  it('moves weight toward what was better in the program chosen', () => {
    expect(shareOf([answer(trade, 'a')], 'a')).toBeGreaterThan(shareOf([], 'a'));
    expect(shareOf([answer(trade, 'a')], 'b')).toBeLessThan(shareOf([], 'b'));
    expect(shareOf([answer(trade, 'b')], 'b')).toBeGreaterThan(shareOf([], 'b'));
  });

  it('of no difference brings the two weights together', () => {
    const apart = Math.abs(shareOf([answer(trade, 'a')], 'a') - shareOf([answer(trade, 'a')], 'b'));
    const even = [answer(trade, 'same')];
    expect(Math.abs(shareOf(even, 'a') - shareOf(even, 'b'))).toBeLessThan(apart / 3);
  });

  it('that contradicts another takes its word back, and leaves numbers', () => {
    const both = [answer(trade, 'a'), answer(trade, 'b')];
    expect(Math.abs(shareOf(both, 'a') - shareOf(both, 'b'))).toBeLessThan(0.06);
  });

  it('taken back is an answer never given', () => {
    const { answers } = interview(SPACE, 4, 7);
    const { learned } = interview(SPACE, 3, 7);
    expect(learnWeights(SPACE, answers.slice(0, -1), 7)).toEqual(learned);
  });

  it('means the same after the programs have changed, since it keeps what was shown', () => {
    const other = { ...SPACE, ids: SPACE.ids.map((id) => `new-${id}`) };
    const answers = [answer(trade, 'a')];
    expect(learnWeights(other, answers, 7).weights).toEqual(learnWeights(SPACE, answers, 7).weights);
  });

  it('about criteria that are not weighed any more changes nothing', () => {
    const gone = answer({ a: { old: 1 }, b: { old: 0 } }, 'a');
    expect(learnWeights(SPACE, [gone], 7).weights).toEqual(learnWeights(SPACE, [], 7).weights);
  });
});

describe('the same answers, programs and seed', () => {
  it('give the same result, and another seed nearly the same', () => {
    const { answers, learned } = interview(SPACE, 6, 7);
    expect(learnWeights(SPACE, answers, 7)).toEqual(learned);
    const other = learnWeights(SPACE, answers, 8);
    other.weights.forEach(({ share }, c) => {
      expect(Math.abs(share - (learned.weights[c]?.share ?? 0))).toBeLessThan(0.08);
    });
  });
});

describe('a question', () => {
  it('trades one criterion for another between two real programs', () => {
    const { question } = learnWeights(SPACE, [], 7);
    if (!question) throw new Error('no question');
    const [first, second] = [SPACE.ids.indexOf(question.first), SPACE.ids.indexOf(question.second)];
    expect(comparisonOf(SPACE, first, second)).toEqual({ a: question.a, b: question.b });
    const differences = differencesOf(question, CRITERIA);
    expect(Math.max(...differences)).toBeGreaterThan(0.05);
    expect(Math.min(...differences)).toBeLessThan(-0.05);
  });

  it('shows only what is known for both', () => {
    const some = spaceOf(3, 0.4);
    const space = { ...some, values: [...some.values.slice(0, 4), new Float64Array(60).fill(Number.NaN)] };
    const { question } = learnWeights(space, [], 7);
    if (!question) throw new Error('no question');
    expect(Object.keys(question.a)).toEqual(Object.keys(question.b));
    const shown = [...Object.values(question.a), ...Object.values(question.b)];
    expect(shown.every((value) => Number.isFinite(value))).toBe(true);
    expect(Object.keys(question.a)).not.toContain('e');
  });

  it('is never asked twice', () => {
    const { answers } = interview(SPACE, 10, 7);
    const asked = answers.map(({ a, b }) => JSON.stringify([a, b]));
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('is not there when no two programs trade anything', () => {
    const ladder: ProfileSpace = {
      criteria: ['a', 'b'],
      ids: ['low', 'middle', 'high'],
      values: [Float64Array.of(0, 0.5, 1), Float64Array.of(0.1, 0.6, 0.9)],
    };
    expect(learnWeights(ladder, [], 7)).toMatchObject({ question: null, stop: 'nothing-to-ask' });
    expect(learnWeights({ criteria: [], ids: [], values: [] }, [], 7)).toMatchObject({
      weights: [],
      top: [],
      question: null,
    });
  });
});

describe('asking', () => {
  it('stops once the top ten is expected to stay, and the ranges have shrunk by then', () => {
    const small = spaceOf(4, 0, 14);
    const { answers, learned } = interview(small, 12, 7);
    expect(answers.length).toBeGreaterThanOrEqual(6);
    expect(learned).toMatchObject({ stop: 'settled', sureness: 'settled' });
    expect(learned.expectedChange).toBeLessThanOrEqual(1);
    expect(learned.weights.filter(({ sureness }) => sureness !== 'open').length).toBeGreaterThan(2);
  });
});

describe('whatever is answered', () => {
  it('every number stays a number within its range', () => {
    const choice = fc.constantFrom<PreferenceAnswer['choice'][]>('a', 'b', 'same');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(59), fc.nat(59), choice), { maxLength: 20 }),
        fc.integer(),
        fc.constantFrom(0, 0.4, 1),
        (given, seed, unknown) => {
          const space = spaceOf(5, unknown);
          const answers = given.map(([a, b, choice]) => answer(comparisonOf(space, a, b), choice));
          const { weights, expectedChange } = learnWeights(space, answers, seed);
          for (const { share, lo, hi, level, levelLo, levelHi } of weights) {
            expect(lo).toBeGreaterThanOrEqual(0);
            expect(hi).toBeLessThanOrEqual(1);
            expect(lo).toBeLessThanOrEqual(hi);
            expect(share).toBeGreaterThan(0);
            expect(levelLo).toBeLessThanOrEqual(levelHi);
            expect([0, 1, 2, 3, 4, 5]).toContain(level);
          }
          expect(weights.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
          expect(expectedChange).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('a hundred answers against each other leave the weights about alike', () => {
    const trade: Comparison = { a: { a: 1, b: 0 }, b: { a: 0, b: 1 } };
    const answers = Array.from({ length: 100 }, (_, at) => answer(trade, at % 2 === 0 ? 'a' : 'b'));
    expect(shareOf(answers, 'a') / shareOf(answers, 'b')).toBeGreaterThan(0.6);
    expect(shareOf(answers, 'a') / shareOf(answers, 'b')).toBeLessThan(1.6);
  });
});

describe('shares on the 0–5 scale', () => {
  const levels = (shares: readonly number[]) => {
    const factor = levelFactor(shares);
    return shares.map((share) => levelOf(share, factor));
  };

  it('keep their ratios as well as whole numbers can', () => {
    expect(levels([0.25, 0.25, 0.25, 0.25])).toEqual([3, 3, 3, 3]);
    expect(levels([0.5, 0.3, 0.2])).toEqual([5, 3, 2]);
    expect(levels([0.4, 0.3, 0.2, 0.1])).toEqual([4, 3, 2, 1]);
    expect(levels([0, 0])).toEqual([0, 0]);
  });
});
