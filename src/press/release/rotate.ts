// New keys for roles whose keys were lost, stolen or are due: the next root, and what those roles have signed, signed
// anew. Pure.
// A role's old keys sign once more beside the new ones, where they are at hand: so a client with the old root believes
// the folder until the moment the new root is there, and the writing can be cut anywhere. Stolen keys gain nothing by
// it; from the new root on they are not believed.
import { refused, type Refused } from '#press/outcome.ts';
import type { Write } from './folder.ts';
import { type KeyRing, keysFor, type Role, ROLES } from './keys.ts';
import {
  expiryAfter,
  keysOfRole,
  modelKey,
  parseRoot,
  renewedTargets,
  rootOf,
  signedBytes,
  snapshotOf,
  THRESHOLDS,
  timestampOf,
  unsigned,
  type VersionedBytes,
} from './metadata.ts';
import { TIMESTAMP_NAME } from './open-release.ts';
import { keptTimestampName, type Published, type RootFile } from './published.ts';
import { disbelieved, type ExpiryDays, trustedKeys } from './sign.ts';

export interface Rotation {
  readonly kind: 'rotation';
  /** The new root is last. */
  readonly writes: readonly Write[];
  /** Roles whose old keys were not at hand: a client cannot read the folder between the last two writes. */
  readonly withoutOldKeys: readonly Role[];
}

function nextRoot(
  root: RootFile,
  roles: ReadonlySet<Role>,
  { old, fresh }: { readonly old: KeyRing; readonly fresh: KeyRing },
  expires: string,
): RootFile | Refused {
  for (const role of roles) {
    if (keysFor(fresh, role).length < THRESHOLDS[role])
      return refused(
        'bad-keys',
        `${keysFor(fresh, role).length} new ${role} keys, ${THRESHOLDS[role]} needed`,
      );
  }
  const keysOf = (role: Role) =>
    roles.has(role) ? keysFor(fresh, role).map(modelKey) : keysOfRole(root.metadata.signed, role);
  const version = root.version + 1;
  const signed = rootOf(
    { version, expires },
    {
      root: keysOf('root'),
      targets: keysOf('targets'),
      snapshot: keysOf('snapshot'),
      timestamp: keysOf('timestamp'),
    },
  );
  const signers = new Map(
    [...trustedKeys(root, old, 'root'), ...(roles.has('root') ? keysFor(fresh, 'root') : [])].map((key) => [
      key.keyId,
      key,
    ]),
  );
  const bytes = signedBytes(signed, [...signers.values()]);
  const parsed = parseRoot(bytes);
  if (parsed.kind === 'refused') return parsed;
  const next = { version, bytes, metadata: parsed.metadata };
  return (
    unsigned(root.metadata, 'root', parsed.metadata) ??
    unsigned(parsed.metadata, 'root', parsed.metadata) ??
    next
  );
}

/**
 * @param roles where `fresh` holds the keys a role has already, its metadata is only renewed.
 * @param old the keys in force; enough of the root's are always needed.
 * @param fresh the new keys of `roles`.
 */
export function rotate(
  published: Published,
  roles: readonly Role[],
  { old, fresh }: { readonly old: KeyRing; readonly fresh: KeyRing },
  now: Date,
  days: ExpiryDays,
): Rotation | Refused {
  const turned = new Set(roles);
  const { root } = published;
  const next = nextRoot(root, turned, { old, fresh }, expiryAfter(now, days.root));
  if ('kind' in next) return next;
  /** Those of the new root, and for a role that changes hands those of the old one. */
  const signers = (role: Role) => {
    const keys = turned.has(role)
      ? [...trustedKeys(next, fresh, role), ...trustedKeys(root, old, role)]
      : trustedKeys(next, old, role);
    return [...new Map(keys.map((key) => [key.keyId, key])).values()];
  };
  const metadata = new Map<string, Uint8Array<ArrayBuffer>>();
  const head = (role: 'targets' | 'snapshot' | 'timestamp') => ({
    version: published[role].version + 1,
    expires: expiryAfter(now, days[role]),
  });
  let { targets, snapshot }: { targets: VersionedBytes; snapshot: VersionedBytes } = published;
  if (turned.has('targets')) {
    const body = renewedTargets(published.targets.metadata.signed, head('targets'));
    targets = { version: body.version, bytes: signedBytes(body, signers('targets')) };
    metadata.set(`${body.version}.targets.json`, targets.bytes);
  }
  if (metadata.size > 0 || turned.has('snapshot')) {
    const body = snapshotOf(head('snapshot'), targets);
    snapshot = { version: body.version, bytes: signedBytes(body, signers('snapshot')) };
    metadata.set(`${body.version}.snapshot.json`, snapshot.bytes);
  }
  if (metadata.size > 0 || turned.has('timestamp'))
    metadata.set(TIMESTAMP_NAME, signedBytes(timestampOf(head('timestamp'), snapshot), signers('timestamp')));
  const wrong = disbelieved(next, metadata);
  if (wrong) return wrong;
  const timestamp = metadata.get(TIMESTAMP_NAME);
  return {
    kind: 'rotation',
    writes: [
      ...[...metadata].filter(([name]) => name !== TIMESTAMP_NAME).map(([name, bytes]) => ({ name, bytes })),
      ...(timestamp
        ? [
            { name: keptTimestampName(published.timestamp.version), bytes: published.timestamp.bytes },
            { name: TIMESTAMP_NAME, bytes: timestamp },
          ]
        : []),
      { name: `${next.version}.root.json`, bytes: next.bytes },
    ],
    withoutOldKeys: ROLES.filter(
      (role) => role !== 'root' && turned.has(role) && trustedKeys(root, old, role).length < THRESHOLDS[role],
    ),
  };
}
