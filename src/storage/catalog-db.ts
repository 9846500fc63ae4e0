// The catalog as stored: chunks named by their digest, and one pointer that says which index is in force. Replaceable:
// everything in it came with the app or by sync. Holds no word of the user ([Note: Two databases] in notebook-db.ts).
import { Dexie, type Table } from 'dexie';
import type { IndexedDbPort } from './notebook-db.ts';

export const CATALOG_NAME = 'cairn-catalog';

export interface ChunkRow {
  /** Lower-case hex. Names the row: a chunk of the same content is stored once. */
  readonly sha256: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The indexes are parsed where they are read. */
export interface PointerRow {
  readonly id: 'catalog';
  readonly active: unknown;
  readonly previous: unknown;
  /** When it was set, milliseconds since 1970. */
  readonly at: number;
}

export class CatalogDb extends Dexie {
  declare readonly chunks: Table<ChunkRow, string>;
  declare readonly pointer: Table<PointerRow, string>;

  constructor(port: IndexedDbPort) {
    super(CATALOG_NAME, { ...port, cache: 'disabled' });
    this.version(1).stores({ chunks: 'sha256', pointer: 'id' });
  }
}
