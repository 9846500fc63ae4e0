// A person the user knows or wants to know. Other people's data: it never leaves the device except in the user's own
// backup, and it holds nothing about what a person is, only what they do and how they are reached.
import * as z from 'zod/mini';
import { Pid, SpecialtyId } from './ids.ts';

export const ContactId = z
  .string()
  .check(z.regex(/^[\w-]{1,40}$/))
  .brand<'ContactId'>();
export type ContactId = z.infer<typeof ContactId>;

export const ContactRole = z.enum([
  'resident',
  'chief',
  'alum',
  'attending',
  'faculty',
  'director',
  'coordinator',
  'peer',
  'mentor',
  'other',
]);
export type ContactRole = z.infer<typeof ContactRole>;
export const CONTACT_ROLES: readonly ContactRole[] = ContactRole.options;

const Channel = z.strictObject({
  kind: z.enum(['email', 'phone', 'linkedin', 'x', 'facebook', 'reddit', 'website', 'other']),
  /** An address, a number or a link, as typed. */
  value: z.string().check(z.minLength(1), z.maxLength(300)),
});
export type Channel = z.infer<typeof Channel>;

/** How often to be in touch. `rest` is the user's word to let it rest: nothing about this contact is ever due. */
export const Cadence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('every'), days: z.int().check(z.gte(7), z.lte(730)) }),
  z.strictObject({ kind: z.literal('rest') }),
]);
export type Cadence = z.infer<typeof Cadence>;

/** A first message and what came of it. Instants are milliseconds since 1970. */
const Outreach = z.strictObject({
  status: z.enum(['to-write', 'sent', 'replied', 'booked', 'no-reply']),
  sentAt: z.optional(z.int()),
  /** Reminders already sent; more than two are never proposed. */
  nudges: z.int().check(z.gte(0), z.lte(9)),
});
export type Outreach = z.infer<typeof Outreach>;

/** Where an alum went: what training there led to. */
const AlumPath = z.strictObject({
  graduationYear: z.optional(z.int()),
  fellowship: z.optional(z.string().check(z.maxLength(200))),
  presentWork: z.optional(z.string().check(z.maxLength(200))),
});
export type AlumPath = z.infer<typeof AlumPath>;

export const Contact = z.strictObject({
  contactId: ContactId,
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  role: ContactRole,
  /** Programs this person can speak of. */
  pids: z.array(Pid).check(z.maxLength(40)),
  /** May differ from the user's own. */
  specialty: z.optional(SpecialtyId),
  school: z.optional(z.string().check(z.maxLength(120))),
  channels: z.array(Channel).check(z.maxLength(20)),
  /** 1 hardly know each other, 2 friendly, 3 close. */
  rapport: z.optional(z.int().check(z.gte(1), z.lte(3))),
  /** Absent: as usual for the role. */
  cadence: z.optional(Cadence),
  outreach: z.optional(Outreach),
  alum: z.optional(AlumPath),
  howMet: z.optional(z.string().check(z.maxLength(300))),
  note: z.string().check(z.maxLength(20_000)),
});
export type Contact = z.infer<typeof Contact>;

export const IntroductionId = z
  .string()
  .check(z.regex(/^[\w-]{1,40}$/))
  .brand<'IntroductionId'>();
export type IntroductionId = z.infer<typeof IntroductionId>;

/** A contact brings the user to a person, who may know a program. Instants are milliseconds since 1970. */
export const Introduction = z.strictObject({
  introductionId: IntroductionId,
  by: ContactId,
  /** The person met, once they are a contact. */
  to: z.optional(ContactId),
  /** Who it is about while they are not a contact yet. */
  about: z.string().check(z.maxLength(200)),
  pid: z.optional(Pid),
  askedAt: z.optional(z.int()),
  madeAt: z.optional(z.int()),
  thankedAt: z.optional(z.int()),
});
export type Introduction = z.infer<typeof Introduction>;
