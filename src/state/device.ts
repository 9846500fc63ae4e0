// This device, as far as the app may know it: the theme chosen on it, whether there is a network, and whether the app is
// installed. Its settings are in localStorage because they belong to the device and must be known before the first
// paint; they are no part of the notebook and never leave in a backup. Every capability is asked for: some browsers
// forbid localStorage, and most know no install dialog.
import { type ReadonlySignal, computed, signal } from '@preact/signals';

/** Reads a small setting of this device; null where nothing is stored or storing is forbidden. */
export function readSetting(key: string): string | null {
  try {
    return localStorage.getItem(`cairn:${key}`);
  } catch {
    return null;
  }
}

/** Keeps a small setting of this device, or forgets it. Where storing is forbidden it lasts as long as the page. */
export function writeSetting(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`cairn:${key}`);
    else localStorage.setItem(`cairn:${key}`, value);
  } catch {
    // Nothing to be done: the choice holds until the page closes.
  }
}

export type Theme = 'auto' | 'light' | 'dark';
const chosenTheme = signal<Theme>('auto');
export const theme: ReadonlySignal<Theme> = chosenTheme;

export function themeChosen(next: Theme): void {
  chosenTheme.value = next;
  writeSetting('theme', next === 'auto' ? null : next);
  showTheme();
}

/** Puts the stored theme on the document. Call before the first paint. */
export function applyTheme(): void {
  const stored = readSetting('theme');
  chosenTheme.value = stored === 'light' || stored === 'dark' ? stored : 'auto';
  showTheme();
}

function showTheme(): void {
  const { value } = chosenTheme;
  if (value === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = value;
  // The bars of the browser around the page: each scheme has a meta of its own, and only the chosen one may count.
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"][data-scheme]')) {
    const { scheme = 'light' } = meta.dataset;
    if (value === 'auto') meta.media = `(prefers-color-scheme: ${scheme})`;
    else meta.media = scheme === value ? 'all' : 'not all';
  }
}

const hasNetwork = signal(true);
export const online: ReadonlySignal<boolean> = hasNetwork;

/** What the browser hands over when the app could be installed. */
interface InstallPrompt extends Event {
  readonly prompt: () => Promise<unknown>;
  readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

const runsInstalled = signal(false);
export const installed: ReadonlySignal<boolean> = runsInstalled;
const installPrompt = signal<InstallPrompt | null>(null);
const isIos = signal(false);

/** How the app can be put on the home screen here: by the browser's own dialog, by hand, or not that we know of. */
export const installWay: ReadonlySignal<'prompt' | 'ios-steps' | 'none'> = computed(() => {
  if (runsInstalled.value) return 'none';
  if (installPrompt.value !== null) return 'prompt';
  return isIos.value ? 'ios-steps' : 'none';
});

/** Opens the browser's install dialog; it can be used once, so whatever is answered, it is gone. */
export async function installChosen(): Promise<'accepted' | 'dismissed' | 'unavailable'> {
  const event = installPrompt.value;
  if (event === null) return 'unavailable';
  installPrompt.value = null;
  await event.prompt();
  const { outcome } = await event.userChoice;
  return outcome;
}

const isInstallPrompt = (event: Event): event is InstallPrompt => 'prompt' in event && 'userChoice' in event;

/** Begins to watch the device. Call once, early: the browser offers to install only once. */
export function watchDevice(): void {
  hasNetwork.value = navigator.onLine !== false;
  addEventListener('online', () => {
    hasNetwork.value = true;
  });
  addEventListener('offline', () => {
    hasNetwork.value = false;
  });

  const standalone = window.matchMedia?.('(display-mode: standalone)');
  const look = () => {
    runsInstalled.value =
      standalone?.matches === true || ('standalone' in navigator && navigator.standalone === true);
  };
  look();
  standalone?.addEventListener?.('change', look);
  // Only the browsers of iPhones and iPads know `standalone`, and they install by hand only.
  isIos.value = 'standalone' in navigator && navigator.maxTouchPoints > 0;

  addEventListener('beforeinstallprompt', (event) => {
    if (!isInstallPrompt(event)) return;
    event.preventDefault();
    installPrompt.value = event;
  });
  addEventListener('appinstalled', () => {
    installPrompt.value = null;
    runsInstalled.value = true;
  });
}
