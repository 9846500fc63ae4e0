// Gives gentle tasks to days, so that no day holds more than a few. What comes later waits; nothing is dropped, and
// nothing is given a day before it is due.
import { GENTLE_KINDS, type GentleTask } from './follow-up.ts';

export interface Waiting {
  readonly task: GentleTask;
  /** The first day it may have, in any count of days. */
  readonly from: number;
}

export interface Given extends Waiting {
  readonly day: number;
}

/**
 * Goes from `first` to `last` and gives each day the `perDay` most important of what may be done by then: by kind, then
 * what was due first. The first day has only `roomToday`. What finds no day until `last` is left out.
 */
export function giveDays(
  waiting: readonly Waiting[],
  first: number,
  last: number,
  perDay: number,
  roomToday: number,
): Given[] {
  const left = waiting.toSorted((a, b) => byImportance(a.task, b.task));
  const given: Given[] = [];
  for (let day = first; day <= last && left.length > 0; day++) {
    let room = day === first ? roomToday : perDay;
    for (let at = 0; at < left.length && room > 0; ) {
      const next = left[at];
      if (next && next.from <= day) {
        given.push({ ...next, day });
        left.splice(at, 1);
        room--;
      } else at++;
    }
  }
  return given;
}

function byImportance(a: GentleTask, b: GentleTask): number {
  return (
    GENTLE_KINDS.indexOf(a.kind) - GENTLE_KINDS.indexOf(b.kind) ||
    a.dueAt - b.dueAt ||
    (a.taskId < b.taskId ? -1 : 1)
  );
}
