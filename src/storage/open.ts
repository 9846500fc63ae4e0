// Opens the two databases and watches over their connections. Whatever the browser does, the answer is a notebook one
// can write into and the truth about whether it is kept. Never makes an empty notebook look like a new one: what was
// lost while open is reported as `emptied`.
import type { Dexie } from 'dexie';
import { CatalogDb } from './catalog-db.ts';
import { classifyFailure, type FailureKind, type StorageFailure } from './failure.ts';
import { memoryIndexedDb } from './memory.ts';
import { NOTEBOOK_SCHEMA, NotebookDb, type IndexedDbPort } from './notebook-db.ts';
import { readSchema, writeSchema } from './write.ts';

/** Runs `act` after `ms` milliseconds, unless what it returns is called before. */
export type After = (ms: number, act: () => void) => () => void;

export interface OpenPorts {
  /** The browser's IndexedDB; undefined where there is none. Even looking may throw. */
  readonly find: () => IndexedDbPort | undefined;
  readonly after: After;
}

/** An open that takes longer hangs for good: seen with broken profiles. A slow phone needs seconds. */
const OPEN_LIMIT_MS = 10_000;

/** Between two attempts to open again. */
const REOPEN_PAUSE_MS = 1_000;

export type MemoryReason = Exclude<FailureKind, 'newer'> | 'hanging';

export type OpenOutcome =
  | { readonly kind: 'kept'; readonly db: NotebookDb }
  /** Written only into this page: gone when it closes. */
  | { readonly kind: 'memory'; readonly reason: MemoryReason; readonly db: NotebookDb }
  /** Readable; every write is refused. */
  | { readonly kind: 'read-only'; readonly reason: 'newer-notebook'; readonly db: NotebookDb };

/** What can befall an open notebook. */
export type NotebookEvent =
  /** Another tab has an older version open; it is asked to let go, and opening goes on when it has. */
  | { readonly kind: 'waiting-for-older-tab' }
  | { readonly kind: 'closed-by-newer-tab' }
  | { readonly kind: 'erased-in-other-tab' }
  /** The browser cut the connection; one attempt to open it again is under way. */
  | { readonly kind: 'cut' }
  /** It is open again; follow reads anew. */
  | { readonly kind: 'reopened' }
  /** What was stored is gone. Closed for good, so that what is still in memory is not written beside a hole. */
  | { readonly kind: 'emptied' }
  /** It stays closed. */
  | { readonly kind: 'lost'; readonly failure: StorageFailure };

/** What a page or a worker passes in. */
export const BROWSER: OpenPorts = {
  find: () =>
    globalThis.indexedDB
      ? { indexedDB: globalThis.indexedDB, IDBKeyRange: globalThis.IDBKeyRange }
      : undefined,
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

export async function openNotebook(
  ports: OpenPorts,
  report: (event: NotebookEvent) => void,
): Promise<OpenOutcome> {
  const opened = await openAndReadSchema(ports, report);
  if (opened.kind === 'refused') {
    const db = new NotebookDb(await memoryIndexedDb());
    await db.open();
    return { kind: 'memory', reason: opened.reason, db };
  }
  const { db, schema } = opened;
  if (schema !== null && schema > NOTEBOOK_SCHEMA) return { kind: 'read-only', reason: 'newer-notebook', db };
  return { kind: 'kept', db };
}

async function openAndReadSchema(ports: OpenPorts, report: (event: NotebookEvent) => void) {
  const opened = await tryOpen(ports, (port) => watched(new NotebookDb(port), ports.after, report));
  if (opened.kind === 'refused') return opened;
  try {
    return { ...opened, schema: await readSchema(opened.db) };
  } catch (error) {
    closeForGood(opened.db);
    return refusedBecause(error);
  }
}

export type CatalogOpenOutcome =
  | { readonly kind: 'kept'; readonly db: CatalogDb }
  /** Nothing can be stored: hold the chunks in memory instead. */
  | { readonly kind: 'refused'; readonly reason: MemoryReason };

/** Closes by itself when another tab erases the catalog or brings a newer version; reads then fail. */
export function openCatalog(ports: OpenPorts): Promise<CatalogOpenOutcome> {
  return tryOpen(ports, (port) => {
    const db = new CatalogDb(port);
    db.on('versionchange', () => closeForGood(db));
    return db;
  });
}

async function tryOpen<Db extends Dexie>(
  ports: OpenPorts,
  make: (port: IndexedDbPort) => Db,
): Promise<{ kind: 'kept'; db: Db } | { kind: 'refused'; reason: MemoryReason }> {
  let db: Db | undefined;
  try {
    const port = ports.find();
    if (port === undefined) return { kind: 'refused', reason: 'refused' };
    db = make(port);
    if (await hangs(db, ports.after)) {
      closeForGood(db);
      return { kind: 'refused', reason: 'hanging' };
    }
    return { kind: 'kept', db };
  } catch (error) {
    if (db) closeForGood(db);
    return refusedBecause(error);
  }
}

function refusedBecause(error: unknown): { kind: 'refused'; reason: MemoryReason } {
  const { kind } = classifyFailure(error, 'open');
  return { kind: 'refused', reason: kind === 'newer' ? 'unknown' : kind };
}

/** Opens. @returns true when it took too long; waiting for another tab to let go does not count. */
function hangs(db: Dexie, after: After): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const cancel = after(OPEN_LIMIT_MS, () => resolve(true));
    db.on('blocked', cancel);
    db.open()
      .then(() => resolve(false), reject)
      .finally(cancel);
  });
}

const closeForGood = (db: Dexie): false => {
  db.close({ disableAutoOpen: true });
  // Ends the chain: Dexie's own answer would open again, a newer notebook too, and write old shapes into it.
  return false;
};

function watched(db: NotebookDb, after: After, report: (event: NotebookEvent) => void): NotebookDb {
  db.on('blocked', () => report({ kind: 'waiting-for-older-tab' }));
  db.on('versionchange', (event) => {
    report({ kind: event.newVersion === null ? 'erased-in-other-tab' : 'closed-by-newer-tab' });
    return closeForGood(db);
  });
  /** The schema row stands for all the user wrote: it is put there before anything else. */
  let held = false;
  let isEmptied = false;
  const reopen = async () => {
    // Closed for good first: a read that comes now must not open in passing, before this is told.
    closeForGood(db);
    report({ kind: 'cut' });
    try {
      // At the very moment of a cut Chromium answers with an AbortError; a little later it tells the truth.
      await db.open().catch(async (error: unknown) => {
        if (isEmptied) throw error;
        await new Promise<void>((resolve) => {
          after(REOPEN_PAUSE_MS, resolve);
        });
        await db.open();
      });
      if (!isEmptied) report({ kind: 'reopened' });
    } catch (error) {
      if (!isEmptied) report({ kind: 'lost', failure: classifyFailure(error, 'open') });
    }
  };
  // For each connection anew, whoever opens it, and before any read or write goes through. Dexie's own `close` event
  // also fires for its own closing; the connection's only when the browser cut it.
  db.on(
    'ready',
    async () => {
      db.backendDB().addEventListener('close', () => void reopen());
      const isEmpty = (await readSchema(db)) === null;
      if (isEmpty && held) {
        isEmptied = true;
        report({ kind: 'emptied' });
        closeForGood(db);
        return;
      }
      // No room for even this row: reading goes on, and the first real write will say so.
      held ||=
        !isEmpty ||
        (await writeSchema(db).then(
          () => true,
          () => false,
        ));
    },
    true,
  );
  return db;
}
