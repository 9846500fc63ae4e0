// Installing and checking as the page sees them: one run at a time, how far it is, and what the last one came to. What
// an outcome means for the catalog on screen is catalog.ts's business.
import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type SyncMode,
  type SyncOutcome,
  type SyncStanding,
  type SyncStep,
  syncClient,
} from '#worker/sync-client.ts';

export type { SyncOutcome, SyncStanding, SyncStep } from '#worker/sync-client.ts';

export type SyncWork =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly mode: SyncMode; readonly step: SyncStep };

const work = signal<SyncWork>({ kind: 'idle' });
export const syncWork: ReadonlySignal<SyncWork> = work;

/** What the last update that the user asked for came to; null before, and while one is under way. */
const asked = signal<SyncOutcome | null>(null);
export const askedOutcome: ReadonlySignal<SyncOutcome | null> = asked;

/** When the catalog was looked after last, and when it will be next; null until read. */
const standing = signal<SyncStanding | null>(null);
export const syncStanding: ReadonlySignal<SyncStanding | null> = standing;

/** Reads the standing anew: another tab may have done the work. Never throws. */
export async function readStanding(): Promise<void> {
  try {
    standing.value = await syncClient.standing();
  } catch {
    // The old one stays: it is only told, nothing is decided by it alone.
  }
}

let stop = new AbortController();
let tail: Promise<unknown> = Promise.resolve();

/**
 * Runs after what is under way. Never throws: a failure is an outcome.
 * @param isAsked by the user, who wants to hear what it came to.
 */
export function runSync(mode: SyncMode, isAsked = false): Promise<SyncOutcome> {
  const turn = tail.then(() => run(mode, isAsked));
  tail = turn;
  return turn;
}

async function run(mode: SyncMode, isAsked: boolean): Promise<SyncOutcome> {
  stop = new AbortController();
  if (isAsked) asked.value = null;
  work.value = { kind: 'working', mode, step: { kind: 'looking' } };
  const outcome = await syncClient
    .run(
      mode,
      (step) => {
        if (work.value.kind === 'working') work.value = { kind: 'working', mode, step };
      },
      stop.signal,
    )
    .catch(
      (error: unknown): SyncOutcome => ({
        kind: 'refused',
        reason: 'failed',
        what: error instanceof Error ? error.message : 'no reason given',
      }),
    );
  work.value = { kind: 'idle' };
  if (isAsked) asked.value = outcome;
  await readStanding();
  return outcome;
}

/** Stops what is under way; what has arrived stays. */
export const cancelSync = (): void => stop.abort();
