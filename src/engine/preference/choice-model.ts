// How a person answers: a logit over the weighted difference of two programs, with room for "no difference" and for a
// slip of the finger. Three answers in one law, so that no answer whatever can have the likelihood zero.
import { logistic } from '#engine/strength.ts';
import type { Choice } from './profile-space.ts';

/** Share of answers that say nothing: a tap beside, a change of mind. It bounds what one answer can do. */
const SLIPS = 0.03;
/**
 * Half-width of "no difference" on the logit scale (Rao and Kupper 1967): two programs of the same worth are called the
 * same in about 3 of 10 answers.
 */
const SAME_WIDTH = 0.6;

const lifted = (p: number) => (1 - SLIPS) * p + SLIPS / 3;

/** Probability of one answer; `utility` is in logits, above 0 when a is better. */
export function answerChance(utility: number, choice: Choice): number {
  if (choice === 'a') return lifted(logistic(utility - SAME_WIDTH));
  if (choice === 'b') return lifted(logistic(-utility - SAME_WIDTH));
  return lifted(Math.max(0, 1 - logistic(utility - SAME_WIDTH) - logistic(-utility - SAME_WIDTH)));
}
