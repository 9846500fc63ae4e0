// Words for those who listen: in the page, but not in the picture.
import type { ComponentChildren } from 'preact';
import styles from './visually-hidden.module.css';

export interface VisuallyHiddenProps {
  /** Announces what is put in later: `status` waits for a pause, `alert` does not. */
  readonly role?: 'status' | 'alert';
  readonly children: ComponentChildren;
}

export function VisuallyHidden({ role, children }: VisuallyHiddenProps) {
  return (
    <span class={styles.hidden} {...(role === undefined ? {} : { role })}>
      {children}
    </span>
  );
}
