import { describe, expect, it, vi } from 'vitest';
import { catalogStore } from '#sync/catalog-store.ts';
import type { SyncOutcome, SyncStep } from '#sync/outcome.ts';
import { DAY_MS } from '../fixtures/tuf-repository.ts';
import { clock, COUNT, db, inForce, install, publisher, wholeInForce } from './installing.ts';
import { answerWith, bytesOf, entryOf, soundChunks } from './published-catalog.ts';

describe('an update', () => {
  it('fetches everything the first time and puts it in force', async () => {
    publisher.publish(1, soundChunks());
    const bytes = Object.values(soundChunks()).reduce((sum, body) => sum + bytesOf(body).length, 0);
    expect(await install()).toEqual({ kind: 'installed', version: 1, from: null, fetched: COUNT, bytes });
    expect(await wholeInForce()).toEqual({ version: 1, chunks: soundChunks() });
    expect(publisher.indiscreet).toEqual([]);
  });

  it('asks one question when nothing has changed', async () => {
    publisher.publish(1, soundChunks());
    await install();
    publisher.asked.length = 0;
    expect(await install()).toEqual({ kind: 'unchanged' });
    expect(publisher.asked).toEqual(['timestamp.json']);
  });

  it('asks for the roots, too, when that was a week ago', async () => {
    publisher.publish(1, soundChunks());
    await install();
    publisher.asked.length = 0;
    clock.elapse(7 * DAY_MS);
    expect(await install()).toEqual({ kind: 'unchanged' });
    expect(publisher.asked).toEqual(['timestamp.json', '2.root.json']);
    publisher.asked.length = 0;
    expect(await install()).toEqual({ kind: 'unchanged' });
    expect(publisher.asked).toEqual(['timestamp.json']);
  });

  it('fetches no chunk when only the signatures are newer', async () => {
    publisher.publish(1, soundChunks());
    await install();
    publisher.repository.publish('timestamp');
    publisher.asked.length = 0;
    expect(await install()).toEqual({ kind: 'unchanged' });
    expect(publisher.asked).toEqual(['timestamp.json', '2.root.json']);
    publisher.publish(1, soundChunks());
    expect(await install()).toEqual({ kind: 'unchanged' });
    expect(publisher.asked.at(-1)).toBe('index.json');
    publisher.asked.length = 0;
    expect(await install()).toEqual({ kind: 'unchanged' });
    expect(publisher.asked).toEqual(['timestamp.json']);
  });

  it('goes on when the server does not know validators', async () => {
    publisher.publish(1, soundChunks());
    const body = new TextDecoder().decode(publisher.repository.fileOf('timestamp'));
    publisher.answer('timestamp.json', answerWith(body));
    await install();
    expect(await install()).toEqual({ kind: 'unchanged' });
    expect(publisher.asked.slice(-1)).toEqual(['timestamp.json']);
  });

  it('fetches only the chunks that have changed, and drops none that the one before needs', async () => {
    publisher.publish(1, soundChunks());
    await install();
    publisher.publish(2, soundChunks('Renamed'));
    expect(await install()).toMatchObject({ kind: 'installed', version: 2, fetched: 1 });
    expect(publisher.asked.filter((name) => name.startsWith('p-'))).toEqual(['p-00.json']);
    expect(await wholeInForce()).toEqual({ version: 2, chunks: soundChunks('Renamed') });
    expect(await db.chunks.count()).toBe(COUNT + 1);
    publisher.publish(3, soundChunks('Renamed'));
    await install();
    // The first is no longer the one before, but its changes have not been acknowledged.
    expect(await db.chunks.count()).toBe(COUNT + 1);
    await catalogStore(db).acknowledge();
    publisher.publish(4, soundChunks('Renamed'));
    await install();
    expect(await db.chunks.count()).toBe(COUNT);
  });

  it('fetches a stored chunk anew when its bytes have rotted', async () => {
    const index = publisher.publish(1, soundChunks());
    await install();
    const rotten = index.chunks[0];
    if (!rotten) throw new Error('no chunk');
    await db.chunks.update(rotten.sha256, { bytes: bytesOf('rot') });
    publisher.asked.length = 0;
    expect(await install()).toMatchObject({ kind: 'installed', version: 1, from: 1, fetched: 1 });
    expect(publisher.asked).toEqual([rotten.name, 'timestamp.json']);
    expect(await wholeInForce()).toEqual({ version: 1, chunks: soundChunks() });
  });

  it('tells how far it is, to the end and never backwards', async () => {
    publisher.publish(1, soundChunks());
    const steps: SyncStep[] = [];
    await install({ onProgress: (step) => steps.push(step) });
    const [first, ...fetching] = steps;
    expect(first).toEqual({ kind: 'looking' });
    const ofBytes = Object.values(soundChunks()).reduce((sum, body) => sum + bytesOf(body).length, 0);
    expect(fetching.map((step) => step.kind === 'fetching' && [step.done, step.of])).toEqual(
      Array.from({ length: COUNT + 1 }, (_, at) => [at, COUNT]),
    );
    expect(fetching[0]).toMatchObject({ bytes: 0, ofBytes });
    expect(fetching.at(-1)).toMatchObject({ bytes: ofBytes, ofBytes });
  });

  it('keeps at most four requests under way', async () => {
    publisher.publish(1, soundChunks());
    let underWay = 0;
    let most = 0;
    let isOpen = false;
    const waiting: (() => void)[] = [];
    for (const [name, body] of Object.entries(soundChunks())) {
      publisher.answer(name, (response) => {
        most = Math.max(most, ++underWay);
        const send = () => {
          underWay--;
          answerWith(body)(response);
        };
        if (isOpen) send();
        else waiting.push(send);
      });
    }
    const outcome = install();
    await vi.waitFor(() => expect(waiting).toHaveLength(4));
    isOpen = true;
    for (const send of waiting) send();
    expect(await outcome).toMatchObject({ kind: 'installed' });
    expect(most).toBe(4);
  });

  it('goes on where a broken-off one stopped', async () => {
    publisher.publish(1, soundChunks());
    publisher.answer('p-02.json', answerWith('{}', 'application/json', 503));
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'offline' });
    const stored = await db.chunks.count();
    publisher.publish(1, soundChunks());
    expect(await install()).toMatchObject({ kind: 'installed', fetched: COUNT - stored });
    expect(stored).toBeGreaterThan(0);
  });
});

