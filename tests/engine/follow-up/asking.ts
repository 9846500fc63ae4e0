// People, talks, interviews and policies for tests of what is due, and the question they are asked in.
import { type Contact, ContactId } from '#domain/contact.ts';
import { type Conversation, ConversationId } from '#domain/conversation.ts';
import { Pid } from '#domain/ids.ts';
import { type Interview, InterviewId, type ProgramPolicy } from '#domain/interview.ts';
import { answerDueList } from '#engine/follow-up/due-list.ts';
import type { FollowUpQuestion } from '#engine/follow-up/follow-up.ts';

const ZONE = 'America/New_York';
export const A = Pid.parse('p000000001');
export const B = Pid.parse('p000000002');
/** New York is 5 hours behind in winter, 4 in summer. */
export const utc = (text: string) => Date.parse(`${text}:00Z`);
export const NOW = utc('2026-12-02T15:00');

export const person = (id: string, more: Partial<Contact> = {}): Contact => ({
  contactId: ContactId.parse(id),
  name: id,
  role: 'resident',
  pids: [],
  channels: [],
  note: '',
  ...more,
});
export const talk = (
  id: string,
  contact: string,
  startsAt: number,
  more: Partial<Conversation> = {},
): Conversation => ({
  conversationId: ConversationId.parse(id),
  contactId: ContactId.parse(contact),
  kind: 'informational',
  startsAt,
  zone: ZONE,
  held: true,
  pids: [],
  purpose: '',
  note: '',
  outcomes: [],
  ...more,
});
export const interview = (id: string, more: Partial<Interview> = {}): Interview => ({
  interviewId: InterviewId.parse(id),
  pid: A,
  label: '',
  status: 'held',
  mode: 'virtual',
  contactIds: [],
  note: '',
  ...more,
});
export const policy = (pid: Pid, more: Partial<ProgramPolicy>): ProgramPolicy => ({
  pid,
  words: '',
  readOn: '2026-11-01',
  ...more,
});
export const ask = (more: Partial<FollowUpQuestion>) => {
  const answer = answerDueList({
    now: NOW,
    zone: ZONE,
    daysAhead: 60,
    contacts: [],
    conversations: [],
    interviews: [],
    introductions: [],
    policies: [],
    marks: [],
    ...more,
  });
  if (answer.kind === 'refused') throw new Error(answer.reason);
  return answer;
};
export const ids = (tasks: readonly { taskId: string }[]) => tasks.map(({ taskId }) => taskId);
export const YESTERDAY = utc('2026-12-01T20:00');
