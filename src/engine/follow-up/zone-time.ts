// Wall clocks and instants, by the platform's own zone data. Instants are milliseconds since 1970. It never reads the
// present time and never knows a zone's rules itself: every offset is asked of Intl.DateTimeFormat.
// [Note: Times that do not exist or exist twice] When clocks go forward, a time inside the gap is read with the offset
// from before it (2:30 becomes 3:30). When they go back, a time that comes twice means its first coming.

const DAY_MS = 86_400_000;

/** A zone that the platform knows. Made by `openZone` alone. */
export interface Zone {
  readonly kind: 'zone';
  /** IANA, as asked for. */
  readonly name: string;
  readonly format: Intl.DateTimeFormat;
}

export interface ZoneNotKnown {
  readonly kind: 'refused';
  readonly reason: 'zone-not-known';
}

/** `month` and `day` count from 1. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** `skipped`: clocks jumped over the time asked for. `twice`: it comes twice, and this is the first. */
export interface ZonedInstant {
  readonly instant: number;
  readonly reading: 'plain' | 'skipped' | 'twice';
}

export function openZone(name: string): Zone | ZoneNotKnown {
  try {
    const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    return { kind: 'zone', name, format };
  } catch {
    // The constructor throws a RangeError for a name it does not know; there is no other way to ask.
    return { kind: 'refused', reason: 'zone-not-known' };
  }
}

/** Milliseconds that the zone's clocks are ahead of UTC at an instant. */
export function offsetAt(instant: number, { format }: Zone): number {
  const second = Math.floor(instant / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(second)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second: s = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, s) - second;
}

export function wallClockAt(instant: number, zone: Zone): WallClock {
  const local = new Date(instant + offsetAt(instant, zone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
  };
}

/** The instant at which the zone's clocks show a time; see the note above for the times that have none or two. */
export function instantOf(wall: WallClock, zone: Zone): ZonedInstant {
  const { year, month, day, hour, minute, second, millisecond } = wall;
  return instantOfLocal(Date.UTC(year, month - 1, day, hour, minute, second, millisecond), zone);
}

/**
 * The same wall-clock time some days later (or, below zero, earlier). Over a night on which the clocks change, one day
 * is therefore 23 or 25 hours long: whoever met at 3 p.m. is reminded at 3 p.m.
 */
export function sameClockLater(instant: number, days: number, zone: Zone): number {
  return instantOfLocal(instant + offsetAt(instant, zone) + days * DAY_MS, zone).instant;
}

/** The local date, as days since 1970-01-01. */
export function dayAt(instant: number, zone: Zone): number {
  return Math.floor((instant + offsetAt(instant, zone)) / DAY_MS);
}

/** The ISO date of a day counted since 1970-01-01. */
export function isoDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** `local` is what the clocks show, written as if it were UTC. No zone changes its offset twice within two days. */
function instantOfLocal(local: number, zone: Zone): ZonedInstant {
  const before = offsetAt(local - DAY_MS, zone);
  const after = offsetAt(local + DAY_MS, zone);
  const early = local - before;
  if (before === after) return { instant: early, reading: 'plain' };
  const late = local - after;
  const earlyHolds = offsetAt(early, zone) === before;
  const lateHolds = offsetAt(late, zone) === after;
  if (earlyHolds) return { instant: early, reading: lateHolds ? 'twice' : 'plain' };
  return lateHolds ? { instant: late, reading: 'plain' } : { instant: early, reading: 'skipped' };
}
