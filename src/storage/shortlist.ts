// The shortlist: one row a program, its id the pid. A row let go stays stored, so that it can be taken back.
import type { Pid } from '#domain/ids.ts';
import { ShortlistEntry } from '#domain/shortlist.ts';
import type { NotebookDb } from './notebook-db.ts';
import { changeRow, readRows, type RowChange, type RowShape } from './rows.ts';

const SHAPE: RowShape<ShortlistEntry> = {
  table: 'shortlist',
  schema: ShortlistEntry,
  idOf: (entry) => entry.pid,
};

export const readShortlist = (db: NotebookDb) => readRows(db, SHAPE);

/** @param now milliseconds since 1970. */
export const changeShortlistEntry = (
  db: NotebookDb,
  pid: Pid,
  changes: readonly RowChange<ShortlistEntry>[],
  now: number,
) => changeRow(db, SHAPE, pid, changes, now);
