// Weights learned by asking "which would you rather": answers in, weights with ranges, how sure, and the next question
// out. Everything is worked out anew from the list of answers, so taking one back is leaving it out; the same answers,
// programs and seed give the same result. It never changes the user's wishes by itself.
import type { Weight } from '#domain/wishes.ts';
import { seededRandom } from '#engine/random.ts';
import { answerChance } from './choice-model.ts';
import { nextQuestion, type PreferenceQuestion, TOP_TO_SETTLE } from './next-question.ts';
import { meanWeights, type Posterior, posteriorOf } from './posterior.ts';
import { type Comparison, differencesOf, type PreferenceAnswer, type ProfileSpace } from './profile-space.ts';
import { scoresUnder, topOfDraws, topRows } from './top-list.ts';
import { levelFactor, levelOf } from './weight-levels.ts';

/** Before this many answers nothing is called settled. */
const LEAST_ANSWERS = 6;
const MOST_ANSWERS = 25;
/** Expected newcomers in the top 10 under which more questions hardly change it. */
const SMALL_CHANGE = 1;
/** A range holds the middle 8 of 10 particles. */
const LOW = 0.1;
const HIGH = 0.9;

export interface LearnedWeight {
  readonly criterion: string;
  /** Mean share of the whole weight, 0–1, and its 80 % range. */
  readonly share: number;
  readonly lo: number;
  readonly hi: number;
  /** The same on the 0–5 scale; the range is not rounded. */
  readonly level: Weight;
  readonly levelLo: number;
  readonly levelHi: number;
  /** How much of the doubt there was before any answer is left. */
  readonly sureness: 'open' | 'rough' | 'firm';
}

export interface LearnedWeights {
  readonly weights: readonly LearnedWeight[];
  readonly answered: number;
  /** Ids of the best programs under the learned shares, best first, at most 10. */
  readonly top: readonly string[];
  /** How many of `top` are expected to give way if the true weights were known. */
  readonly expectedChange: number;
  readonly sureness: 'open' | 'rough' | 'firm' | 'settled';
  /** Why no further question is needed, or null while one would help. */
  readonly stop: 'settled' | 'many-asked' | 'nothing-to-ask' | null;
  /** The next question; also given after a stop, for those who like to go on. */
  readonly question: PreferenceQuestion | null;
  /** How much of the expected change before any answer is gone, 0–1. */
  readonly certainty: number;
  /** Positions of the answers that the others speak against. */
  readonly doubtful: readonly number[];
}

function rangeOf({ count, dimensions, weights }: Posterior, c: number): { lo: number; hi: number } {
  const sorted = Float64Array.from(
    { length: count },
    (_, at) => weights[at * dimensions + c] ?? 0,
  ).toSorted();
  const at = (share: number) => sorted[Math.min(count - 1, Math.floor(share * count))] ?? 0;
  return { lo: at(LOW), hi: at(HIGH) };
}

/** Under this chance, all answers heard, one of them is surprising; chosen so that a slip of the finger is noticed. */
const SURPRISING = 0.25;
/** "No difference" is never likely, so it takes less to be surprised by it. */
const SURPRISING_SAME = 0.08;

/** Answers that the posterior, which has heard them, too, would still not have expected. */
function doubtfulOf(
  space: ProfileSpace,
  { count, dimensions, weights, decided }: Posterior,
  answers: readonly PreferenceAnswer[],
): number[] {
  return answers.flatMap((answer, at) => {
    const difference = differencesOf(answer, space.criteria);
    if (difference.every((value) => value === 0)) return [];
    let chance = 0;
    for (let particle = 0; particle < count; particle++) {
      let utility = 0;
      for (let c = 0; c < dimensions; c++)
        utility += (weights[particle * dimensions + c] ?? 0) * (difference[c] ?? 0);
      chance += answerChance(utility * (decided[particle] ?? 0), answer.choice) / count;
    }
    return chance < (answer.choice === 'same' ? SURPRISING_SAME : SURPRISING) ? [at] : [];
  });
}

/** Particles looked at for a figure that only moves a bar. */
const ROUGH_LOOK = 60;

const surenessOf = (width: number, before: number) =>
  width < before * 0.4 ? 'firm' : width < before * 0.75 ? 'rough' : 'open';

/** Expected number of the top that would give way: what is missing in the tops of the particles. */
function expectedChangeOf(
  space: ProfileSpace,
  posterior: Posterior,
  top: readonly number[],
  look = 200,
): number {
  const stride = Math.max(1, Math.floor(posterior.count / look));
  const draws = topOfDraws(space, posterior, top.length, stride);
  const kept = draws.reduce((sum, { rows }) => sum + rows.filter((row) => top.includes(row)).length, 0);
  return top.length - kept / draws.length;
}

/** 1 where little enough is left to change; what was settled from the start counts as settled. */
const certaintyOf = (now: number, atFirst: number) =>
  now <= SMALL_CHANGE
    ? 1
    : Math.max(0, Math.min(1, (atFirst - now) / Math.max(1e-9, atFirst - SMALL_CHANGE)));

export interface LearnOptions {
  /** Questions passed over: they tell nothing, and are not asked again. */
  readonly passed?: readonly Comparison[];
  /** Criteria that one question may show; all by default. */
  readonly mostShown?: number;
}

/**
 * What the answers say so far.
 * @param space the programs in question and their values; see there for units.
 * @param answers in the order they were given; the values in them are those shown at the time.
 * @param seed any integer, the same for one user throughout.
 */
export function learnWeights(
  space: ProfileSpace,
  answers: readonly PreferenceAnswer[],
  seed: number,
  { passed = [], mostShown }: LearnOptions = {},
): LearnedWeights {
  const posterior = posteriorOf(space.criteria, answers, seededRandom(seed));
  const before = posteriorOf(space.criteria, [], seededRandom(seed));
  const shares = meanWeights(posterior);
  const factor = levelFactor(shares);
  const weights = space.criteria.map((criterion, c): LearnedWeight => {
    const { lo, hi } = rangeOf(posterior, c);
    const prior = rangeOf(before, c);
    const share = shares[c] ?? 0;
    return {
      criterion,
      share,
      lo,
      hi,
      level: levelOf(share, factor),
      levelLo: Math.min(5, lo * factor),
      levelHi: Math.min(5, hi * factor),
      sureness: surenessOf(hi - lo, prior.hi - prior.lo),
    };
  });
  const top = topRows(scoresUnder(space, shares), TOP_TO_SETTLE);
  const expectedChange = expectedChangeOf(space, posterior, top);
  const firstTop = topRows(scoresUnder(space, meanWeights(before)), TOP_TO_SETTLE);
  const atFirst = expectedChangeOf(space, before, firstTop, ROUGH_LOOK);
  const question = nextQuestion(space, posterior, [...answers, ...passed], mostShown);
  const settled = answers.length >= LEAST_ANSWERS && expectedChange <= SMALL_CHANGE;
  return {
    weights,
    answered: answers.length,
    top: top.map((row) => space.ids[row] ?? ''),
    expectedChange,
    sureness: settled ? 'settled' : expectedChange <= 2 ? 'firm' : expectedChange <= 4 ? 'rough' : 'open',
    stop: settled
      ? 'settled'
      : question === null
        ? 'nothing-to-ask'
        : answers.length >= MOST_ANSWERS
          ? 'many-asked'
          : null,
    question,
    certainty: answers.length === 0 ? 0 : certaintyOf(expectedChange, atFirst),
    doubtful: doubtfulOf(space, posterior, answers),
  };
}
