// The installer as the page sees it: one worker, started at the first installation and ended when it has been idle.
import { type Endpoint, proxy, type Remote, releaseProxy, wrap } from 'comlink';
import type { SyncOutcome, SyncProgress } from '#sync/outcome.ts';
import type { SyncApi } from './sync.worker.ts';

export type { SyncOutcome, SyncProgress } from '#sync/outcome.ts';

/** Milliseconds an idle worker is kept: a second try often follows the first. */
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

/**
 * @param onProgress chunks that are here and verified, of all.
 * @param signal stops it; what has arrived stays stored.
 */
export type InstallCatalog = (onProgress?: SyncProgress, signal?: AbortSignal) => Promise<SyncOutcome>;

export function createSyncClient(ports: SyncClientPorts): InstallCatalog {
  let started: { worker: SyncWorker; remote: Remote<SyncApi>; broken: Promise<SyncOutcome> } | undefined;
  let lastRun = 0;
  let running = 0;
  let stayAwake = () => {};

  function start() {
    const worker = ports.startWorker();
    const broken = new Promise<SyncOutcome>((resolve) => {
      const give = (event: Event) => {
        end();
        const what = 'message' in event ? String(event.message) : event.type;
        resolve({ kind: 'refused', reason: 'failed', what });
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

  return async (onProgress = () => {}, signal) => {
    if (signal?.aborted) return { kind: 'refused', reason: 'cancelled', what: 'before it began' };
    stayAwake();
    const { remote, broken } = (started ??= start());
    const run = ++lastRun;
    running++;
    const cancel = () => void remote.cancel(run);
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await Promise.race([remote.install(run, ports.base(), proxy(onProgress)), broken]);
    } finally {
      signal?.removeEventListener('abort', cancel);
      if (--running === 0) stayAwake = ports.after(IDLE_MS, end);
    }
  };
}

export const installCatalog: InstallCatalog = createSyncClient({
  startWorker: () =>
    new Worker(new URL('./sync.worker.ts', import.meta.url), { type: 'module', name: 'sync' }),
  base: () => new URL(import.meta.env.BASE_URL, location.href).href,
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
});
