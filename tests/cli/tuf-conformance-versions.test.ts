// The cases of the conformance suite of The Update Framework (theupdateframework/tuf-conformance) that need no delegated
// roles, by its names, against the tuf-client over a real connection: versions, expiry and downloads.
import { describe, expect, it, vi } from 'vitest';
import { DAY_MS, isoAt } from '../fixtures/tuf-repository.ts';
import { BELOW_ROOT, client, fails, init, refreshes, repository, server } from './tuf-suite.ts';

describe('test_rollback', () => {
  it('simple_snapshot_rollback', async () => {
    await init();
    repository.publish('snapshot', 'timestamp');
    await refreshes();
    const named = repository.timestampMeta;
    repository.roles.snapshot.version = 1;
    repository.resign('snapshot');
    repository.timestampMeta = named;
    await refreshes();
    expect(client.version('snapshot')).toBe(2);
    expect(server.asked.at(-1)).toBe('metadata/timestamp.json');
  });

  it('new_timestamp_version_rollback', async () => {
    await init();
    repository.publish('timestamp');
    await refreshes();
    repository.roles.timestamp.version = 1;
    repository.resign('timestamp');
    await fails();
    expect(client.version('timestamp')).toBe(2);
    expect(server.asked.at(-1)).toBe('metadata/timestamp.json');
  });

  it.each([false, true])('snapshot_rollback[with hashes: %s]', async (namesDigests) => {
    repository.namesDigests = namesDigests;
    await init();
    repository.publish('snapshot', 'timestamp');
    await refreshes();
    repository.roles.snapshot.version = 1;
    repository.resign('snapshot');
    repository.publish('timestamp');
    await fails();
    expect([client.version('timestamp'), client.version('snapshot')]).toEqual([2, 2]);
    expect(server.asked.at(-1)).toBe('metadata/timestamp.json');
  });

  it('new_targets_fast_forward_recovery', async () => {
    await init();
    repository.roles.targets.version = 99_999;
    repository.resign('targets');
    repository.publish('snapshot', 'timestamp');
    await refreshes();
    expect(client.version('targets')).toBe(99_999);
    repository.rotate('snapshot', 'ecdsa');
    repository.roles.targets.version = 1;
    repository.resign('targets');
    repository.publish('root', 'snapshot', 'timestamp');
    await refreshes();
    expect(client.version('targets')).toBe(1);
  });

  it('new_snapshot_fast_forward_recovery', async () => {
    await init();
    repository.roles.snapshot.version = 99_999;
    repository.resign('snapshot');
    repository.publish('timestamp');
    await refreshes();
    expect(client.version('snapshot')).toBe(99_999);
    repository.rotate('snapshot', 'ecdsa');
    repository.rotate('timestamp', 'ecdsa');
    repository.roles.snapshot.version = 1;
    repository.resign('snapshot');
    repository.publish('root', 'timestamp');
    await refreshes();
    expect(client.version('snapshot')).toBe(1);
  });

  it('new_snapshot_version_mismatch', async () => {
    await init();
    repository.roles.snapshot.version = 2;
    repository.files.delete('1.snapshot.json');
    await fails();
    expect(client.trusted()).toEqual(['root 1', 'timestamp 1']);
    expect(server.asked.at(-1)).toBe('metadata/1.snapshot.json');
  });

  it('new_timestamp_fast_forward_recovery', async () => {
    await init();
    repository.roles.timestamp.version = 99_999;
    repository.resign('timestamp');
    await refreshes();
    expect(client.version('timestamp')).toBe(99_999);
    repository.rotate('timestamp', 'ecdsa');
    repository.roles.timestamp.version = 1;
    repository.publish('root');
    repository.resign('timestamp');
    await refreshes();
    expect(client.version('timestamp')).toBe(1);
  });

  it.each([false, true])('targets_rollback[with hashes: %s]', async (namesDigests) => {
    repository.namesDigests = namesDigests;
    await init();
    repository.publish(...BELOW_ROOT);
    await refreshes();
    repository.roles.targets.version = 1;
    repository.resign('targets');
    repository.publish('snapshot', 'timestamp');
    await fails();
    expect(client.version('targets')).toBe(2);
  });
});

