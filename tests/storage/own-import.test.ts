import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Correction, correctionId } from '#domain/correction.ts';
import { Pid, SpecialtyId } from '#domain/ids.ts';
import type { OwnProgram } from '#domain/own-program.ts';
import { changeCorrection, readCorrections } from '#storage/corrections.ts';
import { NotebookDb } from '#storage/notebook-db.ts';
import { importOwnRows, type Imported, undoImport } from '#storage/own-import.ts';
import { readOwnPrograms } from '#storage/own-programs.ts';

const pid = Pid.parse('p00000000a');
const correction = (more: Partial<Correction> = {}): Correction => ({
  pid,
  field: 'beds',
  value: 300,
  note: '',
  on: '2026-11-03',
  label: 'Harbor',
  ...more,
});
const program: OwnProgram = {
  pid: Pid.parse('u000000001'),
  name: 'Lakeside',
  specialty: SpecialtyId.parse('psychiatry'),
  city: 'Boston',
  state: 'MA',
  note: '',
  on: '2026-11-03',
};

let db: NotebookDb;
beforeEach(async () => {
  db = new NotebookDb({ indexedDB: new IDBFactory(), IDBKeyRange });
  await db.open();
});
afterEach(() => db.close());

const values = async () =>
  (await readCorrections(db)).rows.filter((row) => row.deletedAt === null).map((row) => row.value);
const programs = async () =>
  (await readOwnPrograms(db)).rows.filter((row) => row.deletedAt === null).map((row) => row.value);
async function imported(rows: Parameters<typeof importOwnRows>[1], now = 5): Promise<Imported> {
  const outcome = await importOwnRows(db, rows, now);
  if (outcome.kind !== 'written') throw new Error(outcome.kind);
  return outcome.value;
}
const put = (value: Correction, now = 1) =>
  changeCorrection(db, correctionId(value), [() => ({ value, deletedAt: null })], now);

describe('a table of the user’s', () => {
  it('brings its values and programs, and bringing it twice is bringing it once', async () => {
    const rows = {
      corrections: [correction(), correction({ field: 'salary', value: 70_000 })],
      programs: [program],
    };
    expect((await imported(rows)).corrections).toHaveLength(2);
    const stored = [await db.corrections.toArray(), await db.ownPrograms.toArray()];
    const again = await imported(rows, 9);
    expect([again.corrections, again.programs]).toEqual([[], []]);
    expect([await db.corrections.toArray(), await db.ownPrograms.toArray()]).toEqual(stored);
  });

  it('leaves the note of a value it only repeats', async () => {
    await put(correction({ note: 'told by the coordinator' }));
    await imported({ corrections: [correction({ note: 'from a table' })], programs: [] });
    expect(await values()).toEqual([correction({ note: 'told by the coordinator' })]);
  });

  it('is taken back whole: what was there before stands again, what was new is gone', async () => {
    await put(correction({ value: 250, note: 'mine' }));
    const change = await imported({
      corrections: [correction(), correction({ field: 'salary', value: 70_000 })],
      programs: [program],
    });
    await undoImport(db, change, 9);
    expect(await values()).toEqual([correction({ value: 250, note: 'mine' })]);
    expect(await programs()).toEqual([]);
  });

  it('leaves what the user has changed since when it is taken back', async () => {
    const change = await imported({
      corrections: [correction(), correction({ field: 'salary', value: 70_000 })],
      programs: [],
    });
    await put(correction({ value: 444 }), 7);
    await undoImport(db, change, 9);
    expect(await values()).toEqual([correction({ value: 444 })]);
  });

  it('is written whole or not at all: one row that is none keeps out all', async () => {
    const bad = correction({ field: 'salary', value: 'a lot' });
    const outcome = await importOwnRows(db, { corrections: [correction(), bad], programs: [program] }, 5);
    expect(outcome.kind).toBe('failed');
    expect(await db.corrections.toArray()).toEqual([]);
    expect(await db.ownPrograms.toArray()).toEqual([]);
  });

  it('sets a row that cannot be read aside before it takes its place', async () => {
    const rotten = { id: correctionId(correction()), schema: 1, changedAt: 1, value: { odd: true } };
    await db.corrections.put(rotten);
    await imported({ corrections: [correction()], programs: [] });
    expect(await values()).toEqual([correction()]);
    const aside = (await db.meta.toArray()).filter(({ id }) => id.startsWith('set-aside/corrections/'));
    expect(aside).toMatchObject([{ row: rotten }]);
  });
});

describe('a stored value of the user’s own', () => {
  it('is damaged when its kind is not that of its field, and is named, not dropped', async () => {
    const id = correctionId(correction());
    await db.corrections.put({ ...correction({ value: 'many' }), id, schema: 1, changedAt: 1 });
    expect(await readCorrections(db)).toEqual({
      rows: [],
      damaged: [{ table: 'corrections', id, where: ['value'] }],
    });
  });
});
