// A publisher and an empty catalog database, new for every test of a file that imports this, and an update between
// the two.
import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { readChunks } from '#storage/catalog-chunks.ts';
import { CatalogDb } from '#storage/catalog-db.ts';
import { readPointer } from '#storage/catalog-pointer.ts';
import { type CatalogStore, catalogStore } from '#sync/catalog-store.ts';
import type { SyncMode, SyncProgress } from '#sync/outcome.ts';
import type { Bundled } from '#sync/trusted-files.ts';
import { updateCatalog } from '#sync/update.ts';
import { IDBFactory } from 'fake-indexeddb';
import {
  type ManualClock,
  type Publisher,
  manualClock,
  startPublisher,
  soundChunks,
} from './published-catalog.ts';

export let publisher: Publisher;
export let db: CatalogDb;
export let clock: ManualClock;
beforeAll(async () => {
  publisher = await startPublisher();
});
afterAll(() => publisher.close());
beforeEach(() => {
  db = new CatalogDb({ indexedDB: new IDBFactory(), IDBKeyRange });
  clock = manualClock();
});
afterEach(() => db.close());

interface Options {
  readonly store?: CatalogStore | null;
  readonly onProgress?: SyncProgress;
  readonly signal?: AbortSignal;
  readonly bundled?: Bundled;
  readonly base?: string;
  readonly random?: () => number;
}
export const update = (mode: SyncMode, options: Options = {}) =>
  updateCatalog(
    mode,
    options.base ?? publisher.base,
    {
      fetch,
      clock,
      store: options.store === undefined ? catalogStore(db) : options.store,
      bundled: options.bundled ?? publisher.builtBefore,
      random: options.random ?? (() => 0),
    },
    options.onProgress ?? (() => {}),
    options.signal ?? new AbortController().signal,
  );
/** The user asks for what is new. */
export const install = (options: Options = {}) => update('now', options);

export const COUNT = Object.keys(soundChunks()).length;
export const inForce = async () => {
  const pointer = await readPointer(db);
  return pointer.kind === 'set' ? pointer.active.version : null;
};
/** The catalog in force, whole: its version and the text of every chunk. */
export async function wholeInForce() {
  const pointer = await readPointer(db);
  if (pointer.kind === 'none') return null;
  const chunks = await readChunks(db, pointer.active.chunks);
  const texts = [...chunks].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
  return { version: pointer.active.version, chunks: Object.fromEntries(texts) };
}
