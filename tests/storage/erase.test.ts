import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CatalogDb } from '#storage/catalog-db.ts';
import { eraseEverything } from '#storage/erase.ts';
import { NotebookDb } from '#storage/notebook-db.ts';

/** The parts of a browser's small stores that are used. */
function smallStore(entries: Record<string, string>) {
  const map = new Map(Object.entries(entries));
  return { clear: () => map.clear(), size: () => map.size };
}

let factory: IDBFactory;
let overdue: (() => void) | undefined;
const ports = {
  find: () => ({ indexedDB: factory, IDBKeyRange }),
  after: (_ms: number, act: () => void) => {
    overdue = act;
    return () => {
      overdue = undefined;
    };
  },
};
const names = async () => (await factory.databases()).map((database) => database.name);

beforeEach(async () => {
  factory = new IDBFactory();
  for (const db of [NotebookDb, CatalogDb].map((Db) => new Db(ports.find()))) {
    await db.open();
    db.close();
  }
});
afterEach(() => vi.unstubAllGlobals());

describe('erasing everything', () => {
  it('leaves neither databases nor small stores nor files nor caches', async () => {
    const local = smallStore({ draft: 'x' });
    const session = smallStore({ tab: 'y' });
    const files = new Set(['journal-a', 'journal-b']);
    const caches = new Set(['precache-v1', 'other']);
    const unregistered = vi.fn(() => Promise.resolve(true));
    vi.stubGlobal('localStorage', local);
    vi.stubGlobal('sessionStorage', session);
    vi.stubGlobal('caches', {
      keys: () => Promise.resolve([...caches]),
      delete: (name: string) => Promise.resolve(caches.delete(name)),
    });
    vi.stubGlobal('navigator', {
      storage: {
        getDirectory: () =>
          Promise.resolve({
            keys: () => files.keys(),
            removeEntry: (name: string) => Promise.resolve(files.delete(name)),
          }),
      },
      serviceWorker: { getRegistrations: () => Promise.resolve([{ unregister: unregistered }]) },
    });
    expect(await names()).toHaveLength(2);
    expect(await eraseEverything(ports)).toEqual({ kind: 'erased' });
    expect(await names()).toEqual([]);
    expect([local.size(), session.size(), files.size, caches.size]).toEqual([0, 0, 0, 0]);
    expect(unregistered).toHaveBeenCalledOnce();
  });

  it('works where a browser has none of the other stores', async () => {
    expect(await eraseEverything(ports)).toEqual({ kind: 'erased' });
    expect(await names()).toEqual([]);
  });

  it('has nothing to erase where the browser stores nothing', async () => {
    const find = () => {
      throw new DOMException('no', 'SecurityError');
    };
    expect(await eraseEverything({ ...ports, find })).toEqual({ kind: 'erased' });
  });

  it('names what it could not erase, and erases the rest', async () => {
    vi.stubGlobal('localStorage', {
      clear: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    const tab = await new Promise<IDBDatabase>((resolve) => {
      const request = factory.open('cairn-notebook');
      request.addEventListener('success', () => resolve(request.result));
    });
    const outcome = eraseEverything(ports);
    await vi.waitFor(() => expect(overdue).toBeDefined());
    overdue?.();
    expect(await outcome).toEqual({ kind: 'partly', left: ['notebook', 'small-stores'] });
    expect(await names()).not.toContain('cairn-catalog');
    tab.close();
  });
});
