// How much this site keeps on the device, as far as the browser says.
import { type ReadonlySignal, signal } from '@preact/signals';

export interface StorageUse {
  /** Bytes; browsers round them, and pad what came from elsewhere. */
  readonly used: number;
  /** Bytes this site may use; null where the browser does not say. */
  readonly room: number | null;
}

const state = signal<StorageUse | null>(null);
/** Null until read, and where the browser does not say. */
export const storageUse: ReadonlySignal<StorageUse | null> = state;

/** Reads it anew. Never throws. */
export async function readStorageUse(): Promise<void> {
  const storage: Partial<StorageManager> | undefined = globalThis.navigator?.storage;
  try {
    const { usage, quota } = (await storage?.estimate?.()) ?? {};
    state.value = usage === undefined ? null : { used: usage, room: quota ?? null };
  } catch {
    state.value = null;
  }
}
