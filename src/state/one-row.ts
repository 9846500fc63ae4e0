// A table of the notebook with a single row: its value as a signal, and the lane that writes it.
import { computed, type ReadonlySignal } from '@preact/signals';
import type { NotebookDb, NotebookTable } from '#storage/notebook-db.ts';
import type { Changed, RowRead } from '#storage/rows.ts';
import type { WriteOutcome } from '#storage/write.ts';
import { type Change, createLane, type LaneOutcome } from './lane.ts';
import { live } from './live.ts';
import { reportDamaged, whenOpen } from './notebook.ts';

export interface OneRow<T> {
  /** Undefined while loading, then the value or the empty one. */
  readonly value: ReadonlySignal<T | undefined>;
  readonly change: (change: Change<T>) => Promise<LaneOutcome<T>>;
}

export function oneRow<T>(
  table: NotebookTable,
  empty: T,
  read: (db: NotebookDb) => Promise<RowRead<T>>,
  write: (db: NotebookDb, changes: readonly Change<T>[], now: number) => Promise<WriteOutcome<Changed<T>>>,
): OneRow<T> {
  const stored = live(table, async (db) => {
    const found = await read(db);
    reportDamaged(table, found.kind === 'damaged' ? [found.damaged] : []);
    return found.kind === 'row' ? found.row.value : empty;
  });
  const lane = createLane<T>(
    async (changes) => {
      const outcome = await write(await whenOpen(), changes, Date.now());
      if (outcome.kind !== 'written') return outcome;
      const { row, invalid } = outcome.value;
      return { kind: 'written', value: { value: row?.value ?? empty, invalid } };
    },
    (value) => stored.land(() => value),
  );
  return {
    value: computed(() => {
      const value = stored.value.value;
      return value === undefined ? undefined : lane.over(value);
    }),
    change: lane.change,
  };
}
