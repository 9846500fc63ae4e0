// Says once that the app works without a network: when both its shell and the catalog are stored, and not before.
import { effect, signal } from '@preact/signals';
import { catalogState } from '#state/catalog.ts';

const shellStored = signal(false);

/** The service worker has stored the shell, at the first visit. */
export function shellIsStored(): void {
  shellStored.value = true;
}

/** Calls `tell` once, when everything is stored. A catalog held in memory only never counts. */
export function whenReadyOffline(tell: () => void): void {
  let told = false;
  effect(() => {
    const catalog = catalogState.value;
    if (told || !shellStored.value || catalog.kind !== 'ready' || catalog.held) return;
    told = true;
    tell();
  });
}
