// What a table of the user's brings, written whole or not at all, and taken back whole. Writing it twice is writing it
// once: a row that says the same already is left as it is.
import { type Correction, correctionId } from '#domain/correction.ts';
import type { OwnProgram } from '#domain/own-program.ts';
import { CORRECTIONS } from './corrections.ts';
import type { NotebookDb } from './notebook-db.ts';
import { OWN_PROGRAMS } from './own-programs.ts';
import { type ChangedRow, changeRowsWithin, type Kept, type RowChange } from './rows.ts';
import { writeNotebook, type WriteOutcome } from './write.ts';

export interface OwnRows {
  readonly corrections: readonly Correction[];
  readonly programs: readonly OwnProgram[];
}

/** The rows that are another than before. */
export interface Imported {
  readonly corrections: readonly ChangedRow<Correction>[];
  readonly programs: readonly ChangedRow<OwnProgram>[];
}

const kept = <T>(value: T): Kept<T> => ({ value, deletedAt: null });

/** @param now milliseconds since 1970. */
export function importOwnRows(
  db: NotebookDb,
  { corrections, programs }: OwnRows,
  now: number,
): Promise<WriteOutcome<Imported>> {
  const values = new Map(
    corrections.map((correction): [string, RowChange<Correction>] => [
      correctionId(correction),
      (current) =>
        current?.deletedAt === null && current.value.value === correction.value ? current : kept(correction),
    ]),
  );
  const added = new Map(
    programs.map((program): [string, RowChange<OwnProgram>] => [
      program.pid,
      (current) => (current?.deletedAt === null ? current : kept(program)),
    ]),
  );
  return writeNotebook(db, [db.corrections, db.ownPrograms], async () => ({
    corrections: await changeRowsWithin(db, CORRECTIONS, values, now),
    programs: await changeRowsWithin(db, OWN_PROGRAMS, added, now),
  }));
}

/** Back to before, but for rows that were changed again since: the user's newest word stays. */
function undone<T>(changed: readonly ChangedRow<T>[], now: number): Map<string, RowChange<T>> {
  return new Map(
    changed.map(({ id, before, after }): [string, RowChange<T>] => [
      id,
      (current) => {
        if (JSON.stringify(current) !== JSON.stringify(after)) return current;
        return before ?? (current && { ...current, deletedAt: now });
      },
    ]),
  );
}

/** @param now milliseconds since 1970. */
export function undoImport(
  db: NotebookDb,
  { corrections, programs }: Imported,
  now: number,
): Promise<WriteOutcome<null>> {
  return writeNotebook(db, [db.corrections, db.ownPrograms], async () => {
    await changeRowsWithin(db, CORRECTIONS, undone(corrections, now), now);
    await changeRowsWithin(db, OWN_PROGRAMS, undone(programs, now), now);
    return null;
  });
}
