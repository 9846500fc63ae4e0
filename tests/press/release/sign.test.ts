import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEVELOPMENT_KEYS_DIR } from '#press/reader.ts';
import { diskFolder } from '#press/release/disk-folder.ts';
import { memoryFolder, overlay } from '#press/release/folder.ts';
import { developmentKeys, keyRingOf, makeKeys, ROLES } from '#press/release/keys.ts';
import { parseRoot, parseTargets } from '#press/release/metadata.ts';
import { daysLeft, renewTimestamp } from '#press/release/refresh-timestamp.ts';
import { EXPIRY_DAYS, signRelease } from '#press/release/sign.ts';
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

const RELEASE = numbered(4);
const shelf = memoryFolder();
await publishInto(shelf, RELEASE);

describe('signing', () => {
  const { metadata } = signed(RELEASE, memoryFolder());

  it('makes a root of two in three, and one signature for each other role', () => {
    const root = well(parseRoot(metadata.get('1.root.json') ?? new Uint8Array())).metadata.signed;
    expect(root.consistentSnapshot).toBe(true);
    expect(root.specVersion).toBe('1.0.31');
    expect(ROLES.map((role) => [role, root.roles[role]?.keyIDs.length, root.roles[role]?.threshold])).toEqual(
      [
        ['root', 3, 2],
        ['targets', 2, 1],
        ['snapshot', 1, 1],
        ['timestamp', 1, 1],
      ],
    );
  });

  it('names every file of the release with its length and digest, and no other', () => {
    const { targets } = well(parseTargets(metadata.get('1.targets.json') ?? new Uint8Array())).metadata
      .signed;
    expect(Object.keys(targets).toSorted()).toEqual([...RELEASE.files.keys()].toSorted());
    for (const { name, length, sha256 } of RELEASE.index.chunks)
      expect(targets[name]).toMatchObject({ length, hashes: { sha256 } });
  });

  it('gives the same bytes for the same release, keys and clock', () => {
    expect(signed(RELEASE, memoryFolder(), START, KEYS.toReversed()).metadata).toEqual(metadata);
    expect(signed(RELEASE, memoryFolder(), daysAfter(1)).metadata).not.toEqual(metadata);
  });

  it('counts on from what is published and keeps its root', () => {
    expect([...signed(numbered(4, 2), shelf).metadata.keys()]).toEqual([
      '2.targets.json',
      '2.snapshot.json',
      'timestamp.json',
    ]);
  });

  it('is refused with keys the root does not trust, and with too few', () => {
    const state = stateOf(shelf);
    expect(signRelease(RELEASE, state, keysNumbered(9), START, EXPIRY_DAYS)).toMatchObject({
      reason: 'wrong-key',
      detail: 'root 1 trusts none of these targets keys',
    });
    const few = KEYS.filter(({ role }) => role !== 'root');
    expect(signRelease(RELEASE, { kind: 'unpublished' }, few, START, EXPIRY_DAYS)).toMatchObject({
      reason: 'bad-keys',
      detail: '0 root keys, 2 must sign',
    });
  });

  it('is refused when the root has expired', () => {
    expect(signRelease(RELEASE, stateOf(shelf), KEYS, daysAfter(731), EXPIRY_DAYS)).toMatchObject({
      reason: 'expired',
    });
  });
});

describe('the daily renewal', () => {
  const renewed = (days: number) =>
    well(renewTimestamp(stateOf(shelf), KEYS, daysAfter(days), EXPIRY_DAYS)).writes;

  it('signs the timestamp anew, and the snapshot once half of its time is gone', () => {
    expect(renewed(1).map(({ name }) => name)).toEqual(['timestamp.json']);
    expect(renewed(8).map(({ name }) => name)).toEqual(['2.snapshot.json', 'timestamp.json']);
  });

  it('keeps a folder alive for a year', async () => {
    const folder = overlay(shelf);
    for (let day = 5; day < 365; day += 5) {
      const { writes } = well(renewTimestamp(stateOf(folder), KEYS, daysAfter(day), EXPIRY_DAYS));
      for (const { name, bytes } of writes) folder.write(name, bytes);
    }
    expect(await clientsAt(daysAfter(364))(folder)).toBeNull();
    expect(
      [...daysLeft(stateOf(folder), daysAfter(364))].map(([role, days]) => [role, Math.floor(days)]),
    ).toEqual([
      ['root', 366],
      ['targets', 1],
      ['snapshot', expect.any(Number)],
      ['timestamp', 10],
    ]);
  });

  it('is refused with keys the root does not trust', () => {
    expect(renewTimestamp(stateOf(shelf), keysNumbered(9), START, EXPIRY_DAYS)).toMatchObject({
      reason: 'wrong-key',
    });
  });
});

describe('keys', () => {
  it('are three, two, one and one, each its own', () => {
    const files = makeKeys(() => crypto.getRandomValues(new Uint8Array(32)));
    expect([...files.keys()]).toEqual([
      'root-1.json',
      'root-2.json',
      'root-3.json',
      'targets-1.json',
      'targets-2.json',
      'snapshot-1.json',
      'timestamp-1.json',
    ]);
    expect(new Set([...files.values()].map((file) => file.private)).size).toBe(7);
  });

  it('are refused when a file is no key, or its halves do not belong together', () => {
    const [one, other] = [...developmentKeys().values()];
    const refusal = (text: string) => keyRingOf(new Map([['root-1.json', text]]));
    expect(refusal('{')).toMatchObject({ reason: 'bad-keys', detail: 'root-1.json is not JSON' });
    expect(refusal('{}')).toMatchObject({ reason: 'bad-keys' });
    expect(refusal(JSON.stringify({ ...one, public: other?.public }))).toMatchObject({
      detail: 'root-1.json: the public half belongs to another key',
    });
    expect(keyRingOf(new Map())).toMatchObject({ reason: 'bad-keys' });
  });

  it('of the development catalog are the committed ones, and say what they are', () => {
    const files = developmentKeys();
    expect(readdirSync(DEVELOPMENT_KEYS_DIR).toSorted()).toEqual([...files.keys()].toSorted());
    for (const [name, file] of files) {
      expect(name).toMatch(/^development-/);
      expect(JSON.parse(readFileSync(join(DEVELOPMENT_KEYS_DIR, name), 'utf8'))).toEqual(file);
      expect(file.note).toContain('it protects nothing');
    }
  });
});

describe('a folder on the disk', () => {
  it('shows a file whole or not at all, and lets nobody out of it', () => {
    const dir = mkdtempSync(join(tmpdir(), 'cairn-folder-'));
    const folder = diskFolder(join(dir, 'data'));
    expect(folder.names()).toEqual([]);
    expect(folder.read('t/a.json')).toBeNull();
    folder.write('t/a.json', new Uint8Array([1, 2]));
    folder.write('b.json', new Uint8Array());
    diskFolder(dir).write('data/c.json.unfinished', new Uint8Array([1]));
    expect(folder.names()).toEqual(['b.json', 't/a.json']);
    expect(folder.read('t/a.json')).toEqual(new Uint8Array([1, 2]));
    expect(folder.read('t')).toBeNull();
    folder.drop('t/a.json');
    folder.drop('t/a.json');
    expect(folder.names()).toEqual(['b.json']);
    expect(() => folder.write('../outside.json', new Uint8Array())).toThrow('is not inside');
    rmSync(dir, { recursive: true });
  });
});
