// How far a long task has come: a native bar with its words, so that both eyes and ears can follow.
import { useId } from 'preact/hooks';
import styles from './progress.module.css';

interface BarProps {
  /** Null while it is not known. */
  readonly value: number | null;
  readonly max: number;
  readonly id?: string;
  readonly name?: string;
}

/** The bar alone, for whoever has words of their own beside it. */
export function Bar({ value, max, id, name }: BarProps) {
  return (
    <progress class={styles.bar} id={id} aria-label={name} {...(value === null ? {} : { value, max })} />
  );
}

export interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** The whole, in the unit of `done`; null while it is not known. */
  readonly of: number | null;
}

export function Progress({ label, done, of }: ProgressProps) {
  const id = useId();
  const known = of !== null && of > 0;
  return (
    <div class={styles.progress}>
      <label class={styles.label} for={id}>
        {label}
      </label>
      {known && (
        <span class={styles.count}>
          {done} of {of}
        </span>
      )}
      <Bar id={id} value={known ? done : null} max={of ?? 1} />
    </div>
  );
}
