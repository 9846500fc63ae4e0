// The client's workflow of The Update Framework (specification 1.0.31, section 5), without delegations: from the root
// that is trusted to the targets that are. Clock, files and storage are passed in. Whatever it refuses, what was trusted
// before stays stored, and nothing is stored that has not been checked.
import type { ZodMiniType } from 'zod/mini';
import {
  checkExpiry,
  checkFile,
  checkSnapshotRollback,
  checkTimestampRollback,
  checkVersion,
  isKeyTakenBack,
} from './checks.ts';
import type { Fetched } from './fetch-capped.ts';
import { LIMITS } from './limits.ts';
import { type MetaFile, readMetadata, type Role, Root, Snapshot, Targets, Timestamp } from './metadata.ts';
import { type Refused, refused } from './refused.ts';
import { checkSignatures, ED25519, type Scheme } from './signatures.ts';

/** The trusted files, byte for byte; null where there is none. */
export interface TrustStore {
  readonly read: (role: Role) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly write: (role: Role, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly drop: (role: Role) => Promise<void>;
}

export interface TrustPorts {
  /** @param name e.g. `timestamp.json`, `2.root.json`, `7.targets.json`. */
  readonly fetch: (name: string, maxBytes: number) => Promise<Fetched>;
  /** Milliseconds since 1970; asked once. */
  readonly now: () => number;
  /** Holds at least a trusted root. */
  readonly store: TrustStore;
  /** Beside Ed25519. */
  readonly schemes?: readonly Scheme[];
  /** `ignored` for a release that came with the app: then it is a floor, and no news. */
  readonly expiry?: 'ignored';
  /** New roots followed at most. */
  readonly rootRotations?: number;
}

/** What the targets role says of one file. Lower-case hex. */
export interface TargetInfo {
  readonly length: number;
  readonly sha256: string;
}

export interface Fresh {
  readonly kind: 'fresh';
  readonly versions: Readonly<Record<Role, number>>;
  /** ISO date and time of the first of the four that expires. */
  readonly expires: string;
  /** A target without a SHA-256 is left out: nothing could be told about its bytes. */
  readonly targets: ReadonlyMap<string, TargetInfo>;
  /** Whether files are found under names that carry their version or digest. */
  readonly isConsistent: boolean;
}
export type Refreshed = Fresh | Refused;

type Checked<T> = { readonly kind: 'ok'; readonly value: T } | Refused;

/** Rejects only where the store does. */
export async function refresh(ports: TrustPorts): Promise<Refreshed> {
  const start = ports.now();
  const root = await trustedRoot(ports);
  if (root.kind === 'refused') return root;
  const current = await followRoots(root.value, ports);
  if (current.kind === 'refused') return current;
  const session = new Session(ports, current.value, start);
  const expired = session.checkExpiry('root', current.value);
  if (expired) return expired;
  const timestamp = await session.timestamp();
  if (timestamp.kind === 'refused') return timestamp;
  const snapshot = await session.snapshot(timestamp.value.meta['snapshot.json']);
  if (snapshot.kind === 'refused') return snapshot;
  const named = new Map(Object.entries(snapshot.value.meta)).get('targets.json');
  if (!named) return refused('mixed', 'snapshot.json: targets.json is not named');
  const targets = await session.targets(named);
  if (targets.kind === 'refused') return targets;

  const files = {
    root: current.value,
    timestamp: timestamp.value,
    snapshot: snapshot.value,
    targets: targets.value,
  };
  const [expires = ''] = Object.values(files)
    .map((file) => file.expires)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return {
    kind: 'fresh',
    versions: {
      root: files.root.version,
      timestamp: files.timestamp.version,
      snapshot: files.snapshot.version,
      targets: files.targets.version,
    },
    expires,
    targets: targetsOf(files.targets),
    isConsistent: files.root.consistent_snapshot === true,
  };
}

const targetsOf = ({ targets }: Targets): Map<string, TargetInfo> =>
  new Map(
    Object.entries(targets).flatMap(([name, { length, hashes }]) => {
      const { sha256 } = hashes;
      return sha256 === undefined ? [] : [[name, { length, sha256 }] as const];
    }),
  );

const schemesOf = ({ schemes = [] }: TrustPorts): readonly Scheme[] => [ED25519, ...schemes];

/** The stored root, if it still holds by its own keys: bytes can rot. */
async function trustedRoot(ports: TrustPorts): Promise<Checked<Root>> {
  const bytes = await ports.store.read('root');
  if (!bytes) return refused('malformed', 'no trusted root');
  const read = readMetadata('root.json', bytes, Root);
  if (read.kind === 'refused') return read;
  const root = read.value.signed;
  const wrong = await checkSignatures(read.value, root, 'root', 'root.json', schemesOf(ports));
  return wrong ?? { kind: 'ok', value: root };
}

/** 5.3: from version to version, each signed by the keys before it and by its own, stored as soon as it is trusted. */
async function followRoots(from: Root, ports: TrustPorts): Promise<Checked<Root>> {
  let root = from;
  for (let step = 0; step < (ports.rootRotations ?? LIMITS.rootRotations); step++) {
    const name = `${root.version + 1}.root.json`;
    const fetched = await ports.fetch(name, LIMITS.rootBytes);
    if (fetched.kind === 'missing') break;
    if (fetched.kind !== 'body') return unexpected(name, fetched);
    const read = readMetadata(name, fetched.bytes, Root);
    if (read.kind === 'refused') return read;
    const next = read.value.signed;
    for (const keys of [root, next]) {
      const wrong = await checkSignatures(read.value, keys, 'root', name, schemesOf(ports));
      if (wrong) return wrong;
    }
    if (next.version !== root.version + 1) {
      return refused('rollback', `${name}: version ${next.version} where ${root.version + 1} belongs`);
    }
    // Before the new root is stored: broken off between the two, the next refresh comes by here again.
    if (isKeyTakenBack(root, next)) {
      await ports.store.drop('timestamp');
      await ports.store.drop('snapshot');
    }
    await ports.store.write('root', fetched.bytes);
    root = next;
  }
  return { kind: 'ok', value: root };
}

const unexpected = (name: string, fetched: Exclude<Fetched, { kind: 'body' }>): Refused =>
  fetched.kind === 'refused' ? fetched : refused('not-a-catalog', `${name}: not there`);

/** The three roles below one root, at one moment. */
class Session {
  readonly #ports: TrustPorts;
  readonly #root: Root;
  readonly #start: number;

