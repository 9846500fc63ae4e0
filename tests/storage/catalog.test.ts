import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CatalogIndex } from '#domain/catalog.ts';
import { readActiveCatalog } from '#storage/active-catalog.ts';
import { areStored, dropUnnamedChunks, readChunks, storeChunks } from '#storage/catalog-chunks.ts';
import { CATALOG_NAME, CatalogDb } from '#storage/catalog-db.ts';
import { acknowledge, flipPointer, forgetOthers, readPointer } from '#storage/catalog-pointer.ts';
import {
  dropTrusted,
  noteTimestamp,
  readLooks,
  readTrusted,
  writeLooks,
  writeTrusted,
} from '#storage/catalog-trust.ts';

const sha = (digit: string) => createHash('sha256').update(`{"n":"${digit}"}`).digest('hex');
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
    expect(await flipPointer(db, index(1, 'a', 'b'), 7, 10)).toEqual({ kind: 'flipped' });
    expect(await flipPointer(db, index(2, 'a', 'c'), 7, 20)).toEqual({ kind: 'flipped' });
    expect(await readPointer(db)).toEqual({
      kind: 'set',
      active: index(2, 'a', 'c'),
      previous: index(1, 'a', 'b'),
      seen: index(1, 'a', 'b'),
      targetsVersion: 7,
      at: 20,
    });
  });

  it('stays where it is when a chunk is missing, and names the chunk', async () => {
    await flipPointer(db, index(1, 'a'), 7, 10);
    expect(await flipPointer(db, index(2, 'a', 'd'), 7, 20)).toEqual({
      kind: 'refused',
      reason: 'missing-chunks',
      names: ['d.json'],
    });
    expect(await readPointer(db)).toMatchObject({ active: { version: 1 }, at: 10 });
  });

  it('never moves back, even when the older one is wholly there', async () => {
    await flipPointer(db, index(2, 'a'), 7, 10);
    expect(await flipPointer(db, index(1, 'b'), 7, 20)).toEqual({
      kind: 'refused',
      reason: 'rollback',
      active: 2,
    });
    expect(await activeVersion()).toBe(2);
  });

  it('moves to the newest of two that come at once', async () => {
    await Promise.all([flipPointer(db, index(3, 'a'), 7, 10), flipPointer(db, index(2, 'b'), 7, 10)]);
    expect(await activeVersion()).toBe(3);
  });

  it('keeps the one to fall back to when the same release is put in force again', async () => {
    await flipPointer(db, index(1, 'a'), 7, 10);
    await flipPointer(db, index(2, 'b'), 7, 20);
    await flipPointer(db, index(2, 'b'), 7, 30);
    expect(await readPointer(db)).toMatchObject({ active: { version: 2 }, previous: { version: 1 } });
  });

  it('keeps the release whose changes were acknowledged last, over any number of flips', async () => {
    await flipPointer(db, index(1, 'a'), 7, 10);
    expect(await readPointer(db)).toMatchObject({ seen: { version: 1 } });
    await flipPointer(db, index(2, 'b'), 7, 20);
    await flipPointer(db, index(3, 'c'), 7, 30);
    expect(await readPointer(db)).toMatchObject({ seen: { version: 1 }, previous: { version: 2 } });
    await acknowledge(db);
    expect(await readPointer(db)).toMatchObject({ seen: { version: 3 }, previous: { version: 2 }, at: 30 });
  });

  it('acknowledges nothing where there is nothing', async () => {
    await acknowledge(db);
    expect(await readPointer(db)).toEqual({ kind: 'none' });
  });

  it('of the first version of the database is read, and counts as seen by the next flip', async () => {
    await db.pointer.put({ id: 'catalog', active: index(1, 'a'), previous: null, at: 10 });
    expect(await readPointer(db)).toEqual({
      kind: 'set',
      active: index(1, 'a'),
      previous: null,
      seen: null,
      targetsVersion: null,
      at: 10,
    });
    await flipPointer(db, index(2, 'b'), 7, 20);
    expect(await readPointer(db)).toMatchObject({ seen: { version: 1 } });
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
    await flipPointer(db, index(1, 'a'), 7, 10);
    await flipPointer(db, index(2, 'b'), 7, 20);
    expect(await dropUnnamedChunks(db)).toBe(1);
    expect(await db.chunks.toCollection().primaryKeys()).toEqual([sha('a'), sha('b')].toSorted());
    await forgetOthers(db);
    expect(await dropUnnamedChunks(db)).toBe(1);
    expect(await db.chunks.toCollection().primaryKeys()).toEqual([sha('b')]);
  });

  it('stay while the user has not acknowledged what changed since', async () => {
    await flipPointer(db, index(1, 'a'), 7, 10);
    await flipPointer(db, index(2, 'b'), 7, 20);
    await flipPointer(db, index(3, 'c'), 7, 30);
    expect(await dropUnnamedChunks(db)).toBe(0);
    await acknowledge(db);
    expect(await dropUnnamedChunks(db)).toBe(1);
    expect((await readChunks(db, index(1, 'a').chunks)).size).toBe(0);
  });

  it('that have rotted are not found: each bit counts', async () => {
    const { bytes, sha256 } = row('a');
    for (const at of bytes.keys()) {
      const rotten = bytes.slice();
      rotten[at] = (rotten[at] ?? 0) ^ 1;
      await db.chunks.update(sha256, { bytes: rotten });
      expect((await readChunks(db, index(1, 'a').chunks)).size).toBe(0);
    }
    await db.chunks.update(sha256, { bytes: bytes.slice(1) });
    expect((await readChunks(db, index(1, 'a').chunks)).size).toBe(0);
  });

  it('are known to be there without being read', async () => {
    expect(await areStored(db, index(1, 'a', 'b').chunks)).toBe(true);
    expect(await areStored(db, index(1, 'a', 'a').chunks)).toBe(true);
    expect(await areStored(db, index(1, 'a', 'd').chunks)).toBe(false);
    expect(await areStored(db, [])).toBe(true);
  });

  it('stay while a catalog is being installed that names them', async () => {
    await flipPointer(db, index(1, 'a'), 7, 10);
    expect(await dropUnnamedChunks(db, index(2, 'b').chunks)).toBe(1);
    expect(await db.chunks.toCollection().primaryKeys()).toEqual([sha('a'), sha('b')].toSorted());
  });
});

