// An interview at a program, and what the program has said about writing to it afterwards.
import * as z from 'zod/mini';
import { ContactId } from './contact.ts';
import { Pid } from './ids.ts';

export const InterviewId = z
  .string()
  .check(z.regex(/^[\w-]{1,40}$/))
  .brand<'InterviewId'>();
export type InterviewId = z.infer<typeof InterviewId>;

const InterviewPlace = z.strictObject({
  label: z.string().check(z.minLength(1), z.maxLength(200)),
  lat: z.number().check(z.gte(-90), z.lte(90)),
  lon: z.number().check(z.gte(-180), z.lte(180)),
});
export type InterviewPlace = z.infer<typeof InterviewPlace>;

/** Instants are milliseconds since 1970; the zone is the program's, IANA, so that the date cannot be misread. */
export const Interview = z.strictObject({
  interviewId: InterviewId,
  pid: Pid,
  label: z.string().check(z.maxLength(300)),
  status: z.enum(['invited', 'booked', 'held', 'declined', 'canceled']),
  mode: z.enum(['virtual', 'in-person', 'not-known']),
  invitedAt: z.optional(z.int()),
  replyBy: z.optional(z.int()),
  startsAt: z.optional(z.int()),
  endsAt: z.optional(z.int()),
  zone: z.optional(z.string().check(z.minLength(1), z.maxLength(60))),
  place: z.optional(InterviewPlace),
  address: z.optional(z.string().check(z.maxLength(300))),
  /** Whom one met or will meet there. */
  contactIds: z.array(ContactId).check(z.maxLength(40)),
  note: z.string().check(z.maxLength(20_000)),
});
export type Interview = z.infer<typeof Interview>;

/** What one program says of messages after an interview. Absent means it has not said, or nobody has read it. */
export const ProgramPolicy = z.strictObject({
  pid: Pid,
  /** `no-effect`: they may be sent and change nothing. */
  thankYou: z.optional(z.enum(['welcome', 'no-effect', 'not-wanted'])),
  /** Updates and letters of interest. */
  updates: z.optional(z.enum(['welcome', 'not-wanted'])),
  /** The program's own words, or the user's summary of them. */
  words: z.string().check(z.maxLength(600)),
  link: z.optional(z.string().check(z.maxLength(500))),
  /** ISO date on which it was read. */
  readOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
});
export type ProgramPolicy = z.infer<typeof ProgramPolicy>;
