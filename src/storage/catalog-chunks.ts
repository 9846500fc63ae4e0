// The chunks of the catalog, by digest. Only stores and finds; whether bytes are what they claim is sync's business.
import type { ChunkEntry } from '#domain/catalog.ts';
import type { CatalogDb, ChunkRow } from './catalog-db.ts';
import { readPointer } from './catalog-pointer.ts';

/** @returns the bytes by chunk name; a chunk that is not stored is absent. */
export async function readChunks(
  db: CatalogDb,
  chunks: readonly ChunkEntry[],
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const rows = await db.chunks.bulkGet(chunks.map((chunk) => chunk.sha256));
  const found = new Map<string, Uint8Array<ArrayBuffer>>();
  chunks.forEach((chunk, at) => {
    const bytes = rows[at]?.bytes;
    if (bytes) found.set(chunk.name, bytes);
  });
  return found;
}

export async function storeChunks(db: CatalogDb, rows: readonly ChunkRow[]): Promise<void> {
  await db.chunks.bulkPut(rows);
}

/**
 * Drops every chunk that neither the pointer nor `alsoKeep` names.
 * @param alsoKeep chunks of a catalog that is being installed.
 * @returns how many were dropped.
 */
export async function dropUnnamedChunks(
  db: CatalogDb,
  alsoKeep: readonly ChunkEntry[] = [],
): Promise<number> {
  return db.transaction('rw', db.chunks, db.pointer, async () => {
    const pointer = await readPointer(db);
    const named =
      pointer.kind === 'set'
        ? [pointer.active, pointer.previous].flatMap((index) => index?.chunks ?? [])
        : [];
    const keep = new Set([...named, ...alsoKeep].map((chunk) => chunk.sha256));
    const drop = (await db.chunks.toCollection().primaryKeys()).filter((sha256) => !keep.has(sha256));
    await db.chunks.bulkDelete(drop);
    return drop.length;
  });
}
