// Rows of a name and what is known under it, between hairlines. What nobody has said is written as a blank.
import type { ComponentChildren } from 'preact';
import styles from './fact-list.module.css';

export function FactList({ children }: { readonly children: ComponentChildren }) {
  return <dl class={styles.list}>{children}</dl>;
}

export interface FactLineProps {
  readonly label: ComponentChildren;
  /** Where the value comes from, or what to beware of. */
  readonly note?: ComponentChildren;
  /** The value is the user's own word. */
  readonly own?: boolean;
  readonly children: ComponentChildren;
}

export function FactLine({ label, note, own = false, children }: FactLineProps) {
  return (
    <div class={styles.line}>
      <dt class={styles.label}>{label}</dt>
      <dd>
        <span class={own ? styles.own : undefined}>{children}</span>
        {note !== undefined && <span class={styles.note}>{note}</span>}
      </dd>
    </div>
  );
}

/** Words in the place of a value that is not known. */
export function Blank({ children }: { readonly children: ComponentChildren }) {
  return <i class={styles.blank}>{children}</i>;
}
