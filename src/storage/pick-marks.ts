// The user's locks and bans on the pick list: one row a program, its id the pid.
import type { Pid } from '#domain/ids.ts';
import { PickMark } from '#domain/shortlist.ts';
import type { NotebookDb } from './notebook-db.ts';
import { changeRow, readRows, type RowChange, type RowShape } from './rows.ts';

const SHAPE: RowShape<PickMark> = { table: 'pickMarks', schema: PickMark, idOf: (mark) => mark.pid };

export const readPickMarks = (db: NotebookDb) => readRows(db, SHAPE);

/** @param now milliseconds since 1970. */
export const changePickMark = (
  db: NotebookDb,
  pid: Pid,
  changes: readonly RowChange<PickMark>[],
  now: number,
) => changeRow(db, SHAPE, pid, changes, now);
