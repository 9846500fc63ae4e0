import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveDays, type Waiting } from '#engine/follow-up/day-plan.ts';
import { GENTLE_KINDS } from '#engine/follow-up/follow-up.ts';

const waiting = fc
  .array(fc.record({ kind: fc.constantFrom(...GENTLE_KINDS), from: fc.integer({ min: -10, max: 20 }) }), {
    maxLength: 30,
  })
  .map((all) =>
    all.map(
      ({ kind, from }, index): Waiting => ({
        task: { taskId: `t${index}`, kind, dueAt: from * 1000 },
        from,
      }),
    ),
  );

describe('giving days to tasks', () => {
  it('never fills a day beyond its room, never comes early, and loses nothing while there are days', () => {
    fc.assert(
      fc.property(waiting, fc.integer({ min: 0, max: 3 }), (all, roomToday) => {
        const given = giveDays(all, 0, 60, 3, roomToday);
        expect(given.map(({ task }) => task.taskId).toSorted()).toEqual(
          all.map(({ task }) => task.taskId).toSorted(),
        );
        const perDay = new Map<number, number>();
        for (const { day, from } of given) {
          perDay.set(day, (perDay.get(day) ?? 0) + 1);
          expect(day).toBeGreaterThanOrEqual(Math.max(0, from));
        }
        for (const [day, count] of perDay) expect(count).toBeLessThanOrEqual(day === 0 ? roomToday : 3);
      }),
    );
  });

  it('puts nothing off while its day has room, and nothing behind what matters less', () => {
    fc.assert(
      fc.property(waiting, (all) => {
        const given = giveDays(all, 0, 60, 3, 3);
        for (const late of given)
          for (let day = Math.max(0, late.from); day < late.day; day++) {
            const instead = given.filter((other) => other.day === day);
            expect(instead).toHaveLength(3);
            for (const { task } of instead)
              expect(GENTLE_KINDS.indexOf(task.kind)).toBeLessThanOrEqual(
                GENTLE_KINDS.indexOf(late.task.kind),
              );
          }
      }),
    );
  });

  it('does not depend on the order given', () => {
    fc.assert(
      fc.property(waiting, (all) => {
        expect(giveDays(all.toReversed(), 0, 60, 3, 3)).toEqual(giveDays(all, 0, 60, 3, 3));
      }),
    );
  });
});
