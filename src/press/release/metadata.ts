// Signed metadata of The Update Framework (spec_version 1.0.31): made, read and signed with @tufjs/models, so that the
// app's own client and an implementation that is not ours check each other. Clock and keys are passed in, and the same
// input gives the same bytes: Ed25519 signatures do not depend on chance.
import {
  Key,
  Metadata,
  MetadataKind,
  MetaFile,
  Root,
  Signature,
  Snapshot,
  TargetFile,
  Targets,
  Timestamp,
} from '@tufjs/models';
import { createHash } from 'node:crypto';
import { byText } from '#press/canonical.ts';
import { refused, type Refused } from '#press/outcome.ts';
import { publicKeyOf, type Role, ROLES, type SigningKey } from './keys.ts';

const SPEC_VERSION = '1.0.31';
/** How many of a role's keys must sign. */
export const THRESHOLDS: Readonly<Record<Role, number>> = { root: 2, targets: 1, snapshot: 1, timestamp: 1 };

type AnyMetadata = Metadata<Root> | Metadata<Targets> | Metadata<Snapshot> | Metadata<Timestamp>;
type Parsed<T extends AnyMetadata> = { readonly kind: 'parsed'; readonly metadata: T } | Refused;

function attempt<T extends AnyMetadata>(name: string, read: () => T): Parsed<T> {
  try {
    return { kind: 'parsed', metadata: read() };
  } catch (error) {
    return refused('bad-metadata', `${name}: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
}

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
export const parseRoot = (bytes: Uint8Array): Parsed<Metadata<Root>> =>
  attempt('root', () => Metadata.fromJSON(MetadataKind.Root, JSON.parse(textOf(bytes))));
export const parseTargets = (bytes: Uint8Array): Parsed<Metadata<Targets>> =>
  attempt('targets', () => Metadata.fromJSON(MetadataKind.Targets, JSON.parse(textOf(bytes))));
export const parseSnapshot = (bytes: Uint8Array): Parsed<Metadata<Snapshot>> =>
  attempt('snapshot', () => Metadata.fromJSON(MetadataKind.Snapshot, JSON.parse(textOf(bytes))));
export const parseTimestamp = (bytes: Uint8Array): Parsed<Metadata<Timestamp>> =>
  attempt('timestamp', () => Metadata.fromJSON(MetadataKind.Timestamp, JSON.parse(textOf(bytes))));

const DAY_MS = 86_400_000;
/** ISO date and time to the second, as the specification writes it. */
export const expiryAfter = (now: Date, days: number): string =>
  `${new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 19)}Z`;
export const daysUntil = (expires: string, now: Date): number =>
  (Date.parse(expires) - now.getTime()) / DAY_MS;

export interface Head {
  readonly version: number;
  readonly expires: string;
}
const common = ({ version, expires }: Head) => ({ version, expires, specVersion: SPEC_VERSION });

/** A root that trusts these keys, and no other. */
export function rootOf(head: Head, keys: Readonly<Record<Role, readonly Key[]>>): Root {
  const sorted = (role: Role) => keys[role].toSorted((a, b) => byText(a.keyID, b.keyID));
  return Root.fromJSON({
    spec_version: SPEC_VERSION,
    ...head,
    consistent_snapshot: true,
    keys: Object.fromEntries(ROLES.flatMap(sorted).map((key) => [key.keyID, key.toJSON()])),
    roles: Object.fromEntries(
      ROLES.map((role) => [
        role,
        { keyids: sorted(role).map(({ keyID }) => keyID), threshold: THRESHOLDS[role] },
      ]),
    ),
  });
}

export const keysOfRole = (root: Root, role: Role): Key[] =>
  (root.roles[role]?.keyIDs ?? []).flatMap((id) => root.keys[id] ?? []);

const hashesOf = (bytes: Uint8Array) => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

export function targetsOf(head: Head, files: ReadonlyMap<string, Uint8Array>): Targets {
  const targets = new Targets({ ...common(head), targets: {} });
  for (const [path, bytes] of [...files].toSorted(([a], [b]) => byText(a, b)))
    targets.addTarget(new TargetFile({ path, length: bytes.length, hashes: hashesOf(bytes) }));
  return targets;
}

/** The same targets under a new version and expiry. */
export const renewedTargets = (targets: Targets, head: Head): Targets =>
  new Targets({ ...common(head), targets: targets.targets });

/** A file of metadata as the one above it names it. */
export interface VersionedBytes {
  readonly version: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
const metaFile = ({ version, bytes }: VersionedBytes) =>
  new MetaFile({ version, length: bytes.length, hashes: hashesOf(bytes) });

export const snapshotOf = (head: Head, targets: VersionedBytes): Snapshot =>
  new Snapshot({ ...common(head), meta: { 'targets.json': metaFile(targets) } });

export const timestampOf = (head: Head, snapshot: VersionedBytes): Timestamp =>
  new Timestamp({ ...common(head), snapshotMeta: metaFile(snapshot) });

/** Signs with each key and writes it out. The order of the keys does not matter. */
export function signedBytes(
  signed: Root | Targets | Snapshot | Timestamp,
  keys: readonly SigningKey[],
): Uint8Array<ArrayBuffer> {
  const metadata = new Metadata(signed);
  for (const key of keys.toSorted((a, b) => byText(a.keyId, b.keyId)))
    metadata.sign((bytes) => new Signature({ keyID: key.keyId, sig: key.sign(bytes) }));
  return new TextEncoder().encode(`${JSON.stringify(metadata.toJSON(), null, 1)}\n`);
}

/** Null where enough keys that the root trusts for the role have signed. */
export function unsigned(root: Metadata<Root>, role: Role, metadata: AnyMetadata): Refused | null {
  try {
    root.verifyDelegate(role, metadata);
    return null;
  } catch (error) {
    return refused('wrong-key', error instanceof Error ? error.message : role);
  }
}

/** The key as a root names it. */
export function modelKey(key: SigningKey): Key {
  const { keytype, scheme, keyval } = publicKeyOf(key.publicHex);
  return new Key({ keyID: key.keyId, keyType: keytype, scheme, keyVal: keyval });
}
