// Erases everything this site has stored on the device: both databases, files, caches, and the small stores. Not
// undone by anything but the user's own backup file.
import { CATALOG_NAME } from './catalog-db.ts';
import { type IndexedDbPort, NOTEBOOK_NAME } from './notebook-db.ts';
import type { OpenPorts } from './open.ts';

export type ErasedPlace = 'notebook' | 'catalog' | 'small-stores' | 'files' | 'caches';
export type EraseOutcome =
  | { readonly kind: 'erased' }
  /** These may still hold something. */
  | { readonly kind: 'partly'; readonly left: readonly ErasedPlace[] };

/** How long another tab may take to let go of a database. */
const BLOCKED_LIMIT_MS = 3_000;

/** Close this tab's connections before. Other tabs are told by the browser and close theirs. */
export async function eraseEverything(ports: OpenPorts): Promise<EraseOutcome> {
  const steps: Record<ErasedPlace, () => void | Promise<void>> = {
    notebook: () => deleteDatabase(NOTEBOOK_NAME, ports),
    catalog: () => deleteDatabase(CATALOG_NAME, ports),
    'small-stores': () => {
      globalThis.localStorage?.clear();
      globalThis.sessionStorage?.clear();
    },
    files: deleteFiles,
    caches: deleteCaches,
  };
  const left: ErasedPlace[] = [];
  for (const place of Object.keys(steps) as ErasedPlace[]) {
    try {
      await steps[place]();
    } catch {
      left.push(place);
    }
  }
  return left.length === 0 ? { kind: 'erased' } : { kind: 'partly', left };
}

function deleteDatabase(name: string, { find, after }: OpenPorts): Promise<void> {
  const port = look(find);
  if (port === undefined) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const request = port.indexedDB.deleteDatabase(name);
    const cancel = after(BLOCKED_LIMIT_MS, () => reject(new Error('held by another tab')));
    request.addEventListener('success', () => {
      cancel();
      resolve();
    });
    request.addEventListener('error', () => {
      cancel();
      reject(request.error ?? new Error('not deleted'));
    });
  });
}

function look(find: OpenPorts['find']): IndexedDbPort | undefined {
  try {
    return find();
  } catch {
    // A browser that refuses even to look has kept nothing.
    return undefined;
  }
}

async function deleteFiles(): Promise<void> {
  const storage: Partial<StorageManager> | undefined = globalThis.navigator?.storage;
  const root = await storage?.getDirectory?.();
  if (root === undefined) return;
  const names: string[] = [];
  for await (const name of root.keys()) names.push(name);
  for (const name of names) await root.removeEntry(name, { recursive: true });
}

async function deleteCaches(): Promise<void> {
  const caches: CacheStorage | undefined = globalThis.caches;
  for (const name of (await caches?.keys()) ?? []) await caches?.delete(name);
  // A service worker whose cache is gone serves nothing offline; without it the next visit installs all of it anew.
  const workers: ServiceWorkerContainer | undefined = globalThis.navigator?.serviceWorker;
  for (const registration of (await workers?.getRegistrations()) ?? []) await registration.unregister();
}
