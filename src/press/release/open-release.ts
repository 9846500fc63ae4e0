// A release, wherever it lies: as pressed (index.json beside its chunks), or published (whatever timestamp.json leads
// to). Every byte is checked against the name that led to it, but no signature is: that is the client's part.
import { createHash } from 'node:crypto';
import type { CatalogIndex } from '#domain/catalog.ts';
import { CatalogIndex as Index, ProgramsChunk, RedirectsChunk } from '#domain/catalog.ts';
import type { ProgramRecord } from '#domain/program.ts';
import { refused, type Refused } from '#press/outcome.ts';
import type { Folder } from './folder.ts';
import { parseSnapshot, parseTargets, parseTimestamp } from './metadata.ts';

export const INDEX_NAME = 'index.json';
export const TIMESTAMP_NAME = 'timestamp.json';

export interface Release {
  readonly kind: 'release';
  readonly index: CatalogIndex;
  /** `index.json` first, then the chunks as it names them. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Text → JSON, or undefined where it is none. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}

/** @param nameOf where a file of the release lies in the folder, by name and hash. */
function collect(
  folder: Folder,
  indexName: string,
  nameOf: (name: string, sha256: string) => string,
): Release | Refused {
  const bytes = folder.read(indexName);
  if (!bytes) return refused('no-release', `no ${indexName}`);
  const index = Index.safeParse(jsonOf(bytes));
  if (!index.success) return refused('bad-release', `${indexName}: ${index.error.issues[0]?.path.join('.')}`);
  const files = new Map([[INDEX_NAME, bytes]]);
  for (const { name, length, sha256 } of index.data.chunks) {
    const chunk = folder.read(nameOf(name, sha256));
    if (!chunk) return refused('bad-release', `${name} is missing`);
    if (chunk.length !== length || sha256Of(chunk) !== sha256)
      return refused('bad-release', `${name} is not what the index names`);
    files.set(name, chunk);
  }
  return { kind: 'release', index: index.data, files };
}

/** Where an object of a release is published. */
export const objectName = (name: string, sha256: string): string => `t/${sha256}.${name}`;

/** The release a timestamp leads to. */
export function releaseOfTimestamp(folder: Folder, timestamp: Uint8Array): Release | Refused {
  const found = targetsOfTimestamp(folder, timestamp);
  if (found.kind === 'refused') return found;
  const sha256 = found.files.get(INDEX_NAME);
  if (sha256 === undefined) return refused('bad-metadata', `the targets name no ${INDEX_NAME}`);
  const released = collect(folder, objectName(INDEX_NAME, sha256), objectName);
  if (released.kind === 'refused') return released;
  const index = released.files.get(INDEX_NAME);
  if (!index || sha256Of(index) !== sha256)
    return refused('bad-release', `${INDEX_NAME} is not what the targets name`);
  return released;
}

/** Follows a timestamp to the targets: their names and hashes, and the versions on the way. */
export function targetsOfTimestamp(folder: Folder, timestampBytes: Uint8Array) {
  const timestamp = parseTimestamp(timestampBytes);
  if (timestamp.kind === 'refused') return timestamp;
  const { version: snapshotVersion } = timestamp.metadata.signed.snapshotMeta;
  const snapshotName = `${snapshotVersion}.snapshot.json`;
  const snapshotBytes = folder.read(snapshotName);
  if (!snapshotBytes) return refused('bad-metadata', `no ${snapshotName}`);
  const snapshot = parseSnapshot(snapshotBytes);
  if (snapshot.kind === 'refused') return snapshot;
  const targetsVersion = snapshot.metadata.signed.meta['targets.json']?.version ?? 0;
  const targetsName = `${targetsVersion}.targets.json`;
  const targetsBytes = folder.read(targetsName);
  if (!targetsBytes) return refused('bad-metadata', `no ${targetsName}`);
  const targets = parseTargets(targetsBytes);
  if (targets.kind === 'refused') return targets;
  const named = Object.entries(targets.metadata.signed.targets);
  return {
    kind: 'found' as const,
    timestamp: {
      version: timestamp.metadata.signed.version,
      bytes: new Uint8Array(timestampBytes),
      metadata: timestamp.metadata,
    },
    snapshot: { version: snapshotVersion, bytes: snapshotBytes, metadata: snapshot.metadata },
    targets: { version: targetsVersion, bytes: targetsBytes, metadata: targets.metadata },
    snapshotName,
    targetsName,
    /** Name → SHA-256. */
    files: new Map(named.map(([name, file]) => [name, file.hashes['sha256'] ?? ''])),
  };
}

/** The release in a folder: the published one where there is a timestamp, else the one that was pressed there. */
export function openRelease(folder: Folder): Release | Refused {
  const timestamp = folder.read(TIMESTAMP_NAME);
  return timestamp ? releaseOfTimestamp(folder, timestamp) : collect(folder, INDEX_NAME, (name) => name);
}

export interface Programs {
  readonly kind: 'programs';
  readonly records: ReadonlyMap<string, ProgramRecord>;
  readonly redirects: Readonly<Record<string, readonly string[]>>;
}

/** Every program of a release by pid, in order, and where the merged and split ones went. */
export function programsOf(release: Release): Programs | Refused {
  const records: ProgramRecord[] = [];
  let redirects: Programs['redirects'] = {};
  for (const [name, bytes] of release.files) {
    if (name === 'redirects.json') {
      const chunk = RedirectsChunk.safeParse(jsonOf(bytes));
      if (!chunk.success) return refused('bad-release', `${name} cannot be read`);
      redirects = chunk.data.redirects;
    }
    if (!/^p-[0-3][0-9a-f]\.json$/.test(name)) continue;
    const chunk = ProgramsChunk.safeParse(jsonOf(bytes));
    if (!chunk.success) return refused('bad-release', `${name} cannot be read`);
    records.push(...chunk.data.programs);
  }
  const sorted = records.toSorted((a, b) => (a.pid < b.pid ? -1 : 1));
  return { kind: 'programs', records: new Map(sorted.map((record) => [record.pid, record])), redirects };
}
