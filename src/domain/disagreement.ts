// Whether published values of one field disagree. Two spellings of one thing are no disagreement.
import type { Fact, FactValue } from './fact.ts';
import { FIELDS, type FieldKey } from './field.ts';

/** Figures of two sources that were rounded differently are the same. */
const ROUNDING = 0.005;

const words = (value: FactValue) =>
  String(value)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
/** An address without what differs between two links to the same page. */
const page = (value: FactValue) =>
  String(value)
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[#?].*$/, '')
    .replace(/\/(index\.\w+)?$/, '');

/** Whether two values of a field say the same. */
export function sameValue(field: FieldKey, a: FactValue, b: FactValue): boolean {
  switch (FIELDS[field].form) {
    case 'yes-no':
    case 'zone':
      return a === b;
    case 'count':
    case 'money':
    case 'stars':
      return Number(a) === Number(b);
    case 'ratio':
    case 'index': {
      const [x, y] = [Number(a), Number(b)];
      return Math.abs(x - y) <= ROUNDING * Math.max(1, Math.abs(x), Math.abs(y));
    }
    case 'link':
      return page(a) === page(b);
    case 'code':
      return words(a).replaceAll(' ', '') === words(b).replaceAll(' ', '');
    case 'text':
    case 'airport':
      return words(a) === words(b);
  }
}

/** Whether the sources of a field disagree: any two of the published values are not the same. */
export const sourcesDiffer = (field: FieldKey, facts: readonly Fact[]): boolean =>
  facts.some(({ value }) => !sameValue(field, value, facts[0]?.value ?? value));
