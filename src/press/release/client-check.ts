// The app's own client core, run over a folder as if the folder were the server: as a client that is new, and as one
// that took an earlier release. What it refuses here, every phone would refuse.
import type { CatalogIndex } from '#domain/catalog.ts';
import { type Refused, refused } from '#press/outcome.ts';
import {
  checkChunk,
  checkCount,
  checkDigest,
  checkIndex,
  checkTargets,
  checkVersion,
  checkWhole,
} from '#sync/trust/contents.ts';
import { type Fresh, refresh, type TargetInfo, type TrustStore } from '#sync/trust/refresh.ts';
import type { Refused as ClientRefused } from '#sync/trust/refused.ts';
import type { Folder } from './folder.ts';
import { INDEX_NAME, objectName, targetsOfTimestamp } from './open-release.ts';
import { type PastRelease, pastReleases, rootsIn } from './published.ts';

/** What a client knows before it asks. */
export interface Client {
  /** For the report: `a new client`, `a client with release 3`. */
  readonly name: string;
  readonly trusted: ReadonlyMap<'root' | 'timestamp' | 'snapshot' | 'targets', Uint8Array<ArrayBuffer>>;
  readonly active: CatalogIndex | null;
}

export interface Converged {
  readonly kind: 'converged';
  readonly index: CatalogIndex;
  readonly fresh: Fresh;
}

const from = (client: Client, { reason, what }: ClientRefused): Refused =>
  refused('check-failed', `${client.name} refuses it: ${reason}, ${what}`);

/** Objects that were read and found sound, by target: the same for every client of one folder. */
export type Inspected = Map<string, ReturnType<typeof checkChunk>>;

async function inspect(folder: Folder, name: string, target: TargetInfo, seen: Inspected) {
  const object = objectName(name, target.sha256);
  const known = seen.get(object);
  if (known) return known;
  const bytes = folder.read(object);
  if (!bytes) return { kind: 'refused', reason: 'not-a-catalog', what: `${object}: not there` } as const;
  const wrong = await checkDigest({ name, ...target }, bytes);
  const content = wrong ?? checkChunk(name, bytes);
  seen.set(object, content);
  return content;
}

/** Where the client ends: with the release of the folder, or refusing it. */
export async function converge(
  folder: Folder,
  client: Client,
  now: Date,
  seen: Inspected = new Map(),
): Promise<Converged | Refused> {
  const trusted = new Map(client.trusted);
  const store: TrustStore = {
    read: async (role) => trusted.get(role) ?? null,
    write: async (role, bytes) => void trusted.set(role, bytes),
    drop: async (role) => void trusted.delete(role),
  };
  const fresh = await refresh({
    fetch: async (name, maxBytes) => {
      const bytes = folder.read(name);
      if (!bytes) return { kind: 'missing' };
      return bytes.length > maxBytes
        ? { kind: 'refused', reason: 'too-long', what: name }
        : { kind: 'body', bytes };
    },
    now: () => now.getTime(),
    store,
  });
  if (fresh.kind === 'refused') return from(client, fresh);
  const target = fresh.targets.get(INDEX_NAME);
  const bytes = target && folder.read(objectName(INDEX_NAME, target.sha256));
  if (!target || !bytes) return refused('check-failed', `${client.name} finds no ${INDEX_NAME}`);
  const wrong = await checkDigest({ name: INDEX_NAME, ...target }, bytes);
  if (wrong) return from(client, wrong);
  const index = checkIndex(bytes);
  if (index.kind === 'refused') return from(client, index);
  const unfit =
    checkVersion(index.value, client.active) ??
    checkCount(index.value, client.active) ??
    checkTargets(index.value, fresh.targets);
  if (unfit) return from(client, unfit);
  const contents = [];
  for (const { name, ...target } of index.value.chunks) {
    const content = await inspect(folder, name, target, seen);
    if (content.kind === 'refused') return from(client, content);
    contents.push(content.value);
  }
  const torn = checkWhole(index.value, contents);
  return torn ? from(client, torn) : { kind: 'converged', index: index.value, fresh };
}

/** A client that was built with this root and has nothing else. */
export const newClient = (root: Uint8Array<ArrayBuffer>): Client => ({
  name: 'a new client',
  trusted: new Map([['root', root]]),
  active: null,
});

/** A client as it was left by a release. */
export function clientOf(
  folder: Folder,
  { timestampBytes, root, release }: Pick<PastRelease, 'timestampBytes' | 'root' | 'release'>,
): Client | Refused {
  const led = targetsOfTimestamp(folder, timestampBytes);
  if (led.kind === 'refused') return led;
  return {
    name: `a client with release ${release.index.version}`,
    trusted: new Map([
      ['root', root.bytes],
      ['timestamp', timestampBytes],
      ['snapshot', led.snapshot.bytes],
      ['targets', led.targets.bytes],
    ]),
    active: release.index,
  };
}

const LONG_AGO = 10;

/** The releases a client is tried from: the one before, and one ten before that or the oldest; or every one. */
function tried(past: readonly PastRelease[], which: 'some' | 'every'): readonly PastRelease[] {
  if (which === 'every') return past;
  const picked = [past.at(-1), past.at(-LONG_AGO) ?? past[0]];
  return [...new Set(picked)].filter((release) => release !== undefined);
}

export interface Checked {
  readonly kind: 'checked';
  /** Names of the clients, each of which ended with the release of the folder. */
  readonly clients: readonly string[];
  readonly index: CatalogIndex;
  readonly fresh: Fresh;
}

/** @param also clients from elsewhere: the app as it was built. */
export async function checkClients(
  folder: Folder,
  now: Date,
  which: 'some' | 'every',
  also: readonly Client[] = [],
): Promise<Checked | Refused> {
  const found = rootsIn(folder);
  if (found.kind === 'refused') return found;
  const [oldest] = found.roots;
  if (!oldest) return refused('bad-metadata', 'there is no root');
  const past = pastReleases(folder);
  if (past.kind === 'refused') return past;
  const seen: Inspected = new Map();
  const first = await converge(folder, newClient(oldest.bytes), now, seen);
  if (first.kind === 'refused') return first;
  const clients = [newClient(oldest.bytes).name];
  for (const release of [...tried(past.releases, which), ...also]) {
    const client = 'trusted' in release ? release : clientOf(folder, release);
    if ('kind' in client) return client;
    const end = await converge(folder, client, now, seen);
    if (end.kind === 'refused') return end;
    clients.push(client.name);
  }
  return { kind: 'checked', clients, index: first.index, fresh: first.fresh };
}

/** The check of whoever only wants to know whether it passes. */
export const clientsTakeIt =
  (now: Date) =>
  async (folder: Folder): Promise<Refused | null> => {
    const checked = await checkClients(folder, now, 'some');
    return checked.kind === 'refused' ? checked : null;
  };
