// The attacks of the specification's section 1.5.2 on what is served, each against the rules themselves; what is served is
// signed by an implementation that is not ours. Those on its order in time are in attacks-over-time.test.ts.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Refreshed } from '#sync/trust/refresh.ts';
import { DAY_MS, isoAt, makeKey, ROLES, TufRepository } from '../../fixtures/tuf-repository.ts';
import { type Client, clientOf } from './client.ts';

let repository: TufRepository;
let client: Client;
beforeEach(() => {
  repository = new TufRepository();
  repository.addArtifact('index.json', '{"a":1}');
  repository.publishAll();
  client = clientOf(repository);
});

const reasonOf = (refreshed: Refreshed) => (refreshed.kind === 'refused' ? refreshed.reason : refreshed.kind);
const refuses = async (reason: string) => expect(reasonOf(await client.refresh())).toBe(reason);
const passes = () => refuses('fresh');
const versions = () => ROLES.map((role) => client.version(role));

describe('a sound repository', () => {
  it('is trusted to its targets, each file asked for once', async () => {
    expect(await client.refresh()).toEqual({
      kind: 'fresh',
      versions: { root: 1, timestamp: 1, snapshot: 1, targets: 1 },
      expires: repository.roles.root.expires,
      isConsistent: true,
      targets: new Map([
        [
          'index.json',
          { length: 7, sha256: '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862' },
        ],
      ]),
    });
    expect(client.asked).toEqual(['2.root.json', 'timestamp.json', '1.snapshot.json', '1.targets.json']);
    expect(versions()).toEqual([1, 1, 1, 1]);
  });

  it('is asked only for what is not known yet', async () => {
    await passes();
    await passes();
    expect(client.asked).toEqual(['2.root.json', 'timestamp.json']);
    repository.publish('timestamp');
    await passes();
    expect(client.asked).toEqual(['2.root.json', 'timestamp.json']);
    repository.publish('targets', 'snapshot', 'timestamp');
    await passes();
    expect(client.asked).toEqual(['2.root.json', 'timestamp.json', '2.snapshot.json', '2.targets.json']);
  });

  it('is found under plain names where it is not consistent', async () => {
    repository.isConsistent = false;
    repository.publishAll();
    client = clientOf(repository);
    await passes();
    expect(client.asked).toEqual(['3.root.json', 'timestamp.json', 'snapshot.json', 'targets.json']);
  });

  it('tells the first of all expiries, in any role', async () => {
    repository.roles.snapshot.expires = isoAt(client.now + DAY_MS);
    repository.publish('snapshot', 'timestamp');
    expect(await client.refresh()).toMatchObject({ expires: repository.roles.snapshot.expires });
  });

  it('may say more than this version knows', async () => {
    for (const role of ROLES) repository.roles[role].extra = { custom: { deep: ['ünïcode "\\', 1, true] } };
    const [key] = repository.roles.root.keys;
    repository.keyExtras.set(key?.id ?? '', { owner: 'somebody' });
    repository.publishAll();
    await passes();
    expect(versions()).toEqual([2, 2, 2, 2]);
  });

  it('leaves out a target whose SHA-256 it does not tell', async () => {
    repository.roles.targets.extra = { targets: { 'odd.json': { length: 1, hashes: { sha512: 'ab' } } } };
    repository.publish('targets', 'snapshot', 'timestamp');
    const refreshed = await client.refresh();
    expect(refreshed.kind === 'fresh' && refreshed.targets.size).toBe(0);
  });
});

describe('arbitrary software', () => {
  it.each(ROLES)('is refused where a stranger signs the %s', async (role) => {
    repository.roles[role].signers = [makeKey()];
    repository.publish('root', 'targets', 'snapshot', 'timestamp');
    await refuses('bad-signature');
  });

  it.each(ROLES)('is refused where nobody signs the %s', async (role) => {
    repository.roles[role].signers = [];
    repository.publish('root', 'targets', 'snapshot', 'timestamp');
    await refuses('bad-signature');
  });

  it.each(ROLES)('is refused where the %s is changed after signing', async (role) => {
    repository.publish('root', 'targets', 'snapshot', 'timestamp');
    repository.tamper(role, (file) => Object.assign(file.signed, { note: 'a word more' }));
    await refuses('bad-signature');
  });

  it('is refused where one role poses as another', async () => {
    const { timestamp } = repository.roles;
    timestamp.keys = repository.roles.snapshot.keys;
    timestamp.signers = repository.roles.snapshot.signers;
    repository.publish('root');
    repository.files.set('timestamp.json', repository.fileOf('snapshot'));
    await refuses('malformed');
  });

  it('is refused in a stored root that has rotted, before anything is asked', async () => {
    const bytes = new TextDecoder().decode(client.trusted.get('root'));
    client.trusted.set('root', new TextEncoder().encode(bytes.replace('"threshold":1', '"threshold":2')));
    await refuses('bad-signature');
    expect(client.asked).toEqual([]);
    client.trusted.delete('root');
    await refuses('malformed');
    expect(client.asked).toEqual([]);
  });

  it('in what is stored below the root is no reason to refuse, and is replaced', async () => {
    await passes();
    for (const role of ['timestamp', 'snapshot', 'targets'] as const) {
      client.trusted.set(role, new TextEncoder().encode('rot'));
    }
    await passes();
    expect(versions()).toEqual([1, 1, 1, 1]);
  });
});

