// The client and the worker over a real channel, in one process: the worker module talks to a port in place of itself.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSyncClient, type SyncClient, type SyncStep } from '#worker/sync-client.ts';
import { manualClock, type Publisher, soundChunks, startPublisher } from './published-catalog.ts';

/** As much of a Worker as the client uses, at the page's end of a channel. */
class WorkerEnd extends EventTarget {
  isTerminated = false;
  readonly #port: MessagePort;
  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.addEventListener('message', (event) =>
      this.dispatchEvent(new MessageEvent('message', { data: event.data })),
    );
    port.start();
  }
  postMessage(message: unknown, transfer: Transferable[] = []) {
    this.#port.postMessage(message, transfer);
  }
  terminate() {
    this.isTerminated = true;
    this.#port.close();
  }
}

let publisher: Publisher;
const workers: WorkerEnd[] = [];
const clock = manualClock();
let client: SyncClient;
let startWorker: () => WorkerEnd;

beforeAll(async () => {
  // The worker has the real clock.
  publisher = await startPublisher(Date.now());
});
afterAll(() => publisher.close());

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  vi.doMock('virtual:bundled-catalog', () => publisher.builtBefore);
  const { port1, port2 } = new MessageChannel();
  vi.stubGlobal('addEventListener', port2.addEventListener.bind(port2));
  vi.stubGlobal('removeEventListener', port2.removeEventListener.bind(port2));
  vi.stubGlobal('postMessage', port2.postMessage.bind(port2));
  vi.stubGlobal('navigator', {});
  await import('#worker/sync.worker.ts');
  port2.start();
  startWorker = () => new WorkerEnd(port1);
  client = createSyncClient({
    startWorker: () => {
      const worker = startWorker();
      workers.push(worker);
      return worker;
    },
    base: () => publisher.base,
    after: clock.after,
  });
});
afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
  vi.unstubAllGlobals();
});

/** The user asks for what is new. */
const install: (
  onProgress?: (step: SyncStep) => void,
  signal?: AbortSignal,
) => ReturnType<SyncClient['run']> = (onProgress, signal) => client.run('now', onProgress, signal);

describe('the installer over the wire', () => {
  it('starts no worker before it is asked', () => {
    expect(workers).toEqual([]);
  });

  it('installs, tells how far it is, and keeps one worker for two runs', async () => {
    publisher.publish(1, soundChunks());
    const steps: SyncStep[] = [];
    const outcome = await install((step) => steps.push(step));
    const count = Object.keys(soundChunks()).length;
    expect(outcome).toMatchObject({ kind: 'installed', version: 1, fetched: count });
    await vi.waitFor(() => expect(steps.at(-1)).toMatchObject({ kind: 'fetching', done: count, of: count }));
    expect(await install()).toEqual({ kind: 'unchanged' });
    expect(workers).toHaveLength(1);
  });

  it('tells when it looked and will look again, and does not look before', async () => {
    expect(await client.standing()).toEqual({ verifiedAt: null, freshUntil: null, nextAt: null });
    publisher.publish(1, soundChunks());
    await client.run('check');
    const { verifiedAt, freshUntil, nextAt } = await client.standing();
    expect(freshUntil).toBeGreaterThan(verifiedAt ?? Number.POSITIVE_INFINITY);
    expect(nextAt).toBeGreaterThan(verifiedAt ?? Number.POSITIVE_INFINITY);
    publisher.asked.length = 0;
    expect(await client.run('check')).toEqual({ kind: 'not-due', at: nextAt });
    expect(publisher.asked).toEqual([]);
  });

  it('writes down that the changes have been seen', async () => {
    publisher.publish(1, soundChunks());
    await install();
    publisher.publish(2, soundChunks('Boston Medical Center'));
    await install();
    const { readSeenCatalog } = await import('#storage/seen-catalog.ts');
    expect(await readSeenCatalog()).toMatchObject({ kind: 'seen', index: { version: 1 } });
    expect(await client.acknowledge()).toBe(true);
    expect(await readSeenCatalog()).toEqual({ kind: 'none' });
  });

  it('ends the worker when it has been idle, not before', async () => {
    publisher.publish(1, soundChunks());
    await install();
    clock.elapse(19_000);
    expect(workers[0]?.isTerminated).toBe(false);
    await install();
    clock.elapse(19_000);
    expect(workers[0]?.isTerminated).toBe(false);
    clock.elapse(1_000);
    expect(workers[0]?.isTerminated).toBe(true);
  });

  it('brings the chunks over when nothing can be stored', async () => {
    publisher.publish(1, soundChunks());
    Object.assign(globalThis, { indexedDB: undefined });
    const outcome = await install();
    expect(outcome.kind).toBe('held');
    if (outcome.kind !== 'held') return;
    const texts = [...outcome.chunks].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
    expect(Object.fromEntries(texts)).toEqual(soundChunks());
    expect(await client.acknowledge()).toBe(false);
  });

  it('is cancelled by a signal, on the way and before', async () => {
    publisher.publish(1, soundChunks());
    publisher.answer('timestamp.json', () => {});
    const abort = new AbortController();
    const outcome = install(undefined, abort.signal);
    await vi.waitFor(() => expect(publisher.asked).toEqual(['timestamp.json']));
    abort.abort();
    expect(await outcome).toMatchObject({ kind: 'refused', reason: 'cancelled' });
    expect(await install(undefined, abort.signal)).toMatchObject({ kind: 'refused', reason: 'cancelled' });
    expect(publisher.asked).toEqual(['timestamp.json']);
  });

  it('answers when the worker breaks, and starts another the next time', async () => {
    publisher.publish(1, soundChunks());
    const sound = startWorker;
    startWorker = () => new WorkerEnd(new MessageChannel().port1);
    const outcome = install();
    workers[0]?.dispatchEvent(new Event('error'));
    expect(await outcome).toMatchObject({ kind: 'refused', reason: 'failed' });
    expect(workers[0]?.isTerminated).toBe(true);
    startWorker = sound;
    expect(await install()).toMatchObject({ kind: 'installed' });
    expect(workers).toHaveLength(2);
  });
});
