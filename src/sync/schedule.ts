// When to look for a newer catalog. Pure: clock and chance are passed in. A day is left between two looks, each device
// has an hour of its own, and a server in trouble is left alone for longer and longer.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const SCHEDULE = {
  /** Milliseconds between a look that went well and the next. */
  restMs: 20 * HOUR,
  /** Up to so much longer, the same on one device at all times. */
  jitterMs: 8 * HOUR,
  /** At least so often the roots are asked for, too. */
  fullMs: 7 * 24 * HOUR,
  firstRetryMs: MINUTE,
  lastRetryMs: 24 * HOUR,
} as const;

/** What is remembered of earlier looks; times in milliseconds since 1970. */
export interface Looks {
  /** This device's own part of a day, 0 to `SCHEDULE.jitterMs`. */
  readonly jitter: number;
  readonly succeededAt: number | null;
  /** When the chain of roots was followed last. */
  readonly fullAt: number | null;
  /** In a row, the last one at `failedAt`. */
  readonly failures: number;
  readonly failedAt: number | null;
  /** Milliseconds to wait after `failedAt`. */
  readonly pause: number;
}

/** @param random 0 to 1. */
export const firstLooks = (random: () => number): Looks => ({
  jitter: Math.floor(random() * SCHEDULE.jitterMs),
  succeededAt: null,
  fullAt: null,
  failures: 0,
  failedAt: null,
  pause: 0,
});

/** When the next look is due; null: at once, as there was none yet. */
export function nextLookAt({ jitter, succeededAt, failedAt, pause }: Looks): number | null {
  if (failedAt !== null) return failedAt + pause;
  return succeededAt === null ? null : succeededAt + SCHEDULE.restMs + jitter;
}

/** A time that lies ahead was written by a clock that went wrong, and holds nothing back. */
const isPast = (at: number | null, now: number): at is number => at !== null && at <= now;

export function isDue(looks: Looks, now: number): boolean {
  const last = looks.failedAt ?? looks.succeededAt;
  return !isPast(last, now) || (nextLookAt(looks) ?? now) <= now;
}

export const isFullDue = ({ fullAt }: Looks, now: number): boolean =>
  !isPast(fullAt, now) || fullAt + SCHEDULE.fullMs <= now;

/** @param full the chain of roots was followed. */
export const afterSuccess = (looks: Looks, now: number, full: boolean): Looks => ({
  ...looks,
  succeededAt: now,
  fullAt: full ? now : looks.fullAt,
  failures: 0,
  failedAt: null,
  pause: 0,
});

/**
 * Twice as long each time, from a minute to a day, shortened by up to a half by chance so that devices that failed
 * together do not come back together.
 * @param retryAfter milliseconds the server asked for; kept up to a day.
 */
export function afterFailure(looks: Looks, now: number, random: () => number, retryAfter = 0): Looks {
  const failures = looks.failures + 1;
  // 2^11 minutes are more than a day.
  const longest = Math.min(SCHEDULE.firstRetryMs * 2 ** Math.min(failures, 12), SCHEDULE.lastRetryMs);
  const pause = Math.max(SCHEDULE.firstRetryMs, Math.round(longest * (1 - random() / 2)));
  return {
    ...looks,
    failures,
    failedAt: now,
    pause: Math.min(Math.max(pause, retryAfter), SCHEDULE.lastRetryMs),
  };
}