describe('endless data', () => {
  it.each([
    ['2.root.json', 512 * 1024],
    ['timestamp.json', 16 * 1024],
    ['1.snapshot.json', 2 * 1024 * 1024],
    ['1.targets.json', 5 * 1024 * 1024],
  ])('is cut off in %s at %i bytes', async (name, cap) => {
    const file = (length: number) => new TextEncoder().encode(' '.repeat(length));
    repository.files.set(name, file(cap + 1));
    await refuses('too-long');
    // A byte less is read, and found to be nothing.
    repository.files.set(name, file(cap));
    await refuses('malformed');
  });

  it('is cut off where the file above tells the length', async () => {
    repository.namesDigests = true;
    repository.publish('targets', 'snapshot', 'timestamp');
    repository.files.set('2.targets.json', new TextEncoder().encode(' '.repeat(5_000)));
    await refuses('too-long');
    repository.files.set('2.snapshot.json', new TextEncoder().encode(' '.repeat(5_000)));
    await refuses('too-long');
  });

  it('of roots is followed to the limit, and from there the next time', async () => {
    for (let version = 2; version <= 6; version++) repository.publish('root');
    expect(reasonOf(await client.refresh({ rootRotations: 3 }))).toBe('fresh');
    expect(client.version('root')).toBe(4);
    expect(reasonOf(await client.refresh({ rootRotations: 3 }))).toBe('fresh');
    expect(client.version('root')).toBe(6);
  });

  it('in depth is refused, not choked on', async () => {
    const deep = `{"signatures":[],"signed":{"_type":"timestamp","x":${'['.repeat(7_000)}${']'.repeat(7_000)}}}`;
    repository.files.set('timestamp.json', new TextEncoder().encode(deep));
    await refuses('malformed');
  });
});

describe('mix and match, and extraneous dependencies', () => {
  beforeEach(async () => {
    await passes();
    repository.addArtifact('index.json', '{"a":2}');
  });

  it('of a new snapshot under an old number is refused', async () => {
    const old = repository.fileOf('snapshot');
    repository.publish('targets', 'snapshot', 'timestamp');
    repository.files.set('2.snapshot.json', old);
    await refuses('mixed');
    expect(versions()).toEqual([1, 2, 1, 1]);
  });

  it('of targets of another release is refused', async () => {
    const old = repository.fileOf('targets');
    repository.publish('targets', 'snapshot', 'timestamp');
    repository.files.set('2.targets.json', old);
    await refuses('mixed');
    expect(client.version('targets')).toBe(1);
  });

  it('is refused where a role is no longer named', async () => {
    repository.snapshotMeta['other.json'] = { version: 1 };
    repository.publish('snapshot', 'timestamp');
    await passes();
    delete repository.snapshotMeta['other.json'];
    repository.publish('snapshot', 'timestamp');
    await refuses('mixed');
  });

  it('is refused where the snapshot names no targets at all', async () => {
    client = clientOf(repository);
    repository.snapshotMeta = {};
    repository.publish('snapshot', 'timestamp');
    await refuses('mixed');
  });

  it('by digest is refused: another snapshot of the same number, signed as well', async () => {
    repository.namesDigests = true;
    repository.publish('targets', 'snapshot', 'timestamp');
    repository.roles.snapshot.expires = isoAt(client.now + 29 * DAY_MS);
    repository.resign('snapshot');
    await refuses('wrong-hash');
  });

  it.each([
    ['a wrong digest', { hashes: { sha256: '46'.repeat(32) } }, 'wrong-hash'],
    ['a wrong length', { length: 10_000 }, 'wrong-hash'],
    ['only a digest nobody here knows', { hashes: { md5: '46'.repeat(16) } }, 'wrong-hash'],
  ] as const)('of targets named with %s is refused', async (_what, wrong, reason) => {
    repository.publish('targets');
    repository.snapshotMeta['targets.json'] = { version: 2, ...wrong };
    repository.publish('snapshot', 'timestamp');
    await refuses(reason);
    expect(versions()).toEqual([1, 2, 2, 1]);
  });

  it('finds a file that is named with its length and digests', async () => {
    repository.namesDigests = true;
    repository.publish('targets', 'snapshot', 'timestamp');
    await passes();
    expect(versions()).toEqual([1, 2, 2, 2]);
  });
});
