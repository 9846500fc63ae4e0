// The user's own values: one row a program and field. One withdrawn stays stored, so that it can be taken back. No
// catalog ever writes here.
import { Correction, correctionId } from '#domain/correction.ts';
import type { NotebookDb } from './notebook-db.ts';
import { changeRow, readRows, type RowChange, type RowShape } from './rows.ts';

export const CORRECTIONS: RowShape<Correction> = {
  table: 'corrections',
  schema: Correction,
  idOf: correctionId,
};

export const readCorrections = (db: NotebookDb) => readRows(db, CORRECTIONS);

/** @param now milliseconds since 1970. */
export const changeCorrection = (
  db: NotebookDb,
  id: string,
  changes: readonly RowChange<Correction>[],
  now: number,
) => changeRow(db, CORRECTIONS, id, changes, now);