describe('where storage does not go along', () => {
  const failed = (kind: 'quota' | 'failing') =>
    Promise.resolve({ kind: 'failed', failure: { kind, names: [] } } as const);
  const heldWhole = (outcome: SyncOutcome) => {
    expect(outcome.kind).toBe('held');
    if (outcome.kind !== 'held') return;
    expect([...outcome.chunks.keys()].toSorted()).toEqual(Object.keys(soundChunks()).toSorted());
    for (const entry of outcome.index.chunks) {
      expect(entryOf(entry.name, new TextDecoder().decode(outcome.chunks.get(entry.name)))).toEqual(entry);
    }
  };

  it('hands back a whole, verified catalog when nothing can be stored', async () => {
    publisher.publish(1, soundChunks());
    heldWhole(await install({ store: null }));
  });

  it('still refuses a forged chunk when nothing can be stored', async () => {
    publisher.publish(1, soundChunks());
    publisher.answer('p-01.json', answerWith('{}'));
    expect(await install({ store: null })).toMatchObject({ kind: 'refused', reason: 'wrong-hash' });
  });

  it.each(['readPointer', 'readChunks', 'storeChunk', 'flip'] as const)(
    'hands the catalog back when %s breaks',
    async (verb) => {
      publisher.publish(1, soundChunks());
      heldWhole(await install({ store: { ...catalogStore(db), [verb]: () => failed('failing') } }));
      expect(await inForce()).toBeNull();
    },
  );

  it('makes room once when the space is used up, then goes on', async () => {
    publisher.publish(1, soundChunks());
    await install();
    publisher.publish(2, soundChunks('Renamed'));
    await install();
    const store = catalogStore(db);
    let isFull = true;
    publisher.publish(3, soundChunks('Renamed again'));
    const outcome = await install({
      store: {
        ...store,
        storeChunk: (entry, bytes) => (isFull ? failed('quota') : store.storeChunk(entry, bytes)),
        makeRoom: (installing) => {
          isFull = false;
          return store.makeRoom(installing);
        },
      },
    });
    expect(outcome).toMatchObject({ kind: 'installed', version: 3 });
    expect(await wholeInForce()).toEqual({ version: 3, chunks: soundChunks('Renamed again') });
  });

  it('keeps yesterday in force when there is no room for today', async () => {
    publisher.publish(1, soundChunks());
    await install();
    publisher.publish(2, soundChunks('Renamed'));
    const store = { ...catalogStore(db), storeChunk: () => failed('quota') };
    expect(await install({ store })).toMatchObject({ kind: 'refused', reason: 'no-space' });
    expect(await wholeInForce()).toEqual({ version: 1, chunks: soundChunks() });
  });

  it('hands the first catalog back when there is no room for any', async () => {
    publisher.publish(1, soundChunks());
    heldWhole(await install({ store: { ...catalogStore(db), storeChunk: () => failed('quota') } }));
  });

  it('stores again what another tab tidied away on the way', async () => {
    publisher.publish(1, soundChunks());
    const store = catalogStore(db);
    let tidied = 0;
    const outcome = await install({
      store: {
        ...store,
        flip: async (index, targetsVersion, now) => {
          if (tidied++ === 0) await store.tidy();
          return store.flip(index, targetsVersion, now);
        },
      },
    });
    expect(outcome).toMatchObject({ kind: 'installed', version: 1 });
    expect(await wholeInForce()).toEqual({ version: 1, chunks: soundChunks() });
  });

  it('yields to a newer catalog that another tab put in force meanwhile', async () => {
    publisher.publish(1, soundChunks());
    const store = catalogStore(db);
    const outcome = await install({
      store: {
        ...store,
        flip: async (index, targetsVersion, now) => {
          await store.flip({ ...index, version: 9 }, targetsVersion, now);
          return store.flip(index, targetsVersion, now);
        },
      },
    });
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'rollback' });
    expect(await inForce()).toBe(9);
  });
});