  constructor(ports: TrustPorts, root: Root, start: number) {
    this.#ports = ports;
    this.#root = root;
    this.#start = start;
  }

  checkExpiry(name: string, file: { readonly expires: string }): Refused | null {
    return this.#ports.expiry === 'ignored' ? null : checkExpiry(name, file, this.#start);
  }

  /** 5.4. The stored one, expired or not, is the floor. */
  async timestamp(): Promise<Checked<Timestamp>> {
    const stored = await this.#stored('timestamp', Timestamp);
    const name = 'timestamp.json';
    const next = await this.#fetched(name, LIMITS.timestampBytes, 'timestamp', Timestamp);
    if (next.kind === 'refused') return next;
    const { signed, bytes } = next.value;
    const rolledBack = stored && checkTimestampRollback(signed, stored.signed);
    if (rolledBack) return rolledBack;
    // Of two with one version, the first counts.
    const isKnown = stored?.signed.version === signed.version;
    const final = isKnown ? stored.signed : signed;
    const expired = this.checkExpiry(name, final);
    if (expired) return expired;
    if (!isKnown) await this.#ports.store.write('timestamp', bytes);
    return { kind: 'ok', value: final };
  }

  /** 5.5. */
  async snapshot(named: MetaFile): Promise<Checked<Snapshot>> {
    const stored = await this.#stored('snapshot', Snapshot);
    if (stored && (await this.#isFinal('snapshot.json', stored, named))) {
      return { kind: 'ok', value: stored.signed };
    }
    return this.#next('snapshot', Snapshot, named, LIMITS.snapshotBytes, (next) =>
      stored ? checkSnapshotRollback(next, stored.signed) : null,
    );
  }

  /** 5.6. */
  async targets(named: MetaFile): Promise<Checked<Targets>> {
    const stored = await this.#stored('targets', Targets);
    if (stored && (await this.#isFinal('targets.json', stored, named))) {
      return { kind: 'ok', value: stored.signed };
    }
    return this.#next('targets', Targets, named, LIMITS.targetsBytes, () => null);
  }

  /** What is stored for a role, if the root of today still trusts it; never a reason to refuse anything. */
  async #stored<T>(role: Role, shape: ZodMiniType<T>) {
    const bytes = await this.#ports.store.read(role);
    const held = bytes && (await this.#trusted(`${role}.json`, bytes, role, shape));
    return held?.kind === 'ok' ? held.value : null;
  }

  async #trusted<T>(name: string, bytes: Uint8Array<ArrayBuffer>, role: Role, shape: ZodMiniType<T>) {
    const read = readMetadata(name, bytes, shape);
    if (read.kind === 'refused') return read;
    const wrong = await checkSignatures(read.value, this.#root, role, name, schemesOf(this.#ports));
    return wrong ?? ({ kind: 'ok', value: { signed: read.value.signed, bytes } } as const);
  }

  async #fetched<T>(name: string, maxBytes: number, role: Role, shape: ZodMiniType<T>, named?: MetaFile) {
    const fetched = await this.#ports.fetch(name, maxBytes);
    if (fetched.kind !== 'body') return unexpected(name, fetched);
    const wrong = named && (await checkFile(name, fetched.bytes, named));
    return wrong ?? this.#trusted(name, fetched.bytes, role, shape);
  }

  async #isFinal(
    name: string,
    stored: { signed: { version: number; expires: string }; bytes: Uint8Array<ArrayBuffer> },
    named: MetaFile,
  ): Promise<boolean> {
    const { signed, bytes } = stored;
    return (
      checkVersion(name, signed, named.version) === null &&
      this.checkExpiry(name, signed) === null &&
      (await checkFile(name, bytes, named)) === null
    );
  }

  async #next<T extends { readonly version: number; readonly expires: string }>(
    role: 'snapshot' | 'targets',
    shape: ZodMiniType<T>,
    named: MetaFile,
    maxBytes: number,
    checkRollback: (next: T) => Refused | null,
  ): Promise<Checked<T>> {
    const name = this.#root.consistent_snapshot ? `${named.version}.${role}.json` : `${role}.json`;
    const cap = Math.min(named.length ?? maxBytes, maxBytes);
    const next = await this.#fetched(name, cap, role, shape, named);
    if (next.kind === 'refused') return next;
    const { signed, bytes } = next.value;
    const wrong =
      checkVersion(name, signed, named.version) ?? checkRollback(signed) ?? this.checkExpiry(name, signed);
    if (wrong) return wrong;
    await this.#ports.store.write(role, bytes);
    return { kind: 'ok', value: signed };
  }
}
