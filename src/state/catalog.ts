// The catalog on the page: is it here, what does it hold, and what to say when it is not. The engine owns the rows.
// The release the app was built with is installed first, without a network; then newer ones as they come.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Source } from '#domain/catalog.ts';
import type { CatalogOverview } from '#domain/query.ts';
import { type OpenOutcome, engine, openHeld } from '#worker/engine-client.ts';
import type { SyncOutcome } from '#worker/sync-client.ts';
import { hearTabs, tellTabs } from './catalog-news.ts';
import { readStanding, runSync, syncStanding, syncWork } from './catalog-sync.ts';
import { idleMoment } from './idle-moment.ts';

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

/** At the very first start there is nothing to fall back on, and one connection is all that is needed. */
const FIRST_OFFLINE =
  'The programs could not be fetched. Connect to the internet once, then try again; after that no connection is needed.';

async function fail(reason: string): Promise<void> {
  // The words for it are needed so rarely that no visit should wait for them; where they do not come either, there is
  // no network.
  const sentence =
    reason === 'offline'
      ? FIRST_OFFLINE
      : await import('./sync-words.ts').then(
          ({ refusalSentence }) => refusalSentence(reason),
          () => FIRST_OFFLINE,
        );
  state.value = { kind: 'failed', reason, sentence };
}

async function show(opened: OpenOutcome, held: boolean): Promise<void> {
  if (opened.kind === 'ready') {
    state.value = { kind: 'ready', overview: opened.overview, held, lost: opened.lost.length };
    void engine().warm();
  } else await fail(opened.kind === 'empty' ? 'offline' : opened.reason);
}

/** Opens what is in force now. With a catalog on screen it waits for an idle moment: no list changes under a finger. */
async function open(): Promise<void> {
  if (state.value.kind === 'ready') await idleMoment();
  await show(await engine().open(), false);
}

/** What a run means for what is on screen. A refusal leaves yesterday's catalog in use. */
async function take(outcome: SyncOutcome): Promise<void> {
  const { value } = state;
  switch (outcome.kind) {
    case 'installed':
      tellTabs({ kind: 'installed', version: outcome.version });
      return open();
    case 'unchanged':
    case 'not-due':
      // Damaged chunks may have been mended on the way.
      if (value.kind !== 'ready' || value.lost > 0) await open();
      return;
    case 'held':
      return show(await openHeld(outcome.index, outcome.chunks), true);
    case 'refused':
      if (value.kind !== 'ready') await fail(outcome.reason);
  }
}

/** Installs the release the app came with; where its host no longer has it, the newest. */
async function install(): Promise<void> {
  state.value = { kind: 'fetching', done: 0, of: 0 };
  const stop = syncWork.subscribe((work) => {
    if (work.kind === 'working' && work.step.kind === 'fetching' && state.peek().kind === 'fetching')
      state.value = { kind: 'fetching', done: work.step.done, of: work.step.of };
  });
  const bundled = await runSync('bundled');
  const isGone = bundled.kind === 'refused' && bundled.reason === 'not-a-catalog';
  const outcome = isGone ? await runSync('now') : bundled;
  stop();
  await take(outcome);
}

/** Damaged chunks are fetched anew from where they came, which needs no network for what came with the app. */
function hasLost(): boolean {
  const now = state.peek();
  return now.kind === 'ready' && now.lost > 0;
}

/** Looks for a newer release, if it is time to. */
async function checkIfDue(): Promise<void> {
  const isBusy = state.peek().kind !== 'ready' || syncWork.peek().kind === 'working';
  if (isBusy || document.visibilityState !== 'visible' || navigator.onLine === false) return;
  const wait = (syncStanding.peek()?.nextAt ?? 0) - Date.now();
  if (wait <= 0) await take(await runSync('check'));
}

/** At the time of the next check, should the app still be open; what is longer than a timer can count is not waited for. */
function watchClock(look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = syncStanding.subscribe((standing) => {
    clearTimeout(timer);
    const wait = (standing?.nextAt ?? 0) - Date.now();
    if (wait > 0 && wait < 2 ** 31) timer = setTimeout(look, wait);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Opens the stored catalog, or installs one at the first start. Never throws: a failure is a state. */
export async function startCatalog(): Promise<void> {
  try {
    const opened = await engine().open();
    if (opened.kind !== 'ready') await install();
    else {
      await show(opened, false);
      await take(await runSync('bundled'));
      if (hasLost()) await take(await runSync('now'));
    }
    await checkIfDue();
  } catch {
    if (state.value.kind !== 'ready') await fail('unknown');
  }
}

/** Tries again after a failure. */
export async function retryCatalog(): Promise<void> {
  try {
    await install();
  } catch {
    await fail('unknown');
  }
}

/** The user wants the newest now, and what is damaged anew; what is here stays in use meanwhile. */
export async function updateCatalog(): Promise<void> {
  await take(await runSync('now', true)).catch(() => {});
}

/** Keeps up with time, the network and the other tabs. Call once; returns a stop. */
export function watchCatalog(): () => void {
  const look = () => void checkIfDue().catch(() => {});
  const stopClock = watchClock(look);
  addEventListener('online', look);
  document.addEventListener('visibilitychange', look);
  const stopHearing = hearTabs((news) => {
    if (news.kind !== 'installed') return;
    void readStanding();
    const { value } = state;
    const isOld = value.kind !== 'ready' || value.overview.version < news.version || value.lost > 0;
    if (isOld) void open().catch(() => {});
  });
  return () => {
    removeEventListener('online', look);
    document.removeEventListener('visibilitychange', look);
    stopHearing();
    stopClock();
  };
}

export const catalogSources = (): Promise<readonly Source[]> => engine().sources();
