// What the press refuses, and what it says about a table that is not as it should be.
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '#press/build-catalog.ts';
import { readCsv } from '#press/csv.ts';
import { BOSTON_PRELIMINARY, BOSTON_SURGERY, csv, smallInput } from './small-tables.ts';

const reasons = (changed: Parameters<typeof smallInput>[0]) => {
  const made = buildCatalog(smallInput(changed));
  if (made.kind === 'refused') throw new Error(made.detail);
  return made.report.rejections.map(({ table, line, what, reason }) => `${table}:${line} ${what} ${reason}`);
};

describe('a bad table', () => {
  it('loses a row it cannot read, by line and reason, and keeps the others', () => {
    const text = ['a,b', '1,2', '3', '"4\n4",5', '6,7,8', '9,10', '"11,12'].join('\n');
    const table = readCsv('demo', text, ['a', 'b']);
    if (table.kind === 'refused') throw new Error(table.detail);
    expect(table.rows).toEqual([
      { line: 2, cells: { a: '1', b: '2' } },
      { line: 4, cells: { a: '4\n4', b: '5' } },
      { line: 7, cells: { a: '9', b: '10' } },
    ]);
    expect(table.rejections.map(({ line, reason }) => [line, reason])).toEqual([
      [3, '1 cells where the header has 2'],
      [6, '3 cells where the header has 2'],
      [8, 'Quoted field unterminated (read up to line 8)'],
    ]);
  });

  it('loses a value it can do without and keeps the program', () => {
    const changed = {
      programs: [
        { ...BOSTON_SURGERY, website: 'ask the office', positions: 'many', positions_year: '2026' },
        BOSTON_PRELIMINARY,
      ],
    };
    expect(reasons(changed)).toEqual([
      'programs:2 value positions “many”: not a whole number',
      'programs:2 value website “ask the office”: not a web address',
    ]);
  });

  it('loses the row when what it cannot do without is wrong', () => {
    const changed = {
      programs: [BOSTON_SURGERY, { ...BOSTON_PRELIMINARY, state: 'Massachusetts', source: 'hearsay' }],
    };
    expect(reasons(changed)).toEqual([
      'programs:3 row state “Massachusetts”: not a state',
      'programs:3 row source “hearsay”: unknown source',
    ]);
  });

  it('cannot have a program without a key, nor a figure whose source is not in the row', () => {
    const { nrmp_code: _, ...keyless } = BOSTON_PRELIMINARY;
    const figures = { ...BOSTON_SURGERY, positions: '5', positions_year: '2026', accreditation_status: 'x' };
    expect(reasons({ programs: [figures, keyless] })).toEqual([
      'programs:3 row neither ACGME number nor NRMP code',
      'programs:2 value accreditation: no source of the row has it',
      'programs:2 value positions: no source of the row has it',
    ]);
  });

  it('loses a value of a column that has no source yet', () => {
    expect(reasons({ programs: [{ ...BOSTON_SURGERY, visa_j1: '1' }] })).toEqual([
      'programs:2 value visa_j1 “1”: no source is listed for this column',
    ]);
  });

  it('loses coordinates that lie in another state', () => {
    const changed = { programs: [{ ...BOSTON_SURGERY, longitude: '71.0598' }] };
    expect(reasons(changed)).toEqual(['programs:2 value coordinates 42.3576, 71.0598 are not in MA']);
  });

  it('loses a link to a program or a hospital that is not there', () => {
    const link = { ccn: '220071', match_method: 'alias' };
    const changed = {
      program_hospital: [
        { ...link, acgme_id: '0000000000' },
        { ...link, acgme_id: BOSTON_SURGERY['acgme_id'] ?? '' },
      ],
    };
    expect(reasons(changed)).toEqual([
      'program_hospital:2 row no program acgme:0000000000',
      'program_hospital:3 row no hospital 220071',
    ]);
  });
});

describe('the press refuses', () => {
  const first = buildCatalog(smallInput());

  it('to publish when a registered program has vanished', () => {
    if (first.kind === 'refused') throw new Error(first.detail);
    expect(buildCatalog(smallInput({ programs: [BOSTON_SURGERY] }, first.registry))).toEqual({
      kind: 'refused',
      reason: 'vanished-ids',
      detail: '1 registered programs are neither in the tables nor in program_changes: nrmp:1999440P0',
    });
  });

  it('when a registered program became unreadable, which is the same', () => {
    if (first.kind === 'refused') throw new Error(first.detail);
    const damaged = { ...BOSTON_PRELIMINARY, last_seen_year: 'lately' };
    expect(buildCatalog(smallInput({ programs: [BOSTON_SURGERY, damaged] }, first.registry))).toMatchObject({
      kind: 'refused',
      reason: 'vanished-ids',
    });
  });

  it('two programs with one key', () => {
    expect(buildCatalog(smallInput({ programs: [BOSTON_SURGERY, BOSTON_SURGERY] }))).toMatchObject({
      kind: 'refused',
      reason: 'duplicate-key',
    });
  });

  it('a table that is missing, or has lost a column', () => {
    const input = smallInput();
    const tables = new Map(input.tables);
    tables.set('places', csv('places', []).replace('population', 'inhabitants'));
    expect(buildCatalog({ ...input, tables })).toEqual({
      kind: 'refused',
      reason: 'missing-column',
      detail: 'places: no column population',
    });
    tables.delete('programs');
    expect(buildCatalog({ ...input, tables })).toMatchObject({ kind: 'refused', reason: 'missing-table' });
  });
});