describe('test_expiration', () => {
  const past = (days: number) => isoAt(Date.now() - days * DAY_MS);

  it('root_expired', async () => {
    await init();
    await refreshes();
    repository.publish('root');
    await refreshes();
    repository.roles.root.expires = past(1);
    repository.publish('root', 'timestamp');
    await fails();
    expect(client.trusted()).toEqual(['root 3', 'snapshot 1', 'targets 1', 'timestamp 1']);
  });

  it.each([
    ['timestamp', ['root 1', 'snapshot 1', 'targets 1', 'timestamp 1']],
    ['snapshot', ['root 1', 'snapshot 1', 'targets 1', 'timestamp 2']],
    ['targets', ['root 1', 'snapshot 2', 'targets 1', 'timestamp 2']],
  ] as const)('%s_expired', async (role, trusted) => {
    await init();
    await refreshes();
    repository.roles[role].expires = past(5);
    repository.publish(...BELOW_ROOT);
    await fails();
    expect(client.trusted()).toEqual(trusted);
  });

  it('expired_metadata', async () => {
    const now = Date.now();
    repository.roles.timestamp.expires = isoAt(now + 7 * DAY_MS);
    repository.resign('timestamp');
    await init();
    await refreshes();
    repository.roles.timestamp.expires = isoAt(now + 21 * DAY_MS);
    repository.publish(...BELOW_ROOT);
    vi.useFakeTimers({ toFake: ['Date'], now: now + 18 * DAY_MS });
    await refreshes();
    expect(client.trusted()).toEqual(['root 1', 'snapshot 2', 'targets 2', 'timestamp 2']);
  });
});

describe('test_file_download', () => {
  const publish = () => repository.publish(...BELOW_ROOT);

  it.each(['target_file.txt', 'path/to/a/target_file.txt', 'a name/with ? and #.txt', '..'])(
    'client_downloads_expected_file: %s',
    async (path) => {
      await init();
      repository.addArtifact(path, 'contents');
      publish();
      await refreshes();
      expect(client.downloaded()).toEqual([]);
      expect(await client.download(path)).toBe(0);
      expect(client.downloaded()).toEqual(['contents']);
    },
  );

  it('client_downloads_expected_file where it is not consistent', async () => {
    repository.isConsistent = false;
    repository.addArtifact('path/target_file.txt', 'contents');
    repository.publishAll();
    await init();
    expect(await client.download('path/target_file.txt')).toBe(0);
    expect(server.asked.at(-1)).toBe('targets/path/target_file.txt');
    expect(client.downloaded()).toEqual(['contents']);
  });

  it('artifact_cache', async () => {
    await init();
    repository.addArtifact('target_file.txt', 'contents');
    publish();
    expect(await client.download('target_file.txt')).toBe(0);
    const asked = server.asked.filter((path) => path.startsWith('targets/')).length;
    expect(await client.download('target_file.txt')).toBe(0);
    expect(server.asked.filter((path) => path.startsWith('targets/'))).toHaveLength(asked);
  });

  it('repository_substitutes_target_file', async () => {
    await init();
    repository.addArtifact('one.txt', 'target file contents');
    repository.addArtifact('two.txt', 'content');
    publish();
    expect(await client.download('one.txt')).toBe(0);
    for (const path of ['one.txt', 'two.txt']) repository.addArtifact(path, 'malicious data');
    await client.download('one.txt');
    expect(await client.download('two.txt')).toBe(1);
    expect(client.downloaded()).toEqual(['target file contents']);
  });

  it('multiple_changes_to_target', async () => {
    await init();
    for (let change = 0; change < 4; change++) {
      repository.addArtifact('target_file.txt', `modified ${change}`);
      publish();
      expect(await client.download('target_file.txt')).toBe(0);
      expect(client.downloaded()).toEqual([`modified ${change}`]);
      repository.addArtifact('target_file.txt', `malicious ${change}`);
      await client.download('target_file.txt');
      expect(client.downloaded()).toEqual([`modified ${change}`]);
    }
  });
});
