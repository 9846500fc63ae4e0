// Whose voice has been heard about which program: a talk that was held, or an insight that names its contact. A talk
// agreed or asked for counts as on its way, never as heard.
import type { Contact, ContactId, ContactRole } from '#domain/contact.ts';
import type { Conversation } from '#domain/conversation.ts';
import type { Pid } from '#domain/ids.ts';
import type { Insight } from '#domain/insight.ts';

/** The three kinds of people to hear at every program: who trains there, who did, who teaches there. */
export const VOICES = ['trainee', 'alum', 'teacher'] as const;
export type Voice = (typeof VOICES)[number];

const VOICE_OF: Readonly<Partial<Record<ContactRole, Voice>>> = {
  resident: 'trainee',
  chief: 'trainee',
  alum: 'alum',
  attending: 'teacher',
  faculty: 'teacher',
  director: 'teacher',
};

/** Null for people who are not of the program. */
export const voiceOf = (role: ContactRole): Voice | null => VOICE_OF[role] ?? null;

export interface Network {
  readonly contacts: readonly Contact[];
  readonly conversations: readonly Conversation[];
  readonly insights: readonly Insight[];
}

/** The programs a talk was about; the contact's own where the talk names none. */
const subjectsOf = (conversation: Conversation, contact: Contact): readonly Pid[] =>
  conversation.pids.length > 0 ? conversation.pids : contact.pids;

/** Who has been heard about each program. Talks with people who are no longer contacts are left out. */
export function heardAbout({ contacts, conversations, insights }: Network): Map<Pid, Set<ContactId>> {
  const people = new Map(contacts.map((contact) => [contact.contactId, contact]));
  const heard = new Map<Pid, Set<ContactId>>();
  const add = (pid: Pid, contactId: ContactId) => {
    const there = heard.get(pid);
    if (there) there.add(contactId);
    else heard.set(pid, new Set([contactId]));
  };
  for (const conversation of conversations) {
    const contact = people.get(conversation.contactId);
    if (!contact || !conversation.held) continue;
    for (const pid of subjectsOf(conversation, contact)) add(pid, contact.contactId);
  }
  for (const { pid, contactId } of insights) if (contactId && people.has(contactId)) add(pid, contactId);
  return heard;
}

export function talksByContact(conversations: readonly Conversation[]): Map<ContactId, Conversation[]> {
  const talks = new Map<ContactId, Conversation[]>();
  for (const conversation of conversations) {
    const theirs = talks.get(conversation.contactId);
    if (theirs) theirs.push(conversation);
    else talks.set(conversation.contactId, [conversation]);
  }
  return talks;
}

/**
 * The last time of being in touch: a talk held, or the first message sent. Null where there was neither.
 * @param talks with this contact.
 * @param now milliseconds since 1970; what lies ahead does not count.
 */
export function lastTouch(contact: Contact, talks: readonly Conversation[], now: number): number | null {
  let last: number | null = null;
  const at = (instant: number | undefined) => {
    if (instant !== undefined && instant <= now && (last === null || instant > last)) last = instant;
  };
  for (const { held, startsAt } of talks) if (held) at(startsAt);
  at(contact.outreach?.sentAt);
  return last;
}

/**
 * The programs for which something is already under way with a contact: a talk agreed, or a first message that waits
 * for its answer. Empty where nothing is.
 * @param talks with this contact.
 * @param now milliseconds since 1970.
 */
export function underWay(contact: Contact, talks: readonly Conversation[], now: number): ReadonlySet<Pid> {
  const ahead = talks.filter(({ held, startsAt }) => !held && startsAt >= now);
  const pids = new Set(ahead.flatMap((conversation) => subjectsOf(conversation, contact)));
  const { status, sentAt } = contact.outreach ?? {};
  const spokenSince = talks.some(({ held, startsAt }) => held && startsAt >= (sentAt ?? 0));
  if ((status === 'sent' || status === 'booked') && !spokenSince)
    for (const pid of contact.pids) pids.add(pid);
  return pids;
}
