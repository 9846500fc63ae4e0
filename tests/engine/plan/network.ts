// Contacts, talks and insights with plain values, for the tests of the plan.
import { Contact } from '#domain/contact.ts';
import { Conversation } from '#domain/conversation.ts';
import { Pid } from '#domain/ids.ts';
import { Insight } from '#domain/insight.ts';

export const DAY = 86_400_000;
export const NOW = 400 * DAY;
/** `pid(7)` → `p000000007`. */
export const pid = (number: number): Pid => Pid.parse(`p${String(number).padStart(9, '0')}`);

type Input<T> = { readonly [K in keyof T]?: unknown };

export const contact = (contactId: string, role: string, pids: readonly Pid[], more: Input<Contact> = {}) =>
  Contact.parse({ contactId, name: `Person ${contactId}`, role, pids, channels: [], note: '', ...more });

export const talk = (contactId: string, daysAgo: number, more: Input<Conversation> = {}) =>
  Conversation.parse({
    conversationId: `talk-${contactId}-${Math.round(daysAgo * 10) + 10_000}`,
    contactId,
    kind: 'coffee',
    startsAt: NOW - daysAgo * DAY,
    zone: 'America/Chicago',
    held: daysAgo >= 0,
    pids: [],
    purpose: '',
    note: '',
    outcomes: [],
    ...more,
  });

export const insight = (insightId: string, about: Pid, more: Input<Insight> = {}) =>
  Insight.parse({
    insightId,
    pid: about,
    subject: { kind: 'values' },
    text: '',
    on: '2026-01-02',
    strength: 'resident',
    ...more,
  });
