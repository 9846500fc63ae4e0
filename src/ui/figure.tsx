// A number to be compared: large, in the headings' face, with its unit in small words behind it.
import type { ComponentChildren } from 'preact';
import styles from './figure.module.css';

export interface FigureProps {
  readonly size?: 'row' | 'big';
  /** What the number counts, in words: `programs`, `of $500`. */
  readonly unit?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Figure({ size = 'row', unit, children }: FigureProps) {
  return (
    <span class={styles[size]}>
      <span class={styles.number}>{children}</span>
      {unit !== undefined && <span class={styles.unit}> {unit}</span>}
    </span>
  );
}
