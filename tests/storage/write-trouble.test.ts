import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Pid } from '#domain/ids.ts';
import { NotebookDb } from '#storage/notebook-db.ts';
import { changeShortlistEntry, readShortlist } from '#storage/shortlist.ts';

const pid = Pid.parse('p00000000a');
const entry = { pid, label: 'Boston Medical', stage: 'considering', note: 'near the river' } as const;

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

describe('a write that meets trouble', () => {
  it('opens a dead connection again and writes after all', async () => {
    await keep('one');
    db.backendDB().close();
    expect(await keep('two')).toMatchObject({ kind: 'written' });
    expect((await readShortlist(db)).rows.map((row) => row.value.note)).toEqual(['two']);
  });

  it('opens again and writes once more when the disk aborts it without a reason', async () => {
    await keep('one');
    let aborts = 1;
    const connections = [db.backendDB()];
    const abort = () => {
      if (aborts-- > 0) throw new DOMException('disk', 'AbortError');
    };
    db.shortlist.hook('updating', abort);
    expect(await keep('two')).toMatchObject({ kind: 'written' });
    connections.push(db.backendDB());
    expect(new Set(connections).size).toBe(2);
    expect((await readShortlist(db)).rows.map((row) => row.value.note)).toEqual(['two']);
  });

  it('says so when it is aborted again, and keeps what was there', async () => {
    await keep('one');
    const abort = () => {
      throw new DOMException('disk', 'AbortError');
    };
    db.shortlist.hook('updating', abort);
    expect(await keep('two')).toMatchObject({ kind: 'failed', failure: { kind: 'failing' } });
    expect((await readShortlist(db)).rows.map((row) => row.value.note)).toEqual(['one']);
  });

  it('is refused once the notebook was closed for good, and does not open it', async () => {
    db.close();
    expect(await keep('late')).toEqual({ kind: 'refused', reason: 'closed' });
    expect(db.isOpen()).toBe(false);
  });

  it('says that the space is used up, and keeps what was there', async () => {
    await keep('one');
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    db.shortlist.hook('updating', full);
    expect(await keep('two')).toMatchObject({ kind: 'failed', failure: { kind: 'quota' } });
    db.shortlist.hook('updating').unsubscribe(full);
    expect((await readShortlist(db)).rows.map((row) => row.value.note)).toEqual(['one']);
  });
});
