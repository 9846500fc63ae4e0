// The chunks of one release on their way in: in memory, and stored as long as storage goes along. What has arrived is
// kept by its digest, so a broken-off update goes on where it stopped.
import type { CatalogIndex, ChunkEntry } from '#domain/catalog.ts';
import type { CatalogStore } from './catalog-store.ts';
import { type ChunkBytes, type SyncOutcome } from './outcome.ts';
import { refused } from './trust/refused.ts';
import { checkDigest } from './trust/contents.ts';

export interface Shelf {
  readonly chunks: ChunkBytes;
  /** @param bytes checked. */
  readonly put: (entry: ChunkEntry, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Puts the release in force in one transaction. Null: done. */
  readonly putInForce: (targetsVersion: number, now: number) => Promise<SyncOutcome | null>;
}

/** @param active in force now, or null. */
export async function openShelf(
  port: CatalogStore | null,
  index: CatalogIndex,
  active: CatalogIndex | null,
): Promise<Shelf> {
  let store = port;
  let isFull = false;

  const chunks: ChunkBytes = new Map();
  const stored = await store?.readChunks(index.chunks);
  if (stored?.kind === 'ok') {
    for (const entry of index.chunks) {
      const bytes = stored.value.get(entry.name);
      // Bytes can rot where they lie; a damaged chunk counts as missing and is fetched anew.
      if (bytes && (await checkDigest(entry, bytes)) === null) chunks.set(entry.name, bytes);
    }
  } else store = null;

  const put: Shelf['put'] = async (entry, bytes) => {
    chunks.set(entry.name, bytes);
    let done = await store?.storeChunk(entry, bytes);
    if (done?.kind === 'failed' && done.failure.kind === 'quota') {
      await store?.makeRoom(index.chunks);
      done = await store?.storeChunk(entry, bytes);
    }
    if (done?.kind === 'failed') {
      isFull = done.failure.kind === 'quota';
      store = null;
    }
  };

  const held = (): SyncOutcome =>
    // With a catalog in force nobody is better off with one that is gone tomorrow.
    isFull && active ? refused('no-space', index.date) : { kind: 'held', index, chunks };

  const putInForce: Shelf['putInForce'] = async (targetsVersion, now) => {
    let done = await store?.flip(index, targetsVersion, now);
    if (done?.kind === 'ok' && done.value.kind === 'refused' && done.value.reason === 'missing-chunks') {
      // Another tab tidied up what was on its way; it is all still here.
      for (const entry of index.chunks) await put(entry, chunks.get(entry.name) ?? new Uint8Array());
      done = await store?.flip(index, targetsVersion, now);
    }
    if (done?.kind !== 'ok') {
      isFull ||= done?.failure.kind === 'quota';
      return held();
    }
    if (done.value.kind === 'refused') {
      return done.value.reason === 'rollback'
        ? refused('rollback', `${index.version} offered, ${done.value.active} in force`)
        : held();
    }
    return null;
  };

  return { chunks, put, putInForce };
}
