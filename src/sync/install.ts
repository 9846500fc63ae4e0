// Installs the catalog found under an address: all of it, verified, or nothing. Whatever happens on the way, the one in
// force stays in force until a single transaction puts a whole new one in its place. What has arrived is kept by its
// digest, so a broken-off installation goes on where it stopped.
import type { CatalogIndex, ChunkEntry } from '#domain/catalog.ts';
import type { CatalogStore } from './catalog-store.ts';
import { fetchCapped, type FetchPorts } from './fetch-capped.ts';
import { LIMITS } from './limits.ts';
import { type ChunkBytes, type Refused, refused, type SyncOutcome, type SyncProgress } from './outcome.ts';
import {
  checkChunk,
  checkDigest,
  checkIndex,
  checkVersion,
  checkWhole,
  type ChunkContent,
  INDEX_NAME,
  isSameCatalog,
} from './trust.ts';

export interface InstallPorts extends FetchPorts {
  /** Null where the browser stores nothing: then a good catalog is `held`. */
  readonly store: CatalogStore | null;
}

/**
 * @param base address of the app, ending in `/`; the catalog lies in its folder `data`.
 * @param signal stops it; what has arrived stays stored.
 */
export async function installCatalog(
  base: string,
  ports: InstallPorts,
  onProgress: SyncProgress,
  signal: AbortSignal,
): Promise<SyncOutcome> {
  const addressOf = (name: string) => new URL(`data/${name}`, base).href;
  const body = await fetchCapped(addressOf(INDEX_NAME), INDEX_NAME, LIMITS.indexBytes, ports, signal);
  if (body.kind === 'refused') return body;
  const checked = checkIndex(body.bytes);
  if (checked.kind === 'refused') return checked;
  const index = checked.value;

  const shelf = await openShelf(ports.store, index);
  const older = checkVersion(index, shelf.active);
  if (older) return older;
  const missing = index.chunks.filter((entry) => !shelf.chunks.has(entry.name));
  if (missing.length === 0 && isSameCatalog(index, shelf.active)) return { kind: 'unchanged' };

  const contents: ChunkContent[] = [];
  for (const [name, bytes] of shelf.chunks) {
    const content = checkChunk(name, bytes);
    if (content.kind === 'refused') return content;
    contents.push(content.value);
  }

  let fetchedBytes = 0;
  let done = shelf.chunks.size;
  onProgress(done, index.chunks.length);
  const broken = await inParallel(missing, signal, async (entry, signal) => {
    const body = await fetchCapped(addressOf(entry.name), entry.name, entry.length, ports, signal);
    if (body.kind === 'refused') return body;
    const wrong = await checkDigest(entry, body.bytes);
    if (wrong) return wrong;
    const content = checkChunk(entry.name, body.bytes);
    if (content.kind === 'refused') return content;
    contents.push(content.value);
    fetchedBytes += body.bytes.length;
    await shelf.put(entry, body.bytes);
    onProgress(++done, index.chunks.length);
    return null;
  });
  if (broken) return broken;
  const unsound = checkWhole(contents);
  if (unsound) return unsound;
  if (signal.aborted) return refused('cancelled', 'before it was put in force');

  const outcome = await shelf.putInForce(ports.clock.now());
  return (
    outcome ?? { kind: 'installed', version: index.version, fetched: missing.length, bytes: fetchedBytes }
  );
}

/** The chunks of one index: in memory, and stored as long as storage goes along. */
interface Shelf {
  readonly active: CatalogIndex | null;
  readonly chunks: ChunkBytes;
  readonly put: (entry: ChunkEntry, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Null: in force. */
  readonly putInForce: (now: number) => Promise<SyncOutcome | null>;
}

async function openShelf(port: CatalogStore | null, index: CatalogIndex): Promise<Shelf> {
  let store = port;
  let isFull = false;
  const found = await store?.readActive();
  const active = found?.kind === 'ok' ? found.value : null;
  if (found?.kind === 'failed') store = null;

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

  const putInForce: Shelf['putInForce'] = async (now) => {
    let done = await store?.flip(index, now);
    if (done?.kind === 'ok' && done.value.kind === 'refused' && done.value.reason === 'missing-chunks') {
      // Another tab tidied up what was on its way; it is all still here.
      for (const entry of index.chunks) await put(entry, chunks.get(entry.name) ?? new Uint8Array());
      done = await store?.flip(index, now);
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
    await store?.tidy();
    return null;
  };

  return { active, chunks, put, putInForce };
}

/** Works through a list, a few at a time; the first refusal stops the rest and is the answer. */
async function inParallel<T>(
  list: readonly T[],
  signal: AbortSignal,
  work: (item: T, signal: AbortSignal) => Promise<Refused | null>,
): Promise<Refused | null> {
  const all = new AbortController();
  const cancel = () => all.abort();
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  let first: Refused | null = null;
  const rest = list.values();
  const lane = async () => {
    for (const item of rest) {
      if (all.signal.aborted) return;
      const broken = await work(item, all.signal);
      if (broken) {
        first ??= broken;
        all.abort();
      }
    }
  };
  await Promise.all(Array.from({ length: LIMITS.parallel }, lane));
  signal.removeEventListener('abort', cancel);
  return first ?? (signal.aborted ? refused('cancelled', 'on the way') : null);
}
