// The service worker seen from the page: ready for use offline, a new version waiting. A new version is taken when the
// user says so or when the app is next started; the page never reloads by itself.
import { type ReadonlySignal, signal } from '@preact/signals';

/** The part of workbox-window's Workbox that is used. */
export interface Registration {
  readonly addEventListener: (
    type: 'installed' | 'waiting' | 'controlling',
    listener: (event: { readonly isUpdate?: boolean | undefined }) => void,
  ) => void;
  readonly messageSkipWaiting: () => void;
  readonly register: () => Promise<unknown>;
  readonly update: () => Promise<void>;
}

export interface UpdatePorts {
  readonly registration: Registration;
  readonly reload: () => void;
  /** The app can now be opened without a network; told once, after the first visit. */
  readonly onOfflineReady: () => void;
  /** Milliseconds of some steady clock. */
  readonly now: () => number;
}

export type UpdateState =
  | { readonly kind: 'none' }
  /** A new version waits for its turn. */
  | { readonly kind: 'waiting' }
  /** Another tab has taken it already; this page still runs the old one. */
  | { readonly kind: 'taken-elsewhere' };

const state = signal<UpdateState>({ kind: 'none' });
export const updateState: ReadonlySignal<UpdateState> = state;

let take: () => void = () => {};
/** The user wants the new version now. */
export const updateChosen = (): void => take();
/** The user wants to go on; the new version comes at the next start. */
export const updatePutOff = (): void => {
  state.value = { kind: 'none' };
};

/** Looking for a new version more often than this, in ms, serves nobody. An installed app may stay open for days. */
const LOOK_AGAIN_MS = 60 * 60 * 1000;

export async function watchUpdates({
  registration,
  reload,
  onOfflineReady,
  now,
}: UpdatePorts): Promise<void> {
  let asked = false;
  registration.addEventListener('installed', ({ isUpdate }) => {
    if (!isUpdate) onOfflineReady();
  });
  registration.addEventListener('waiting', () => {
    state.value = { kind: 'waiting' };
  });
  registration.addEventListener('controlling', ({ isUpdate }) => {
    if (asked) reload();
    else if (isUpdate) state.value = { kind: 'taken-elsewhere' };
  });
  take = () => {
    if (state.value.kind === 'taken-elsewhere') return reload();
    asked = true;
    registration.messageSkipWaiting();
  };
  await registration.register();
  let looked = now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || now() - looked < LOOK_AGAIN_MS) return;
    looked = now();
    // Offline, or the host is down: the next look will do.
    registration.update().catch(() => {});
  });
}

/** Registers the service worker of a built app. A browser without service workers just needs a network each time. */
export async function startUpdates(onOfflineReady: () => void): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    const { Workbox } = await import('workbox-window');
    await watchUpdates({
      registration: new Workbox('/sw.js'),
      reload: () => location.reload(),
      onOfflineReady,
      now: () => performance.now(),
    });
  } catch {
    // Blocked by a setting or a policy: the app runs, and only opening it offline is missing.
  }
}
