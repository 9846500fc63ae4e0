// The due list of a day: at most three gentle things, the rest waits without a word. Snoozed things come when the user
// said; things done or let go are gone.
import type { FollowUpMark } from '#domain/conversation.ts';
import { type FollowUp, type FollowUpKind, type FollowUpRecords, followUpsOf, type Withheld } from './follow-ups.ts';
import { dateIn, isTimeZone } from './zoned-time.ts';

/** More than this in a day is a burden. */
export const GENTLE_A_DAY = 3;

/** Thanks grow stale soonest. */
const FIRST: readonly FollowUpKind[] = ['thank-you', 'thank-introducer', 'nudge', 'keep-in-touch'];

export type DueList =
  | {
      readonly kind: 'list';
      /** For today, at most three less those done today. */
      readonly today: readonly FollowUp[];
      /** Due as well, but over today's three. */
      readonly waiting: readonly FollowUp[];
      /** Not due yet, soonest first. */
      readonly later: readonly FollowUp[];
      readonly withheld: readonly Withheld[];
      readonly doneToday: number;
    }
  | { readonly kind: 'refused'; readonly reason: 'unknown-zone' };

/** The last word on each task: later marks in the list win. */
const lastMarks = (marks: readonly FollowUpMark[]) => new Map(marks.map((mark) => [mark.taskId, mark]));

function afterMarks(items: readonly FollowUp[], marks: ReadonlyMap<string, FollowUpMark>): FollowUp[] {
  return items.flatMap((item) => {
    const mark = marks.get(item.taskId);
    if (mark === undefined) return [item];
    return mark.kind === 'snoozed' ? [{ ...item, dueAt: Math.max(item.dueAt, mark.until) }] : [];
  });
}

/**
 * @param now milliseconds since 1970.
 * @param zone the user's IANA zone; a thing is due on its whole day there.
 */
export function dueList(records: FollowUpRecords, now: number, zone: string): DueList {
  if (!isTimeZone(zone)) return { kind: 'refused', reason: 'unknown-zone' };
  const { due, withheld } = followUpsOf(records, zone);
  const marks = lastMarks(records.marks);
  const today = dateIn(now, zone);
  const open = afterMarks(due, marks).toSorted(
    (a, b) =>
      FIRST.indexOf(a.kind) - FIRST.indexOf(b.kind) || a.dueAt - b.dueAt || a.taskId.localeCompare(b.taskId),
  );
  const isDue = ({ dueAt }: FollowUp) => dateIn(dueAt, zone) <= today;
  const doneToday = records.marks.filter((mark) => mark.kind === 'done' && dateIn(mark.at, zone) === today).length;
  const room = Math.max(0, GENTLE_A_DAY - doneToday);
  const ready = open.filter(isDue);
  return {
    kind: 'list',
    today: ready.slice(0, room),
    waiting: ready.slice(room),
    later: open.filter((item) => !isDue(item)).toSorted((a, b) => a.dueAt - b.dueAt),
    withheld: withheld.filter(({ taskId }) => {
      const kind = marks.get(taskId)?.kind;
      return kind !== 'done' && kind !== 'let-go';
    }),
    doneToday,
  };
}
