import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CatalogDb } from '#storage/catalog-db.ts';
import { NOTEBOOK_NAME, NOTEBOOK_SCHEMA, type NotebookDb } from '#storage/notebook-db.ts';
import { type NotebookEvent, openCatalog, openNotebook, type OpenPorts } from '#storage/open.ts';
import { changeProfile, readProfile } from '#storage/profile.ts';

let factory: IDBFactory;
let events: NotebookEvent[];
let overdue: (() => void) | undefined;
const opened: { close: () => void }[] = [];
const report = (event: NotebookEvent) => events.push(event);
const after: OpenPorts['after'] = (_ms, act) => {
  overdue = act;
  return () => {
    overdue = undefined;
  };
};
const ports = (find: OpenPorts['find'] = () => ({ indexedDB: factory, IDBKeyRange })): OpenPorts => ({
  find,
  after,
});

beforeEach(() => {
  factory = new IDBFactory();
  events = [];
});
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

async function open(find?: OpenPorts['find']) {
  const outcome = await openNotebook(ports(find), report);
  opened.push(outcome.db);
  return outcome;
}
const graduate = (db: NotebookDb) =>
  changeProfile(db, [(profile) => ({ ...profile, graduationYear: 2026 })], 1);
const yearOf = async (db: NotebookDb) => {
  const read = await readProfile(db);
  return read.kind === 'row' ? read.row.value.graduationYear : read.kind;
};
const seen = (kind: NotebookEvent['kind']) =>
  vi.waitFor(() => expect(events.map((event) => event.kind)).toContain(kind));

/** What a browser does that clears data or loses its server; the library's type asks for the class, not a database. */
const cut = (db: NotebookDb): void => Reflect.apply(forceCloseDatabase, undefined, [db.backendDB()]);

/** An IndexedDB whose open fails the way a browser's does. */
const failing =
  (name: string): OpenPorts['find'] =>
  () => ({
    indexedDB: Object.assign(new IDBFactory(), {
      open: () => {
        throw new DOMException('refused', name);
      },
    }),
    IDBKeyRange,
  });

describe('a browser that stores', () => {
  it('keeps the notebook from one visit to the next', async () => {
    const first = await open();
    expect(first.kind).toBe('kept');
    await graduate(first.db);
    first.db.close();
    expect(await yearOf((await open()).db)).toBe(2026);
  });

  it('opens a newer notebook for reading only', async () => {
    const first = await open();
    await graduate(first.db);
    await first.db.meta.put({ id: 'schema', schema: NOTEBOOK_SCHEMA + 1 });
    first.db.close();
    const again = await open();
    expect(again).toMatchObject({ kind: 'read-only', reason: 'newer-notebook' });
    expect(await yearOf(again.db)).toBe(2026);
    expect(await graduate(again.db)).toEqual({ kind: 'refused', reason: 'newer-notebook' });
  });
});

describe('a browser that refuses to store', () => {
  it.each(['SecurityError', 'InvalidStateError', 'UnknownError'])(
    'goes on in memory when open throws %s',
    async (name) => {
      const outcome = await open(failing(name));
      expect(outcome).toMatchObject({ kind: 'memory', reason: 'refused' });
      await graduate(outcome.db);
      expect(await yearOf(outcome.db)).toBe(2026);
    },
  );

  it('goes on in memory where there is no IndexedDB', async () => {
    expect(await open(() => undefined)).toMatchObject({ kind: 'memory', reason: 'refused' });
  });

  it('goes on in memory where even looking for it throws', async () => {
    const outcome = await open(() => {
      throw new DOMException('no', 'SecurityError');
    });
    expect(outcome).toMatchObject({ kind: 'memory', reason: 'refused' });
  });

  it('goes on in memory when the disk fails, and says that reason', async () => {
    expect(await open(failing('AbortError'))).toMatchObject({ kind: 'memory', reason: 'failing' });
  });

  it('goes on in memory when opening never ends', async () => {
    const outcome = open(() => ({
      indexedDB: Object.assign(new IDBFactory(), { open: () => new EventTarget() }),
      IDBKeyRange,
    }));
    await vi.waitFor(() => expect(overdue).toBeDefined());
    overdue?.();
    expect(await outcome).toMatchObject({ kind: 'memory', reason: 'hanging' });
  });

  it('forgets a notebook in memory: the next one is empty', async () => {
    const first = await open(failing('SecurityError'));
    await graduate(first.db);
    first.db.close();
    expect(await yearOf((await open(failing('SecurityError'))).db)).toBe('none');
  });
});

