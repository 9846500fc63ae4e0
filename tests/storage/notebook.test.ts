import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Pid, SpecialtyId } from '#domain/ids.ts';
import { EMPTY_WISHES } from '#domain/wishes.ts';
import { readCorrections } from '#storage/corrections.ts';
import { NOTEBOOK_NAME, NOTEBOOK_SCHEMA, NotebookDb } from '#storage/notebook-db.ts';
import { readOwnPrograms } from '#storage/own-programs.ts';
import { changeProfile, readProfile } from '#storage/profile.ts';
import { letRowGo, takeRowBack } from '#storage/rows.ts';
import { changeShortlistEntry, readShortlist } from '#storage/shortlist.ts';
import { changePickMark, readPickMarks } from '#storage/pick-marks.ts';
import { changeWishes, readWishes } from '#storage/wishes.ts';

const pid = Pid.parse('p00000000a');
const entry = { pid, label: 'Boston Medical', stage: 'considering', note: 'near the river' } as const;
const internalMedicine = SpecialtyId.parse('internal-medicine');

let port: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange };
let db: NotebookDb;
beforeEach(async () => {
  port = { indexedDB: new IDBFactory(), IDBKeyRange };
  db = new NotebookDb(port);
  await db.open();
});
afterEach(() => db.close());

const keep = (note: string, now = 1) =>
  changeShortlistEntry(db, pid, [() => ({ value: { ...entry, note }, deletedAt: null })], now);

const letGo = (now: number) => changeShortlistEntry(db, pid, [letRowGo(now)], now);
const takeBack = (now: number) => changeShortlistEntry(db, pid, [takeRowBack], now);

describe('the shape of the notebook', () => {
  /** As it shipped. A change of the notebook is a new number with its whole shape, never an edit of an old one. */
  const SHIPPED: Record<number, Record<string, string>> = {
    1: { meta: 'id', profile: 'id', wishes: 'id', shortlist: 'id', pickMarks: 'id', settings: 'id' },
    2: {
      meta: 'id',
      profile: 'id',
      wishes: 'id',
      shortlist: 'id',
      pickMarks: 'id',
      settings: 'id',
      corrections: 'id',
      ownPrograms: 'id',
      duelAnswers: 'id',
      scenarios: 'id',
      ownCriteria: 'id',
      rankLists: 'id',
    },
  };

  it('grows out of the first one, with every row of it as it was', async () => {
    db.close();
    const before = { indexedDB: new IDBFactory(), IDBKeyRange };
    const first = new Dexie(NOTEBOOK_NAME, before);
    first.version(1).stores(SHIPPED[1] ?? {});
    await first.open();
    const seed: Record<string, unknown> = {
      meta: { id: 'schema', schema: 1 },
      profile: {
        id: 'profile',
        schema: 1,
        changedAt: 7,
        specialties: [internalMedicine],
        ties: [],
        scores: {},
      },
      wishes: { id: 'wishes', schema: 1, changedAt: 7, ...EMPTY_WISHES, weights: { home: 3 } },
      shortlist: { ...entry, id: pid, schema: 1, changedAt: 8 },
      pickMarks: {
        pid,
        label: 'Boston Medical',
        mark: 'lock',
        id: pid,
        schema: 1,
        changedAt: 9,
        deletedAt: 10,
      },
    };
    for (const [table, row] of Object.entries(seed)) await first.table(table).put(row);
    first.close();

    db = new NotebookDb(before);
    await db.open();
    for (const [table, row] of Object.entries(seed)) expect(await db.table(table).toArray()).toEqual([row]);
    expect(await readShortlist(db)).toEqual({ rows: [{ value: entry, deletedAt: null }], damaged: [] });
    expect(await readCorrections(db)).toEqual({ rows: [], damaged: [] });
    expect(await readOwnPrograms(db)).toEqual({ rows: [], damaged: [] });
  });

  it('is what shipped under its version number', () => {
    const shape = Object.fromEntries(
      db.tables.map(({ name, schema }) => [
        name,
        [schema.primKey, ...schema.indexes].map((index) => index.src).join(','),
      ]),
    );
    expect(shape).toEqual(SHIPPED[db.verno]);
    expect(Object.keys(SHIPPED).map(Number).at(-1)).toBe(db.verno);
  });

  it('is what the browser has stored, under the same number', () => {
    const stored = db.backendDB();
    expect(stored.version).toBe(db.verno * 10);
    expect([...stored.objectStoreNames].toSorted()).toEqual(Object.keys(SHIPPED[db.verno] ?? {}).toSorted());
  });

  it('asks for strict durability, for what was acknowledged must survive a power cut', async () => {
    const durability = await db.transaction('rw', db.profile, (tx) => tx.idbtrans.durability);
    expect(durability).toBe('strict');
  });
});

describe('the schema gate', () => {
  const overtake = () => db.meta.put({ id: 'schema', schema: NOTEBOOK_SCHEMA + 1 });

  it('marks the notebook with its schema at the first write', async () => {
    await keep('x');
    expect(await db.meta.get('schema')).toEqual({ id: 'schema', schema: NOTEBOOK_SCHEMA });
  });

  it('refuses every write to a newer notebook and leaves it as it is', async () => {
    await keep('before');
    await overtake();
    const refused = { kind: 'refused', reason: 'newer-notebook' };
    expect(await keep('after')).toEqual(refused);
    expect(await letGo(2)).toEqual(refused);
    expect(await changeProfile(db, [(profile) => ({ ...profile, graduationYear: 2026 })], 2)).toEqual(
      refused,
    );
    expect(await changeWishes(db, [(wishes) => ({ ...wishes, weights: { home: 5 } })], 2)).toEqual(refused);
    expect(
      await changePickMark(db, pid, [() => ({ value: { pid, label: '', mark: 'ban' }, deletedAt: null })], 2),
    ).toEqual(refused);
    expect((await readShortlist(db)).rows.map((row) => row.value.note)).toEqual(['before']);
    expect(await db.profile.count()).toBe(0);
  });

  it('looks again in each transaction: a second tab may upgrade between two writes', async () => {
    expect((await keep('one')).kind).toBe('written');
    await overtake();
    expect((await keep('two')).kind).toBe('refused');
  });
});

