// What is due now and in the days to come, worked out anew each time from what happened and what the user said of it.
// It never adds up what was missed, and a contact let to rest is never in it.
// [Note: Thanks grow old] Two weeks after its day a thank-you is no longer proposed: late thanks read like a form.
import type { FollowUpMark } from '#domain/conversation.ts';
import { giveDays } from './day-plan.ts';
import { replyDeadlines } from './deadline.ts';
import { type DueList, type FollowUpQuestion, GENTLE_A_DAY, type GentleTask } from './follow-up.ts';
import { findKeepInTouch } from './keep-in-touch.ts';
import { policyBook } from './policy.ts';
import { findThanks } from './thanks.ts';
import { dayAt, isoDate, openZone, type Zone } from './zone-time.ts';

const THANKS_GROW_OLD_DAYS = 14;
const GENTLE_TASK = /^(?:thank|thank-interview|thank-introduction|nudge|in-touch):/;

/** The answer does not depend on the order of anything in the question. */
export function answerDueList(question: FollowUpQuestion): DueList {
  const { now, contacts, marks } = question;
  const zone = openZone(question.zone);
  if (zone.kind === 'refused') return zone;

  const closed = new Set(marks.filter(({ kind }) => kind !== 'snoozed').map(({ taskId }) => taskId));
  const snoozedUntil = new Map<string, number>();
  for (const mark of marks)
    if (mark.kind === 'snoozed')
      snoozedUntil.set(mark.taskId, Math.max(mark.until, snoozedUntil.get(mark.taskId) ?? mark.until));
  const resting = new Set(
    contacts.filter(({ cadence }) => cadence?.kind === 'rest').map(({ contactId }) => contactId),
  );
  const today = dayAt(now, zone);
  const last = today + question.daysAhead;
  /** The tasks that are the user's to see by the last day, each with the first day it may have. */
  const open = <T extends GentleTask>(tasks: readonly T[]) =>
    tasks.flatMap((task) => {
      const { taskId, contactId, kind, dueAt } = task;
      const from = dayAt(Math.max(dueAt, snoozedUntil.get(taskId) ?? dueAt), zone);
      const old = kind.startsWith('thank') && today - from > THANKS_GROW_OLD_DAYS;
      const rests = contactId !== undefined && resting.has(contactId);
      return closed.has(taskId) || rests || old || from > last ? [] : [{ task, from }];
    });

  const book = policyBook(question.policies);
  const thanks = findThanks(question, book, now, zone);
  const touches = findKeepInTouch(question, marks, book, now, zone);
  const waiting = open([...thanks.gentle, ...touches.gentle]);
  // What was done today has used up its part of the day: one done must not make another appear.
  const room = Math.max(0, GENTLE_A_DAY - doneOn(today, marks, zone));
  const planned = giveDays(waiting, today, last, GENTLE_A_DAY, room).map(({ task, day }) => ({
    now: day === today && (snoozedUntil.get(task.taskId) ?? now) <= now,
    task: { ...task, date: isoDate(day), deferredDays: day - dayAt(task.dueAt, zone) },
  }));
  return {
    kind: 'due-list',
    deadlines: replyDeadlines(question.interviews, closed, now),
    today: planned.filter((one) => one.now).map(({ task }) => task),
    later: planned.filter((one) => !one.now).map(({ task }) => task),
    withheld: open([...thanks.withheld, ...touches.withheld])
      .map(({ task }) => task)
      .toSorted((a, b) => a.dueAt - b.dueAt || (a.taskId < b.taskId ? -1 : 1)),
  };
}

function doneOn(day: number, marks: readonly FollowUpMark[], zone: Zone): number {
  const done = marks.filter(
    (mark) => mark.kind === 'done' && GENTLE_TASK.test(mark.taskId) && dayAt(mark.at, zone) === day,
  );
  return new Set(done.map(({ taskId }) => taskId)).size;
}
