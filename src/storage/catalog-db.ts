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
  /** The index whose changes the user has acknowledged last; absent in rows of the first version. */
  readonly seen?: unknown;
  /** Version of the signed targets `active` was found by; absent in rows of the first version. */
  readonly targetsVersion?: number;
  /** When it was set, milliseconds since 1970. */
  readonly at: number;
}

/** A file of signed metadata that is trusted, byte for byte. */
export interface TrustedFileRow {
  readonly role: 'root' | 'timestamp' | 'snapshot' | 'targets';
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The server's name for these very bytes. Of the timestamp only, as are the next three. */
  readonly etag?: string;
  /** When a publisher's answer last agreed with them, milliseconds since 1970. */
  readonly verifiedAt?: number;
  /** When the first of the four files expires, milliseconds since 1970. */
  readonly freshUntil?: number;
  /** Of the targets these bytes lead to. */
  readonly targetsVersion?: number;
}
/** What is remembered of earlier looks for a newer catalog; the shape is sync's business. */
export interface LooksRow {
  readonly role: 'looks';
  readonly looks: unknown;
}
export type TrustRow = TrustedFileRow | LooksRow;

export class CatalogDb extends Dexie {
  declare readonly chunks: Table<ChunkRow, string>;
  declare readonly pointer: Table<PointerRow, string>;
  declare readonly trust: Table<TrustRow, string>;

  constructor(port: IndexedDbPort) {
    super(CATALOG_NAME, { ...port, cache: 'disabled' });
    // Append-only, as in notebook-db.ts.
    this.version(1).stores({ chunks: 'sha256', pointer: 'id' });
    this.version(2).stores({ trust: 'role' });
  }
}
