// The drill for the day a key is lost or stolen: clients follow to the new keys, and the old ones are worth nothing.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientOf, converge, newClient } from '#press/release/client-check.ts';
import { type Folder, memoryFolder, overlay } from '#press/release/folder.ts';
import { type KeyRing, keysFor, type Role } from '#press/release/keys.ts';
import { expiryAfter, signedBytes, snapshotOf, timestampOf } from '#press/release/metadata.ts';
import { planPublish } from '#press/release/plan-publish.ts';
import { carryOut } from '#press/release/publish.ts';
import { rootsIn } from '#press/release/published.ts';
import { rotate } from '#press/release/rotate.ts';
import { EXPIRY_DAYS } from '#press/release/sign.ts';
import {
  clientsAt,
  daysAfter,
  KEYS,
  keysNumbered,
  numbered,
  publishInto,
  signed,
  START,
  stateOf,
  well,
} from './small-release.ts';

const RELEASE = numbered(8);
const NEXT = numbered(8, 2);
const FRESH = keysNumbered(7);
const NOW = daysAfter(1);
const shelf = memoryFolder();
beforeAll(async () => {
  await publishInto(shelf, RELEASE);
});

const turned = (folder: Folder, roles: readonly Role[], old: KeyRing = KEYS, fresh: KeyRing = FRESH) =>
  rotate(stateOf(folder), roles, { old, fresh }, NOW, EXPIRY_DAYS);
const write = async (folder: Folder, roles: readonly Role[]) =>
  well(await carryOut(folder, well(turned(folder, roles)).writes, clientsAt(NOW), () => {}));

/** A client that has the release of the folder. */
function clientWith(folder: Folder): Client {
  const { root, timestamp, release } = stateOf(folder);
  const client = clientOf(folder, { root, timestampBytes: timestamp.bytes, release });
  if ('kind' in client) throw new Error(client.detail);
  return client;
}
const freshClient = () => newClient(well(rootsIn(shelf)).roots[0]?.bytes ?? new Uint8Array());

/** What a thief of the snapshot and timestamp keys can put into a folder. */
function forge(folder: Folder, version: number): Folder {
  const { targets } = stateOf(folder);
  const head = { version, expires: expiryAfter(NOW, 300) };
  const snapshot = signedBytes(snapshotOf(head, targets), keysFor(KEYS, 'snapshot'));
  const timestamp = signedBytes(timestampOf(head, { version, bytes: snapshot }), keysFor(KEYS, 'timestamp'));
  return overlay(folder, [
    { name: `${version}.snapshot.json`, bytes: snapshot },
    { name: 'timestamp.json', bytes: timestamp },
  ]);
}

describe.each([
  [['root']],
  [['targets']],
  [['snapshot']],
  [['timestamp']],
  [['snapshot', 'timestamp']],
  [['root', 'targets', 'snapshot', 'timestamp']],
] as [Role[]][])('a rotation of %j', (roles) => {
  it('is followed by new clients and by those that have the release', async () => {
    const folder = overlay(shelf);
    await write(folder, roles);
    expect(stateOf(folder).root.version).toBe(2);
    for (const client of [freshClient(), clientWith(shelf)])
      expect(await converge(folder, client, NOW)).toMatchObject({ fresh: { versions: { root: 2 } } });
  });

  it('leaves a folder every client can read wherever the writing is cut', async () => {
    const { writes, withoutOldKeys } = well(turned(shelf, roles));
    expect(withoutOldKeys).toEqual([]);
    expect(writes.at(-1)?.name).toBe('2.root.json');
    for (let done = 0; done <= writes.length; done++) {
      const cut = overlay(shelf, writes.slice(0, done));
      for (const client of [freshClient(), clientWith(shelf)])
        expect((await converge(cut, client, NOW)).kind, `after ${done} writes`).toBe('converged');
    }
  });

  it('is carried on from by the next release, signed with the new keys', async () => {
    const folder = overlay(shelf);
    await write(folder, roles);
    const keys = [
      ...KEYS.filter(({ role }) => !roles.includes(role)),
      ...FRESH.filter(({ role }) => roles.includes(role)),
    ];
    const plan = planPublish(
      { release: NEXT, metadata: signed(NEXT, folder, NOW, keys).metadata },
      stateOf(folder),
      folder,
      false,
    );
    well(await carryOut(folder, well(plan).writes, clientsAt(NOW), () => {}));
    expect(await converge(folder, clientWith(shelf), NOW)).toMatchObject({
      index: { version: 2 },
      fresh: { versions: { root: 2 } },
    });
  });

  it('gives the same bytes for the same keys and clock', () => {
    expect(well(turned(shelf, roles)).writes).toEqual(well(turned(shelf, roles)).writes);
  });
});

describe('a stolen key', () => {
  it('signs what clients believe until the rotation, and nothing after it', async () => {
    expect((await converge(forge(shelf, 50), clientWith(shelf), NOW)).kind).toBe('converged');
    const folder = overlay(shelf);
    await write(folder, ['snapshot', 'timestamp']);
    const forged = forge(folder, 50);
    for (const client of [freshClient(), clientWith(shelf), clientWith(folder)])
      expect(await converge(forged, client, NOW)).toMatchObject({
        reason: 'check-failed',
        detail: expect.stringContaining('bad-signature'),
      });
  });

  it('that pushed clients far ahead holds nobody back once it was replaced', async () => {
    const version = 1_000_000_000;
    const pushed = clientWith(forge(shelf, version));
    // Without new keys the true folder looks like a rollback to them.
    expect(await converge(shelf, pushed, NOW)).toMatchObject({ detail: expect.stringContaining('rollback') });
    const folder = overlay(shelf);
    await write(folder, ['snapshot', 'timestamp']);
    expect(await converge(folder, pushed, NOW)).toMatchObject({
      kind: 'converged',
      fresh: { versions: { root: 2, snapshot: 2, timestamp: 2 } },
    });
  });
});

describe('a rotation is refused', () => {
  it('without two keys of the root that is trusted', () => {
    const one = KEYS.filter(({ role }) => role !== 'root').concat(keysFor(KEYS, 'root').slice(0, 1));
    expect(turned(shelf, ['timestamp'], one)).toMatchObject({ reason: 'wrong-key' });
    expect(turned(shelf, ['root'], FRESH)).toMatchObject({ reason: 'wrong-key' });
  });

  it('without enough new keys', () => {
    expect(turned(shelf, ['root'], KEYS, keysNumbered(7, ['timestamp']))).toEqual({
      kind: 'refused',
      reason: 'bad-keys',
      detail: '0 new root keys, 2 needed',
    });
  });
});

describe('a lost key', () => {
  it('is replaced without its help, and the publisher is told of the gap', () => {
    const without = KEYS.filter(({ role }) => role !== 'timestamp');
    expect(well(turned(shelf, ['timestamp'], without)).withoutOldKeys).toEqual(['timestamp']);
  });
});

describe('a renewal of the root', () => {
  it('keeps the keys and begins their time anew', async () => {
    const { writes } = well(
      rotate(stateOf(shelf), ['root'], { old: KEYS, fresh: KEYS }, daysAfter(700), EXPIRY_DAYS),
    );
    expect(writes.map(({ name }) => name)).toEqual(['2.root.json']);
    const [old, next] = well(rootsIn(overlay(shelf, writes))).roots;
    expect(next?.metadata.signed.keys).toEqual(old?.metadata.signed.keys);
    expect(old?.metadata.signed.expires).toBe(expiryAfter(START, 730));
    expect(next?.metadata.signed.expires).toBe(expiryAfter(daysAfter(700), 730));
  });
});
