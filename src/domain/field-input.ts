// What a person may enter for each field, and how what they typed or a table holds is read. A refusal is a plain
// sentence that says what to enter instead.
import type { FactValue } from './fact.ts';
import type { FieldKey } from './field.ts';

interface NumberInput {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly decimals?: true;
}
export interface FieldChoice {
  readonly value: string;
  readonly label: string;
}

export type FieldInput =
  | NumberInput
  /** Entered out of 100, kept as 0–1. */
  | { readonly kind: 'share' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'text'; readonly long?: true }
  | { readonly kind: 'link' }
  | { readonly kind: 'code'; readonly shape: RegExp; readonly wanted: string }
  | { readonly kind: 'choice'; readonly choices: readonly FieldChoice[] }
  /** `BOS, 3 mi, large`, as airports are shown. */
  | { readonly kind: 'airport' };

const YES_NO: FieldInput = { kind: 'yes-no' };
const TEXT: FieldInput = { kind: 'text' };
const LONG_TEXT: FieldInput = { kind: 'text', long: true };
const SHARE: FieldInput = { kind: 'share' };
const AIRPORT: FieldInput = { kind: 'airport' };
const number = (min: number, max: number): FieldInput => ({ kind: 'number', min, max });
const decimal = (min: number, max: number): FieldInput => ({ kind: 'number', min, max, decimals: true });
const oneOf = (...choices: readonly (string | readonly [value: string, label: string])[]): FieldInput => ({
  kind: 'choice',
  choices: choices.map((choice) =>
    typeof choice === 'string' ? { value: choice, label: choice } : { value: choice[0], label: choice[1] },
  ),
});

export const FIELD_INPUTS: Readonly<Record<FieldKey, FieldInput>> = {
  acgmeId: { kind: 'code', shape: /^\d{10}$/, wanted: 'ten digits, such as 4002421001' },
  nrmpCode: { kind: 'code', shape: /^\d{7}[A-Z][0-9A-Z]$/, wanted: 'an NRMP code, such as 1265400C0' },
  website: { kind: 'link' },
  programType: oneOf('University', 'Community with a university', 'Community', 'Military'),
  accreditation: oneOf(
    'Continued Accreditation',
    'Continued Accreditation with Warning',
    'Initial Accreditation',
    'Initial Accreditation with Warning',
    'Probationary Accreditation',
  ),
  offersPreliminary: YES_NO,
  positions: number(0, 500),
  filled: number(0, 500),
  callSchedule: LONG_TEXT,
  moonlighting: YES_NO,
  salary: number(10_000, 500_000),
  vacation: TEXT,
  minStep2: number(1, 300),
  visaJ1: YES_NO,
  visaH1b: YES_NO,
  h1bEmployer: YES_NO,
  pctImg: SHARE,
  pctDo: SHARE,
  hospital: TEXT,
  ownership: oneOf(
    ['Voluntary non-profit - Private', 'Nonprofit'],
    ['Voluntary non-profit - Church', 'Nonprofit, church'],
    ['Voluntary non-profit - Other', 'Nonprofit, other'],
    ['Government - State', 'State'],
    ['Government - Local', 'City or county'],
    ['Government - Hospital District or Authority', 'Hospital district'],
    ['Government - Federal', 'Federal'],
    ['Veterans Health Administration', 'Veterans Health Administration'],
    ['Department of Defense', 'Department of Defense'],
    ['Tribal', 'Tribal'],
    ['Proprietary', 'For profit'],
    ['Physician', 'For profit, owned by physicians'],
  ),
  beds: number(1, 10_000),
  residentFte: decimal(0, 10_000),
  residentBedRatio: decimal(0, 20),
  traumaLevel: oneOf('I', 'II', 'III', 'IV', 'V'),
  rating: number(1, 5),
  setting: oneOf(['urban', 'Urban'], ['rural', 'Rural']),
  timeZone: oneOf(
    ['America/New_York', 'Eastern'],
    ['America/Detroit', 'Eastern, Detroit'],
    ['America/Indiana/Indianapolis', 'Eastern, Indianapolis'],
    ['America/Chicago', 'Central'],
    ['America/Denver', 'Mountain'],
    ['America/Boise', 'Mountain, Boise'],
    ['America/Phoenix', 'Mountain, Phoenix: no summer time'],
    ['America/Los_Angeles', 'Pacific'],
    ['America/Anchorage', 'Alaska'],
    ['Pacific/Honolulu', 'Hawaii'],
    ['America/Puerto_Rico', 'Atlantic, Puerto Rico'],
  ),
  population: number(1, 30_000_000),
  region: oneOf('Northeast', 'Midwest', 'South', 'West', 'Puerto Rico'),
  airportNear: AIRPORT,
  airportNext: AIRPORT,
  priceLevel: decimal(20, 500),
  housingLevel: decimal(10, 1000),
  medianRent: number(50, 50_000),
};

