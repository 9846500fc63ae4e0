// The notebook: everything the user wrote. Precious. Versions are append-only: a table, an index or a name that once
// shipped is never changed in its `version()` line, it gets a new line.
//
// [Note: Two databases] The notebook and the catalog are apart, so that the bulk writes of the catalog never touch the
// database that cannot be had again, and so that each can be erased alone.
//
// [Note: Schema gate] Dexie opens a database made by a newer version in silence and writes old shapes into it. So the
// shape has a number of its own, in the `meta` row `schema`, and every write transaction looks at it first.
import { Dexie, type Table } from 'dexie';

export const NOTEBOOK_NAME = 'cairn-notebook';
/** Shape of the rows this version writes. */
export const NOTEBOOK_SCHEMA = 1;

/** Around every row; `changedAt` and `deletedAt` are milliseconds since 1970 on this device's clock. */
export interface RowEnvelope {
  readonly id: string;
  readonly schema: number;
  readonly changedAt: number;
  readonly deletedAt?: number;
}
/** A row as stored: its value is unknown until it has been parsed. */
export type StoredRow = RowEnvelope & Readonly<Record<string, unknown>>;

export type MetaRow =
  | { readonly id: 'schema'; readonly schema: number }
  /** A row that no longer parsed and had to make room; kept whole. */
  | {
      readonly id: `set-aside/${string}`;
      readonly table: string;
      readonly row: unknown;
      readonly at: number;
    };

export type NotebookTable =
  | 'profile'
  | 'wishes'
  | 'shortlist'
  | 'pickMarks'
  | 'settings'
  | 'corrections'
  | 'ownPrograms'
  | 'duelAnswers'
  | 'scenarios'
  | 'ownCriteria'
  | 'rankLists';

export interface IndexedDbPort {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

export class NotebookDb extends Dexie {
  declare readonly meta: Table<MetaRow, string>;
  declare readonly profile: Table<StoredRow, string>;
  declare readonly wishes: Table<StoredRow, string>;
  declare readonly shortlist: Table<StoredRow, string>;
  declare readonly pickMarks: Table<StoredRow, string>;
  declare readonly settings: Table<StoredRow, string>;
  declare readonly corrections: Table<StoredRow, string>;
  declare readonly ownPrograms: Table<StoredRow, string>;
  declare readonly duelAnswers: Table<StoredRow, string>;
  declare readonly scenarios: Table<StoredRow, string>;
  declare readonly ownCriteria: Table<StoredRow, string>;
  declare readonly rankLists: Table<StoredRow, string>;

  constructor(port: IndexedDbPort) {
    super(NOTEBOOK_NAME, {
      ...port,
      // What was acknowledged survives a power cut, too.
      chromeTransactionDurability: 'strict',
      // Dexie's cache shows a write before it is committed; a notebook shows only what is stored.
      cache: 'disabled',
    });
    this.version(1).stores({
      meta: 'id',
      profile: 'id',
      wishes: 'id',
      shortlist: 'id',
      pickMarks: 'id',
      settings: 'id',
    });
    this.version(2).stores({
      corrections: 'id',
      ownPrograms: 'id',
      duelAnswers: 'id',
      scenarios: 'id',
      ownCriteria: 'id',
      rankLists: 'id',
    });
  }
}
