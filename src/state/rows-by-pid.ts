// A table of the notebook with one row a program.
import type { Pid } from '#domain/ids.ts';
import type { NotebookDb, NotebookTable } from '#storage/notebook-db.ts';
import type { Changed, RowChange, RowsRead } from '#storage/rows.ts';
import type { WriteOutcome } from '#storage/write.ts';
import { rowsById, type RowsById } from './rows-by-id.ts';

export const rowsByPid = <T extends { readonly pid: Pid }>(
  table: NotebookTable,
  read: (db: NotebookDb) => Promise<RowsRead<T>>,
  write: (
    db: NotebookDb,
    pid: Pid,
    changes: readonly RowChange<T>[],
    now: number,
  ) => Promise<WriteOutcome<Changed<T>>>,
): RowsById<T, Pid> => rowsById(table, ({ pid }) => pid, read, write);
