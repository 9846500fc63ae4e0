// A list of any length that scrolls with the window and keeps only the rows near it in the page. Each row says which of
// how many it is, and a row that holds the focus is never taken away.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import styles from './virtual-list.module.css';
import { useWindowRows } from './window-rows.ts';

export interface VirtualListProps {
  /** Spoken name of the list. */
  readonly label: string;
  /** Measured heights are remembered under this name. */
  readonly name: string;
  readonly count: number;
  readonly estimatePx: number;
  /** A key that stays with a row when the order changes; its place in the list by default. */
  readonly keyOf?: (index: number) => string | number;
  readonly row: (index: number) => ComponentChildren;
}

const byPlace = (index: number) => index;

const rowIndex = (target: EventTarget | null): number | null => {
  const row = target instanceof Element ? target.closest('[data-index]') : null;
  return row === null ? null : Number(row.getAttribute('data-index'));
};

export function VirtualList({ label, name, count, estimatePx, keyOf = byPlace, row }: VirtualListProps) {
  const [held, setHeld] = useState<number | null>(null);
  const { rows, heightPx, topPx, list, measure } = useWindowRows({ name, count, estimatePx, keyOf, held });
  return (
    <ul
      class={styles.list}
      ref={list}
      role="list"
      aria-label={label}
      style={{ blockSize: `${heightPx}px` }}
      onFocusIn={(event) => setHeld(rowIndex(event.target))}
      onFocusOut={(event) => setHeld(rowIndex(event.relatedTarget))}
    >
      {rows.map((item) => (
        <li
          key={item.key}
          class={styles.row}
          ref={measure}
          data-index={item.index}
          aria-setsize={count}
          aria-posinset={item.index + 1}
          style={{ transform: `translateY(${item.start - topPx}px)` }}
        >
          {row(item.index)}
        </li>
      ))}
    </ul>
  );
}
