// "Which would you rather": two programs side by side, what was answered, and what the answers say about the weights.
// Nothing here changes the wishes; only the user does, by taking the weights over.
import * as z from 'zod/mini';
import type { TopEffect } from './scenario.ts';
import type { Weight } from './wishes.ts';

const Share = z.number().check(z.gte(0), z.lte(1));
const Words = z.string().check(z.maxLength(200));

/** One criterion of a question: what it is worth on either side, 0–1, and how that was said. */
const ShownCriterion = z.strictObject({
  criterion: z.string().check(z.maxLength(60)),
  label: z.string().check(z.maxLength(80)),
  /** What counted as better, where the user may like either; null where there is only one way. */
  liking: z.nullable(z.string().check(z.maxLength(20))),
  a: Share,
  b: Share,
  aWords: Words,
  bWords: Words,
});
export type ShownCriterion = z.infer<typeof ShownCriterion>;

export const DuelChoice = z.enum(['a', 'b', 'same', 'skip']);
export type DuelChoice = z.infer<typeof DuelChoice>;

/** An answer keeps what was shown, so that it means the same after the catalog or the profile has changed. */
export const DuelAnswer = z.strictObject({
  key: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
  /** Answers are taken in this order. */
  order: z.int().check(z.gte(1)),
  choice: DuelChoice,
  shown: z.array(ShownCriterion).check(z.minLength(1), z.maxLength(8)),
});
export type DuelAnswer = z.infer<typeof DuelAnswer>;

export interface DuelRequest {
  readonly answers: readonly DuelAnswer[];
  /** Work out what the learned weights do to the ten best programs. */
  readonly effect: boolean;
}

/** A criterion that questions could be about. */
export interface DuelCriterion {
  readonly criterion: string;
  readonly label: string;
  /** What counts as better, where the user may like either: `large`, `urban`. Null where there is only one way. */
  readonly liking: string | null;
  readonly asked: boolean;
  /** Why nothing can be asked about it: known of too few programs, or alike at all of them. */
  readonly cannot: 'unknown' | 'alike' | null;
}

export interface LearnedWish {
  readonly criterion: string;
  readonly label: string;
  readonly level: Weight;
  /** The 80 % range on the same 0–5 scale, not rounded. */
  readonly lo: number;
  readonly hi: number;
  readonly sureness: 'open' | 'rough' | 'firm';
}

export interface DuelStanding {
  /** Which answers were taken in: the length of the list asked with. */
  readonly heard: number;
  /** Answers about something that is not asked about any more, or that was liked the other way round then. */
  readonly setAside: number;
  readonly criteria: readonly DuelCriterion[];
  /** Null where no two programs trade one criterion for another. */
  readonly question: readonly ShownCriterion[] | null;
  readonly wishes: readonly LearnedWish[];
  /** How much of the doubt about the ten best programs there was before any answer is gone, 0–1. */
  readonly certainty: number;
  /** Of the ten best, how many are expected to give way if all were known. */
  readonly expectedChange: number;
  readonly sureness: 'open' | 'rough' | 'firm' | 'settled';
  readonly stop: 'settled' | 'many-asked' | 'nothing-to-ask' | null;
  /** Keys of answers that the others speak against. */
  readonly doubtful: readonly string[];
  /** Absent unless asked for. */
  readonly effect?: TopEffect;
}
