// What one more or one fewer program does to a rank list. Adding a program anywhere never lowers the chance to match;
// it can only move landings from below it and from "unmatched" to itself.
import { type ListOutcome, listOutcome } from './list-outcome.ts';

export interface ListChange {
  readonly before: ListOutcome;
  readonly after: ListOutcome;
  /** Change in the chance to match, in probability (not points). */
  readonly pMatchChange: number;
}

const change = (before: ListOutcome, after: ListOutcome): ListChange => ({
  before,
  after,
  pMatchChange: after.pMatch - before.pMatch,
});

/** Adds a program with chance `added` so that it stands at position `at` (0 is the top, `q.length` the end). */
export const whatIfAdded = (q: readonly number[], sharedSd: number, at: number, added: number): ListChange =>
  change(listOutcome(q, sharedSd), listOutcome(q.toSpliced(at, 0, added), sharedSd));

/** Drops the program at position `at`. */
export const whatIfDropped = (q: readonly number[], sharedSd: number, at: number): ListChange =>
  change(listOutcome(q, sharedSd), listOutcome(q.toSpliced(at, 1), sharedSd));
