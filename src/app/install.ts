// When to offer the home screen: once the user has something to keep, never before, and not again after a no.
import { type ReadonlySignal, computed, signal } from '@preact/signals';
import { installWay, readSetting, writeSetting } from '#state/device.ts';
import { shortlist } from '#state/shortlist.ts';

const SETTING = 'install-offer';
const refused = signal(readSetting(SETTING) === 'refused');

export type InstallOfferKind = 'none' | 'prompt' | 'ios-steps';

/** What to offer now. */
export const installOffer: ReadonlySignal<InstallOfferKind> = computed(() => {
  const keepsSomething = (shortlist.value?.length ?? 0) > 0;
  return keepsSomething && !refused.value ? installWay.value : 'none';
});

/** The user does not want it; the steps stay in Settings. */
export function installRefused(): void {
  refused.value = true;
  writeSetting(SETTING, 'refused');
}
