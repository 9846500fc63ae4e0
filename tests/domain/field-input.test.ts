import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Correction } from '#domain/correction.ts';
import { sameValue, sourcesDiffer } from '#domain/disagreement.ts';
import { FIELD_KEYS, type FieldKey } from '#domain/field.ts';
import { fieldText, readField } from '#domain/field-input.ts';
import { EMPTY_OWN_PROGRAM, ownPid, readOwnProgram } from '#domain/own-program.ts';

const read = (field: FieldKey, text: string) => {
  const reading = readField(field, text);
  return reading.kind === 'value' ? reading.value : reading.kind === 'refused' ? reading.sentence : null;
};

describe('what is typed for a field', () => {
  it.each<[FieldKey, string, unknown]>([
    ['positions', ' 12 ', 12],
    ['salary', '$67,500', 67_500],
    ['salary', '67.5', 'Enter a whole number from 10,000 to 500,000.'],
    ['salary', '12', 'Enter a number from 10,000 to 500,000.'],
    ['residentFte', '12.5', 12.5],
    ['pctImg', '35%', 0.35],
    ['pctImg', '0', 0],
    ['pctImg', '0.35', 'Write it out of 100: 35, not 0.35.'],
    ['visaJ1', 'Yes', true],
    ['visaJ1', 'n', false],
    ['visaJ1', 'maybe', 'Enter yes or no.'],
    ['nrmpCode', '1265 400c0', '1265400C0'],
    ['acgmeId', '12', 'Enter ten digits, such as 4002421001.'],
    ['website', 'example.edu/psych', 'https://example.edu/psych'],
    ['website', 'javascript:alert(1)', 'Enter a web address, such as https://example.edu.'],
    ['website', 'my page', 'Enter a web address, such as https://example.edu.'],
    ['traumaLevel', 'ii', 'II'],
    ['ownership', 'for profit', 'Proprietary'],
    ['setting', 'seaside', 'Choose one of: Urban; Rural.'],
    ['airportNear', 'bos, 3 mi, Large', 'BOS, 3 mi, large'],
    ['airportNear', 'Logan', 'Enter its code, the miles and its size, such as BOS, 3 mi, large.'],
    ['callSchedule', '  ', null],
    ['callSchedule', ' every fourth night ', 'every fourth night'],
  ])('%s: %j is read as %j', (field, text, expected) => {
    expect(read(field, text)).toBe(expected);
  });

  it('is read back from how it is shown in the form, and is a valid correction', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.integer({ min: 0, max: 90_000 }).map(String),
      fc.constantFrom('yes', 'no', 'II', 'Urban', 'example.edu', '1265400C0', '4002421001', 'Federal'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_KEYS), typed, (field, text) => {
        const reading = readField(field, text);
        if (reading.kind !== 'value') return;
        expect(readField(field, fieldText(field, reading.value))).toEqual(reading);
        const row = { pid: 'p00000000a', field, value: reading.value, note: '', on: '2026-11-03', label: '' };
        expect(Correction.safeParse(row).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('published values', () => {
  it.each<[FieldKey, string | number | boolean, string | number | boolean, boolean]>([
    ['positions', 12, 12, true],
    ['positions', 12, 13, false],
    ['pctImg', 0.333, 0.3333, true],
    ['pctImg', 0.33, 0.4, false],
    ['website', 'http://www.Example.edu/', 'https://example.edu', true],
    ['website', 'https://example.edu/a', 'https://example.edu/b', false],
    ['hospital', 'St. Mary’s Hospital & Clinic', 'St Mary s hospital and clinic', true],
    ['nrmpCode', '1265400C0', '1265400c0', true],
    ['visaJ1', true, false, false],
    ['residentBedRatio', 0.4, 0.402, true],
  ])('of %s: %j and %j are the same: %j', (field, a, b, same) => {
    expect(sameValue(field, a, b)).toBe(same);
    expect(sameValue(field, b, a)).toBe(same);
  });

  it('disagree when any two of them are not the same', () => {
    const facts = (...values: number[]) => values.map((value) => ({ value, source: 'a', year: null }));
    expect(sourcesDiffer('beds', facts())).toBe(false);
    expect(sourcesDiffer('beds', facts(5))).toBe(false);
    expect(sourcesDiffer('beds', facts(5, 5))).toBe(false);
    expect(sourcesDiffer('beds', facts(5, 5, 6))).toBe(true);
  });
});

describe('the form of a program that is missing', () => {
  const row = { pid: ownPid(Uint8Array.from([0, 1, 2, 3, 4, 5, 255, 31, 32])), on: '2026-11-03' };

  it('gives it a pid of its own, from the randomness passed in', () => {
    expect(row.pid).toBe('u012345zz0');
  });

  it('says what is missing, all at once', () => {
    const reading = readOwnProgram({ ...EMPTY_OWN_PROGRAM, acgmeId: '12' }, row);
    expect(reading).toEqual({
      kind: 'refused',
      sentences: {
        name: 'Enter the name of the program.',
        specialty: 'Choose a specialty.',
        state: 'Choose a state.',
        acgmeId: 'Enter ten digits, such as 4002421001.',
      },
    });
  });

  it('takes a name, a specialty and a state; the rest may stay unknown', () => {
    const draft = { ...EMPTY_OWN_PROGRAM, name: ' Lakeside ', specialty: 'psychiatry', state: 'MA' };
    expect(readOwnProgram(draft, row)).toEqual({
      kind: 'program',
      program: { ...row, name: 'Lakeside', specialty: 'psychiatry', city: '', state: 'MA', note: '' },
    });
  });
});