describe('the profile', () => {
  it('is none before it was written, then what was written', async () => {
    expect(await readProfile(db)).toEqual({ kind: 'none' });
    await changeProfile(db, [(profile) => ({ ...profile, specialties: [internalMedicine] })], 7);
    expect(await readProfile(db)).toEqual({
      kind: 'row',
      row: { value: { specialties: [internalMedicine], ties: [], scores: {} }, deletedAt: null },
    });
    expect(await db.profile.toArray()).toEqual([
      { id: 'profile', schema: 1, changedAt: 7, specialties: [internalMedicine], ties: [], scores: {} },
    ]);
  });

  it('takes changes of two tabs at once, field by field', async () => {
    const other = new NotebookDb(port);
    await other.open();
    await Promise.all([
      changeProfile(db, [(profile) => ({ ...profile, graduationYear: 2026 })], 1),
      changeProfile(other, [(profile) => ({ ...profile, school: 'Tufts' })], 1),
    ]);
    other.close();
    expect(await readProfile(db)).toMatchObject({
      row: { value: { graduationYear: 2026, school: 'Tufts' } },
    });
  });

  it('takes the valid changes of a batch and names the others', async () => {
    const outcome = await changeProfile(
      db,
      [
        (profile) => ({ ...profile, graduationYear: 2026 }),
        (profile) => ({ ...profile, budgetUsd: -1 }),
        (profile) => ({ ...profile, school: 'Tufts' }),
      ],
      1,
    );
    expect(outcome).toMatchObject({ kind: 'written', value: { invalid: [1] } });
    expect(await readProfile(db)).toMatchObject({
      row: { value: { graduationYear: 2026, school: 'Tufts' } },
    });
  });
});

describe('a row that no longer parses', () => {
  const rotten = { id: 'profile', schema: 1, changedAt: 3, specialties: 'many', ties: [], scores: {} };

  it('is reported by its place and never by its content', async () => {
    await db.profile.put(rotten);
    expect(await readProfile(db)).toEqual({
      kind: 'damaged',
      damaged: { table: 'profile', id: 'profile', where: ['specialties'] },
    });
  });

  it('does not hide the sound rows beside it', async () => {
    await keep('sound');
    await db.shortlist.put({ ...entry, id: 'p00000000b', schema: 1, changedAt: 1 });
    const { rows, damaged } = await readShortlist(db);
    expect(rows.map((row) => row.value.note)).toEqual(['sound']);
    expect(damaged).toEqual([{ table: 'shortlist', id: 'p00000000b', where: ['id'] }]);
  });

  it('is set aside whole before another takes its place', async () => {
    await db.profile.put(rotten);
    await changeProfile(db, [(profile) => ({ ...profile, graduationYear: 2026 })], 9);
    expect((await readProfile(db)).kind).toBe('row');
    expect(await db.meta.get('set-aside/profile/profile/9')).toMatchObject({ table: 'profile', row: rotten });
  });

  it('stays where it is while nothing is written over it', async () => {
    await db.shortlist.put({ ...entry, stage: 'dreaming', id: pid, schema: 1, changedAt: 1 });
    expect(await letGo(5)).toMatchObject({ kind: 'written', value: { row: null } });
    expect(await db.shortlist.get(pid)).toMatchObject({ stage: 'dreaming' });
  });
});

describe('letting go and taking back', () => {
  it('keeps the row with the time it was let go', async () => {
    await keep('mine');
    await letGo(20);
    expect((await readShortlist(db)).rows).toEqual([{ value: { ...entry, note: 'mine' }, deletedAt: 20 }]);
    expect(await db.shortlist.get(pid)).toMatchObject({ deletedAt: 20, changedAt: 20 });
  });

  it('brings it back with its note and without a trace of the deletion', async () => {
    await keep('mine');
    await letGo(20);
    await takeBack(30);
    expect((await readShortlist(db)).rows).toEqual([{ value: { ...entry, note: 'mine' }, deletedAt: null }]);
    expect(await db.shortlist.get(pid)).not.toHaveProperty('deletedAt');
  });

  it('lets go once: a second time changes nothing', async () => {
    await keep('mine');
    await letGo(20);
    await letGo(40);
    expect(await db.shortlist.get(pid)).toMatchObject({ deletedAt: 20, changedAt: 20 });
  });

  it('makes nothing of a program that was never kept', async () => {
    await letGo(1);
    await takeBack(1);
    expect(await db.shortlist.count()).toBe(0);
  });
});

describe('the other nouns', () => {
  it('round-trips wishes and pick marks', async () => {
    await changeWishes(db, [(wishes) => ({ ...wishes, weights: { home: 4 } })], 1);
    expect(await readWishes(db)).toMatchObject({ kind: 'row', row: { value: { weights: { home: 4 } } } });
    const mark = { pid, label: 'Boston Medical', mark: 'lock' } as const;
    await changePickMark(db, pid, [() => ({ value: mark, deletedAt: null })], 1);
    expect((await readPickMarks(db)).rows).toEqual([{ value: mark, deletedAt: null }]);
  });
});
