// The single checks of a refresh (specification 5.3–5.6), each null where it passes. They know no network and no
// storage; refresh.ts says in which order they hold.
import { sha256Hex, sha512Hex } from './digest.ts';
import type { KeysOfRole, MetaFile, Root, Snapshot, Timestamp } from './metadata.ts';
import { type Refused, refused } from './refused.ts';

const DIGESTS = new Map([
  ['sha256', sha256Hex],
  ['sha512', sha512Hex],
]);

/** Check against wrong and endless files: what one file of metadata says of another's length and digests. */
export async function checkFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  { length, hashes }: Pick<MetaFile, 'length' | 'hashes'>,
): Promise<Refused | null> {
  if (length !== undefined && bytes.length !== length) {
    return refused('wrong-hash', `${name}: ${bytes.length} of ${length} bytes`);
  }
  if (!hashes) return null;
  const known = Object.entries(hashes).filter(([algorithm]) => DIGESTS.has(algorithm));
  if (known.length === 0) return refused('wrong-hash', `${name}: no digest that is known here`);
  for (const [algorithm, digest] of known) {
    if ((await DIGESTS.get(algorithm)?.(bytes)) !== digest) return refused('wrong-hash', name);
  }
  return null;
}

/**
 * Check for a freeze attack (5.3.10, 5.4.4, 5.5.6, 5.6.5).
 * @param start of the refresh, milliseconds since 1970; the same for all of it.
 */
export const checkExpiry = (name: string, { expires }: { expires: string }, start: number): Refused | null =>
  Date.parse(expires) > start ? null : refused('expired', `${name}: ${expires}`);

/** Check for a rollback of the timestamp and of the snapshot it names (5.4.3). */
export function checkTimestampRollback(next: Timestamp, before: Timestamp): Refused | null {
  if (next.version < before.version) {
    return refused('rollback', `timestamp.json: ${next.version} offered, ${before.version} trusted`);
  }
  const [offered, trusted] = [next.meta['snapshot.json'].version, before.meta['snapshot.json'].version];
  return offered < trusted
    ? refused('rollback', `timestamp.json: snapshot ${offered} offered, ${trusted} trusted`)
    : null;
}

/** Check for a rollback of any file the snapshot names, and for one that is left out (5.5.5). */
export function checkSnapshotRollback(next: Snapshot, before: Snapshot): Refused | null {
  const offered = new Map(Object.entries(next.meta));
  for (const [name, { version: trusted }] of Object.entries(before.meta)) {
    const version = offered.get(name)?.version;
    if (version === undefined) return refused('mixed', `snapshot.json: ${name} is no longer named`);
    if (version < trusted) {
      return refused('rollback', `snapshot.json: ${name} ${version} offered, ${trusted} trusted`);
    }
  }
  return null;
}

/** Check against mix-and-match (5.5.4, 5.6.4): the very version the file above names. */
export const checkVersion = (
  name: string,
  { version }: { version: number },
  named: number,
): Refused | null =>
  version === named ? null : refused('mixed', `${name}: version ${version} where ${named} is named`);

/**
 * Whether a key of the timestamp or the snapshot was taken back: then what it signed may be a forged version that no
 * honest one will ever reach, and is forgotten (5.3.11).
 */
export const isKeyTakenBack = (before: Root, after: Root): boolean =>
  [
    [before.roles.timestamp, after.roles.timestamp],
    [before.roles.snapshot, after.roles.snapshot],
  ].some(([old, now]) => old && now && isOneMissing(old, now));

const isOneMissing = (old: KeysOfRole, now: KeysOfRole): boolean =>
  old.keyids.some((keyid) => !now.keyids.includes(keyid));
