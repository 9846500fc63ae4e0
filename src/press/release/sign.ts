// A pressed release → the metadata that makes clients believe it. Pure: the published state, the keys and the clock
// come in, bytes go out. Versions only ever rise above what is published.
import { refused, type Refused } from '#press/outcome.ts';
import { keysFor, type KeyRing, type Role, ROLES } from './keys.ts';
import {
  expiryAfter,
  keysOfRole,
  modelKey,
  parseRoot,
  parseSnapshot,
  parseTargets,
  parseTimestamp,
  rootOf,
  signedBytes,
  snapshotOf,
  targetsOf,
  THRESHOLDS,
  timestampOf,
  unsigned,
  type VersionedBytes,
} from './metadata.ts';
import type { Release } from './open-release.ts';
import type { Published, RootFile, Unpublished } from './published.ts';

/** Days until each role's metadata expires. */
export type ExpiryDays = Readonly<Record<Role, number>>;
export const EXPIRY_DAYS: ExpiryDays = { root: 730, targets: 365, snapshot: 14, timestamp: 14 };

export interface Signed {
  readonly kind: 'signed';
  /** By published name: `1.root.json` where it is new, `V.targets.json`, `V.snapshot.json`, `timestamp.json`. */
  readonly metadata: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Enough keys to make metadata of every role count; otherwise which are missing. */
function missingKeys(keys: KeyRing, roles: readonly Role[]): Refused | null {
  for (const role of roles) {
    const found = keysFor(keys, role).length;
    if (found < THRESHOLDS[role])
      return refused('bad-keys', `${found} ${role} keys, ${THRESHOLDS[role]} must sign`);
  }
  return null;
}

/** The first root: it trusts every key of the ring, and is signed by the root keys. */
function firstRoot(keys: KeyRing, expires: string): RootFile | Refused {
  const lacking = missingKeys(keys, ROLES);
  if (lacking) return lacking;
  const keysOf = (role: Role) => keysFor(keys, role).map(modelKey);
  const root = rootOf(
    { version: 1, expires },
    {
      root: keysOf('root'),
      targets: keysOf('targets'),
      snapshot: keysOf('snapshot'),
      timestamp: keysOf('timestamp'),
    },
  );
  const bytes = signedBytes(root, keysFor(keys, 'root'));
  const parsed = parseRoot(bytes);
  if (parsed.kind === 'refused') return parsed;
  return (
    unsigned(parsed.metadata, 'root', parsed.metadata) ?? { version: 1, bytes, metadata: parsed.metadata }
  );
}

/** The keys of the ring that the root trusts for the role. */
export function trustedKeys(root: RootFile, keys: KeyRing, role: Role): KeyRing {
  const trusted = new Set(keysOfRole(root.metadata.signed, role).map(({ keyID }) => keyID));
  return keysFor(keys, role).filter(({ keyId }) => trusted.has(keyId));
}

/** Signs a snapshot of the targets, and a timestamp of the snapshot, each one version up. */
function signSnapshot(
  root: RootFile,
  keys: KeyRing,
  targets: VersionedBytes,
  last: { readonly snapshot: number; readonly timestamp: number },
  now: Date,
  days: Pick<ExpiryDays, 'snapshot' | 'timestamp'>,
): Signed {
  const version = last.snapshot + 1;
  const snapshot = signedBytes(
    snapshotOf({ version, expires: expiryAfter(now, days.snapshot) }, targets),
    trustedKeys(root, keys, 'snapshot'),
  );
  const timestamp = signedBytes(
    timestampOf(
      { version: last.timestamp + 1, expires: expiryAfter(now, days.timestamp) },
      { version, bytes: snapshot },
    ),
    trustedKeys(root, keys, 'timestamp'),
  );
  return {
    kind: 'signed',
    metadata: new Map([
      [`${version}.snapshot.json`, snapshot],
      ['timestamp.json', timestamp],
    ]),
  };
}

/** Null where the root believes every file; a last look at our own work, by code that is not ours. */
export function disbelieved(
  root: RootFile,
  metadata: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Refused | null {
  for (const [name, bytes] of metadata) {
    const role = ROLES.find((each) => name.endsWith(`${each}.json`)) ?? 'root';
    const parsed = {
      root: parseRoot,
      targets: parseTargets,
      snapshot: parseSnapshot,
      timestamp: parseTimestamp,
    }[role](bytes);
    const wrong = parsed.kind === 'refused' ? parsed : unsigned(root.metadata, role, parsed.metadata);
    if (wrong) return wrong;
  }
  return null;
}

export function signRelease(
  release: Release,
  published: Published | Unpublished,
  keys: KeyRing,
  now: Date,
  days: ExpiryDays,
): Signed | Refused {
  const isFirst = published.kind === 'unpublished';
  const root = isFirst ? firstRoot(keys, expiryAfter(now, days.root)) : published.root;
  if ('kind' in root) return root;
  if (new Date(root.metadata.signed.expires) <= now)
    return refused('expired', `root ${root.version} expired; renew it with rotate --role root`);
  for (const role of ['targets', 'snapshot', 'timestamp'] as const) {
    if (trustedKeys(root, keys, role).length < THRESHOLDS[role])
      return refused('wrong-key', `root ${root.version} trusts none of these ${role} keys`);
  }
  const last = isFirst
    ? { targets: 0, snapshot: 0, timestamp: 0 }
    : {
        targets: published.targets.version,
        snapshot: published.snapshot.version,
        timestamp: published.timestamp.version,
      };
  const version = last.targets + 1;
  const targets = signedBytes(
    targetsOf({ version, expires: expiryAfter(now, days.targets) }, release.files),
    trustedKeys(root, keys, 'targets'),
  );
  const signed = signSnapshot(root, keys, { version, bytes: targets }, last, now, days);
  const metadata = new Map([
    ...(isFirst ? [[`${root.version}.root.json`, root.bytes] as const] : []),
    [`${version}.targets.json`, targets] as const,
    ...signed.metadata,
  ]);
  return disbelieved(root, metadata) ?? { kind: 'signed', metadata };
}
