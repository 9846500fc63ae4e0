// The catalog on the page: is it here, what does it hold, and what to say when it is not. The engine owns the rows.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Source } from '#domain/catalog.ts';
import type { CatalogOverview } from '#domain/query.ts';
import { type OpenOutcome, engine, openHeld } from '#worker/engine-client.ts';
import { type SyncOutcome, installCatalog } from '#worker/sync-client.ts';

export type CatalogState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'fetching'; readonly done: number; readonly of: number }
  | {
      readonly kind: 'ready';
      readonly overview: CatalogOverview;
      /** In memory only: it is gone when the app closes. */
      readonly held: boolean;
      /** Chunks that could not be read; their programs are missing from every list. */
      readonly lost: number;
    }
  | { readonly kind: 'failed'; readonly reason: string; readonly sentence: string };

const state = signal<CatalogState>({ kind: 'starting' });
export const catalogState: ReadonlySignal<CatalogState> = state;

/** Why there is no catalog, and what to do about it. */
const REFUSALS: Readonly<Record<string, string>> = {
  offline:
    'The programs could not be fetched. Connect to the internet once, then try again; after that no connection is needed.',
  'not-a-catalog':
    'This network answered with a page of its own. Open a browser, sign in to the network, then try again.',
  'too-long':
    'What came was longer than a catalog can be, so it was thrown away. Try again on another network.',
  'wrong-hash':
    'What came was not what was published, so it was thrown away. Try again, or on another network.',
  malformed: 'What came could not be read as a catalog, so it was thrown away. Try again later.',
  stalled: 'The network is too slow just now. What has arrived is kept; try again to go on from there.',
  rollback: 'The network offered an older catalog than yours. Yours is kept.',
  'no-space': 'There is no room left on this device. Free some space, then try again.',
  cancelled: 'Stopped. What has arrived is kept.',
};
const UNKNOWN_REFUSAL =
  'The programs could not be opened. Reload the app to try again; what you wrote is safe.';

const failed = (reason: string): CatalogState => ({
  kind: 'failed',
  reason,
  sentence: REFUSALS[reason] ?? UNKNOWN_REFUSAL,
});

function show(opened: OpenOutcome, held: boolean): void {
  if (opened.kind === 'ready') {
    state.value = { kind: 'ready', overview: opened.overview, held, lost: opened.lost.length };
    void engine().warm();
  } else state.value = failed(opened.kind === 'empty' ? 'offline' : opened.reason);
}

async function take(outcome: SyncOutcome): Promise<void> {
  switch (outcome.kind) {
    case 'installed':
    case 'unchanged':
      return show(await engine().open(), false);
    case 'held':
      return show(await openHeld(outcome.index, outcome.chunks), true);
    case 'refused':
      state.value = failed(outcome.reason);
  }
}

async function fetchCatalog(): Promise<void> {
  state.value = { kind: 'fetching', done: 0, of: 0 };
  await take(
    await installCatalog((done, of) => {
      if (state.value.kind === 'fetching') state.value = { kind: 'fetching', done, of };
    }),
  );
}

/** Looks for a newer catalog behind the one in use, and mends lost chunks; a refusal leaves yesterday's in use. */
async function refresh(): Promise<void> {
  const before = state.value;
  const outcome = await installCatalog(() => {});
  const mended = before.kind === 'ready' && before.lost > 0 && outcome.kind !== 'refused';
  if (outcome.kind === 'installed' || mended) await take(outcome);
}

/** Opens the stored catalog, or fetches it at the first start. Never throws: a failure is a state. */
export async function startCatalog(): Promise<void> {
  try {
    const opened = await engine().open();
    if (opened.kind !== 'ready') return await fetchCatalog();
    show(opened, false);
  } catch {
    state.value = failed('unknown');
    return;
  }
  await refresh().catch(() => {});
}

/** Tries again after a failure. */
export async function retryCatalog(): Promise<void> {
  await fetchCatalog().catch(() => {
    state.value = failed('unknown');
  });
}

export const catalogSources = (): Promise<readonly Source[]> => engine().sources();
