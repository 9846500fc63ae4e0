// A question worth asking a person. None is about who someone is, and none asks for rank information.
import * as z from 'zod/mini';
import { ContactRole } from './contact.ts';
import { InsightDimension } from './insight.ts';
import { CriterionKey } from './wishes.ts';

export const QuestionTopic = z.enum([
  'career-paths',
  'the-program',
  'the-landscape',
  'culture',
  'workload',
  'mentorship',
  'balance',
  'bad-days',
  'training',
  'after-residency',
  'uniqueness',
  'advice',
  'logistics',
]);
export type QuestionTopic = z.infer<typeof QuestionTopic>;

export const Occasion = z.enum([
  'informational',
  'coffee',
  'mentor-meeting',
  'fair',
  'conference',
  'rotation',
  'interview',
  'message',
]);
export type Occasion = z.infer<typeof Occasion>;
export const OCCASIONS: readonly Occasion[] = Occasion.options;

export const Question = z.strictObject({
  questionId: z.string().check(z.regex(/^[a-z0-9-]{3,60}$/)),
  text: z.string().check(z.minLength(10), z.maxLength(200)),
  topic: QuestionTopic,
  /** Whom to ask. */
  roles: z.array(ContactRole).check(z.minLength(1)),
  /** Where it fits; absent means anywhere. */
  occasions: z.optional(z.array(Occasion).check(z.minLength(1))),
  /** What an answer tells about. */
  dimension: z.optional(InsightDimension),
  criterion: z.optional(CriterionKey),
});
export type Question = z.infer<typeof Question>;
