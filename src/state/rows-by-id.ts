// A table of the notebook: its rows as a signal, with a lane for each row that is written.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { NotebookDb, NotebookTable } from '#storage/notebook-db.ts';
import type { Changed, Kept, RowChange, RowsRead } from '#storage/rows.ts';
import type { WriteOutcome } from '#storage/write.ts';
import { createLane, type Lane, type LaneOutcome } from './lane.ts';
import { live } from './live.ts';
import { reportDamaged, whenOpen } from './notebook.ts';

type Row<T> = Kept<T> | null;

export interface RowsById<T, Id extends string> {
  /** Without those let go; in the order of their ids. Undefined while loading. */
  readonly rows: ReadonlySignal<readonly T[] | undefined>;
  readonly change: (id: Id, change: RowChange<T>) => Promise<LaneOutcome<Row<T>>>;
}

export function rowsById<T extends object, Id extends string>(
  table: NotebookTable,
  idOf: (value: T) => Id,
  read: (db: NotebookDb) => Promise<RowsRead<T>>,
  write: (
    db: NotebookDb,
    id: Id,
    changes: readonly RowChange<T>[],
    now: number,
  ) => Promise<WriteOutcome<Changed<T>>>,
): RowsById<T, Id> {
  const stored = live(table, async (db) => {
    const { rows, damaged } = await read(db);
    reportDamaged(table, damaged);
    return new Map<Id, Row<T>>(rows.map((row) => [idOf(row.value), row]));
  });
  const lanes = signal<ReadonlyMap<Id, Lane<Row<T>>>>(new Map());

  function laneOf(id: Id): Lane<Row<T>> {
    const known = lanes.peek().get(id);
    if (known) return known;
    const lane = createLane<Row<T>>(
      async (changes) => {
        const outcome = await write(await whenOpen(), id, changes, Date.now());
        if (outcome.kind !== 'written') return outcome;
        return { kind: 'written', value: { value: outcome.value.row, invalid: outcome.value.invalid } };
      },
      (row) => stored.land((rows) => new Map(rows).set(id, row)),
    );
    lanes.value = new Map(lanes.peek()).set(id, lane);
    return lane;
  }

  return {
    rows: computed(() => {
      const rows = stored.value.value && new Map(stored.value.value);
      if (rows === undefined) return undefined;
      for (const [id, lane] of lanes.value) rows.set(id, lane.over(rows.get(id) ?? null));
      return [...rows.values()].flatMap((row) => (row && row.deletedAt === null ? [row.value] : []));
    }),
    change: (id, change) => laneOf(id).change(change),
  };
}
