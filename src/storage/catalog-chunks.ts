// The chunks of the catalog, by digest. Whether bytes are fit to be stored is sync's business; that they have not rotted
// since is seen to here, at every reading.
import type { ChunkEntry } from '#domain/catalog.ts';
import type { CatalogDb, ChunkRow } from './catalog-db.ts';
import { readPointer } from './catalog-pointer.ts';

/** @returns the bytes by chunk name; a chunk that is not stored, or no longer what it was, is absent. */
export async function readChunks(
  db: CatalogDb,
  chunks: readonly ChunkEntry[],
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const rows = await db.chunks.bulkGet(chunks.map((chunk) => chunk.sha256));
  const found = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [at, chunk] of chunks.entries()) {
    const bytes = rows[at]?.bytes;
    if (bytes && (await isSound(chunk, bytes))) found.set(chunk.name, bytes);
  }
  return found;
}

async function isSound({ length, sha256 }: ChunkEntry, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  if (bytes.length !== length) return false;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return digest.every((byte, at) => byte === Number.parseInt(sha256.slice(2 * at, 2 * at + 2), 16));
}

/** Whether a chunk is stored for each of these, sound or not: asks without reading. */
export async function areStored(db: CatalogDb, chunks: readonly ChunkEntry[]): Promise<boolean> {
  const digests = [...new Set(chunks.map((chunk) => chunk.sha256))];
  return (await db.chunks.where('sha256').anyOf(digests).count()) === digests.length;
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
        ? [pointer.active, pointer.previous, pointer.seen].flatMap((index) => index?.chunks ?? [])
        : [];
    const keep = new Set([...named, ...alsoKeep].map((chunk) => chunk.sha256));
    const drop = (await db.chunks.toCollection().primaryKeys()).filter((sha256) => !keep.has(sha256));
    await db.chunks.bulkDelete(drop);
    return drop.length;
  });
}
