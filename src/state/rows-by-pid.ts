// A table of the notebook with one row a program: the rows as a signal, with a lane for each row that is written.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Pid } from '#domain/ids.ts';
import type { NotebookDb, NotebookTable } from '#storage/notebook-db.ts';
import type { Changed, Kept, RowChange, RowsRead } from '#storage/rows.ts';
import type { WriteOutcome } from '#storage/write.ts';
import { createLane, type Lane, type LaneOutcome } from './lane.ts';
import { live } from './live.ts';
import { reportDamaged, whenOpen } from './notebook.ts';

type Row<T> = Kept<T> | null;

export interface RowsByPid<T> {
  /** Without those let go; in the order of their pids. Undefined while loading. */
  readonly rows: ReadonlySignal<readonly T[] | undefined>;
  readonly change: (pid: Pid, change: RowChange<T>) => Promise<LaneOutcome<Row<T>>>;
}

export function rowsByPid<T extends { readonly pid: Pid }>(
  table: NotebookTable,
  read: (db: NotebookDb) => Promise<RowsRead<T>>,
  write: (
    db: NotebookDb,
    pid: Pid,
    changes: readonly RowChange<T>[],
    now: number,
  ) => Promise<WriteOutcome<Changed<T>>>,
): RowsByPid<T> {
  const stored = live(table, async (db) => {
    const { rows, damaged } = await read(db);
    reportDamaged(table, damaged);
    return new Map<Pid, Row<T>>(rows.map((row) => [row.value.pid, row]));
  });
  const lanes = signal<ReadonlyMap<Pid, Lane<Row<T>>>>(new Map());

  function laneOf(pid: Pid): Lane<Row<T>> {
    const known = lanes.peek().get(pid);
    if (known) return known;
    const lane = createLane<Row<T>>(
      async (changes) => {
        const outcome = await write(await whenOpen(), pid, changes, Date.now());
        if (outcome.kind !== 'written') return outcome;
        return { kind: 'written', value: { value: outcome.value.row, invalid: outcome.value.invalid } };
      },
      (row) => stored.land((rows) => new Map(rows).set(pid, row)),
    );
    lanes.value = new Map(lanes.peek()).set(pid, lane);
    return lane;
  }

  return {
    rows: computed(() => {
      const rows = stored.value.value && new Map(stored.value.value);
      if (rows === undefined) return undefined;
      for (const [pid, lane] of lanes.value) rows.set(pid, lane.over(rows.get(pid) ?? null));
      return [...rows.values()].flatMap((row) => (row && row.deletedAt === null ? [row.value] : []));
    }),
    change: (pid, change) => laneOf(pid).change(change),
  };
}
