import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CatalogIndex } from '#domain/catalog.ts';
import { readActiveCatalog } from '#storage/active-catalog.ts';
import { dropUnnamedChunks, readChunks, storeChunks } from '#storage/catalog-chunks.ts';
import { CatalogDb } from '#storage/catalog-db.ts';
import { flipPointer, forgetPrevious, readPointer } from '#storage/catalog-pointer.ts';

const sha = (digit: string) => digit.repeat(64);
const row = (digit: string) => ({
  sha256: sha(digit),
  name: `${digit}.json`,
  bytes: new TextEncoder().encode(`{"n":"${digit}"}`),
});
const index = (version: number, ...digits: string[]): CatalogIndex => ({
  format: 'cairn-catalog/1',
  version,
  date: '2026-09-01',
  programs: 0,
  specialties: [],
  chunks: digits.map((digit) => ({ name: `${digit}.json`, length: 9, sha256: sha(digit) })),
});
const after = () => () => {};

let factory: IDBFactory;
let db: CatalogDb;
beforeEach(async () => {
  factory = new IDBFactory();
  db = new CatalogDb({ indexedDB: factory, IDBKeyRange });
  await storeChunks(db, ['a', 'b', 'c'].map(row));
});
afterEach(() => db.close());

const activeVersion = async () => {
  const pointer = await readPointer(db);
  return pointer.kind === 'set' ? pointer.active.version : null;
};

describe('the pointer', () => {
  it('points nowhere before the first catalog', async () => {
    expect(await readPointer(db)).toEqual({ kind: 'none' });
  });

  it('moves to a catalog that is wholly there and remembers the one before', async () => {
    expect(await flipPointer(db, index(1, 'a', 'b'), 10)).toEqual({ kind: 'flipped' });
    expect(await flipPointer(db, index(2, 'a', 'c'), 20)).toEqual({ kind: 'flipped' });
    expect(await readPointer(db)).toEqual({
      kind: 'set',
      active: index(2, 'a', 'c'),
      previous: index(1, 'a', 'b'),
      at: 20,
    });
  });

  it('stays where it is when a chunk is missing, and names the chunk', async () => {
    await flipPointer(db, index(1, 'a'), 10);
    expect(await flipPointer(db, index(2, 'a', 'd'), 20)).toEqual({
      kind: 'refused',
      reason: 'missing-chunks',
      names: ['d.json'],
    });
    expect(await readPointer(db)).toMatchObject({ active: { version: 1 }, at: 10 });
  });

  it('never moves back, even when the older one is wholly there', async () => {
    await flipPointer(db, index(2, 'a'), 10);
    expect(await flipPointer(db, index(1, 'b'), 20)).toEqual({
      kind: 'refused',
      reason: 'rollback',
      active: 2,
    });
    expect(await activeVersion()).toBe(2);
  });

  it('moves to the newest of two that come at once', async () => {
    await Promise.all([flipPointer(db, index(3, 'a'), 10), flipPointer(db, index(2, 'b'), 10)]);
    expect(await activeVersion()).toBe(3);
  });

  it('keeps the one to fall back to when the same release is put in force again', async () => {
    await flipPointer(db, index(1, 'a'), 10);
    await flipPointer(db, index(2, 'b'), 20);
    await flipPointer(db, index(2, 'b'), 30);
    expect(await readPointer(db)).toMatchObject({ active: { version: 2 }, previous: { version: 1 } });
  });

  it('counts as none when what is stored is not an index', async () => {
    await db.pointer.put({ id: 'catalog', active: { version: 'one' }, previous: null, at: 1 });
    expect(await readPointer(db)).toEqual({ kind: 'none' });
  });
});

describe('the chunks', () => {
  it('are found by the name the index gives them', async () => {
    const found = await readChunks(db, index(1, 'a', 'd').chunks);
    expect([...found.keys()]).toEqual(['a.json']);
    expect(found.get('a.json')).toEqual(row('a').bytes);
  });

  it('stay while the active or the previous catalog names them, and go after', async () => {
    await flipPointer(db, index(1, 'a'), 10);
    await flipPointer(db, index(2, 'b'), 20);
    expect(await dropUnnamedChunks(db)).toBe(1);
    expect(await db.chunks.toCollection().primaryKeys()).toEqual([sha('a'), sha('b')]);
    await forgetPrevious(db);
    expect(await dropUnnamedChunks(db)).toBe(1);
    expect(await db.chunks.toCollection().primaryKeys()).toEqual([sha('b')]);
  });

  it('stay while a catalog is being installed that names them', async () => {
    await flipPointer(db, index(1, 'a'), 10);
    expect(await dropUnnamedChunks(db, index(2, 'b').chunks)).toBe(1);
    expect(await db.chunks.toCollection().primaryKeys()).toEqual([sha('a'), sha('b')]);
  });
});

describe('the catalog in force', () => {
  const ports = { find: () => ({ indexedDB: factory, IDBKeyRange }), after };

  it('is empty before the first, then its index and chunks', async () => {
    expect(await readActiveCatalog(ports)).toEqual({ kind: 'empty' });
    await flipPointer(db, index(1, 'a', 'b'), 10);
    expect(await readActiveCatalog(ports)).toEqual({
      kind: 'active',
      index: index(1, 'a', 'b'),
      chunks: new Map([
        ['a.json', row('a').bytes],
        ['b.json', row('b').bytes],
      ]),
    });
  });

  it('is refused with the reason where the browser stores nothing', async () => {
    expect(await readActiveCatalog({ find: () => undefined, after })).toEqual({
      kind: 'refused',
      reason: 'refused',
    });
  });
});
