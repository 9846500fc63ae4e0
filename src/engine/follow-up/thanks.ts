// Whom to thank, and by when: a day after a talk, at the same hour of the user's clock. Thanks for an interview pass the
// program's policy first; without its leave they are withheld, with the reason.
import type { Contact, Introduction } from '#domain/contact.ts';
import type { Conversation, ConversationKind } from '#domain/conversation.ts';
import type { Interview } from '#domain/interview.ts';
import type { GentleTask, WithheldTask } from './follow-up.ts';
import { type PolicyBook, thanksGate } from './policy.ts';
import { dayAt, sameClockLater, type Zone } from './zone-time.ts';

/** A message is no meeting, and an interview is thanked for under the program's policy. */
const MEETINGS: Readonly<Record<ConversationKind, boolean>> = {
  informational: true,
  coffee: true,
  'mentor-meeting': true,
  fair: true,
  conference: true,
  rotation: true,
  call: true,
  message: false,
  interview: false,
};

/** Tasks that may be proposed, and those the program's word holds back. */
export interface Found {
  readonly gentle: readonly GentleTask[];
  readonly withheld: readonly WithheldTask[];
}

export interface ThanksSource {
  readonly contacts: readonly Contact[];
  readonly conversations: readonly Conversation[];
  readonly interviews: readonly Interview[];
  readonly introductions: readonly Introduction[];
}

export function findThanks(source: ThanksSource, book: PolicyBook, now: number, zone: Zone): Found {
  const gentle: GentleTask[] = [];
  const withheld: WithheldTask[] = [];
  const dueAfter = (instant: number) => sameClockLater(instant, 1, zone);
  const afterInterview = (task: GentleTask, pids: Conversation['pids']) => {
    const gate = thanksGate(pids, book);
    if (gate.kind === 'withheld') withheld.push({ ...task, reason: gate.reason, pids: gate.pids });
    else gentle.push({ ...task, ...(gate.noEffect ? { noEffect: true } : {}) });
  };

  const talked = new Set<string>();
  for (const { conversationId, contactId, kind, startsAt, held, pids } of source.conversations) {
    if (!held || startsAt > now) continue;
    const about = { taskId: `thank:${conversationId}`, dueAt: dueAfter(startsAt), contactId, conversationId };
    if (kind === 'interview') talked.add(`${contactId} ${dayAt(startsAt, zone)}`);
    if (MEETINGS[kind]) gentle.push({ ...about, kind: 'thank-you' });
    if (kind !== 'interview') continue;
    const known = source.contacts.find((contact) => contact.contactId === contactId)?.pids ?? [];
    afterInterview({ ...about, kind: 'thank-for-interview' }, pids.length > 0 ? pids : known);
  }

  for (const { interviewId, pid, status, startsAt, endsAt, contactIds } of source.interviews) {
    const at = endsAt ?? startsAt;
    if (status !== 'held' || at === undefined || at > now) continue;
    const about = { kind: 'thank-for-interview', dueAt: dueAfter(at), interviewId } as const;
    // Whoever was talked with that day has a task by that talk already.
    const unthanked = contactIds.filter((id) => !talked.has(`${id} ${dayAt(startsAt ?? at, zone)}`));
    for (const contactId of unthanked)
      afterInterview({ ...about, taskId: `thank-interview:${interviewId}:${contactId}`, contactId }, [pid]);
    if (contactIds.length === 0)
      afterInterview({ ...about, taskId: `thank-interview:${interviewId}` }, [pid]);
  }

  for (const { introductionId, by, madeAt, thankedAt } of source.introductions) {
    if (madeAt === undefined || thankedAt !== undefined || madeAt > now) continue;
    const taskId = `thank-introduction:${introductionId}`;
    gentle.push({ taskId, kind: 'thank-for-introduction', dueAt: dueAfter(madeAt), contactId: by });
  }
  return { gentle, withheld };
}
