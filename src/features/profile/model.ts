// What the profile says beside its fields: choices in words, and answers to what was typed.
import type { ApplicantType, VisaNeed } from '#domain/profile.ts';
import type { CatalogOverview } from '#domain/query.ts';
import type { CriterionKey, DealBreaker, Preferences } from '#domain/wishes.ts';

export const APPLICANT_TYPES: readonly { value: ApplicantType; label: string; hint: string }[] = [
  { value: 'us-md', label: 'US MD', hint: 'A US medical school that grants the MD.' },
  { value: 'us-do', label: 'US DO', hint: 'A US osteopathic school.' },
  { value: 'us-img', label: 'US citizen, school abroad', hint: 'A US IMG.' },
  { value: 'non-us-img', label: 'Not a US citizen, school abroad', hint: 'A non-US IMG.' },
];

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