describe('what befalls an open notebook', () => {
  /** What a newer version does: opens with a higher number. */
  const upgrade = () =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const request = factory.open(NOTEBOOK_NAME, 990);
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });

  it('lets a newer version in another tab have it, and writes nothing any more', async () => {
    const { db } = await open();
    await graduate(db);
    opened.push(await upgrade());
    expect(events).toEqual([{ kind: 'closed-by-newer-tab' }]);
    expect(await changeProfile(db, [(profile) => ({ ...profile, school: 'late' })], 2)).toEqual({
      kind: 'refused',
      reason: 'closed',
    });
    expect(db.isOpen()).toBe(false);
  });

  it('tells an erasure in another tab from an upgrade', async () => {
    await open();
    await new Promise<void>((resolve) => {
      factory.deleteDatabase(NOTEBOOK_NAME).addEventListener('success', () => resolve());
    });
    expect(events).toEqual([{ kind: 'erased-in-other-tab' }]);
  });

  it('opens again when the browser cuts the connection', async () => {
    const { db } = await open();
    await graduate(db);
    cut(db);
    await seen('reopened');
    expect(events.map((event) => event.kind)).toEqual(['cut', 'reopened']);
    expect(await yearOf(db)).toBe(2026);
  });

  it('opens again after a second cut, too', async () => {
    const { db } = await open();
    cut(db);
    await seen('reopened');
    events = [];
    cut(db);
    await seen('reopened');
  });

  it('says that what was stored is gone, and does not write beside the hole', async () => {
    const { db } = await open();
    await graduate(db);
    const elsewhere = new IDBFactory();
    factory.open = elsewhere.open.bind(elsewhere);
    cut(db);
    await seen('emptied');
    expect(await graduate(db)).toEqual({ kind: 'refused', reason: 'closed' });
    expect(db.isOpen()).toBe(false);
    expect(events.map((event) => event.kind)).toEqual(['cut', 'emptied']);
  });

  /** Breaks the next `times` attempts to open. */
  const breakOpening = (times: number) => {
    const open = factory.open.bind(factory);
    factory.open = (...request) => {
      if (times-- > 0) throw new DOMException('not now', 'AbortError');
      return open(...request);
    };
  };
  const pauseOver = async () => {
    await vi.waitFor(() => expect(overdue).toBeDefined());
    overdue?.();
  };

  it('tries again a little later when opening fails at the moment of the cut', async () => {
    const { db } = await open();
    await graduate(db);
    breakOpening(1);
    cut(db);
    await pauseOver();
    await seen('reopened');
    expect(await yearOf(db)).toBe(2026);
  });

  it('says so when it cannot be opened a little later either, and opens for the next write', async () => {
    const { db } = await open();
    breakOpening(2);
    cut(db);
    await pauseOver();
    await seen('lost');
    expect(db.isOpen()).toBe(false);
    expect(await graduate(db)).toMatchObject({ kind: 'written' });
  });

  it('never writes beside a hole, though it is a write that opens again', async () => {
    const { db } = await open();
    await graduate(db);
    breakOpening(2);
    cut(db);
    await pauseOver();
    await seen('lost');
    const elsewhere = new IDBFactory();
    factory.open = elsewhere.open.bind(elsewhere);
    expect(await graduate(db)).toMatchObject({ kind: 'refused', reason: 'closed' });
    await seen('emptied');
  });
});

describe('the catalog', () => {
  it('is kept where the browser stores, and refused where it does not', async () => {
    const kept = await openCatalog(ports());
    if (kept.kind === 'kept') opened.push(kept.db);
    expect(kept.kind).toBe('kept');
    expect(await openCatalog(ports(failing('SecurityError')))).toEqual({
      kind: 'refused',
      reason: 'refused',
    });
  });

  it('never keeps another tab from erasing it', async () => {
    const kept = await openCatalog(ports());
    const other = new CatalogDb({ indexedDB: factory, IDBKeyRange });
    await other.delete();
    expect(kept.kind === 'kept' && kept.db.isOpen()).toBe(false);
  });
});
