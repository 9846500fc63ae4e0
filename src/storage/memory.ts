// Memory mode: an IndexedDB that lives only as long as the page, for browsers that refuse the real one. Loaded only
// then. Never used to hide a failure: whoever opens it says so (`kind: 'memory'`).
import { Dexie } from 'dexie';
import type { IndexedDbPort } from './notebook-db.ts';

export async function memoryIndexedDb(): Promise<IndexedDbPort> {
  const { IDBFactory, IDBKeyRange } = await import('fake-indexeddb');
  const port: IndexedDbPort = { indexedDB: new IDBFactory(), IDBKeyRange };
  // Dexie's liveQuery does nothing at all while no IndexedDB is known to it globally.
  if (!Dexie.dependencies.indexedDB) Object.assign(Dexie.dependencies, port);
  try {
    void globalThis.indexedDB;
  } catch {
    // Where even looking throws, Dexie must not look: it does at every opening.
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true });
  }
  return port;
}
