// Invitations that must be answered by a moment. These are real: they are never put off, thinned out or hidden, and a
// wish to be reminded later does not touch them.
// Programs give at least 48 hours to answer (Augusta University OB/GYN, interview communication policy). Hours, not days:
// a change of clocks does not lengthen them.
import type { Interview } from '#domain/interview.ts';
import type { ReplyDeadline } from './follow-up.ts';

const LEAST_REPLY_MS = 48 * 3_600_000;

/** Every invitation without an answer, soonest deadline first. `closed` holds the tasks that are done or let go. */
export function replyDeadlines(
  interviews: readonly Interview[],
  closed: ReadonlySet<string>,
  now: number,
): ReplyDeadline[] {
  return interviews
    .filter(({ status }) => status === 'invited')
    .flatMap(({ interviewId, replyBy, invitedAt }): ReplyDeadline[] => {
      const taskId = `reply:${interviewId}`;
      if (replyBy !== undefined)
        return [{ taskId, interviewId, at: replyBy, basis: 'noted', passed: replyBy < now }];
      if (invitedAt === undefined) return [];
      const at = invitedAt + LEAST_REPLY_MS;
      return [{ taskId, interviewId, at, basis: '48-hours', passed: at < now }];
    })
    .filter(({ taskId }) => !closed.has(taskId))
    .toSorted((a, b) => a.at - b.at || (a.taskId < b.taskId ? -1 : 1));
}
