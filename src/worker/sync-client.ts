// The installer as the page sees it: one worker, started at the first question and ended when it has been idle.
import { type Endpoint, proxy, type Remote, releaseProxy, wrap } from 'comlink';
import type { SyncMode, SyncOutcome, SyncProgress, SyncStanding } from '#sync/outcome.ts';
import type { SyncApi } from './sync.worker.ts';

export type { SyncMode, SyncOutcome, SyncProgress, SyncStanding, SyncStep } from '#sync/outcome.ts';

/** Milliseconds an idle worker is kept: a second question often follows the first. */
const IDLE_MS = 20_000;

/** A worker, as far as it is used. */
export interface SyncWorker extends Endpoint {
  terminate(): void;
}

export interface SyncClientPorts {
  readonly startWorker: () => SyncWorker;
  /** Address of the app, ending in `/`. */
  readonly base: () => string;
  readonly after: (ms: number, act: () => void) => () => void;
}

export interface SyncClient {
  /**
   * Never throws: a worker that breaks down is a refusal.
   * @param signal stops it; what has arrived stays stored.
   */
  readonly run: (mode: SyncMode, onProgress?: SyncProgress, signal?: AbortSignal) => Promise<SyncOutcome>;
  readonly standing: () => Promise<SyncStanding>;
  /** The changes up to the release in force have been seen. @returns whether that could be stored. */
  readonly acknowledge: () => Promise<boolean>;
}

export function createSyncClient(ports: SyncClientPorts): SyncClient {
  let started: { worker: SyncWorker; remote: Remote<SyncApi>; broken: Promise<string> } | undefined;
  let lastRun = 0;
  let running = 0;
  let stayAwake = () => {};

  function start() {
    const worker = ports.startWorker();
    const broken = new Promise<string>((resolve) => {
      const give = (event: Event) => {
        end();
        resolve('message' in event ? String(event.message) : event.type);
      };
      worker.addEventListener('error', give);
      worker.addEventListener('messageerror', give);
    });
    return { worker, remote: wrap<SyncApi>(worker), broken };
  }

  function end(): void {
    started?.remote[releaseProxy]();
    started?.worker.terminate();
    started = undefined;
  }

  /** Asks the worker; where it breaks down instead of answering, `otherwise` is the answer. */
  async function ask<T>(
    question: (remote: Remote<SyncApi>) => Promise<T>,
    otherwise: (why: string) => T,
  ): Promise<T> {
    stayAwake();
    const { remote, broken } = (started ??= start());
    running++;
    try {
      return await Promise.race([question(remote), broken.then(otherwise)]);
    } finally {
      if (--running === 0) stayAwake = ports.after(IDLE_MS, end);
    }
  }

  return {
    async run(mode, onProgress = () => {}, signal) {
      if (signal?.aborted) return { kind: 'refused', reason: 'cancelled', what: 'before it began' };
      const run = ++lastRun;
      const cancel = () => void started?.remote.cancel(run);
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        return await ask<SyncOutcome>(
          (remote) => remote.run(run, mode, ports.base(), proxy(onProgress)),
          (what) => ({ kind: 'refused', reason: 'failed', what }),
        );
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    standing: () =>
      ask<SyncStanding>(
        (remote) => remote.standing(),
        () => ({ verifiedAt: null, freshUntil: null, nextAt: null }),
      ),
    acknowledge: () =>
      ask(
        (remote) => remote.acknowledge(),
        () => false,
      ),
  };
}

export const syncClient: SyncClient = createSyncClient({
  startWorker: () =>
    new Worker(new URL('./sync.worker.ts', import.meta.url), { type: 'module', name: 'sync' }),
  base: () => new URL(import.meta.env.BASE_URL, location.href).href,
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
});
