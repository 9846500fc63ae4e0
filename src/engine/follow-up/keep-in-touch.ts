// When to write again: to a person one knows, by a cadence; and once or twice after a first message without an answer.
// Never to someone one has yet to meet, and never after an interview at a program that wants no updates.
import type { Cadence, Contact, ContactRole } from '#domain/contact.ts';
import type { FollowUpMark } from '#domain/conversation.ts';
import type { Pid } from '#domain/ids.ts';
import type { GentleTask, WithheldTask } from './follow-up.ts';
import type { PolicyBook } from './policy.ts';
import type { Found, ThanksSource } from './thanks.ts';
import { sameClockLater, type Zone } from './zone-time.ts';

/** Our own measure. Directors and coordinators are written to for a reason, not by a calendar. */
export const USUAL_CADENCE: Readonly<Record<ContactRole, Cadence>> = {
  mentor: { kind: 'every', days: 30 },
  attending: { kind: 'every', days: 60 },
  faculty: { kind: 'every', days: 60 },
  resident: { kind: 'every', days: 60 },
  chief: { kind: 'every', days: 60 },
  peer: { kind: 'every', days: 60 },
  alum: { kind: 'every', days: 90 },
  other: { kind: 'every', days: 90 },
  director: { kind: 'rest' },
  coordinator: { kind: 'rest' },
};

/** Days after a first message at which a first and a second reminder are good manners. */
const NUDGE_DAYS = [7, 21] as const;

/** Roles that speak for a program, so that a word to them is a word to it. */
const SPEAKS_FOR_PROGRAM: ReadonlySet<ContactRole> = new Set([
  'resident',
  'chief',
  'attending',
  'faculty',
  'director',
  'coordinator',
]);

export function findKeepInTouch(
  source: ThanksSource,
  marks: readonly FollowUpMark[],
  book: PolicyBook,
  now: number,
  zone: Zone,
): Found {
  const gentle: GentleTask[] = [];
  const withheld: WithheldTask[] = [];
  const interviewed = interviewedAt(source, now);
  for (const contact of source.contacts) {
    const task = nudgeOf(contact, zone) ?? touchOf(contact, source, marks, now, zone);
    if (!task) continue;
    const closed = SPEAKS_FOR_PROGRAM.has(contact.role)
      ? contact.pids.filter((pid) => interviewed.has(pid) && book.get(pid)?.updates === 'not-wanted')
      : [];
    if (closed.length > 0) withheld.push({ ...task, reason: 'updates-not-wanted', pids: closed });
    else gentle.push(task);
  }
  return { gentle, withheld };
}

function nudgeOf({ contactId, outreach }: Contact, zone: Zone): GentleTask | undefined {
  if (outreach?.status !== 'sent' || outreach.sentAt === undefined) return undefined;
  const days = NUDGE_DAYS[outreach.nudges];
  if (days === undefined) return undefined;
  const dueAt = sameClockLater(outreach.sentAt, days, zone);
  return { taskId: `nudge:${contactId}:${outreach.nudges}`, kind: 'nudge', dueAt, contactId };
}

function touchOf(
  { contactId, cadence, role, outreach }: Contact,
  { conversations, interviews }: ThanksSource,
  marks: readonly FollowUpMark[],
  now: number,
  zone: Zone,
): GentleTask | undefined {
  const every = cadence ?? USUAL_CADENCE[role];
  // A first message nobody has answered makes no acquaintance.
  const waits = outreach?.status === 'sent' || outreach?.status === 'no-reply';
  if (every.kind === 'rest') return undefined;
  const talks = conversations.filter((talk) => talk.contactId === contactId && talk.held);
  const thanks = new Set(talks.map(({ conversationId }) => `thank:${conversationId}`));
  const prefix = `in-touch:${contactId}:`;
  const met = [
    ...talks.map(({ startsAt }) => startsAt),
    ...interviews
      .filter(({ status, contactIds }) => status === 'held' && contactIds.includes(contactId))
      .flatMap(({ startsAt }) => startsAt ?? []),
    ...marks.flatMap((mark) =>
      mark.kind === 'done' && (mark.taskId.startsWith(prefix) || thanks.has(mark.taskId)) ? mark.at : [],
    ),
    ...(waits || outreach?.sentAt === undefined ? [] : [outreach.sentAt]),
  ].filter((at) => at <= now);
  if (met.length === 0) return undefined;
  const last = Math.max(...met);
  // The last contact is part of the name: once it is done, the next one is another task.
  return {
    taskId: `${prefix}${last}`,
    kind: 'keep-in-touch',
    dueAt: sameClockLater(last, every.days, zone),
    contactId,
  };
}

function interviewedAt({ conversations, interviews }: ThanksSource, now: number): ReadonlySet<Pid> {
  return new Set([
    ...interviews.filter(({ status }) => status === 'held').map(({ pid }) => pid),
    ...conversations
      .filter(({ kind, held, startsAt }) => kind === 'interview' && held && startsAt <= now)
      .flatMap(({ pids }) => pids),
  ]);
}
