// What the profile says beside its fields: choices in words, and answers to what was typed.
import type { OwnScale } from '#domain/own-criterion.ts';
import type { ApplicantType, VisaNeed } from '#domain/profile.ts';
import type { CatalogOverview } from '#domain/query.ts';
import type { CriterionKey, DealBreaker, DealBreakerEffect, Preferences } from '#domain/wishes.ts';
import { programName } from '#domain/words.ts';

export const APPLICANT_TYPES: readonly { value: ApplicantType; label: string; hint: string }[] = [
  { value: 'us-md', label: 'US MD', hint: 'A US medical school that grants the MD.' },
  { value: 'us-do', label: 'US DO', hint: 'A US osteopathic school.' },
  { value: 'us-img', label: 'US citizen, school abroad', hint: 'A US IMG.' },
  { value: 'non-us-img', label: 'Not a US citizen, school abroad', hint: 'A non-US IMG.' },
];

/** A group of applicants in the middle of a sentence, as the published tables name it. */
export const GROUP_WORDS: Record<ApplicantType, string> = {
  'us-md': 'US MD seniors',
  'us-do': 'US DO seniors',
  'us-img': 'US citizens from schools abroad',
  'non-us-img': 'non-US citizens from schools abroad',
};

export const VISA_NEEDS: readonly { value: VisaNeed; label: string }[] = [
  { value: 'none', label: 'No visa needed' },
  { value: 'j1', label: 'J-1' },
  { value: 'h1b', label: 'H-1B' },
  { value: 'any', label: 'Either one' },
];

/** The longest medical course, in years: nobody who plans for the Match graduates later than that from now. */
const LONGEST_COURSE_YEARS = 8;
const EARLIEST_YEAR = 1950;

export type YearAnswer =
  | { readonly kind: 'taken'; readonly hint: string | undefined }
  | { readonly kind: 'refused'; readonly error: string };

/** What to say about a graduation year. @param thisYear four digits, of today. */
export function answerGraduationYear(year: number | undefined, thisYear: number): YearAnswer {
  if (year === undefined) return { kind: 'taken', hint: undefined };
  if (year < EARLIEST_YEAR)
    return { kind: 'refused', error: `Check the year: ${year} is before ${EARLIEST_YEAR}.` };
  if (year > thisYear + LONGEST_COURSE_YEARS) {
    return {
      kind: 'refused',
      error: `${year} is too far ahead. Enter the year you finish, ${thisYear + LONGEST_COURSE_YEARS} at the latest.`,
    };
  }
  if (year > thisYear + 1) {
    return {
      kind: 'taken',
      hint: `You would apply in the fall of ${year - 1}. Look around now; fees, dates and programs will have changed by then.`,
    };
  }
  return { kind: 'taken', hint: undefined };
}

export const SIZE_CHOICES = [
  { value: 'small', label: 'Small' },
  { value: 'middle', label: 'Middle' },
  { value: 'large', label: 'Large' },
] as const;

/** The preference asked for under a criterion once it has a weight. */
export const PREFERENCE_OF: Partial<Record<CriterionKey, keyof Preferences>> = {
  region: 'regions',
  citySize: 'citySize',
  setting: 'setting',
  ownership: 'ownership',
  hospitalSize: 'hospitalSize',
  classSize: 'classSize',
  trackType: 'trackType',
};

export const OWNERS: readonly { value: Preferences['ownership'][number]; label: string }[] = [
  { value: 'nonprofit', label: 'Nonprofit' },
  { value: 'public', label: 'State or local' },
  { value: 'federal', label: 'Federal' },
  { value: 'for-profit', label: 'For-profit' },
];

/** What a criterion needs from the profile before it can be known; null when it needs nothing. */
export function missingFor(
  criterion: CriterionKey,
  has: {
    readonly home: boolean;
    readonly ties: boolean;
    readonly visa: boolean;
    readonly region: boolean;
    readonly ownership: boolean;
  },
): string | null {
  if (criterion === 'home' && !has.home) return 'Set your home above, or this stays unknown.';
  if (criterion === 'ties' && !has.ties) return 'Add a tie above, or this stays unknown.';
  if (criterion === 'visa' && !has.visa) return 'Say which visa you need above, or this stays unknown.';
  if (criterion === 'region' && !has.region) return 'Choose a region or a state, or this stays unknown.';
  if (criterion === 'ownership' && !has.ownership) return 'Choose a kind of owner, or this stays unknown.';
  return null;
}

export type DealBreakerKind = DealBreaker['kind'];
/** Deal-breakers that are simply on or off. */
export const PLAIN_DEAL_BREAKERS: readonly { kind: 'military' | 'for-profit' | 'rural'; label: string }[] = [
  { kind: 'military', label: 'Military programs' },
  { kind: 'for-profit', label: 'For-profit hospitals' },
  { kind: 'rural', label: 'Outside metropolitan areas' },
];

export const stateChoices = ({ states }: CatalogOverview) =>
  states.map(({ code, name }) => ({ value: code, label: name }));

const LIST = new Intl.ListFormat('en-US');
/** More of the shortlist than this are counted, not named. */
const MOST_NAMED = 3;

/** What a deal-breaker costs: `Takes out 14 of 301 programs now. Of your shortlist: Harbor.` */
export function effectWords({ programs, of, kept }: DealBreakerEffect): string {
  const out =
    programs === 0
      ? `Takes out none of ${of.toLocaleString('en-US')} programs now.`
      : `Takes out ${programs.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} programs now.`;
  if (kept.length === 0) return out;
  const named = kept.slice(0, MOST_NAMED).map(({ name }) => programName(name));
  const more = kept.length - named.length;
  return `${out} Of your shortlist: ${LIST.format(more > 0 ? [...named, `${more} more`] : named)}.`;
}

export const SCALES: readonly { value: OwnScale['kind']; label: string; hint?: string }[] = [
  { value: 'stars', label: 'One to five stars' },
  { value: 'yes-no', label: 'Yes or no', hint: 'Yes is the better one.' },
  { value: 'ten', label: 'Zero to ten' },
  { value: 'levels', label: 'Words of your own' },
];

export function scaleWords(scale: OwnScale): string {
  switch (scale.kind) {
    case 'stars':
      return 'One to five stars.';
    case 'yes-no':
      return 'Yes or no; yes is better.';
    case 'ten':
      return 'Zero to ten.';
    case 'levels':
      return `From ${scale.levels[0]} to ${scale.levels.at(-1)}.`;
  }
}

const FEWEST_LEVELS = 2;
const MOST_LEVELS = 7;
const LONGEST_LEVEL = 40;

export type LevelsAnswer =
  | { readonly kind: 'levels'; readonly levels: string[] }
  | { readonly kind: 'refused'; readonly error: string };

/** Reads words of a scale as they were typed: commas between, from worst to best. */
export function readLevels(text: string): LevelsAnswer {
  const levels = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (levels.length < FEWEST_LEVELS)
    return { kind: 'refused', error: 'Enter at least two words, with a comma between.' };
  if (levels.length > MOST_LEVELS)
    return { kind: 'refused', error: `That is ${levels.length} words. Seven are the most.` };
  const same = levels.find((word, at) => levels.indexOf(word) !== at);
  if (same !== undefined) return { kind: 'refused', error: `“${same}” is there twice.` };
  const long = levels.find((word) => word.length > LONGEST_LEVEL);
  if (long !== undefined)
    return {
      kind: 'refused',
      error: `“${long.slice(0, 20)}…” is too long. ${LONGEST_LEVEL} letters at most.`,
    };
  return { kind: 'levels', levels };
}
