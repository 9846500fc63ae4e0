// The stored catalog as an update sees it: verbs that answer with data and never throw. Passed in, so that a fault can
// be put at any of them.
import type { CatalogIndex, ChunkEntry } from '#domain/catalog.ts';
import { areStored, dropUnnamedChunks, readChunks, storeChunks } from '#storage/catalog-chunks.ts';
import type { CatalogDb, TrustedFileRow } from '#storage/catalog-db.ts';
import {
  acknowledge,
  type FlipOutcome,
  flipPointer,
  forgetOthers,
  type Pointer,
  readPointer,
} from '#storage/catalog-pointer.ts';
import {
  dropTrusted,
  noteTimestamp,
  readLooks,
  readTrusted,
  type TimestampNotes,
  type TrustedRole,
  writeLooks,
  writeTrusted,
} from '#storage/catalog-trust.ts';
import { classifyFailure, type StorageFailure } from '#storage/failure.ts';
import type { ChunkBytes } from './outcome.ts';

export type Stored<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: StorageFailure };

type Bytes = Uint8Array<ArrayBuffer>;

export interface CatalogStore {
  readonly readPointer: () => Promise<Stored<Pointer>>;
  /** Those that are stored and sound. */
  readonly readChunks: (chunks: readonly ChunkEntry[]) => Promise<Stored<ChunkBytes>>;
  readonly areStored: (chunks: readonly ChunkEntry[]) => Promise<Stored<boolean>>;
  readonly storeChunk: (entry: ChunkEntry, bytes: Bytes) => Promise<Stored<void>>;
  /** Drops what no pointer names but `installing`, and with it the catalogs one could fall back to or compare with. */
  readonly makeRoom: (installing: readonly ChunkEntry[]) => Promise<Stored<void>>;
  /** @param now milliseconds since 1970. */
  readonly flip: (index: CatalogIndex, targetsVersion: number, now: number) => Promise<Stored<FlipOutcome>>;
  /** Drops the chunks no pointer names any more. */
  readonly tidy: () => Promise<Stored<void>>;
  readonly acknowledge: () => Promise<Stored<void>>;
  readonly readTrusted: (role: TrustedRole) => Promise<Stored<TrustedFileRow | null>>;
  readonly writeTrusted: (role: TrustedRole, bytes: Bytes) => Promise<Stored<void>>;
  readonly dropTrusted: (role: TrustedRole) => Promise<Stored<void>>;
  readonly noteTimestamp: (bytes: Bytes, notes: TimestampNotes) => Promise<Stored<void>>;
  readonly readLooks: () => Promise<Stored<unknown>>;
  readonly writeLooks: (looks: unknown) => Promise<Stored<void>>;
}

async function attempt<T>(work: () => Promise<T>): Promise<Stored<T>> {
  try {
    return { kind: 'ok', value: await work() };
  } catch (error) {
    return { kind: 'failed', failure: classifyFailure(error, 'use') };
  }
}

export function catalogStore(db: CatalogDb): CatalogStore {
  return {
    readPointer: () => attempt(() => readPointer(db)),
    readChunks: (chunks) => attempt(() => readChunks(db, chunks)),
    areStored: (chunks) => attempt(() => areStored(db, chunks)),
    storeChunk: ({ sha256, name }, bytes) => attempt(() => storeChunks(db, [{ sha256, name, bytes }])),
    makeRoom: (installing) =>
      attempt(async () => {
        await forgetOthers(db);
        await dropUnnamedChunks(db, installing);
      }),
    flip: (index, targetsVersion, now) => attempt(() => flipPointer(db, index, targetsVersion, now)),
    tidy: () =>
      attempt(async () => {
        await dropUnnamedChunks(db);
      }),
    acknowledge: () => attempt(() => acknowledge(db)),
    readTrusted: (role) => attempt(() => readTrusted(db, role)),
    writeTrusted: (role, bytes) => attempt(() => writeTrusted(db, role, bytes)),
    dropTrusted: (role) => attempt(() => dropTrusted(db, role)),
    noteTimestamp: (bytes, notes) => attempt(() => noteTimestamp(db, bytes, notes)),
    readLooks: () => attempt(() => readLooks(db)),
    writeLooks: (looks) => attempt(() => writeLooks(db, looks)),
  };
}
