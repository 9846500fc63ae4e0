// The trace: a thin line from 0 to 1 with a range and a mark. A picture always has its words, and unknown draws no mark.
import styles from './trace.module.css';

export interface TraceProps {
  /** 0–1, or null where it is not known. */
  readonly value: number | null;
  readonly lo?: number;
  readonly hi?: number;
  /** What the picture says, in words. */
  readonly label: string;
}

const share = (x: number) => Math.min(1, Math.max(0, x));

export function Trace({ value, lo, hi, label }: TraceProps) {
  const range = lo !== undefined && hi !== undefined && hi > lo;
  return (
    <span class={styles.trace} role="img" aria-label={label}>
      {range && <span class={styles.range} style={{ '--lo': share(lo), '--hi': share(hi) }} />}
      {value !== null && <span class={styles.mark} style={{ '--at': share(value) }} />}
    </span>
  );
}
