// The only way into the notebook: one strict transaction that first looks at the schema gate
// ([Note: Schema gate] in notebook-db.ts). Answers with data; never throws for what storage does.
import type { Table } from 'dexie';
import { classifyFailure, type StorageFailure } from './failure.ts';
import { NOTEBOOK_SCHEMA, type NotebookDb, type StoredRow } from './notebook-db.ts';

export type WriteOutcome<T> =
  | { readonly kind: 'written'; readonly value: T }
  /** `newer-notebook`: a newer version has written here. `closed`: given up to a newer version in another tab. */
  | { readonly kind: 'refused'; readonly reason: 'newer-notebook' | 'closed' }
  | { readonly kind: 'failed'; readonly failure: StorageFailure };

const NEWER = { kind: 'refused', reason: 'newer-notebook' } as const;
const CLOSED = { kind: 'refused', reason: 'closed' } as const;

/** The schema of the stored notebook, or null while it has none. */
export async function readSchema(db: NotebookDb): Promise<number | null> {
  const row = await db.meta.get('schema');
  return row?.id === 'schema' ? row.schema : null;
}

export async function writeSchema(db: NotebookDb): Promise<void> {
  await db.meta.put({ id: 'schema', schema: NOTEBOOK_SCHEMA });
}

/**
 * @param table one, or several that must be written all or not at all.
 * @param work reads and writes `table` and `meta` only and awaits nothing else: a transaction ends when it is left
 * alone. It may run twice, the first time undone.
 */
export async function writeNotebook<T>(
  db: NotebookDb,
  table: Table<StoredRow, string> | readonly Table<StoredRow, string>[],
  work: () => Promise<T>,
): Promise<WriteOutcome<T>> {
  const attempt = async (): Promise<WriteOutcome<T>> =>
    db.transaction('rw', [db.meta, table].flat(), async () => {
      const schema = await readSchema(db);
      if (schema !== null && schema > NOTEBOOK_SCHEMA) return NEWER;
      if (schema === null) await writeSchema(db);
      return { kind: 'written', value: await work() };
    });
  if (db.hasBeenClosed()) return CLOSED;
  try {
    return await attempt();
  } catch (error) {
    const failure = classifyFailure(error, 'use');
    if (db.hasBeenClosed()) return CLOSED;
    if (failure.kind !== 'failing') return { kind: 'failed', failure };
  }
  // A dead connection stays dead (and a full disk kills its reads, too) until it is opened again: once, then say so.
  try {
    await reopen(db);
    return await attempt();
  } catch (error) {
    return db.hasBeenClosed() ? CLOSED : { kind: 'failed', failure: classifyFailure(error, 'use') };
  }
}

const reopening = new WeakMap<NotebookDb, Promise<void>>();
/** Opens a broken connection again; all who ask at once share one attempt, so that none cuts the other's. */
export function reopen(db: NotebookDb): Promise<void> {
  const open = async () => {
    db.close({ disableAutoOpen: false });
    await db.open();
  };
  const attempt = reopening.get(db) ?? open().finally(() => reopening.delete(db));
  reopening.set(db, attempt);
  return attempt;
}
