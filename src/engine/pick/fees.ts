// Application fees: the price of a count of applications in one specialty, by the schedule of a season.
import type { FeeSchedule } from '#domain/rules.ts';

/** USD for the k-th application in one specialty, k from 1. A flat step is paid at its first application. */
export function feeOfNth(schedule: FeeSchedule, k: number): number {
  const step = schedule.steps.find(({ from, to }) => k >= from && (to === null || k <= to));
  if (!step) return 0;
  return step.flat && k > step.from ? 0 : step.usd;
}

/** USD for `count` applications in one specialty. */
export function feeOfCount(schedule: FeeSchedule, count: number): number {
  let usd = 0;
  for (const { from, to, usd: price, flat } of schedule.steps) {
    const inStep = Math.min(count, to ?? count) - from + 1;
    if (inStep > 0) usd += flat ? price : price * inStep;
  }
  return usd;
}

/** Most applications in one specialty that a budget pays for, at most `most`. */
export function affordableCount(schedule: FeeSchedule, budgetUsd: number, most: number): number {
  let count = 0;
  while (count < most && feeOfCount(schedule, count + 1) <= budgetUsd) count++;
  return count;
}

/** The schedule of the newest season that has one. Undefined when the catalog carries none. */
export const newestSchedule = (schedules: readonly FeeSchedule[]): FeeSchedule | undefined =>
  schedules.toSorted((a, b) => b.season - a.season)[0];
