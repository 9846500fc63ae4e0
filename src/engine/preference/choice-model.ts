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

/** Probability of one answer; `utility` is in logits, above 0 when a is better. */
export function answerChance(utility: number, choice: Choice): number {
  const a = logistic(utility - SAME_WIDTH);
  const b = logistic(-utility - SAME_WIDTH);
  const said = choice === 'a' ? a : choice === 'b' ? b : Math.max(0, 1 - a - b);
  return (1 - SLIPS) * said + SLIPS / 3;
}
