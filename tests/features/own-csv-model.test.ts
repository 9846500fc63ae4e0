import Papa from 'papaparse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Correction } from '#domain/correction.ts';
import { ownPid } from '#domain/own-program.ts';
import type { ProgramMatch } from '#domain/query.ts';
import { matchPrograms } from '#engine/catalog/match-programs.ts';
import { ownCatalog } from '#engine/catalog/own-catalog.ts';
import { ownValueOf } from '#domain/correction.ts';
import { buildSearchIndex } from '#engine/search/search-index.ts';
import { readTableFile } from '#features/data/own-csv-file.ts';
import { guessUses, namesOf, namesPrograms, valueFieldsIn, withUse } from '#features/data/own-csv-mapping.ts';
import { planImport } from '#features/data/own-csv-plan.ts';
import { readTable, type Table } from '#features/data/own-csv-table.ts';
import { pid, smallCatalog } from '../fixtures/small-catalog.ts';

function tableOf(text: string): Table {
  const reading = readTable(text, Papa);
  if (reading.kind !== 'table') throw new Error(reading.sentence);
  return reading.table;
}
const refusalOf = (text: string) => {
  const reading = readTable(text, Papa);
  return reading.kind === 'refused' ? reading.sentence : null;
};

describe('a chosen file', () => {
  const read = (bytes: number[] | string) =>
    readTableFile(new Blob([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)]));

  it.each<[string, number[] | string, string]>([
    ['a spreadsheet', [0x50, 0x4b, 3, 4, 0], 'This is a spreadsheet, not a CSV file.'],
    ['a picture', [0x89, 0x50, 0, 0, 1], 'This is not a CSV file.'],
    ['nothing', ' \n ', 'This file is empty.'],
    ['too much', 'a'.repeat(10 * 1024 * 1024 + 1), 'This file is larger than 10 MB.'],
  ])('is refused in plain words when it is %s', async (_what, bytes, sentence) => {
    const reading = await read(bytes);
    expect(reading).toMatchObject({ kind: 'refused', sentence: expect.stringContaining(sentence) });
  });

  it.each<[string, number[]]>([
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0x61, 0xc3, 0xa9]],
    ['UTF-16', [0xff, 0xfe, 0x61, 0, 0xe9, 0]],
    ['the code page of old spreadsheets', [0x61, 0xe9]],
  ])('is read in %s', async (_what, bytes) => {
    expect(await read(bytes)).toEqual({ kind: 'text', text: 'aé' });
  });
});

describe('a table', () => {
  it('tells the line each row begins on, whatever its cells hold', () => {
    const table = tableOf('id,note\r\n1,"two\r\nlines"\r\n\r\n2,x\r\n3,y,extra\r\n');
    expect(table.rows).toEqual([
      { line: 2, cells: ['1', 'two\r\nlines'] },
      { line: 5, cells: ['2', 'x'] },
    ]);
    expect(table.rejected).toEqual([{ line: 6, reason: 'It has more cells than there are columns.' }]);
  });

  it('understands semicolons and tabs, and takes off the guard against formulas', () => {
    expect(tableOf("a;b\n1;'=2").rows[0]?.cells).toEqual(['1', '=2']);
    expect(tableOf('a\tb\n1\t2').rows[0]?.cells).toEqual(['1', '2']);
  });

  it.each([
    ['just words', 'This is not a table'],
    ['a,b\n', 'There are no rows'],
    [`a,b\n${'1,2\n'.repeat(10_001)}`, '10,000 is the most'],
    ['a,b\n1,"2\n3,4', 'A quotation mark on line 2 is never closed'],
  ])('is refused in plain words when it is none', (text, sentence) => {
    expect(refusalOf(text)).toContain(sentence);
  });

  it('is read back as it was written, cell by cell and line by line', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', ';', ' '), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const text = Papa.unparse([['id', 'note'], ...rows.map(([a, b]) => [`x${a}`, b])], { newline: '\n' });
        const table = tableOf(text);
        expect(table.rows.map(({ cells }) => cells)).toEqual(
          rows.map(([a, b]) => [`x${a}`.trim(), b.trim()]),
        );
        const lines = text.split('\n');
        for (const { line, cells } of table.rows) {
          const first = cells[0]?.split(/[\n,"]/)[0]?.trim() ?? '';
          expect(lines[line - 1]?.replace(/^"/, '')).toMatch(new RegExp(`^${first}`));
        }
      }),
    );
  });
});

describe('the columns of a table', () => {
  it('are guessed from their names, once each, and can be changed', () => {
    const uses = guessUses(['ACGME ID', 'Class Size', 'Positions', 'J-1 visa', 'Favorite color', 'Notes']);
    expect(uses).toEqual(['acgmeId', 'positions', 'unused', 'visaJ1', 'unused', 'note']);
    expect(withUse(uses, 2, 'positions')).toEqual([
      'acgmeId',
      'unused',
      'positions',
      'visaJ1',
      'unused',
      'note',
    ]);
  });

  it('name programs by a code, or by name, state and specialty together', () => {
    expect(namesPrograms(['nrmpCode', 'beds'])).toBe(true);
    expect(namesPrograms(['name', 'state', 'specialty'])).toBe(true);
    expect(namesPrograms(['name', 'state', 'beds'])).toBe(false);
  });
});

