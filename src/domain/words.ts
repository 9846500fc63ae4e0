// How numbers of ours are said: the same everywhere, so that two screens never tell one fact in two ways.
import type { Fact } from './fact.ts';
import { FIELDS, type FieldKey } from './field.ts';
import type { Fit, ProgramRow } from './query.ts';
import type { DealBreaker } from './wishes.ts';

/** Fit on a scale of a hundred points, without decimals. */
export const points = (share: number): number => Math.round(share * 100);

/** `70 to 92`, or one number where the range is a point. */
export const rangeWords = ({ lo, hi }: Fit): string =>
  points(lo) === points(hi) ? `${points(lo)}` : `${points(lo)} to ${points(hi)}`;

export const milesWords = (miles: number): string =>
  miles < 1 ? 'under 1 mi' : `${Math.round(miles).toLocaleString('en-US')} mi`;

/**
 * A range of a chance as people: `2 to 4 in 10`. Outward to whole people, so that it is never said narrower than it is.
 * @param range both ends 0–1.
 */
export function outOfTen({ lo, hi }: { readonly lo: number; readonly hi: number }): string {
  const [low, high] = [Math.max(0, Math.floor(lo * 10 + 1e-9)), Math.min(10, Math.ceil(hi * 10 - 1e-9))];
  if (high <= 1) return 'fewer than 1 in 10';
  if (low >= 9) return 'more than 9 in 10';
  return `${low} to ${high} in 10`;
}

export const usd = (amount: number): string =>
  amount.toLocaleString('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

/** A name as it is shown: without the word that ends them all, and free to break after a slash. */
export const programName = (name: string): string =>
  name.replace(/ Program$/, '').replace(/\/(?=\S)/g, '/\u200b');

/** `Boston, MA · 6 mi`; only the state where the city is not known. */
export const whereWords = ({
  city,
  state,
  milesFromHome,
}: Pick<ProgramRow, 'city' | 'state' | 'milesFromHome'>): string =>
  `${city ? `${city}, ` : ''}${state}${milesFromHome === null ? '' : ` · ${milesWords(milesFromHome)}`}`;

export function dealBreakerWords(breaker: DealBreaker): string {
  switch (breaker.kind) {
    case 'farther-than':
      return `farther than ${milesWords(breaker.miles)} from home`;
    case 'not-in-states':
      return `in ${breaker.states.join(', ')}`;
    case 'only-in-states':
      return `outside ${breaker.states.join(', ')}`;
    case 'military':
      return 'a military program';
    case 'for-profit':
      return 'at a for-profit hospital';
    case 'rural':
      return 'outside a metropolitan area';
    case 'city-under':
      return `in a city under ${breaker.people.toLocaleString('en-US')} people`;
  }
}

/** A fact's value as it is shown for its field. */
export function factWords(field: FieldKey, { value }: Fact): string {
  switch (FIELDS[field].form) {
    case 'yes-no':
      return value ? 'Yes' : 'No';
    case 'money':
      return usd(Number(value));
    case 'count':
      return Number(value).toLocaleString('en-US');
    case 'ratio':
      return `${Math.round(Number(value) * 100)} of 100`;
    case 'index':
      return Number(value).toLocaleString('en-US', { maximumFractionDigits: 2 });
    case 'stars':
      return `${value} of 5`;
    case 'zone':
      return String(value).replace(/^.*\//, '').replace(/_/g, ' ');
    default:
      return String(value);
  }
}
