// The wishes: one row.
import { EMPTY_WISHES, Wishes } from '#domain/wishes.ts';
import type { NotebookDb } from './notebook-db.ts';
import { changeRow, readRow, type RowShape } from './rows.ts';

const ID = 'wishes';
const SHAPE: RowShape<Wishes> = { table: 'wishes', schema: Wishes, idOf: () => ID };

export const readWishes = (db: NotebookDb) => readRow(db, SHAPE, ID);

/** Applies changes in order to the stored wishes, or to the empty ones. @param now milliseconds since 1970. */
export const changeWishes = (
  db: NotebookDb,
  changes: readonly ((current: Wishes) => Wishes)[],
  now: number,
) =>
  changeRow(
    db,
    SHAPE,
    ID,
    changes.map((change) => (row) => ({ value: change(row?.value ?? EMPTY_WISHES), deletedAt: null })),
    now,
  );
