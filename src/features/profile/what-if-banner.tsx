// Says on every screen that a what-if is on, and leads out of it. Nobody may take a what-if for the real thing.
import { leaveScenario, scenarioOn } from '#state/scenarios.ts';
import { Button } from '#ui/button.tsx';
import { showToast } from '#ui/toast.tsx';
import styles from './what-if-banner.module.css';

export function WhatIfBanner() {
  const on = scenarioOn.value;
  if (!on) return null;
  return (
    <aside class={styles.banner} aria-label="What if">
      <p class={styles.words}>
        <span class={styles.over}>What if, not your real profile</span>
        <a class={styles.name} href="/what-if">
          {on.name}
        </a>
      </p>
      <Button
        look="quiet"
        onClick={() => {
          leaveScenario();
          showToast({ words: 'Back to your real profile. The what-if is kept.' });
        }}
      >
        Leave
      </Button>
    </aside>
  );
}
