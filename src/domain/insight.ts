// Something learned from a person about a program: dated, attributed, with how strong the voice is. It stands beside
// the facts of the catalog and never replaces one.
import * as z from 'zod/mini';
import { ContactId } from './contact.ts';
import { FIELD_KEYS, type FieldKey } from './field.ts';
import { Pid } from './ids.ts';

/** What a rating is about; `meaning` says what a five stands for. */
export const INSIGHT_DIMENSIONS = {
  culture: { label: 'Culture', meaning: 'People help each other rather than compete.' },
  workload: { label: 'Workload', meaning: 'The hours can be lived with.' },
  mentorship: { label: 'Mentorship', meaning: 'Someone takes an interest in you.' },
  balance: { label: 'Work and life', meaning: 'There is a life outside the hospital.' },
  support: { label: 'On a bad day', meaning: 'Help comes when it is needed.' },
  training: { label: 'Training', meaning: 'You become good at the work.' },
  fellowship: { label: 'After residency', meaning: 'Graduates get where they want to go.' },
  autonomy: { label: 'Room to grow', meaning: 'You are trusted with more as you learn.' },
} as const;
export type InsightDimension = keyof typeof INSIGHT_DIMENSIONS;
export const INSIGHT_DIMENSION_KEYS = Object.keys(INSIGHT_DIMENSIONS) as InsightDimension[];
export const InsightDimension = z.enum(INSIGHT_DIMENSION_KEYS);

/** From what one saw oneself down to what strangers write. */
export const InsightStrength = z.enum(['own-eyes', 'resident', 'alum', 'faculty', 'hearsay', 'online']);
export type InsightStrength = z.infer<typeof InsightStrength>;

/** A rating from 1 to 5; absent when the subject came up without one. */
const Rating = z.int().check(z.gte(1), z.lte(5));
const Field = z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]]);

export const InsightSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dimension'), dimension: InsightDimension, rating: z.optional(Rating) }),
  /** An answer to a blank. */
  z.strictObject({ kind: z.literal('field'), field: Field }),
  /** What the program looks for in people. */
  z.strictObject({ kind: z.literal('values') }),
  z.strictObject({ kind: z.literal('recommendation'), stance: z.enum(['recommends', 'cautions']) }),
]);
export type InsightSubject = z.infer<typeof InsightSubject>;

export const InsightId = z
  .string()
  .check(z.regex(/^[\w-]{1,40}$/))
  .brand<'InsightId'>();
export type InsightId = z.infer<typeof InsightId>;

export const Insight = z.strictObject({
  insightId: InsightId,
  pid: Pid,
  subject: InsightSubject,
  /** In the user's words or the person's. */
  text: z.string().check(z.maxLength(4000)),
  contactId: z.optional(ContactId),
  /** The conversation it came from. */
  conversationId: z.optional(z.string()),
  /** ISO date. */
  on: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  strength: InsightStrength,
});
export type Insight = z.infer<typeof Insight>;
