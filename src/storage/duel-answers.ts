// What was answered to "which would you rather": one row an answer. One taken back stays stored, so that starting anew
// can be undone.
import { DuelAnswer } from '#domain/duel.ts';
import type { NotebookDb } from './notebook-db.ts';
import { changeRow, readRows, type RowChange, type RowShape } from './rows.ts';

const SHAPE: RowShape<DuelAnswer> = { table: 'duelAnswers', schema: DuelAnswer, idOf: ({ key }) => key };

export const readDuelAnswers = (db: NotebookDb) => readRows(db, SHAPE);

/** @param now milliseconds since 1970. */
export const changeDuelAnswer = (
  db: NotebookDb,
  id: string,
  changes: readonly RowChange<DuelAnswer>[],
  now: number,
) => changeRow(db, SHAPE, id, changes, now);
