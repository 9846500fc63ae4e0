import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayAt,
  instantOf,
  isoDate,
  offsetAt,
  openZone,
  sameClockLater,
  wallClockAt,
  type Zone,
} from '#engine/follow-up/zone-time.ts';

const HOUR = 3_600_000;

function zoneOf(name: string): Zone {
  const zone = openZone(name);
  if (zone.kind === 'refused') throw new Error(`the platform lacks ${name}`);
  return zone;
}

const at = (year: number, month: number, day: number, hour = 0, minute = 0) => ({
  year,
  month,
  day,
  hour,
  minute,
  second: 0,
  millisecond: 0,
});
const utc = (text: string) => Date.parse(`${text}Z`);

/** The moments of change, as published for the United States: 2 a.m. on these Sundays. */
const CHANGES = [
  { year: 2026, spring: [3, 8], fall: [11, 1] },
  { year: 2027, spring: [3, 14], fall: [11, 7] },
] as const;
const CHANGING = [
  { name: 'America/New_York', standard: -5 },
  { name: 'America/Los_Angeles', standard: -8 },
] as const;
const STEADY = [
  { name: 'America/Phoenix', offset: -7 },
  { name: 'Pacific/Honolulu', offset: -10 },
  { name: 'Asia/Karachi', offset: 5 },
  { name: 'America/Puerto_Rico', offset: -4 },
] as const;
const ALL = [...CHANGING, ...STEADY].map(({ name }) => name);

describe.each(CHANGING)('clocks in $name', ({ name, standard }) => {
  const zone = zoneOf(name);

  it.each(CHANGES)('go forward and back in $year at the published moments', ({ year, spring, fall }) => {
    const forward = Date.UTC(year, spring[0] - 1, spring[1], 2) - standard * HOUR;
    const back = Date.UTC(year, fall[0] - 1, fall[1], 2) - (standard + 1) * HOUR;
    expect(offsetAt(forward - 1, zone)).toBe(standard * HOUR);
    expect(offsetAt(forward, zone)).toBe((standard + 1) * HOUR);
    expect(offsetAt(back - 1, zone)).toBe((standard + 1) * HOUR);
    expect(offsetAt(back, zone)).toBe(standard * HOUR);
  });

  it.each(CHANGES)('read a time in the gap of $year as an hour later', ({ year, spring: [month, day] }) => {
    const read = instantOf(at(year, month, day, 2, 30), zone);
    expect(read.reading).toBe('skipped');
    expect(wallClockAt(read.instant, zone)).toEqual(at(year, month, day, 3, 30));
    expect(instantOf(at(year, month, day, 1, 59), zone).reading).toBe('plain');
    expect(instantOf(at(year, month, day, 3, 0), zone).reading).toBe('plain');
  });

  it.each(CHANGES)('take the first of two times in $year', ({ year, fall: [month, day] }) => {
    const read = instantOf(at(year, month, day, 1, 30), zone);
    expect(read.reading).toBe('twice');
    expect(wallClockAt(read.instant, zone)).toEqual(at(year, month, day, 1, 30));
    expect(wallClockAt(read.instant + HOUR, zone)).toEqual(at(year, month, day, 1, 30));
    expect(instantOf(at(year, month, day, 0, 59), zone).reading).toBe('plain');
    expect(instantOf(at(year, month, day, 2, 0), zone).reading).toBe('plain');
  });

  it.each(CHANGES)(
    'take an hour from the night they go forward in $year, and give it back in fall',
    ({ year, spring, fall }) => {
      const saturday = instantOf(at(year, spring[0], spring[1] - 1, 15), zone).instant;
      expect(sameClockLater(saturday, 1, zone) - saturday).toBe(23 * HOUR);
      const halloween = instantOf(at(year, 10, 31, 15), zone).instant;
      expect(sameClockLater(halloween, fall[1], zone) - halloween).toBe((24 * fall[1] + 1) * HOUR);
    },
  );
});

describe.each(STEADY)('clocks in $name', ({ name, offset }) => {
  it('keep one offset through both changes of both years, and every day has 24 hours', () => {
    const zone = zoneOf(name);
    for (
      let instant = utc('2026-01-01T00:00:00');
      instant < utc('2028-01-01T00:00:00');
      instant += 6 * HOUR
    ) {
      expect(offsetAt(instant, zone)).toBe(offset * HOUR);
      expect(sameClockLater(instant, 1, zone) - instant).toBe(24 * HOUR);
    }
    for (const { year, spring, fall } of CHANGES)
      for (const [month, day] of [spring, fall])
        for (const hour of [1, 2, 3])
          expect(instantOf(at(year, month, day, hour, 30), zone)).toEqual({
            instant: Date.UTC(year, month - 1, day, hour, 30) - offset * HOUR,
            reading: 'plain',
          });
  });
});

describe('wall clocks and instants', () => {
  const instants = fc.integer({ min: utc('2026-01-01T00:00:00'), max: utc('2028-01-01T00:00:00') });

  it('give back the same clock, and the same instant but for the second of two like hours', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), instants, (name, instant) => {
        const zone = zoneOf(name);
        const wall = wallClockAt(instant, zone);
        const back = instantOf(wall, zone);
        expect(wallClockAt(back.instant, zone)).toEqual(wall);
        expect(back.reading).not.toBe('skipped');
        expect([0, back.reading === 'twice' ? HOUR : 0]).toContain(instant - back.instant);
      }),
      { numRuns: 300 },
    );
  });

  it('keep the clock over days, give or take the hour of one change', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL),
        instants,
        fc.integer({ min: 1, max: 400 }),
        (name, instant, days) => {
          const zone = zoneOf(name);
          const later = sameClockLater(instant, days, zone);
          expect(dayAt(later, zone)).toBe(dayAt(instant, zone) + days);
          expect(Math.abs(later - instant - days * 24 * HOUR)).toBeLessThanOrEqual(HOUR);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('agree on dates where two zones stand on different days', () => {
    const instant = utc('2026-11-02T04:30:00');
    expect(isoDate(dayAt(instant, zoneOf('America/New_York')))).toBe('2026-11-01');
    expect(isoDate(dayAt(instant, zoneOf('Asia/Karachi')))).toBe('2026-11-02');
    expect(isoDate(dayAt(-1, zoneOf('UTC')))).toBe('1969-12-31');
  });

  it('know a day that a whole country skipped', () => {
    // Samoa crossed the date line: after 29 December 2011 came the 31st.
    const read = instantOf(at(2011, 12, 30, 10), zoneOf('Pacific/Apia'));
    expect(read.reading).toBe('skipped');
    expect(wallClockAt(read.instant, zoneOf('Pacific/Apia'))).toEqual(at(2011, 12, 31, 10));
  });

  it('refuse a zone nobody knows, as data', () => {
    expect(openZone('America/Atlantis')).toEqual({ kind: 'refused', reason: 'zone-not-known' });
    expect(openZone('')).toEqual({ kind: 'refused', reason: 'zone-not-known' });
  });
});
