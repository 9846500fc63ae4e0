// The stored catalog as the installer sees it: five verbs that answer with data and never throw. Passed in, so that a
// fault can be put at any of them.
import type { CatalogIndex, ChunkEntry } from '#domain/catalog.ts';
import { dropUnnamedChunks, readChunks, storeChunks } from '#storage/catalog-chunks.ts';
import type { CatalogDb } from '#storage/catalog-db.ts';
import { type FlipOutcome, flipPointer, forgetPrevious, readPointer } from '#storage/catalog-pointer.ts';
import { classifyFailure, type StorageFailure } from '#storage/failure.ts';
import type { ChunkBytes } from './outcome.ts';

export type Stored<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: StorageFailure };

export interface CatalogStore {
  /** The index in force, or null. */
  readonly readActive: () => Promise<Stored<CatalogIndex | null>>;
  readonly readChunks: (chunks: readonly ChunkEntry[]) => Promise<Stored<ChunkBytes>>;
  readonly storeChunk: (entry: ChunkEntry, bytes: Uint8Array<ArrayBuffer>) => Promise<Stored<void>>;
  /** Drops what no pointer names but `installing`, and with it the catalog one could fall back to. */
  readonly makeRoom: (installing: readonly ChunkEntry[]) => Promise<Stored<void>>;
  /** @param now milliseconds since 1970. */
  readonly flip: (index: CatalogIndex, now: number) => Promise<Stored<FlipOutcome>>;
  /** Drops the chunks no pointer names any more. */
  readonly tidy: () => Promise<Stored<void>>;
}

export function catalogStore(db: CatalogDb): CatalogStore {
  const attempt = async <T>(work: () => Promise<T>): Promise<Stored<T>> => {
    try {
      return { kind: 'ok', value: await work() };
    } catch (error) {
      return { kind: 'failed', failure: classifyFailure(error, 'use') };
    }
  };
  return {
    readActive: () =>
      attempt(async () => {
        const pointer = await readPointer(db);
        return pointer.kind === 'set' ? pointer.active : null;
      }),
    readChunks: (chunks) => attempt(() => readChunks(db, chunks)),
    storeChunk: ({ sha256, name }, bytes) => attempt(() => storeChunks(db, [{ sha256, name, bytes }])),
    makeRoom: (installing) =>
      attempt(async () => {
        await forgetPrevious(db);
        await dropUnnamedChunks(db, installing);
      }),
    flip: (index, now) => attempt(() => flipPointer(db, index, now)),
    tidy: () =>
      attempt(async () => {
        await dropUnnamedChunks(db);
      }),
  };
}
