// A talk with a contact, held or to be held, and what came of it; and the user's word on what is due because of it.
import * as z from 'zod/mini';
import { ContactId } from './contact.ts';
import { Pid } from './ids.ts';

export const ConversationId = z
  .string()
  .check(z.regex(/^[\w-]{1,40}$/))
  .brand<'ConversationId'>();
export type ConversationId = z.infer<typeof ConversationId>;

/** `interview` is a talk on interview day: thanking for it depends on the program's policy. */
export const ConversationKind = z.enum([
  'informational',
  'coffee',
  'mentor-meeting',
  'fair',
  'conference',
  'rotation',
  'call',
  'message',
  'interview',
]);
export type ConversationKind = z.infer<typeof ConversationKind>;

/** Advice becomes a task or a note; a lead has a next step. Insights are kept by themselves. */
const ConversationOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('advice'), text: z.string().check(z.maxLength(4000)) }),
  z.strictObject({
    kind: z.literal('lead'),
    about: z.enum(['research', 'rotation', 'track', 'open-place', 'other']),
    text: z.string().check(z.maxLength(4000)),
    nextStep: z.string().check(z.maxLength(300)),
  }),
]);
export type ConversationOutcome = z.infer<typeof ConversationOutcome>;

export const Conversation = z.strictObject({
  conversationId: ConversationId,
  contactId: ContactId,
  kind: ConversationKind,
  /** Milliseconds since 1970. */
  startsAt: z.int(),
  /** IANA zone of the place it was agreed in. */
  zone: z.string().check(z.minLength(1), z.maxLength(60)),
  held: z.boolean(),
  pids: z.array(Pid).check(z.maxLength(40)),
  purpose: z.string().check(z.maxLength(300)),
  note: z.string().check(z.maxLength(20_000)),
  /** One point of the talk that a thank-you can name. */
  detail: z.optional(z.string().check(z.maxLength(300))),
  outcomes: z.array(ConversationOutcome).check(z.maxLength(50)),
});
export type Conversation = z.infer<typeof Conversation>;

/** What the user said of a follow-up; the follow-up itself is worked out anew each time. */
export const FollowUpMark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), taskId: z.string(), at: z.int() }),
  /** Not before this instant. */
  z.strictObject({ kind: z.literal('snoozed'), taskId: z.string(), until: z.int() }),
  z.strictObject({ kind: z.literal('let-go'), taskId: z.string() }),
]);
export type FollowUpMark = z.infer<typeof FollowUpMark>;
