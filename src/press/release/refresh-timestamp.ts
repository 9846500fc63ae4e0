// What a daily job does: a new timestamp with a new expiry, and a new snapshot where the old one would not last. Pure.
// It says nothing new about the catalog; it says that the old is still true.
import type { Refused } from '#press/outcome.ts';
import type { Write } from './folder.ts';
import { type KeyRing, type Role, ROLES } from './keys.ts';
import {
  daysUntil,
  expiryAfter,
  signedBytes,
  snapshotOf,
  timestampOf,
  type VersionedBytes,
} from './metadata.ts';
import { TIMESTAMP_NAME } from './open-release.ts';
import type { Published } from './published.ts';
import { disbelieved, type ExpiryDays, trustedKeys } from './sign.ts';

export interface Renewal {
  readonly kind: 'renewal';
  /** The timestamp is last. */
  readonly writes: readonly Write[];
}

export function renewTimestamp(
  published: Published,
  keys: KeyRing,
  now: Date,
  days: Pick<ExpiryDays, 'snapshot' | 'timestamp'>,
): Renewal | Refused {
  const { root, targets } = published;
  const metadata = new Map<string, Uint8Array<ArrayBuffer>>();
  let snapshot: VersionedBytes = published.snapshot;
  // Half of its time gone: early enough that a job which fails for some days is no harm.
  if (daysUntil(published.snapshot.metadata.signed.expires, now) < days.snapshot / 2) {
    const version = snapshot.version + 1;
    const body = snapshotOf({ version, expires: expiryAfter(now, days.snapshot) }, targets);
    snapshot = { version, bytes: signedBytes(body, trustedKeys(root, keys, 'snapshot')) };
    metadata.set(`${version}.snapshot.json`, snapshot.bytes);
  }
  const head = { version: published.timestamp.version + 1, expires: expiryAfter(now, days.timestamp) };
  metadata.set(
    TIMESTAMP_NAME,
    signedBytes(timestampOf(head, snapshot), trustedKeys(root, keys, 'timestamp')),
  );
  const wrong = disbelieved(root, metadata);
  if (wrong) return wrong;
  return { kind: 'renewal', writes: [...metadata].map(([name, bytes]) => ({ name, bytes })) };
}

/** Days until each role expires; negative where it has. */
export function daysLeft(published: Published, now: Date): ReadonlyMap<Role, number> {
  return new Map(ROLES.map((role) => [role, daysUntil(published[role].metadata.signed.expires, now)]));
}
