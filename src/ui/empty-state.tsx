// A place that holds nothing yet: what it will hold, and what to do to get there.
import type { ComponentChildren } from 'preact';
import { ButtonRow } from './button.tsx';
import { Contours } from './contours.tsx';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly title: string;
  /** Buttons or links that lead on. */
  readonly actions?: ComponentChildren;
  readonly children?: ComponentChildren;
}

export function EmptyState({ title, actions, children }: EmptyStateProps) {
  return (
    <section class={styles.empty}>
      <Contours place="aside" />
      <h2>{title}</h2>
      {children !== undefined && <div class={styles.words}>{children}</div>}
      {actions !== undefined && <ButtonRow>{actions}</ButtonRow>}
    </section>
  );
}
