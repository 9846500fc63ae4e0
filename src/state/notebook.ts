// The open notebook: opened once, at the first need. Says where what the user writes goes, and what becomes of it.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { EraseOutcome } from '#storage/erase.ts';
import { classifyFailure, type StorageFailure } from '#storage/failure.ts';
import type { NotebookDb, NotebookTable } from '#storage/notebook-db.ts';
import { BROWSER, type MemoryReason, type NotebookEvent, openNotebook } from '#storage/open.ts';
import type { DamagedRow } from '#storage/rows.ts';
import { reopen } from '#storage/write.ts';
import { forgetUnwritten, tryWritingAgain } from './write-state.ts';

export type NotebookState =
  | { readonly kind: 'opening' }
  /** Another tab has an older version open and is asked to let go. */
  | { readonly kind: 'waiting-for-older-tab' }
  /** Stored on this device. */
  | { readonly kind: 'kept' }
  /** Only in this page: gone when it closes. */
  | { readonly kind: 'memory'; readonly reason: MemoryReason }
  /** A newer version has written here; nothing can be written from this one. */
  | { readonly kind: 'read-only'; readonly reason: 'newer-notebook' }
  /** Given up to another tab: a newer version, or one that erased everything. Reload to go on. */
  | { readonly kind: 'closed'; readonly reason: 'newer-tab' | 'erased' }
  /** The browser has removed what was stored while this page was open; what is on screen is all there is. */
  | { readonly kind: 'emptied' }
  /** The connection broke and could not be had again. */
  | { readonly kind: 'failing'; readonly failure: StorageFailure };

const state = signal<NotebookState>({ kind: 'opening' });
export const notebookState: ReadonlySignal<NotebookState> = state;

/** A new object whenever reads must be followed anew; null while there is nothing to read. */
export interface Opened {
  readonly db: NotebookDb;
}
const open = signal<Opened | null>(null);
export const openedNotebook: ReadonlySignal<Opened | null> = open;
/** What is opened again after a break, and how it was opened. */
let lastOpen: Opened | null = null;
let openedAs: NotebookState = { kind: 'opening' };

const damaged = signal<ReadonlyMap<NotebookTable, readonly DamagedRow[]>>(new Map());
/** Rows that no longer parse. They stay stored as they are. */
export const damagedRows: ReadonlySignal<readonly DamagedRow[]> = computed(() =>
  [...damaged.value.values()].flat(),
);
export function reportDamaged(table: NotebookTable, rows: readonly DamagedRow[]): void {
  if (rows.length > 0 || damaged.peek().has(table)) {
    damaged.value = new Map(damaged.peek()).set(table, rows);
  }
}

let opening: Promise<NotebookDb> | undefined;
/** Opens the notebook at the first call. Rejects only when not even memory can be had; the next call tries again. */
export function whenOpen(): Promise<NotebookDb> {
  opening ??= begin();
  return opening;
}

async function begin(): Promise<NotebookDb> {
  try {
    const { db, ...outcome } = await openNotebook(BROWSER, befall);
    openedAs = outcome;
    batch(() => {
      state.value = outcome;
      open.value = { db };
    });
    return db;
  } catch (error) {
    state.value = { kind: 'failing', failure: classifyFailure(error, 'open') };
    opening = undefined;
    throw error;
  }
}

function befall(event: NotebookEvent): void {
  switch (event.kind) {
    case 'waiting-for-older-tab':
      state.value = { kind: 'waiting-for-older-tab' };
      return;
    case 'closed-by-newer-tab':
      state.value = { kind: 'closed', reason: 'newer-tab' };
      return;
    case 'erased-in-other-tab':
      state.value = { kind: 'closed', reason: 'erased' };
      return;
    case 'cut':
      // What is on screen stays while nothing can be read.
      lastOpen = open.peek() ?? lastOpen;
      open.value = null;
      return;
    case 'reopened':
      state.value = openedAs;
      open.value = lastOpen && { db: lastOpen.db };
      void tryWritingAgain();
      return;
    case 'emptied':
      state.value = { kind: 'emptied' };
      return;
    case 'lost':
      state.value = { kind: 'failing', failure: event.failure };
  }
}

/** A write met a newer notebook. */
export function becomeReadOnly(): void {
  openedAs = { kind: 'read-only', reason: 'newer-notebook' };
  state.value = openedAs;
}

/**
 * A read broke. First it is only followed anew: the connection may have been opened again meanwhile. Then the
 * connection is opened again, and if that does not help it is said.
 * @param at what was open when the read began; of several reads that break with it, the first acts for all.
 * @param times how often this read has broken without working in between.
 */
export async function readBroke(at: Opened, times: number, failure: StorageFailure): Promise<void> {
  if (at !== open.peek() || at.db.hasBeenClosed()) return;
  if (times === 1) {
    open.value = { db: at.db };
  } else if (times === 2) {
    open.value = null;
    lastOpen = { db: at.db };
    try {
      await reopen(at.db);
      open.value = lastOpen;
    } catch {
      state.value = { kind: 'failing', failure };
    }
  } else {
    state.value = { kind: 'failing', failure };
  }
}

/** A read or a write has worked: whatever broke before is mended. */
export function notebookWorks(): void {
  if (state.peek().kind !== 'failing') return;
  state.value = openedAs;
  open.value ??= lastOpen;
}

/**
 * Erases everything the app has stored on this device, then opens an empty notebook. The catalog is gone too: reload
 * afterwards, and it installs itself.
 */
export async function clearNotebook(): Promise<EraseOutcome> {
  const db = await whenOpen().catch(() => null);
  forgetUnwritten();
  open.value = null;
  db?.close();
  const { eraseEverything } = await import('#storage/erase.ts');
  const outcome = await eraseEverything(BROWSER);
  damaged.value = new Map();
  opening = undefined;
  // One that cannot be opened any more is told by `notebookState`.
  await whenOpen().catch(() => null);
  return outcome;
}
