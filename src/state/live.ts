// A read of the notebook as a signal: starts with the first watcher, follows every write of this tab and others, and
// stops after the last watcher. Nobody outside can assign; a write goes down to storage and comes up here.
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { NotebookDb } from '#storage/notebook-db.ts';
import { observe } from '#storage/observe.ts';
import { notebookWorks, openedNotebook, readBroke, whenOpen } from './notebook.ts';

export interface Live<T> {
  /** Undefined until first read; the last value read while nobody watches. */
  readonly value: ReadonlySignal<T | undefined>;
  /** Shows what has just been stored without waiting for it to come up; does nothing before the first read. */
  readonly land: (change: (value: T) => T) => void;
}

/** @param read reads the notebook and nothing else. */
export function live<T>(name: string, read: (db: NotebookDb) => Promise<T>): Live<T> {
  let stop = () => {};
  let last: NotebookDb | undefined;
  let broken = 0;
  const value = signal<T | undefined>(undefined, {
    name,
    watched() {
      // A notebook that cannot be opened is told by `notebookState`.
      whenOpen().catch(() => {});
      stop = effect(() => {
        const open = openedNotebook.value;
        if (open === null) return undefined;
        // Another notebook: after everything was erased nothing of before may be shown.
        if (last !== undefined && last !== open.db) value.value = undefined;
        last = open.db;
        return observe(
          () => read(open.db),
          (next) => {
            if (broken > 0) notebookWorks();
            broken = 0;
            value.value = next;
          },
          (failure) => void readBroke(open, ++broken, failure),
        );
      });
    },
    unwatched() {
      stop();
    },
  });
  return {
    value,
    land: (change) => {
      const current = value.peek();
      if (current !== undefined) value.value = change(current);
    },
  };
}