export type FieldReading =
  | { readonly kind: 'value'; readonly value: FactValue }
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly sentence: string };

const refused = (sentence: string): FieldReading => ({ kind: 'refused', sentence });
const taken = (value: FactValue): FieldReading => ({ kind: 'value', value });

const YES = new Set(['yes', 'y', 'true', '1', 'x']);
const NO = new Set(['no', 'n', 'false', '0']);
const AIRPORT_SHAPE = /^([a-z]{3})\s*,\s*(\d{1,4})\s*(?:mi|miles)?\s*,\s*(large|medium)$/i;

/** Spaces, thousands commas, a leading `$` and a trailing `%` are forgiven. */
function readNumber(text: string, { min, max, decimals }: NumberInput): FieldReading {
  const bare = text.replaceAll(/[\s,$]/g, '').replace(/%$/, '');
  const shape = decimals ? /^-?(\d+\.?\d*|\.\d+)$/ : /^-?\d+(\.0+)?$/;
  const range = `from ${min.toLocaleString('en-US')} to ${max.toLocaleString('en-US')}`;
  if (!shape.test(bare)) return refused(`Enter a ${decimals ? '' : 'whole '}number ${range}.`);
  const value = Number(bare);
  return value < min || value > max ? refused(`Enter a number ${range}.`) : taken(value);
}

function readShare(text: string): FieldReading {
  const read = readNumber(text, { kind: 'number', min: 0, max: 100, decimals: true });
  if (read.kind !== 'value') return refused('Enter a number out of 100, such as 35.');
  const value = Number(read.value);
  // 0.35 is as likely meant as 35 of 100.
  if (value > 0 && value < 1) return refused('Write it out of 100: 35, not 0.35.');
  return taken(value / 100);
}

function readLink(text: string): FieldReading {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  return /^https?:\/\/[^\s/?#@]+\.[^\s/?#@.]+([/?#]\S*)?$/i.test(address) && address.length <= 2000
    ? taken(address)
    : refused('Enter a web address, such as https://example.edu.');
}

/** Reads what was typed, or a cell of a table, as a value of a field. */
export function readField(field: FieldKey, typed: string): FieldReading {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  const input = FIELD_INPUTS[field];
  switch (input.kind) {
    case 'number':
      return readNumber(text, input);
    case 'share':
      return readShare(text);
    case 'yes-no': {
      const word = text.toLowerCase();
      if (YES.has(word)) return taken(true);
      return NO.has(word) ? taken(false) : refused('Enter yes or no.');
    }
    case 'link':
      return readLink(text);
    case 'code': {
      const code = text.replaceAll(/[\s-]/g, '').toUpperCase();
      return input.shape.test(code) ? taken(code) : refused(`Enter ${input.wanted}.`);
    }
    case 'choice': {
      const wanted = text.toLowerCase();
      const choice = input.choices.find(
        ({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted,
      );
      return choice
        ? taken(choice.value)
        : refused(`Choose one of: ${input.choices.map(({ label }) => label).join('; ')}.`);
    }
    case 'airport': {
      const [, code, miles, size] = AIRPORT_SHAPE.exec(text) ?? [];
      return code && miles && size
        ? taken(`${code.toUpperCase()}, ${Number(miles)} mi, ${size.toLowerCase()}`)
        : refused('Enter its code, the miles and its size, such as BOS, 3 mi, large.');
    }
    case 'text':
      return text.length > 2000 ? refused('Enter at most 2,000 characters.') : taken(text);
  }
}

/** A value as it stands in the form: what `readField` reads back to the same value. */
export function fieldText(field: FieldKey, value: FactValue): string {
  const { kind } = FIELD_INPUTS[field];
  if (kind === 'yes-no') return value ? 'yes' : 'no';
  if (kind === 'share') return String(Math.round(Number(value) * 1e4) / 100);
  return String(value);
}
