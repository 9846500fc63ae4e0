// A part of the profile for later: folded away until somebody opens it.
import type { ComponentChildren } from 'preact';
import styles from './folded.module.css';

export interface FoldedProps {
  readonly title: string;
  /** What becomes of what is entered here. */
  readonly note: string;
  readonly children: ComponentChildren;
}

export function Folded({ title, note, children }: FoldedProps) {
  return (
    <details class={styles.folded}>
      <summary>{title}</summary>
      <div class={styles.inside}>
        <p class={styles.note}>{note}</p>
        {children}
      </div>
    </details>
  );
}
