// The files of the published folder, as an update asks for them: metadata by name, chunks by digest. The chunks of the
// release the app was built with lie at the same addresses, where the service worker answers for them without a network.
import type { ChunkEntry } from '#domain/catalog.ts';
import { fetchCapped, type Fetched, type FetchPorts } from './trust/fetch-capped.ts';
import { checkDigest } from './trust/contents.ts';
import { LIMITS } from './trust/limits.ts';
import { type Refused, refused } from './trust/refused.ts';

type Body = { readonly kind: 'body'; readonly bytes: Uint8Array<ArrayBuffer> } | Refused;

export interface PublishedFiles {
  readonly metadata: (name: string, maxBytes: number, etag?: string) => Promise<Fetched>;
  /** A target of the expected length and digest, or why not. */
  readonly target: (entry: ChunkEntry, signal?: AbortSignal) => Promise<Body>;
}

/** @param base address of the app, ending in `/`. */
export function publishedFiles(base: string, ports: FetchPorts, signal: AbortSignal): PublishedFiles {
  const addressOf = (name: string) => new URL(`data/${name}`, base).href;
  return {
    metadata: (name, maxBytes, etag) =>
      fetchCapped(addressOf(name), name, maxBytes, ports, signal, etag === undefined ? {} : { etag }),
    async target(entry, itsSignal = signal) {
      const { name, length, sha256 } = entry;
      const fetched = await fetchCapped(addressOf(`t/${sha256}.${name}`), name, length, ports, itsSignal);
      if (fetched.kind === 'refused') return fetched;
      if (fetched.kind !== 'body') return refused('not-a-catalog', `${name}: not there`);
      return (await checkDigest(entry, fetched.bytes)) ?? fetched;
    },
  };
}

/** Works through a list, a few at a time; the first refusal stops the rest and is the answer. */
export async function inParallel<T>(
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
