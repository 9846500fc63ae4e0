// What a folder has published: the newest root, the metadata that timestamp.json leads to, and the releases before.
import type { Metadata, Root, Snapshot, Targets, Timestamp } from '@tufjs/models';
import { refused, type Refused } from '#press/outcome.ts';
import type { Folder } from './folder.ts';
import { parseRoot, parseTimestamp, unsigned, type VersionedBytes } from './metadata.ts';
import {
  openRelease,
  type Release,
  releaseOfTimestamp,
  targetsOfTimestamp,
  TIMESTAMP_NAME,
} from './open-release.ts';

/** A file of metadata, read. */
interface MetadataFile<T extends Root | Timestamp | Snapshot | Targets> extends VersionedBytes {
  readonly metadata: Metadata<T>;
}
export type RootFile = MetadataFile<Root>;

export interface Published {
  readonly kind: 'published';
  readonly root: RootFile;
  readonly timestamp: MetadataFile<Timestamp>;
  readonly snapshot: MetadataFile<Snapshot>;
  readonly targets: MetadataFile<Targets>;
  readonly release: Release;
}
/** A folder in which nothing was published yet. */
export interface Unpublished {
  readonly kind: 'unpublished';
}

const versionsOf = (folder: Folder, role: string): number[] =>
  folder
    .names()
    .flatMap((name) => new RegExp(`^(\\d+)\\.${role}\\.json$`).exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);

/** Every root, oldest first. */
export function rootsIn(folder: Folder): { readonly kind: 'roots'; readonly roots: RootFile[] } | Refused {
  const roots: RootFile[] = [];
  for (const version of versionsOf(folder, 'root')) {
    const bytes = folder.read(`${version}.root.json`);
    if (!bytes) continue;
    const parsed = parseRoot(bytes);
    if (parsed.kind === 'refused') return parsed;
    if (parsed.metadata.signed.version !== version)
      return refused('bad-metadata', `${version}.root.json is version ${parsed.metadata.signed.version}`);
    roots.push({ version, bytes, metadata: parsed.metadata });
  }
  return { kind: 'roots', roots };
}

export function publishedIn(folder: Folder): Published | Unpublished | Refused {
  const timestampBytes = folder.read(TIMESTAMP_NAME);
  if (!timestampBytes) return { kind: 'unpublished' };
  const found = rootsIn(folder);
  if (found.kind === 'refused') return found;
  const root = found.roots.at(-1);
  if (!root) return refused('bad-metadata', 'there is a timestamp.json, but no root');
  const led = targetsOfTimestamp(folder, timestampBytes);
  if (led.kind === 'refused') return led;
  const release = openRelease(folder);
  if (release.kind === 'refused') return release;
  const { timestamp, snapshot, targets } = led;
  return { kind: 'published', root, timestamp, snapshot, targets, release };
}

/** A release that was in force once, as a client that took it then has it. */
export interface PastRelease {
  readonly timestampName: string;
  readonly timestampBytes: Uint8Array<ArrayBuffer>;
  readonly root: RootFile;
  readonly release: Release;
}

/** The name a timestamp is kept under when the next one takes its place. */
export const keptTimestampName = (version: number): string => `${version}.timestamp.json`;

/** Releases before the present one that are still whole, oldest first. */
export function pastReleases(
  folder: Folder,
): { readonly kind: 'past'; readonly releases: PastRelease[] } | Refused {
  const found = rootsIn(folder);
  if (found.kind === 'refused') return found;
  const releases: PastRelease[] = [];
  for (const version of versionsOf(folder, 'timestamp')) {
    const timestampName = keptTimestampName(version);
    const timestampBytes = folder.read(timestampName);
    if (!timestampBytes) continue;
    const timestamp = parseTimestamp(timestampBytes);
    if (timestamp.kind === 'refused') return timestamp;
    const release = releaseOfTimestamp(folder, timestampBytes);
    if (release.kind === 'refused') return release;
    const root = found.roots.find(({ metadata }) => !unsigned(metadata, 'timestamp', timestamp.metadata));
    if (!root) return refused('bad-metadata', `no root trusts ${timestampName}`);
    releases.push({ timestampName, timestampBytes, root, release });
  }
  return { kind: 'past', releases };
}
