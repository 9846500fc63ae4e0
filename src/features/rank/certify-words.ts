// The items of the checklist in our own words, and the dates of the season in a reader's.
import { type CheckKey, lastStep, type RankList } from '#domain/rank-list.ts';
import type { SeasonDate } from '#domain/rules.ts';

export interface CertifyItem {
  readonly key: CheckKey;
  readonly label: string;
  readonly hint: string;
}

export const CERTIFY_ITEMS: readonly CertifyItem[] = [
  {
    key: 'order',
    label: 'This is the order I want',
    hint: 'If all of them took me, I would go to the first; if it said no, to the second; and so on.',
  },
  {
    key: 'attend',
    label: 'I would go to every program on it',
    hint: 'A match is binding. What you would not go to belongs under “Do not rank”.',
  },
  {
    key: 'codes',
    label: 'Every line has its NRMP code, of the right track',
    hint: 'Codes change from year to year. The official system has the last word.',
  },
  {
    key: 'entered',
    label: 'I entered it in the official system, line by line',
    hint: 'Compare it from top to bottom with the printed or exported list.',
  },
  {
    key: 'certified',
    label: 'I certified it there, and saw it say certified',
    hint: 'Every change made there afterwards has to be certified again.',
  },
  {
    key: 'proof',
    label: 'I kept the confirmation',
    hint: 'The mail, or a picture of the page.',
  },
];

/** Items ticked about the list as it is now. */
export const tickedNow = (list: RankList): number =>
  CERTIFY_ITEMS.filter(({ key }) =>
    list.ticks.some((each) => each.key === key && each.after === lastStep(list)),
  ).length;

export const deadlineOf = (dates: readonly SeasonDate[]): SeasonDate | null =>
  dates.find(({ event }) => /certif\w* deadline/i.test(event)) ?? null;

const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' });
const DAY_MS = 24 * 60 * 60 * 1000;

/** `9:00 PM Eastern`, from `21:00`. */
function timeWords(timeEt: string): string {
  const [hour = 0, minute = 0] = timeEt.split(':').map(Number);
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'} Eastern`;
}

const whenWords = ({ date, timeEt }: SeasonDate) =>
  `${DAY.format(Date.parse(date))}${timeEt === undefined ? '' : `, ${timeWords(timeEt)}`}`;

export const dateLine = (date: SeasonDate): string => `${whenWords(date)}: ${date.event}`;

/** @param now milliseconds since 1970. */
export function deadlineWords(deadline: SeasonDate | null, now: number): string {
  if (!deadline) return 'Certify it before the deadline.';
  const days = Math.ceil((Date.parse(deadline.date) - now) / DAY_MS);
  if (days < 0) return `The deadline was ${whenWords(deadline)}.`;
  const left = days === 0 ? 'That is today' : days === 1 ? 'That is tomorrow' : `${days} days from now`;
  return `Certify it by ${whenWords(deadline)}. ${left}.`;
}
