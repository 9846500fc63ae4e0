// Installs a release whose targets are trusted: all of it, verified, or nothing. Whatever happens on the way, the one in
// force stays in force until a single transaction puts a whole new one in its place.
import type { CatalogIndex } from '#domain/catalog.ts';
import type { CatalogStore } from './catalog-store.ts';
import type { SyncOutcome, SyncProgress } from './outcome.ts';
import { inParallel, type PublishedFiles } from './published-files.ts';
import { openShelf } from './shelf.ts';
import {
  checkChunk,
  checkCount,
  checkIndex,
  checkTargets,
  checkVersion,
  checkWhole,
  type ChunkContent,
  INDEX_NAME,
  isSameCatalog,
} from './trust/contents.ts';
import { LIMITS } from './trust/limits.ts';
import type { Fresh } from './trust/refresh.ts';
import { refused } from './trust/refused.ts';

export interface Installation {
  readonly files: PublishedFiles;
  /** Null where the browser stores nothing: then a good catalog is `held`. */
  readonly store: CatalogStore | null;
  /** In force now, or null. */
  readonly active: CatalogIndex | null;
  readonly trusted: Fresh;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onProgress: SyncProgress;
  readonly signal: AbortSignal;
}

export async function installRelease(installation: Installation): Promise<SyncOutcome> {
  const { files, store, active, trusted, now, onProgress, signal } = installation;
  const { targets, versions } = trusted;
  const target = targets.get(INDEX_NAME);
  if (!target) return refused('mixed', `${INDEX_NAME} is no target`);
  if (target.length > LIMITS.indexBytes) return refused('too-long', `${INDEX_NAME}: ${target.length} bytes`);
  const body = await files.target({ name: INDEX_NAME, ...target });
  if (body.kind === 'refused') return body;
  const checked = checkIndex(body.bytes);
  if (checked.kind === 'refused') return checked;
  const index = checked.value;
  const wrong = checkVersion(index, active) ?? checkTargets(index, targets) ?? checkCount(index, active);
  if (wrong) return wrong;

  const shelf = await openShelf(store, index, active);
  const missing = index.chunks.filter((entry) => !shelf.chunks.has(entry.name));
  if (missing.length === 0 && isSameCatalog(index, active)) {
    // The same release under newer targets. What has arrived of a newer one is named by nothing yet, and stays.
    return (await shelf.putInForce(versions.targets, now())) ?? { kind: 'unchanged' };
  }

  const contents: ChunkContent[] = [];
  for (const [name, bytes] of shelf.chunks) {
    const content = checkChunk(name, bytes);
    if (content.kind === 'refused') return content;
    contents.push(content.value);
  }

  let fetchedBytes = 0;
  const ofBytes = index.chunks.reduce((sum, { length }) => sum + length, 0);
  let bytesHere = ofBytes - missing.reduce((sum, { length }) => sum + length, 0);
  let done = shelf.chunks.size;
  const tell = () =>
    onProgress({ kind: 'fetching', done, of: index.chunks.length, bytes: bytesHere, ofBytes });
  tell();
  const broken = await inParallel(missing, signal, async (entry, itsSignal) => {
    const body = await files.target(entry, itsSignal);
    if (body.kind === 'refused') return body;
    const content = checkChunk(entry.name, body.bytes);
    if (content.kind === 'refused') return content;
    contents.push(content.value);
    fetchedBytes += entry.length;
    await shelf.put(entry, body.bytes);
    done++;
    bytesHere += entry.length;
    tell();
    return null;
  });
  if (broken) return broken;
  const unsound = checkWhole(index, contents);
  if (unsound) return unsound;
  if (signal.aborted) return refused('cancelled', 'before it was put in force');

  const outcome = await shelf.putInForce(versions.targets, now());
  if (outcome) return outcome;
  await store?.tidy();
  return {
    kind: 'installed',
    version: index.version,
    from: active?.version ?? null,
    fetched: missing.length,
    bytes: fetchedBytes,
  };
}
