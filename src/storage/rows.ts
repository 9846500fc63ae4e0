// Rows of the notebook, whatever their noun: out through a strict parse, in through a transaction that looks at the
// schema gate first. A row that no longer parses is named, never dropped: before something else takes its place it is
// set aside whole in `meta`.
import type { ZodMiniType } from 'zod/mini';
import {
  type MetaRow,
  NOTEBOOK_SCHEMA,
  type NotebookDb,
  type NotebookTable,
  type RowEnvelope,
  type StoredRow,
} from './notebook-db.ts';
import { writeNotebook, type WriteOutcome } from './write.ts';

export interface Kept<T> {
  readonly value: T;
  /** Set while the row is let go; it can be taken back. Milliseconds since 1970. */
  readonly deletedAt: number | null;
}

export interface DamagedRow {
  readonly table: NotebookTable;
  readonly id: string;
  /** The paths that do not parse; never their contents. */
  readonly where: readonly string[];
}

export type RowRead<T> =
  | { readonly kind: 'none' }
  | { readonly kind: 'row'; readonly row: Kept<T> }
  | { readonly kind: 'damaged'; readonly damaged: DamagedRow };

export interface RowsRead<T> {
  /** Those let go are among them. */
  readonly rows: readonly Kept<T>[];
  readonly damaged: readonly DamagedRow[];
}

/** What a table holds: which parser, and where a row's id can be read in the value. */
export interface RowShape<T extends object> {
  readonly table: NotebookTable;
  readonly schema: ZodMiniType<T>;
  readonly idOf: (value: T) => string;
}

/** From what is stored (null: nothing) to what is to be stored. The same object, or null, means: leave it. */
export type RowChange<T> = (current: Kept<T> | null) => Kept<T> | null;

function parseRow<T extends object>(shape: RowShape<T>, stored: StoredRow | undefined): RowRead<T> {
  if (stored === undefined) return { kind: 'none' };
  const { id, schema: _schema, changedAt: _changedAt, deletedAt, ...rest } = stored;
  const damaged = (where: readonly string[]): RowRead<T> => ({
    kind: 'damaged',
    damaged: { table: shape.table, id: String(id), where },
  });
  const parsed = shape.schema.safeParse(rest);
  if (!parsed.success) return damaged(parsed.error.issues.map((issue) => issue.path.join('.')));
  if (shape.idOf(parsed.data) !== id) return damaged(['id']);
  return { kind: 'row', row: { value: parsed.data, deletedAt: deletedAt ?? null } };
}

export async function readRow<T extends object>(
  db: NotebookDb,
  shape: RowShape<T>,
  id: string,
): Promise<RowRead<T>> {
  return parseRow(shape, await db[shape.table].get(id));
}

/** All rows of a table in the order of their ids. */
export async function readRows<T extends object>(db: NotebookDb, shape: RowShape<T>): Promise<RowsRead<T>> {
  const rows: Kept<T>[] = [];
  const damaged: DamagedRow[] = [];
  for (const stored of await db[shape.table].toArray()) {
    const read = parseRow(shape, stored);
    if (read.kind === 'row') rows.push(read.row);
    if (read.kind === 'damaged') damaged.push(read.damaged);
  }
  return { rows, damaged };
}

export interface Changed<T> {
  /** What is stored now. */
  readonly row: Kept<T> | null;
  /** Positions of the changes whose result does not parse; the others were applied. */
  readonly invalid: readonly number[];
}

/**
 * Applies changes to one row, in their order and in one transaction, so that none can overwrite another's field.
 * @param now milliseconds since 1970.
 */
export function changeRow<T extends object>(
  db: NotebookDb,
  shape: RowShape<T>,
  id: string,
  changes: readonly RowChange<T>[],
  now: number,
): Promise<WriteOutcome<Changed<T>>> {
  const table = db[shape.table];
  return writeNotebook(db, table, async () => {
    const stored = await table.get(id);
    const read = parseRow(shape, stored);
    const before = read.kind === 'row' ? read.row : null;
    const invalid: number[] = [];
    let row = before;
    changes.forEach((change, at) => {
      const next = change(row);
      if (next === null || next === row) return;
      const parsed = shape.schema.safeParse(next.value);
      if (parsed.success && shape.idOf(parsed.data) === id) row = { ...next, value: parsed.data };
      else invalid.push(at);
    });
    if (row !== null && row !== before) {
      if (read.kind === 'damaged') {
        await db.meta.put(setAside(shape.table, id, stored, now));
      }
      await table.put(toStored(row, id, now));
    }
    return { row, invalid };
  });
}

export interface ChangedRow<T> {
  readonly id: string;
  readonly before: Kept<T> | null;
  readonly after: Kept<T> | null;
}

/**
 * Changes many rows of one table, each once. For use inside a transaction on that table (`writeNotebook`): a row that
 * does not parse after its change ends it, and nothing is written.
 * @returns the rows that are another now, in the order of `changes`.
 */
export async function changeRowsWithin<T extends object>(
  db: NotebookDb,
  shape: RowShape<T>,
  changes: ReadonlyMap<string, RowChange<T>>,
  now: number,
): Promise<readonly ChangedRow<T>[]> {
  const ids = [...changes.keys()];
  const stored = await db[shape.table].bulkGet(ids);
  const changed: ChangedRow<T>[] = [];
  const aside: MetaRow[] = [];
  ids.forEach((id, at) => {
    const read = parseRow(shape, stored[at]);
    const before = read.kind === 'row' ? read.row : null;
    const after = changes.get(id)?.(before) ?? before;
    if (after === null || after === before) return;
    const parsed = shape.schema.safeParse(after.value);
    if (!parsed.success || shape.idOf(parsed.data) !== id)
      throw new RangeError(`not a row of ${shape.table}`);
    if (read.kind === 'damaged') aside.push(setAside(shape.table, id, stored[at], now));
    changed.push({ id, before, after: { ...after, value: parsed.data } });
  });
  await db.meta.bulkPut(aside);
  await db[shape.table].bulkPut(
    changed.flatMap(({ id, after }) => (after ? [toStored(after, id, now)] : [])),
  );
  return changed;
}

const setAside = (table: NotebookTable, id: string, row: unknown, now: number): MetaRow => ({
  id: `set-aside/${table}/${id}/${now}`,
  table,
  row,
  at: now,
});

function toStored<T extends object>({ value, deletedAt }: Kept<T>, id: string, now: number): StoredRow {
  const envelope: RowEnvelope = {
    id,
    schema: NOTEBOOK_SCHEMA,
    changedAt: now,
    ...(deletedAt === null ? {} : { deletedAt }),
  };
  return { ...Object.fromEntries(Object.entries(value)), ...envelope };
}

/** Lets a row go; it stays stored and can be taken back. */
export const letRowGo =
  <T>(now: number): RowChange<T> =>
  (current) =>
    current && current.deletedAt === null ? { ...current, deletedAt: now } : current;

export const takeRowBack = <T>(current: Kept<T> | null): Kept<T> | null =>
  current && current.deletedAt !== null ? { ...current, deletedAt: null } : current;
