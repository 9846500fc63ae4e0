// A short word set beside a thing: its stage, its kind, its state. It is read, never pressed.
import type { ComponentChildren } from 'preact';
import styles from './tag.module.css';

export type TagTone = 'plain' | 'accent' | 'today' | 'good' | 'warn' | 'bad';

export interface TagProps {
  readonly tone?: TagTone;
  readonly children: ComponentChildren;
}

export function Tag({ tone = 'plain', children }: TagProps) {
  return <span class={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
