// Whether the browser has promised not to clear this site on its own. Asked for once, after the first real write; a no
// is normal and changes nothing.
import { type ReadonlySignal, signal } from '@preact/signals';

export type Persistence = 'unknown' | 'persisted' | 'best-effort' | 'unsupported';

const state = signal<Persistence>('unknown');
export const persistence: ReadonlySignal<Persistence> = state;

let asked: Promise<void> | undefined;
/** Asks the browser, the first time it is called. Never throws. */
export function askToPersist(): Promise<void> {
  asked ??= look((storage) => storage.persist?.());
  return asked;
}

/** Finds out without asking for anything. */
export function checkPersistence(): Promise<void> {
  return look((storage) => storage.persisted?.());
}

async function look(
  answer: (storage: Partial<StorageManager>) => Promise<boolean> | undefined,
): Promise<void> {
  // Missing in some browsers, and refused in private windows.
  const storage: Partial<StorageManager> | undefined = globalThis.navigator?.storage;
  try {
    const isPersisted = storage && (await answer(storage));
    state.value = isPersisted === undefined ? 'unsupported' : isPersisted ? 'persisted' : 'best-effort';
  } catch {
    state.value = 'unsupported';
  }
}
