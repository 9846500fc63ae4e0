import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterFailure,
  afterSuccess,
  firstLooks,
  isDue,
  isFullDue,
  type Looks,
  nextLookAt,
  SCHEDULE,
} from '#sync/schedule.ts';

const HOUR = 3_600_000;
const NOW = 1_800_000_000_000;
const first = firstLooks(() => 0.5);

describe('the schedule', () => {
  it('is due at once on a new device, with the roots', () => {
    expect(isDue(first, NOW)).toBe(true);
    expect(isFullDue(first, NOW)).toBe(true);
    expect(nextLookAt(first)).toBeNull();
  });

  it('rests twenty hours and this device’s own part of eight after a success', () => {
    const looks = afterSuccess(first, NOW, true);
    expect(nextLookAt(looks)).toBe(NOW + 24 * HOUR);
    expect(isDue(looks, NOW + 24 * HOUR - 1)).toBe(false);
    expect(isDue(looks, NOW + 24 * HOUR)).toBe(true);
  });

  it('keeps the hour of a device within the eight, the same for ever', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999_999, noNaN: true }), (chance) => {
        const { jitter } = firstLooks(() => chance);
        expect(jitter).toBeGreaterThanOrEqual(0);
        expect(jitter).toBeLessThan(8 * HOUR);
      }),
    );
    expect(afterFailure(afterSuccess(first, NOW, true), NOW, Math.random).jitter).toBe(first.jitter);
  });

  it('asks for the roots once a week', () => {
    const full = afterSuccess(first, NOW, true);
    const light = afterSuccess(full, NOW + 6 * 24 * HOUR, false);
    expect(isFullDue(light, NOW + SCHEDULE.fullMs - 1)).toBe(false);
    expect(isFullDue(light, NOW + SCHEDULE.fullMs)).toBe(true);
  });

  it('waits longer after each failure, from a minute to a day', () => {
    let looks: Looks = first;
    const pauses: number[] = [];
    for (let count = 0; count < 14; count++) {
      looks = afterFailure(looks, NOW, () => 0);
      pauses.push((nextLookAt(looks) ?? 0) - NOW);
    }
    expect(pauses.slice(0, 4)).toEqual([2, 4, 8, 16].map((minutes) => minutes * 60_000));
    expect(pauses.at(-1)).toBe(24 * HOUR);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  });

  it('never waits less than a minute or more than a day, whatever chance and server say', () => {
    fc.assert(
      fc.property(
        fc.nat(2_000),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        fc.nat(),
        (failures, chance, retryAfter) => {
          const { pause } = afterFailure({ ...first, failures }, NOW, () => chance, retryAfter);
          expect(pause).toBeGreaterThanOrEqual(60_000);
          expect(pause).toBeLessThanOrEqual(24 * HOUR);
          expect(pause).toBeGreaterThanOrEqual(Math.min(retryAfter, 24 * HOUR));
        },
      ),
    );
  });

  it('forgets failures after a success', () => {
    const failed = afterFailure(afterFailure(first, NOW, Math.random), NOW, Math.random);
    expect(afterSuccess(failed, NOW, false)).toMatchObject({ failures: 0, failedAt: null, pause: 0 });
  });

  it('is held back by nothing that lies ahead of the clock', () => {
    const ahead = afterSuccess(first, NOW + 1_000 * 24 * HOUR, true);
    expect(isDue(ahead, NOW)).toBe(true);
    expect(isFullDue(ahead, NOW)).toBe(true);
    expect(isDue(afterFailure(first, NOW + 24 * HOUR, Math.random), NOW)).toBe(true);
  });
});
