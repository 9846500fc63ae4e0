// The installer behind the wire: gives it the real clock, network, chance and storage, and what the app was built with.
// Answers are data, because an error loses its class on the way.
import { expose, transfer } from 'comlink';
import { root, timestamp } from 'virtual:bundled-catalog';
import { BROWSER } from '#storage/open.ts';
import { createRunner } from '#sync/one-runner.ts';
import type { SyncMode, SyncOutcome, SyncProgress, SyncStanding } from '#sync/outcome.ts';

const runner = createRunner({
  // A worker's fetch must be called on the worker itself.
  fetch: (url, init) => fetch(url, init),
  clock: { now: () => Date.now(), after: BROWSER.after },
  random: () => Math.random(),
  storage: BROWSER,
  bundled: { root, timestamp },
  // Absent in some browsers, whatever the types say.
  locks: 'locks' in globalThis.navigator ? globalThis.navigator.locks : undefined,
});

const api = {
  async run(run: number, mode: SyncMode, base: string, onProgress: SyncProgress): Promise<SyncOutcome> {
    const outcome = await runner.update(run, mode, base, onProgress);
    if (outcome.kind !== 'held') return outcome;
    // The memory of the chunks moves to the page; a chunk may share its memory with another of the same content.
    return transfer(outcome, [...new Set([...outcome.chunks.values()].map((bytes) => bytes.buffer))]);
  },
  cancel: (run: number): void => runner.cancel(run),
  standing: (): Promise<SyncStanding> => runner.standing(),
  acknowledge: (): Promise<boolean> => runner.acknowledge(),
};

export type SyncApi = typeof api;
expose(api);
