// How far a long task has come: a native bar with its words, so that both eyes and ears can follow.
import { useId } from 'preact/hooks';
import styles from './progress.module.css';

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
      <progress class={styles.bar} id={id} {...(known ? { value: done, max: of } : {})} />
    </div>
  );
}
