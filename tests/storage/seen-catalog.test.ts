import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeChunks } from '#storage/catalog-chunks.ts';
import { CATALOG_NAME, CatalogDb } from '#storage/catalog-db.ts';
import { acknowledge, flipPointer } from '#storage/catalog-pointer.ts';
import type { OpenPorts } from '#storage/open.ts';
import { readSeenCatalog } from '#storage/seen-catalog.ts';
import { type Release, releaseOf } from '../fixtures/releases.ts';

let db: CatalogDb;
let ports: OpenPorts;
beforeEach(() => {
  const port = { indexedDB: new IDBFactory(), IDBKeyRange };
  db = new CatalogDb(port);
  ports = {
    find: () => port,
    after: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  };
});
afterEach(() => db.close());

async function install({ index, chunks }: Release): Promise<void> {
  const rows = index.chunks.map(({ name, sha256 }) => ({
    name,
    sha256,
    bytes: chunks.get(name) ?? new Uint8Array(),
  }));
  await storeChunks(db, rows);
  expect(await flipPointer(db, index, index.version, 1)).toEqual({ kind: 'flipped' });
}
const first = releaseOf(1);
const second = releaseOf(2, { redirects: { p00000000x: ['p00000000a'] } });

describe('the release the user has seen last', () => {
  it('is none before anything is installed, and none after the first', async () => {
    expect(await readSeenCatalog(ports)).toEqual({ kind: 'none' });
    await install(first);
    expect(await readSeenCatalog(ports)).toEqual({ kind: 'none' });
  });

  it('is whole beside a newer one, also over several, until that has been seen', async () => {
    await install(first);
    await install(second);
    await install(releaseOf(3));
    const seen = await readSeenCatalog(ports);
    expect(seen).toMatchObject({ kind: 'seen', index: { version: 1 } });
    if (seen.kind === 'seen')
      expect([...seen.chunks.keys()].toSorted()).toEqual([...first.chunks.keys()].toSorted());
    await acknowledge(db);
    expect(await readSeenCatalog(ports)).toEqual({ kind: 'none' });
  });

  it('is read without what is gone of it', async () => {
    await install(first);
    await install(second);
    const leads = first.index.chunks.find(({ name }) => name === 'redirects.json');
    await db.chunks.delete(leads?.sha256 ?? '');
    const seen = await readSeenCatalog(ports);
    expect(seen.kind === 'seen' && seen.chunks.has('redirects.json')).toBe(false);
    expect(seen.kind).toBe('seen');
  });

  it('holds no connection, so that all can be erased', async () => {
    await install(first);
    await readSeenCatalog(ports);
    db.close();
    const port = ports.find();
    const gone = await new Promise((resolve) => {
      const request = port?.indexedDB.deleteDatabase(CATALOG_NAME);
      request?.addEventListener('success', () => resolve('erased'));
      request?.addEventListener('blocked', () => resolve('blocked'));
    });
    expect(gone).toBe('erased');
  });
});
