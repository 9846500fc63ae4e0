// The programs the user added: one row each, its id the pid. One removed stays stored, so that it can be taken back.
import { OwnProgram } from '#domain/own-program.ts';
import type { NotebookDb } from './notebook-db.ts';
import { changeRow, readRows, type RowChange, type RowShape } from './rows.ts';

export const OWN_PROGRAMS: RowShape<OwnProgram> = {
  table: 'ownPrograms',
  schema: OwnProgram,
  idOf: (program) => program.pid,
};

export const readOwnPrograms = (db: NotebookDb) => readRows(db, OWN_PROGRAMS);

/** @param now milliseconds since 1970. */
export const changeOwnProgram = (
  db: NotebookDb,
  pid: string,
  changes: readonly RowChange<OwnProgram>[],
  now: number,
) => changeRow(db, OWN_PROGRAMS, pid, changes, now);
