// Runs updates one at a time across all tabs, where the browser has Web Locks; where it has none two may run at once,
// which costs a second download and harms nothing. Each run can be cancelled, waiting or working.
import { openCatalog, type OpenPorts } from '#storage/open.ts';
import { catalogStore, type CatalogStore } from './catalog-store.ts';
import { openLooks } from './looks.ts';
import type { SyncMode, SyncOutcome, SyncProgress, SyncStanding } from './outcome.ts';
import type { FetchPorts } from './trust/fetch-capped.ts';
import { refused } from './trust/refused.ts';
import type { Bundled } from './trusted-files.ts';
import { updateCatalog } from './update.ts';

const LOCK = 'cairn-catalog-install';

export interface RunnerPorts extends FetchPorts {
  readonly storage: OpenPorts;
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly bundled: Bundled;
  /** 0 to 1. */
  readonly random: () => number;
}

export interface Runner {
  /** @param run names this run for `cancel`; the caller counts. Never throws. */
  readonly update: (
    run: number,
    mode: SyncMode,
    base: string,
    onProgress: SyncProgress,
  ) => Promise<SyncOutcome>;
  readonly cancel: (run: number) => void;
  /** All null where nothing is stored. */
  readonly standing: () => Promise<SyncStanding>;
  /** The user has seen what changed up to the catalog in force. @returns whether that could be stored. */
  readonly acknowledge: () => Promise<boolean>;
}

const NO_STANDING: SyncStanding = { verifiedAt: null, freshUntil: null, nextAt: null };

export function createRunner(ports: RunnerPorts): Runner {
  const runs = new Map<number, AbortController>();

  /** Opened for each use and closed after it: an erasure or a newer version never has to wait for an idle worker. */
  const withStore = async <T>(use: (store: CatalogStore | null) => Promise<T>): Promise<T> => {
    const opened = await openCatalog(ports.storage);
    const db = opened.kind === 'kept' ? opened.db : null;
    try {
      return await use(db && catalogStore(db));
    } finally {
      db?.close();
    }
  };

  return {
    async update(run, mode, base, onProgress) {
      const abort = new AbortController();
      const { signal } = abort;
      runs.set(run, abort);
      const work = () =>
        withStore((store) => updateCatalog(mode, base, { ...ports, store }, onProgress, signal));
      try {
        return ports.locks ? await ports.locks.request(LOCK, { signal }, work) : await work();
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
    standing: () =>
      withStore(async (store) => {
        const row = await store?.readTrusted('timestamp');
        if (!store || row?.kind !== 'ok') return NO_STANDING;
        const { verifiedAt = null, freshUntil = null } = row.value ?? {};
        return { verifiedAt, freshUntil, nextAt: (await openLooks(store, ports.random)).nextAt() };
      }),
    acknowledge: () => withStore(async (store) => (await store?.acknowledge())?.kind === 'ok'),
  };
}
