// The next question: of all pairs that matter for the top of the list, the one whose answer the posterior is least sure
// of because it does not know the weights, not because the two are alike. That is the mutual information between the
// answer and the weights (Lindley 1956; "BALD", Houlsby et al. 2011).
import { answerChance } from './choice-model.ts';
import {
  type Comparison,
  comparisonOf,
  differencesOf,
  type PreferenceAnswer,
  type ProfileSpace,
} from './profile-space.ts';
import type { Posterior } from './posterior.ts';
import { topShares } from './top-list.ts';

/** The top that questions are about. */
export const TOP_FOR_QUESTIONS = 20;
/** Programs that may be asked about: those most often among the top. */
const POOL = 36;
/** Particles looked at per pair; more changes no choice worth changing. */
const LOOK = 200;
/** Fewer differences than this make no question of a pair. */
const LEAST_DIFFERENCE = 0.08;

export interface PreferenceQuestion extends Comparison {
  readonly first: string;
  readonly second: string;
  /** Bits the answer is expected to tell about the weights, 0–1.6. */
  readonly bits: number;
}

const entropy = (p: number) => (p > 0 ? -p * Math.log2(p) : 0);

/** Expected bits of an answer about the weights: entropy of the mean minus mean of the entropies. */
export function expectedBits(difference: Float64Array, posterior: Posterior): number {
  const { count, dimensions, weights, decided } = posterior;
  const stride = Math.max(1, Math.floor(count / LOOK));
  let [a, b, same, within, drawn] = [0, 0, 0, 0, 0];
  for (let at = 0; at < count; at += stride) {
    let utility = 0;
    for (let c = 0; c < dimensions; c++) {
      utility += (weights[at * dimensions + c] ?? 0) * (difference[c] ?? 0);
    }
    utility *= decided[at] ?? 0;
    const ofA = answerChance(utility, 'a');
    const ofB = answerChance(utility, 'b');
    const ofSame = 1 - ofA - ofB;
    a += ofA;
    b += ofB;
    same += ofSame;
    within += entropy(ofA) + entropy(ofB) + entropy(ofSame);
    drawn++;
  }
  return Math.max(0, entropy(a / drawn) + entropy(b / drawn) + entropy(same / drawn) - within / drawn);
}

const keyOf = (first: Float64Array) => Array.from(first, (value) => Math.abs(value).toFixed(3)).join();

/**
 * The next question, or null when no two programs of the pool differ on two known criteria.
 * A pair that shows the same differences as one already answered is not asked again.
 */
export function nextQuestion(
  space: ProfileSpace,
  posterior: Posterior,
  answers: readonly PreferenceAnswer[],
): PreferenceQuestion | null {
  const shares = topShares(
    space,
    posterior,
    TOP_FOR_QUESTIONS,
    Math.max(1, Math.floor(posterior.count / 100)),
  );
  const pool = [...shares]
    .toSorted((p, q) => q[1] - p[1] || p[0] - q[0])
    .slice(0, POOL)
    .map(([row]) => row);
  const asked = new Set(answers.map((answer) => keyOf(differencesOf(answer, space.criteria))));
  let best: PreferenceQuestion | null = null;
  for (const [at, first] of pool.entries()) {
    for (const second of pool.slice(at + 1)) {
      const pair = comparisonOf(space, first, second);
      const difference = differencesOf(pair, space.criteria);
      // A pair where one is better on everything known tells nothing about weights.
      const isTrade =
        difference.some((value) => value > LEAST_DIFFERENCE) &&
        difference.some((value) => value < -LEAST_DIFFERENCE);
      if (!isTrade || asked.has(keyOf(difference))) continue;
      const bits = expectedBits(difference, posterior);
      if (best === null || bits > best.bits) {
        best = { ...pair, first: space.ids[first] ?? '', second: space.ids[second] ?? '', bits };
      }
    }
  }
  return best;
}