describe('the catalog in force', () => {
  const ports = { find: () => ({ indexedDB: factory, IDBKeyRange }), after };

  it('is empty before the first, then its index and chunks', async () => {
    expect(await readActiveCatalog(ports)).toEqual({ kind: 'empty' });
    await flipPointer(db, index(1, 'a', 'b'), 7, 10);
    expect(await readActiveCatalog(ports)).toEqual({
      kind: 'active',
      index: index(1, 'a', 'b'),
      chunks: new Map([
        ['a.json', row('a').bytes],
        ['b.json', row('b').bytes],
      ]),
    });
  });

  it('falls back to the one before, where a chunk has rotted and that one is whole', async () => {
    await flipPointer(db, index(1, 'a'), 7, 10);
    await flipPointer(db, index(2, 'a', 'b'), 7, 20);
    await db.chunks.update(sha('b'), { bytes: new TextEncoder().encode('{"n":"x"}') });
    expect(await readActiveCatalog(ports)).toMatchObject({ kind: 'active', index: { version: 1 } });
    await db.chunks.delete(sha('a'));
    expect(await readActiveCatalog(ports)).toEqual({
      kind: 'active',
      index: index(2, 'a', 'b'),
      chunks: new Map(),
    });
  });

  it('is refused with the reason where the browser stores nothing', async () => {
    expect(await readActiveCatalog({ find: () => undefined, after })).toEqual({
      kind: 'refused',
      reason: 'refused',
    });
  });
});

describe('what is trusted', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const notes = { etag: '"1"', verifiedAt: 5, freshUntil: 9, targetsVersion: 3 };

  it('is kept by role, byte for byte, until it is dropped', async () => {
    await writeTrusted(db, 'root', bytes('r'));
    expect(await readTrusted(db, 'root')).toEqual({ role: 'root', bytes: bytes('r') });
    expect(await readTrusted(db, 'targets')).toBeNull();
    await dropTrusted(db, 'root');
    expect(await readTrusted(db, 'root')).toBeNull();
  });

  it('has notes that are about the very bytes', async () => {
    await writeTrusted(db, 'timestamp', bytes('one'));
    await noteTimestamp(db, bytes('two'), notes);
    await noteTimestamp(db, bytes('on'), notes);
    expect(await readTrusted(db, 'timestamp')).toEqual({ role: 'timestamp', bytes: bytes('one') });
    await noteTimestamp(db, bytes('one'), notes);
    expect(await readTrusted(db, 'timestamp')).toEqual({ role: 'timestamp', bytes: bytes('one'), ...notes });
    await writeTrusted(db, 'timestamp', bytes('two'));
    expect(await readTrusted(db, 'timestamp')).toEqual({ role: 'timestamp', bytes: bytes('two') });
  });

  it('is apart from what is remembered of earlier looks', async () => {
    expect(await readLooks(db)).toBeNull();
    await writeLooks(db, { failures: 2 });
    expect(await readLooks(db)).toEqual({ failures: 2 });
  });
});

describe('a catalog stored by the first version of the database', () => {
  it('is there after the upgrade', async () => {
    const indexedDB = new IDBFactory();
    const old = new Dexie(CATALOG_NAME, { indexedDB, IDBKeyRange });
    old.version(1).stores({ chunks: 'sha256', pointer: 'id' });
    await old.table('chunks').bulkPut([row('a')]);
    await old.table('pointer').put({ id: 'catalog', active: index(1, 'a'), previous: null, at: 10 });
    old.close();
    const upgraded = new CatalogDb({ indexedDB, IDBKeyRange });
    expect(await readPointer(upgraded)).toMatchObject({ active: { version: 1 } });
    expect((await readChunks(upgraded, index(1, 'a').chunks)).size).toBe(1);
    expect(await readTrusted(upgraded, 'root')).toBeNull();
    upgraded.close();
  });
});
