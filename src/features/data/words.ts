// How old, how fresh and how large, in words. Every moment is passed in.
import type { SyncStanding, SyncStep } from '#state/catalog-sync.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
// A date without a time is the same day everywhere; a moment is told in the zone of the device.
const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'long' });
const MOMENT = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'short' });
const AGO = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' });

/** @param date ISO. */
export const dateWords = (date: string): string => DATE.format(new Date(date));

/** `today`, `12 days ago`, `3 months ago`. @param then and now in milliseconds since 1970. */
export function ageWords(then: number, now: number): string {
  const days = Math.max(0, Math.floor((now - then) / DAY_MS));
  if (days < 45) return AGO.format(-days, 'day');
  if (days < 700) return AGO.format(-Math.round(days / 30.44), 'month');
  return AGO.format(-Math.round(days / 365.25), 'year');
}

export function freshWords({ verifiedAt, freshUntil }: SyncStanding, now: number): string {
  if (verifiedAt === null || freshUntil === null) {
    return 'Not checked yet. It is the release that came with the app.';
  }
  if (now <= freshUntil) return `Verified fresh until ${DAY.format(freshUntil)}.`;
  return `Not verified fresh since ${DAY.format(verifiedAt)}. It keeps working; with a network it can be checked again.`;
}

export function lastCheckWords({ verifiedAt }: SyncStanding, now: number): string {
  if (verifiedAt === null) return 'Never on this device';
  return `${MOMENT.format(verifiedAt)}, ${ageWords(verifiedAt, now)}`;
}

export const nextCheckWords = ({ nextAt }: SyncStanding, now: number): string =>
  nextAt === null || nextAt <= now
    ? 'As soon as there is a network'
    : `When Cairn is open after ${MOMENT.format(nextAt)}`;

/** Decimal, as devices tell their storage. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`;
  const [size, unit] = bytes < 1_000_000_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1_000_000_000, 'GB'];
  return `${size.toLocaleString('en-US', { maximumFractionDigits: size < 10 ? 1 : 0 })} ${unit}`;
}

export const stepWords = (step: SyncStep): string =>
  step.kind === 'looking'
    ? 'Asking what is new'
    : `Fetching the catalog, ${sizeWords(step.bytes)} of ${sizeWords(step.ofBytes)}`;
