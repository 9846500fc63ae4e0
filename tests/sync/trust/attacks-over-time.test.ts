// The attacks of the specification's section 1.5.2 that play with time and order: old versions, versions from the future,
// and servers that let a client wait. As in attacks.test.ts.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Refreshed } from '#sync/trust/refresh.ts';
import { DAY_MS, isoAt, ROLES, TufRepository } from '../../fixtures/tuf-repository.ts';
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

describe('rollback', () => {
  beforeEach(async () => {
    repository.publish('targets', 'snapshot', 'timestamp');
    await passes();
    expect(versions()).toEqual([1, 2, 2, 2]);
  });

  it('of the timestamp is refused', async () => {
    repository.roles.timestamp.version = 1;
    repository.resign('timestamp');
    await refuses('rollback');
    expect(versions()).toEqual([1, 2, 2, 2]);
  });

  it('of the snapshot under a new timestamp is refused', async () => {
    repository.roles.snapshot.version = 1;
    repository.resign('snapshot');
    repository.publish('timestamp');
    await refuses('rollback');
    expect(versions()).toEqual([1, 2, 2, 2]);
  });

  it('of the targets under a new snapshot is refused', async () => {
    repository.roles.targets.version = 1;
    repository.resign('targets');
    repository.publish('snapshot', 'timestamp');
    await refuses('rollback');
    expect(versions()).toEqual([1, 3, 2, 2]);
  });

  it('is refused, too, when what is stored has expired meanwhile', async () => {
    client.now += 31 * DAY_MS;
    for (const role of ROLES) repository.roles[role].expires = isoAt(client.now + DAY_MS);
    repository.publish('root');
    repository.roles.timestamp.version = 1;
    repository.resign('timestamp');
    await refuses('rollback');
  });

  it('to another timestamp of the same number changes nothing: the first counts', async () => {
    repository.timestampMeta = { version: 100 };
    repository.resign('timestamp');
    await passes();
    expect(client.asked.at(-1)).toBe('timestamp.json');
    expect(versions()).toEqual([1, 2, 2, 2]);
  });

  it('of the root is refused: the file of the next number must have it', async () => {
    repository.files.set('2.root.json', repository.fileOf('root'));
    await refuses('rollback');
    expect(client.version('root')).toBe(1);
  });
});

describe('indefinite freeze', () => {
  it.each(ROLES)('is noticed when the %s has expired, and nothing expired is stored', async (role) => {
    await passes();
    repository.roles[role].expires = isoAt(client.now - DAY_MS);
    repository.publish('root', 'targets', 'snapshot', 'timestamp');
    await refuses('expired');
    // Only the root is taken all the same, so that the chain goes on from it.
    expect(client.version(role)).toBe(role === 'root' ? 2 : 1);
  });

  it('is noticed when the server goes on with what was fresh a month ago', async () => {
    await passes();
    client.now += 31 * DAY_MS;
    await refuses('expired');
  });

  it('holds at the very second', async () => {
    client.now = Date.parse(repository.roles.root.expires) - 1;
    await passes();
    client.now += 1;
    await refuses('expired');
  });

  it('is judged by one time for all of a refresh', async () => {
    let asked = 0;
    const now = () => (asked++ === 0 ? client.now : client.now + 100 * DAY_MS);
    expect(reasonOf(await client.refresh({ now }))).toBe('fresh');
    expect(asked).toBe(1);
  });

  it('does not stop a chain of roots whose links in between have expired', async () => {
    const { root } = repository.roles;
    const good = root.expires;
    root.expires = isoAt(client.now - 100 * DAY_MS);
    repository.publish('root');
    root.expires = good;
    repository.publish('root');
    await passes();
    expect(client.version('root')).toBe(3);
  });

  it('is not asked about in a release that came with the app', async () => {
    client.now += 400 * DAY_MS;
    expect(reasonOf(await client.refresh({ expiry: 'ignored' }))).toBe('fresh');
  });
});

describe('fast-forward', () => {
  it('of the timestamp is recovered from by a new key', async () => {
    repository.roles.timestamp.version = 99_999;
    repository.resign('timestamp');
    await passes();
    repository.rotate('timestamp');
    repository.publish('root');
    repository.roles.timestamp.version = 1;
    repository.resign('timestamp');
    await passes();
    expect(versions()).toEqual([2, 1, 1, 1]);
  });

  it('of the snapshot is recovered from by new keys of both', async () => {
    repository.roles.snapshot.version = 99_999;
    repository.resign('snapshot');
    repository.publish('timestamp');
    await passes();
    repository.rotate('snapshot');
    repository.rotate('timestamp');
    repository.roles.snapshot.version = 1;
    repository.publish('root');
    repository.resign('snapshot');
    repository.publish('timestamp');
    await passes();
    expect(client.version('snapshot')).toBe(1);
  });

  it('of the targets is recovered from by a new snapshot key', async () => {
    repository.roles.targets.version = 99_999;
    repository.resign('targets');
    repository.publish('snapshot', 'timestamp');
    await passes();
    repository.rotate('snapshot');
    repository.roles.targets.version = 1;
    repository.resign('targets');
    repository.publish('root', 'snapshot', 'timestamp');
    await passes();
    expect(client.version('targets')).toBe(1);
  });

  it('is recovered from where only one of several keys is taken back', async () => {
    const stolen = repository.addKey('timestamp');
    repository.publish('root');
    repository.roles.timestamp.version = 99_999;
    repository.resign('timestamp');
    await passes();
    const { timestamp } = repository.roles;
    timestamp.keys = timestamp.keys.filter((key) => key !== stolen);
    timestamp.version = 3;
    repository.publish('root');
    // Signed by both still: the one key that is left is enough for the stored one to hold.
    repository.resign('timestamp');
    await passes();
    expect(client.version('timestamp')).toBe(3);
  });

  it('by a key that is added takes nothing back', async () => {
    repository.publish('timestamp');
    await passes();
    repository.addKey('timestamp');
    repository.roles.timestamp.version = 1;
    repository.resign('timestamp');
    repository.publish('root');
    await refuses('rollback');
  });
});

describe('a mirror that does not do its work', () => {
  it.each(['timestamp.json', '1.snapshot.json', '1.targets.json'])(
    'is told where %s is missing',
    async (name) => {
      repository.files.delete(name);
      expect(await client.refresh()).toEqual({
        kind: 'refused',
        reason: 'not-a-catalog',
        what: `${name}: not there`,
      });
    },
  );

  it.each(['2.root.json', 'timestamp.json', '1.snapshot.json', '1.targets.json'])(
    'is left where %s comes too slowly',
    async (name) => {
      client.answers.set(name, { kind: 'refused', reason: 'stalled', what: name });
      await refuses('stalled');
    },
  );

  it('cannot hide a new root behind a sign-in page', async () => {
    client.answers.set('2.root.json', { kind: 'refused', reason: 'not-a-catalog', what: 'text/html' });
    await refuses('not-a-catalog');
  });

  it('cannot leave out a link of the chain of roots', async () => {
    repository.publish('root');
    repository.publish('root');
    repository.files.delete('2.root.json');
    await passes();
    expect(client.version('root')).toBe(1);
  });
});
