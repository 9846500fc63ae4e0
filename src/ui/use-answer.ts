// Shows an answer that keeps itself up to date for as long as the part is on screen.
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

export interface KeptUp<T> {
  readonly value: ReadonlySignal<T | undefined>;
  /** Begins; returns the stop. */
  readonly start: () => () => void;
}

/** The newest answer, undefined until the first; `make` runs again when an input changes. */
export function useAnswer<T>(make: () => KeptUp<T>, inputs: readonly unknown[]): T | undefined {
  const answer = useMemo(make, inputs);
  useEffect(() => answer.start(), [answer]);
  return answer.value.value;
}
