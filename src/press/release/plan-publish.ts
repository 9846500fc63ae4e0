// A signed release and what is published → the writes that publish it, in the only order that is safe: objects under
// their hash, then metadata under its version, then timestamp.json. Cut anywhere before the last, the folder is still
// the old release. Pure; refuses what must never reach a phone.
import { refused, type Refused } from '#press/outcome.ts';
import { type Diff, diffReleases } from './diff.ts';
import type { Folder, Write } from './folder.ts';
import { parseRoot } from './metadata.ts';
import {
  INDEX_NAME,
  objectName,
  type Release,
  sha256Of,
  targetsOfTimestamp,
  TIMESTAMP_NAME,
} from './open-release.ts';
import { keptTimestampName, type Published, type Unpublished } from './published.ts';
import { disbelieved } from './sign.ts';

/** Percent of the programs that may change without a word from the publisher. */
export const MOST_CHANGED_PERCENT = 5;
/** Clients refuse a count that differs by more, unless the index says that it is meant. */
const MOST_COUNT_PERCENT = 20;

export interface PublishPlan {
  readonly kind: 'plan';
  /** Objects and metadata first, timestamp.json last. */
  readonly writes: readonly Write[];
  /** Null for the first release. */
  readonly diff: Diff | null;
}

interface SignedRelease {
  readonly release: Release;
  /** By published name, as `signRelease` made it. */
  readonly metadata: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** The metadata is about this release and follows what is published. */
function misfit({ release, metadata }: SignedRelease, published: Published | Unpublished): Refused | null {
  const timestamp = metadata.get(TIMESTAMP_NAME);
  if (!timestamp) return refused('not-signed', 'sign the release first');
  const alone: Folder = {
    names: () => [...metadata.keys()],
    read: (name) => metadata.get(name) ?? null,
    write: () => {},
    drop: () => {},
  };
  const led = targetsOfTimestamp(alone, timestamp);
  if (led.kind === 'refused') return led;
  for (const [name, bytes] of release.files) {
    if (led.files.get(name) !== sha256Of(bytes))
      return refused('not-signed', `${name} is not what was signed; sign the release again`);
  }
  const rootBytes = metadata.get('1.root.json');
  const first = rootBytes && parseRoot(rootBytes);
  if (first?.kind === 'refused') return first;
  if (published.kind === 'unpublished') {
    return first && rootBytes
      ? disbelieved({ version: 1, bytes: rootBytes, metadata: first.metadata }, metadata)
      : refused('stale-metadata', 'there is no root yet; sign the release again');
  }
  const stale =
    first !== undefined ||
    led.timestamp.version <= published.timestamp.version ||
    led.snapshot.version <= published.snapshot.version ||
    led.targets.version <= published.targets.version;
  if (stale) return refused('stale-metadata', 'something was published since; sign the release again');
  return disbelieved(published.root, metadata);
}

/** What the published release does not allow to happen to it. */
function unsafe(release: Release, published: Published, diff: Diff, isMeant: boolean): Refused | null {
  const { index: last } = published.release;
  const { index } = release;
  if (index.version < last.version)
    return refused(
      'lower-release',
      `release ${index.version} is older than ${last.version}, which is published`,
    );
  const same = sha256Of(release.files.get(INDEX_NAME) ?? new Uint8Array());
  if (
    index.version === last.version &&
    same !== sha256Of(published.release.files.get(INDEX_NAME) ?? new Uint8Array())
  )
    return refused('same-release', `release ${index.version} is published already, with other contents`);
  if (diff.vanished.length > 0) {
    const some = diff.vanished
      .slice(0, 5)
      .map(({ pid }) => pid)
      .join(', ');
    return refused('vanished-ids', `${diff.vanished.length} published programs are gone: ${some}`);
  }
  if (diff.percent > MOST_CHANGED_PERCENT && !isMeant)
    return refused(
      'too-many-changes',
      `${diff.percent.toFixed(1)} % of the programs changed, more than ${MOST_CHANGED_PERCENT} %: look at diff, then give --yes`,
    );
  const growth = last.programs === 0 ? 0 : (100 * Math.abs(index.programs - last.programs)) / last.programs;
  if (growth > MOST_COUNT_PERCENT && !index.countsFlag)
    return refused(
      'too-many-changes',
      `${last.programs} → ${index.programs} programs: clients refuse this unless release.json has "countsFlag": true`,
    );
  return null;
}

/**
 * @param folder read only, to leave out what is there already.
 * @param isMeant the publisher looked at the difference and said yes.
 */
export function planPublish(
  signed: SignedRelease,
  published: Published | Unpublished,
  folder: Folder,
  isMeant: boolean,
): PublishPlan | Refused {
  const { release, metadata } = signed;
  const wrong = misfit(signed, published);
  if (wrong) return wrong;
  const diff = published.kind === 'published' ? diffReleases(published.release, release) : null;
  if (diff?.kind === 'refused') return diff;
  if (published.kind === 'published' && diff) {
    const why = unsafe(release, published, diff, isMeant);
    if (why) return why;
  }
  const objects = [...release.files].map(
    ([name, bytes]): Write => ({ name: objectName(name, sha256Of(bytes)), bytes }),
  );
  const isThere = ({ name, bytes }: Write) => {
    const there = folder.read(name);
    return there !== null && sha256Of(there) === sha256Of(bytes);
  };
  const versioned = [...metadata]
    .filter(([name]) => name !== TIMESTAMP_NAME)
    .map(([name, bytes]): Write => ({ name, bytes }));
  const outgoing =
    published.kind === 'published'
      ? [{ name: keptTimestampName(published.timestamp.version), bytes: published.timestamp.bytes }]
      : [];
  const timestamp = metadata.get(TIMESTAMP_NAME);
  return {
    kind: 'plan',
    writes: [
      ...objects.filter((write) => !isThere(write)),
      ...[...versioned, ...outgoing].filter((write) => !isThere(write)),
      ...(timestamp ? [{ name: TIMESTAMP_NAME, bytes: timestamp }] : []),
    ],
    diff,
  };
}

/**
 * The files no kept release needs. Roots stay for ever: a client that slept for years follows them one by one.
 * @param timestamps names of those of the kept releases, `timestamp.json` among them.
 */
export function planPrune(folder: Folder, timestamps: readonly string[]): string[] | Refused {
  const needed = new Set(timestamps);
  for (const name of timestamps) {
    const bytes = folder.read(name);
    if (!bytes) return refused('bad-metadata', `no ${name}`);
    const led = targetsOfTimestamp(folder, bytes);
    if (led.kind === 'refused') return led;
    needed.add(led.snapshotName).add(led.targetsName);
    for (const [target, sha256] of led.files) needed.add(objectName(target, sha256));
  }
  const ours = /^(\d+\.(targets|snapshot|timestamp)\.json|t\/[0-9a-f]{64}\..+)$/;
  return folder.names().filter((name) => ours.test(name) && !needed.has(name));
}