describe('what a table would do', () => {
  const catalog = smallCatalog();
  let last = 0;
  const freshPid = () => ownPid(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, ++last));
  function planOf(text: string, corrections: readonly Correction[] = [], seen = catalog) {
    const table = tableOf(text);
    const uses = guessUses(table.columns);
    const names = table.rows.map((row) => namesOf(row, uses));
    const matches: ProgramMatch[] = matchPrograms(seen, buildSearchIndex(seen), names, valueFieldsIn(uses));
    return planImport(table, uses, matches, { corrections, today: '2026-11-03', freshPid });
  }
  const mine = (more: Partial<Correction> = {}): Correction => ({
    pid: pid('a'),
    field: 'beds',
    value: 500,
    note: '',
    on: '2026-11-01',
    label: 'Harbor',
    ...more,
  });

  it('finds programs by pid, ACGME number, NRMP code, or name, state and specialty', () => {
    const plan = planOf(
      [
        'pid,acgme id,nrmp code,program name,state,specialty,salary',
        `${pid('c')},,,,,,70001`,
        ',400-242-1001,,,,,70002',
        ',,,Hillside University,Massachusetts,psychiatry,70003',
        ',,,harbor medical center program,MA,General Surgery,70004',
      ].join('\n'),
    );
    expect(plan.values.map(({ pid: id, value }) => [id, value])).toEqual([
      [pid('c'), 70_001],
      [pid('a'), 70_002],
      [pid('b'), 70_003],
      [pid('e'), 70_004],
    ]);
    expect([plan.matched, plan.rejected]).toEqual([4, []]);
    expect(planOf('nrmp,salary\n1265400c0,70000').values).toMatchObject([
      { pid: pid('a'), label: 'Harbor Medical Center Program' },
    ]);
  });

  it('passes over what names two programs, none, or nothing, and says on which line', () => {
    const plan = planOf(
      [
        'pid,acgme id,salary',
        `${pid('c')},4002421001,70000`,
        ',4009999999,70000',
        ',,70000',
        `${pid('c')},,a lot`,
      ].join('\n'),
    );
    expect(plan.rejected).toEqual([
      { line: 2, reason: 'What it names belongs to more than one program.' },
      {
        line: 3,
        reason:
          'Cairn knows no such program. To add it, a row needs a name, and a specialty and a state that Cairn knows.',
      },
      { line: 4, reason: 'It names no program.' },
      { line: 5, reason: 'Salary, first year: Enter a whole number from 10,000 to 500,000.' },
    ]);
    expect(plan.values).toEqual([]);
  });

  it('adds a program that is missing once, however many rows name it, with its values', () => {
    const plan = planOf(
      [
        'name,state,specialty,city,beds,salary,note',
        'Lakeside Hospital,MA,Psychiatry,Boston,300,,told me',
        'lakeside hospital,Massachusetts,Psychiatry,Boston,,70000,',
        'Nowhere,Atlantis,Psychiatry,,1,,',
      ].join('\n'),
    );
    expect(plan.programs).toMatchObject([{ name: 'Lakeside Hospital', city: 'Boston', note: 'told me' }]);
    const [program] = plan.programs;
    expect(plan.values).toMatchObject([
      { pid: program?.pid, field: 'beds', value: 300, note: 'told me' },
      { pid: program?.pid, field: 'salary', value: 70_000 },
    ]);
    expect(plan.rejected.map(({ line }) => line)).toEqual([4]);
  });

  it('tells what is published or entered already from what is unlike the user’s own', () => {
    const text = `pid,beds,j1,positions\n${pid('a')},600,yes,12`;
    const plan = planOf(text, [mine()]);
    expect(plan.same).toBe(2);
    expect(plan.conflicts).toMatchObject([{ line: 2, mine: { value: 500 }, theirs: { value: 600 } }]);
    expect(plan.values).toEqual([]);
    expect(planOf(text, [mine({ value: 600 })])).toMatchObject({ same: 3, conflicts: [] });
  });

  it('takes the first of two rows that say different things of one program', () => {
    const plan = planOf(`pid,salary\n${pid('a')},70000\n${pid('a')},70000\n${pid('a')},71000`);
    expect(plan.values).toMatchObject([{ value: 70_000 }]);
    expect(plan.rejected).toEqual([{ line: 4, reason: 'Salary, first year: line 2 says otherwise.' }]);
  });

  it('has nothing left to do once it is done', () => {
    const text = [
      'name,state,specialty,city,beds,salary',
      'Lakeside Hospital,MA,Psychiatry,Boston,300,70000',
      'Hillside University,MA,Psychiatry,,250,',
    ].join('\n');
    const first = planOf(text);
    const seen = ownCatalog(catalog, first.values.map(ownValueOf), first.programs);
    const second = planOf(text, first.values, seen);
    expect(second).toMatchObject({
      values: [],
      programs: [],
      conflicts: [],
      rejected: [],
      same: 3,
      matched: 2,
    });
  });
});
