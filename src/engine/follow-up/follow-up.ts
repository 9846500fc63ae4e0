// The shapes of the due list: what is asked, and what comes back. Instants are milliseconds since 1970.
import type { Contact, ContactId, Introduction } from '#domain/contact.ts';
import type { Conversation, ConversationId, FollowUpMark } from '#domain/conversation.ts';
import type { Pid } from '#domain/ids.ts';
import type { Interview, InterviewId, ProgramPolicy } from '#domain/interview.ts';

export interface FollowUpQuestion {
  readonly now: number;
  /** The user's IANA zone: "the next day" and "today" are the user's. */
  readonly zone: string;
  /** How many days after today to look ahead, 0 or more. */
  readonly daysAhead: number;
  readonly contacts: readonly Contact[];
  readonly conversations: readonly Conversation[];
  readonly interviews: readonly Interview[];
  readonly introductions: readonly Introduction[];
  readonly policies: readonly ProgramPolicy[];
  readonly marks: readonly FollowUpMark[];
}

/** From what comes first when a day is full to what can best wait. */
export const GENTLE_KINDS = [
  'thank-you',
  'thank-for-interview',
  'thank-for-introduction',
  'nudge',
  'keep-in-touch',
] as const;
export type GentleKind = (typeof GENTLE_KINDS)[number];

/** Something good to do that may wait. `taskId` stays the same until it is done. */
export interface GentleTask {
  readonly taskId: string;
  readonly kind: GentleKind;
  readonly dueAt: number;
  readonly contactId?: ContactId;
  readonly conversationId?: ConversationId;
  readonly interviewId?: InterviewId;
  /** The program says that thanks may be sent and change nothing. */
  readonly noEffect?: true;
}

/** A gentle task and the day it was given, which is its due day or later (ISO, the user's zone). */
export interface PlannedTask extends GentleTask {
  readonly date: string;
  /** Days it had to wait because others came first, or because the user put it off. */
  readonly deferredDays: number;
}

export interface ReplyDeadline {
  readonly taskId: string;
  readonly interviewId: InterviewId;
  readonly at: number;
  /** `48-hours`: no deadline was noted, so the least time a program gives is counted from the invitation. */
  readonly basis: 'noted' | '48-hours';
  readonly passed: boolean;
}

/** `policy-not-known`: nobody has read what the program says of it, so it asks to be read first. */
export type WithheldReason = 'thanks-not-wanted' | 'updates-not-wanted' | 'policy-not-known';

/** A task that would be due, but for the program's word. */
export interface WithheldTask extends GentleTask {
  readonly reason: WithheldReason;
  /** The programs whose word, or silence, it is. Empty when no program is named at all. */
  readonly pids: readonly Pid[];
}

export type DueList =
  | {
      readonly kind: 'due-list';
      /** All that are unanswered, soonest first; never put off and never counted against a day. */
      readonly deadlines: readonly ReplyDeadline[];
      /** At most `GENTLE_A_DAY`, most important first. */
      readonly today: readonly PlannedTask[];
      /** By day, at most `GENTLE_A_DAY` on each; may begin with what was put off until later today. */
      readonly later: readonly PlannedTask[];
      readonly withheld: readonly WithheldTask[];
    }
  | { readonly kind: 'refused'; readonly reason: 'zone-not-known' };

export const GENTLE_A_DAY = 3;
