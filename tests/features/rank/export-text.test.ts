import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, fileName, textOf } from '#features/rank/export-text.ts';
import { askerWith, pid } from '../../fixtures/small-catalog.ts';
import { entry, listOf, shownLines } from './parts.ts';

const list = listOf([entry(1, 'a'), entry(2, 'b')]);
const lines = shownLines(list, askerWith());
const plain = { notes: null, on: '2027-02-20' };

/** Reads RFC 4180 back. */
function rowsOf(csv: string): string[][] {
  return [...csv.replace('\ufeff', '').matchAll(/(?:"(?:[^"]|"")*",?)+\r\n/g)].map(([row]) =>
    [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => (cell ?? '').replaceAll('""', '"')),
  );
}

describe('the exported list', () => {
  it('holds places, names, codes and tracks, and says where a code is unknown', () => {
    expect(rowsOf(csvOf(lines, plain))).toEqual([
      ['Rank', 'Program', 'City', 'State', 'NRMP code', 'Track'],
      ['1', 'Harbor Medical Center', 'Boston', 'MA', '1265400C0', 'categorical'],
      ['2', 'Hillside University', 'Worcester', 'MA', 'code unknown', ''],
    ]);
  });

  it('takes notes along only when asked to', () => {
    const notes = new Map([[pid('a'), 'met "Ana"\nat noon']]);
    expect(csvOf(lines, plain)).not.toContain('Ana');
    expect(rowsOf(csvOf(lines, { ...plain, notes }))[1]?.at(-1)).toBe('met "Ana"\nat noon');
    expect(textOf(list, lines, plain)).not.toContain('Ana');
    expect(textOf(list, lines, { ...plain, notes })).toContain('   met "Ana"');
  });

  it('never hands a spreadsheet a formula, and keeps every word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (note) => {
        const csv = csvOf(lines, { ...plain, notes: new Map([[pid('a'), note]]) });
        const cell = rowsOf(csv)[1]?.at(-1) ?? '';
        expect(cell.replace(/^'/, '')).toBe(note.replace(/^'/, ''));
        expect(cell).not.toMatch(/^\s*[=+\-@\t]/);
      }),
    );
    const csv = csvOf(lines, { ...plain, notes: new Map([[pid('a'), '=HYPERLINK("x")']]) });
    expect(rowsOf(csv)[1]?.at(-1)).toBe(`'=HYPERLINK("x")`);
  });

  it('says as text that it is no certified list', () => {
    const text = textOf(list, lines, plain);
    expect(text).toContain('1. Harbor Medical Center, Boston, MA  [1265400C0, categorical]');
    expect(text).toContain('2. Hillside University, Worcester, MA  [CODE UNKNOWN]');
    expect(text).toMatch(/counts only once it is certified/);
  });

  it('has a name any file system takes', () => {
    expect(fileName({ ...list, name: 'If we couple: A/B' }, '2027-02-20')).toBe(
      'rank-list-if-we-couple-a-b-2027-02-20',
    );
    expect(fileName({ ...list, name: '…' }, '2027-02-20')).toBe('rank-list-mine-2027-02-20');
  });
});
