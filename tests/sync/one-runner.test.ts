import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CatalogDb } from '#storage/catalog-db.ts';
import { readSeenCatalog } from '#storage/seen-catalog.ts';
import { createRunner, type Runner } from '#sync/one-runner.ts';
import { SCHEDULE } from '#sync/schedule.ts';
import { answerWith, manualClock, type Publisher, soundChunks, startPublisher } from './published-catalog.ts';

let publisher: Publisher;
let factory: IDBFactory;
beforeAll(async () => {
  publisher = await startPublisher();
});
afterAll(() => publisher.close());
beforeEach(() => {
  factory = new IDBFactory();
});

/** The part of Web Locks that is used: one holder at a time, in order; a wait can be given up. */
function webLocks(): Pick<LockManager, 'request'> {
  let tail: Promise<unknown> = Promise.resolve();
  const request = async (
    _name: string,
    options: LockOptions,
    act: (lock: Lock | null) => unknown,
  ): Promise<unknown> => {
    const before = tail;
    const turn = before.then(() => {
      options.signal?.throwIfAborted();
      return act(null);
    });
    tail = turn.catch(() => {});
    const givenUp = new Promise((_, reject) => {
      options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
    });
    return Promise.race([turn, before.then(() => turn), givenUp]);
  };
  return { request: request as LockManager['request'] };
}

const clock = manualClock();
const tab = (locks?: Pick<LockManager, 'request'>): Runner =>
  createRunner({
    fetch: (url, init) => fetch(url, init),
    clock,
    storage: { find: () => ({ indexedDB: factory, IDBKeyRange }), after: clock.after },
    locks,
    bundled: publisher.builtBefore,
    random: () => 0,
  });
const nothing = () => {};

describe('the runner', () => {
  it('lets one tab install and the next find it done', async () => {
    publisher.publish(1, soundChunks());
    const locks = webLocks();
    const outcomes = await Promise.all([
      tab(locks).update(1, 'now', publisher.base, nothing),
      tab(locks).update(1, 'now', publisher.base, nothing),
    ]);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['installed', 'unchanged']);
    expect(publisher.asked.filter((name) => name === 'p-00.json')).toHaveLength(1);
  });

  it('installs where there are no Web Locks', async () => {
    publisher.publish(1, soundChunks());
    expect(await tab().update(1, 'now', publisher.base, nothing)).toMatchObject({ kind: 'installed' });
  });

  it('cancels a run at work, and only that one', async () => {
    publisher.publish(1, soundChunks());
    publisher.answer('timestamp.json', () => {});
    const runner = tab();
    const outcome = runner.update(7, 'now', publisher.base, nothing);
    await vi.waitFor(() => expect(publisher.asked).toEqual(['timestamp.json']));
    runner.cancel(8);
    runner.cancel(7);
    expect(await outcome).toMatchObject({ kind: 'refused', reason: 'cancelled' });
  });

  it('cancels a run that waits for another tab', async () => {
    publisher.publish(1, soundChunks());
    publisher.answer('timestamp.json', () => {});
    const locks = webLocks();
    const first = tab(locks);
    const second = tab(locks);
    const atWork = first.update(1, 'now', publisher.base, nothing);
    const waits = second.update(1, 'now', publisher.base, nothing);
    await vi.waitFor(() => expect(publisher.asked).toEqual(['timestamp.json']));
    second.cancel(1);
    expect(await waits).toMatchObject({ kind: 'refused', reason: 'cancelled' });
    first.cancel(1);
    await atWork;
  });

  it('holds no connection to the catalog when it is done, nor when it was refused', async () => {
    publisher.publish(1, soundChunks());
    await tab().update(1, 'now', publisher.base, nothing);
    publisher.answer('timestamp.json', answerWith('<html>', 'text/html'));
    await tab().update(1, 'now', publisher.base, nothing);
    const db = new CatalogDb({ indexedDB: factory, IDBKeyRange });
    let isBlocked = false;
    db.on('blocked', () => {
      isBlocked = true;
    });
    await db.delete();
    expect(isBlocked).toBe(false);
  });

  it('answers with data when the installer itself breaks', async () => {
    expect(await tab().update(1, 'now', 'not an address', nothing)).toMatchObject({
      kind: 'refused',
      reason: 'failed',
    });
  });

  it('tells how fresh the catalog is and when it will ask again', async () => {
    publisher.publish(1, soundChunks());
    const runner = tab();
    expect(await runner.standing()).toEqual({ verifiedAt: null, freshUntil: null, nextAt: null });
    await runner.update(1, 'check', publisher.base, nothing);
    expect(await runner.standing()).toEqual({
      verifiedAt: clock.now(),
      freshUntil: Date.parse(publisher.repository.roles.timestamp.expires),
      nextAt: clock.now() + SCHEDULE.restMs,
    });
  });

  it('remembers what the user has seen', async () => {
    const runner = tab();
    publisher.publish(1, soundChunks());
    await runner.update(1, 'now', publisher.base, nothing);
    publisher.publish(2, soundChunks('Renamed'));
    await runner.update(2, 'now', publisher.base, nothing);
    const ports = { find: () => ({ indexedDB: factory, IDBKeyRange }), after: clock.after };
    expect(await readSeenCatalog(ports)).toMatchObject({ kind: 'seen', index: { version: 1 } });
    expect(await runner.acknowledge()).toBe(true);
    expect(await readSeenCatalog(ports)).toEqual({ kind: 'none' });
  });

  it('remembers nothing where nothing is stored, and says so', async () => {
    const runner = createRunner({
      fetch: (url, init) => fetch(url, init),
      clock,
      storage: { find: () => undefined, after: clock.after },
      locks: undefined,
      bundled: publisher.builtBefore,
      random: () => 0,
    });
    expect(await runner.acknowledge()).toBe(false);
    expect(await runner.standing()).toEqual({ verifiedAt: null, freshUntil: null, nextAt: null });
    publisher.publish(1, soundChunks());
    expect(await runner.update(1, 'bundled', publisher.base, nothing)).toMatchObject({ kind: 'refused' });
    expect(await runner.update(2, 'now', publisher.base, nothing)).toMatchObject({ kind: 'held' });
  });
});
