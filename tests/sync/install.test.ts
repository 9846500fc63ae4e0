import { describe, expect, it, vi } from 'vitest';
import { catalogStore } from '#sync/catalog-store.ts';
import { type SyncOutcome } from '#sync/outcome.ts';
import { publisher, db, install, COUNT, inForce, wholeInForce } from './installing.ts';
import { answerWith, bytesOf, entryOf, soundChunks } from './published-catalog.ts';

describe('an installation', () => {
  it('fetches everything the first time and puts it in force', async () => {
    publisher.publish(1, soundChunks());
    const bytes = Object.values(soundChunks()).reduce((sum, body) => sum + bytesOf(body).length, 0);
    expect(await install()).toEqual({ kind: 'installed', version: 1, fetched: COUNT, bytes });
    expect(await wholeInForce()).toEqual({ version: 1, chunks: soundChunks() });
    expect(publisher.indiscreet).toEqual([]);
  });

  it('asks for the index alone when nothing has changed', async () => {
    publisher.publish(1, soundChunks());
    await install();
    publisher.publish(1, soundChunks());
    expect(await install()).toEqual({ kind: 'unchanged' });
    expect(publisher.asked).toEqual(['index.json']);
  });

  it('fetches only the chunks that have changed, and drops none that the one before needs', async () => {
    publisher.publish(1, soundChunks());
    await install();
    publisher.publish(2, soundChunks('Renamed'));
    expect(await install()).toMatchObject({ kind: 'installed', version: 2, fetched: 1 });
    expect(publisher.asked.toSorted()).toEqual(['index.json', 'p-00.json']);
    expect(await wholeInForce()).toEqual({ version: 2, chunks: soundChunks('Renamed') });
    expect(await db.chunks.count()).toBe(COUNT + 1);
    publisher.publish(3, soundChunks('Renamed'));
    await install();
    expect(await db.chunks.count()).toBe(COUNT);
  });

  it('fetches a stored chunk anew when its bytes have rotted', async () => {
    const index = publisher.publish(1, soundChunks());
    await install();
    const rotten = index.chunks[0];
    if (!rotten) throw new Error('no chunk');
    await db.chunks.update(rotten.sha256, { bytes: bytesOf('rot') });
    publisher.publish(1, soundChunks());
    expect(await install()).toMatchObject({ kind: 'installed', version: 1, fetched: 1 });
    expect(publisher.asked).toEqual(['index.json', rotten.name]);
    expect(await wholeInForce()).toEqual({ version: 1, chunks: soundChunks() });
  });

  it('tells how far it is, to the end and never backwards', async () => {
    publisher.publish(1, soundChunks());
    const steps: number[] = [];
    await install({
      onProgress: (done, of) => {
        expect(of).toBe(COUNT);
        steps.push(done);
      },
    });
    expect(steps).toEqual(Array.from({ length: COUNT + 1 }, (_, at) => at));
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

  it.each(['readActive', 'readChunks', 'storeChunk', 'flip'] as const)(
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
        flip: async (index, now) => {
          if (tidied++ === 0) await store.tidy();
          return store.flip(index, now);
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
        flip: async (index, now) => {
          await store.flip({ ...index, version: 9 }, now);
          return store.flip(index, now);
        },
      },
    });
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'rollback' });
    expect(await inForce()).toBe(9);
  });
});
