// Settings of this device, and the end of everything. Only real settings: each does what it says at once.
import { type Theme, theme, themeChosen } from '#state/device.ts';
import { Page, Section } from '#ui/page.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Erase } from './erase.tsx';
import { InstallSteps } from './install-steps.tsx';
import styles from './screen.module.css';
import { StorageLine } from './storage-line.tsx';

const THEMES: readonly { value: Theme; label: string; icon: 'phone' | 'sun' | 'moon' }[] = [
  { value: 'auto', label: 'As the device', icon: 'phone' },
  { value: 'light', label: 'Day', icon: 'sun' },
  { value: 'dark', label: 'Night', icon: 'moon' },
];

export function Screen() {
  return (
    <Page title="Settings" lead={<p>They belong to this device and stay on it.</p>}>
      <Section title="Look">
        <div>
          <Segmented label="Colors" value={theme.value} segments={THEMES} onCommit={themeChosen} />
        </div>
        <p class={styles.quiet}>Text size, contrast and motion follow the settings of your device.</p>
      </Section>
      <Section title="On your home screen" id="install">
        <InstallSteps />
      </Section>
      <Section title="Storage">
        <StorageLine />
      </Section>
      <Section title="Erase everything">
        <Erase />
      </Section>
    </Page>
  );
}
