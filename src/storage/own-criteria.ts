// The criteria the user made up, with their marks: one row each, its id the key. One removed stays stored, so that it
// can be taken back with every mark.
import { CustomCriterion } from '#domain/own-criterion.ts';
import type { NotebookDb } from './notebook-db.ts';
import { changeRow, readRows, type RowChange, type RowShape } from './rows.ts';

const SHAPE: RowShape<CustomCriterion> = {
  table: 'ownCriteria',
  schema: CustomCriterion,
  idOf: ({ key }) => key,
};

export const readOwnCriteria = (db: NotebookDb) => readRows(db, SHAPE);

/** @param now milliseconds since 1970. */
export const changeOwnCriterion = (
  db: NotebookDb,
  key: string,
  changes: readonly RowChange<CustomCriterion>[],
  now: number,
) => changeRow(db, SHAPE, key, changes, now);
