import { describe, expect, it } from 'vitest';
import { nextQuestion } from '#engine/preference/next-question.ts';
import { meanWeights, posteriorOf } from '#engine/preference/posterior.ts';
import type { PreferenceAnswer, ProfileSpace } from '#engine/preference/profile-space.ts';
import { scoresUnder, topRows } from '#engine/preference/top-list.ts';
import { type Random, seededRandom } from '#engine/random.ts';

const CRITERIA = ['home', 'cost', 'teaching', 'trauma', 'visa', 'airport', 'region', 'setting'];
const PROGRAMS = 150;
const QUESTIONS = 15;
const RUNS = 30;

const spaceOf = (random: Random): ProfileSpace => ({
  criteria: CRITERIA,
  ids: Array.from({ length: PROGRAMS }, (_, at) => `p${at}`),
  values: CRITERIA.map(() => Float64Array.from({ length: PROGRAMS }, () => random())),
});

/** People of three kinds, in turn: weights from all over the simplex, alike ones, and a few that matter. */
function personOf(seed: number, random: Random): number[] {
  if (seed % 3 === 0) return CRITERIA.map(() => -Math.log(1 - random()));
  if (seed % 3 === 1) return CRITERIA.map(() => Math.ceil(random() * 5));
  return CRITERIA.map((_, c) => (c < 3 ? 1 + random() * 4 : 0.1));
}

/** How many of a person's true ten best are found after 15 answers; `says` may be noisy. */
function foundOfTen(
  seed: number,
  says: (difference: number, random: Random) => 'a' | 'b',
  mostShown?: number,
): number {
  const random = seededRandom(seed);
  const space = spaceOf(random);
  const weights = personOf(seed, random);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const worth = (shown: Readonly<Record<string, number>>) =>
    CRITERIA.reduce((sum, criterion, c) => sum + (weights[c] ?? 0) * (shown[criterion] ?? 0), 0) / whole;
  const answers: PreferenceAnswer[] = [];
  while (answers.length < QUESTIONS) {
    const posterior = posteriorOf(CRITERIA, answers, seededRandom(seed));
    const question = nextQuestion(space, posterior, answers, mostShown);
    if (!question) break;
    const { a, b } = question;
    answers.push({ a, b, choice: says(worth(a) - worth(b), random) });
  }
  const learned = meanWeights(posteriorOf(CRITERIA, answers, seededRandom(seed)));
  const best = topRows(scoresUnder(space, weights), 10);
  return topRows(scoresUnder(space, learned), 10).filter((row) => best.includes(row)).length;
}

const meanFound = (runs: number, says: Parameters<typeof foundOfTen>[1], mostShown?: number) => {
  const found = Array.from({ length: runs }, (_, at) => foundOfTen(100 + at, says, mostShown));
  return found.reduce((sum, each) => sum + each, 0) / runs;
};

describe('weights learned from 15 answers with 8 criteria', () => {
  it('find at least 8 of the 10 best programs of people who answer without noise', () => {
    const mean = meanFound(RUNS, (difference) => (difference >= 0 ? 'a' : 'b'));
    console.log(`top ten found after ${QUESTIONS} answers, ${RUNS} people: ${mean.toFixed(2)}`);
    expect(mean).toBeGreaterThanOrEqual(8);
  }, 60_000);

  it('find as many when each question shows three criteria only', () => {
    const mean = meanFound(9, (difference) => (difference >= 0 ? 'a' : 'b'), 3);
    expect(mean).toBeGreaterThanOrEqual(8);
  }, 60_000);

  it('still find most of them when every tenth answer is the wrong way round', () => {
    const mean = meanFound(4, (difference, random) => (random() < 0.1 === difference >= 0 ? 'b' : 'a'));
    expect(mean).toBeGreaterThanOrEqual(6.5);
  }, 60_000);
});
