// Rules are data with a date and a source: fees, limits and dates of a season. Cairn quotes them and gives no verdict.
import * as z from 'zod/mini';
import { CommunicationRules } from './communication-rule.ts';

/** Price of the k-th application in one specialty; `flat` prices the whole step at once. */
export const FeeStep = z.strictObject({
  from: z.int().check(z.gte(1)),
  to: z.nullable(z.int()),
  usd: z.number().check(z.gte(0)),
  flat: z.boolean(),
});
export type FeeStep = z.infer<typeof FeeStep>;

export const FeeSchedule = z.strictObject({
  season: z.int(),
  service: z.string(),
  /** Resets with each specialty. */
  steps: z.array(FeeStep).check(z.minLength(1)),
  source: z.string(),
  note: z.optional(z.string()),
});
export type FeeSchedule = z.infer<typeof FeeSchedule>;

export const SignalLimit = z.strictObject({
  season: z.int(),
  specialtyName: z.string(),
  gold: z.int(),
  silver: z.int(),
  sourceType: z.string(),
  source: z.string(),
  note: z.optional(z.string()),
});
export type SignalLimit = z.infer<typeof SignalLimit>;

export const SeasonDate = z.strictObject({
  season: z.int(),
  /** ISO date; the time, where given, is US Eastern. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  timeEt: z.optional(z.string()),
  event: z.string(),
  who: z.string(),
  sourceType: z.string(),
  source: z.string(),
  note: z.optional(z.string()),
});
export type SeasonDate = z.infer<typeof SeasonDate>;

export const Rules = z.strictObject({
  fees: z.array(FeeSchedule),
  /** What may be written to a program; absent in a catalog that carries none. */
  communication: z.optional(CommunicationRules),
  signals: z.array(SignalLimit),
  dates: z.array(SeasonDate),
});
export type Rules = z.infer<typeof Rules>;
