// The profile: one row.
import { EMPTY_PROFILE, Profile } from '#domain/profile.ts';
import type { NotebookDb } from './notebook-db.ts';
import { changeRow, readRow, type RowShape } from './rows.ts';

const ID = 'profile';
const SHAPE: RowShape<Profile> = { table: 'profile', schema: Profile, idOf: () => ID };

export const readProfile = (db: NotebookDb) => readRow(db, SHAPE, ID);

/** Applies changes in order to the stored profile, or to the empty one. @param now milliseconds since 1970. */
export const changeProfile = (
  db: NotebookDb,
  changes: readonly ((current: Profile) => Profile)[],
  now: number,
) =>
  changeRow(
    db,
    SHAPE,
    ID,
    changes.map((change) => (row) => ({ value: change(row?.value ?? EMPTY_PROFILE), deletedAt: null })),
    now,
  );
