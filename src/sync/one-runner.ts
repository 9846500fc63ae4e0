// Runs installations one at a time across all tabs, where the browser has Web Locks; where it has none two may run at
// once, which costs a second download and harms nothing. Each run can be cancelled, waiting or working.
import { openCatalog, type OpenPorts } from '#storage/open.ts';
import { catalogStore } from './catalog-store.ts';
import type { FetchPorts } from './fetch-capped.ts';
import { installCatalog } from './install.ts';
import { refused, type SyncOutcome, type SyncProgress } from './outcome.ts';

const LOCK = 'cairn-catalog-install';

export interface RunnerPorts extends FetchPorts {
  readonly storage: OpenPorts;
  readonly locks: Pick<LockManager, 'request'> | undefined;
}

export interface Runner {
  /** @param run names this run for `cancel`; the caller counts. Never throws. */
  readonly install: (run: number, base: string, onProgress: SyncProgress) => Promise<SyncOutcome>;
  readonly cancel: (run: number) => void;
}

export function createRunner(ports: RunnerPorts): Runner {
  const runs = new Map<number, AbortController>();

  const work = async (base: string, onProgress: SyncProgress, signal: AbortSignal) => {
    // Opened for each run and closed after it: an erasure or a newer version never has to wait for an idle worker.
    const opened = await openCatalog(ports.storage);
    const db = opened.kind === 'kept' ? opened.db : null;
    try {
      return await installCatalog(base, { ...ports, store: db && catalogStore(db) }, onProgress, signal);
    } finally {
      db?.close();
    }
  };

  return {
    async install(run, base, onProgress) {
      const abort = new AbortController();
      const { signal } = abort;
      runs.set(run, abort);
      try {
        return ports.locks
          ? await ports.locks.request(LOCK, { signal }, () => work(base, onProgress, signal))
          : await work(base, onProgress, signal);
      } catch (error) {
        if (signal.aborted) return refused('cancelled', 'while another tab was at work');
        return refused(
          'failed',
          error instanceof Error ? `${error.name}: ${error.message}` : 'no reason given',
        );
      } finally {
        runs.delete(run);
      }
    },
    cancel: (run) => runs.get(run)?.abort(),
  };
}
