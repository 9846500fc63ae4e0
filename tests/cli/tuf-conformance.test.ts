// The cases of the conformance suite of The Update Framework (theupdateframework/tuf-conformance) that need no delegated
// roles, by its names, against the tuf-client over a real connection: what a client does at all, and keys.
import { describe, expect, it } from 'vitest';
import { type KeyKind, makeKey, type Role } from '../fixtures/tuf-repository.ts';
import {
  ALL_FIRST,
  BELOW_ROOT,
  client,
  fails,
  FIRST_REQUESTS,
  init,
  refreshes,
  repository,
  server,
} from './tuf-suite.ts';

describe('test_basic', () => {
  it('basic_init_and_refresh', async () => {
    await init();
    expect(server.asked).toEqual([]);
    await refreshes();
    expect(server.asked).toEqual(FIRST_REQUESTS);
    expect(client.trusted()).toEqual(ALL_FIRST);
    for (const role of ['root', ...BELOW_ROOT] as const)
      expect(client.bytes(role)).toEqual(repository.fileOf(role));
  });

  it('implicit_refresh', async () => {
    await init();
    expect(await client.download('nonexistent artifact')).toBe(1);
    expect(server.asked).toEqual(FIRST_REQUESTS);
    expect(client.trusted()).toEqual(ALL_FIRST);
  });

  it.each([
    ['invalid_initial_root', (text: string) => text.replace(/"version":1,?/, '').replace(',}', '}')],
    ['unsigned_initial_root', (text: string) => text.replace(/"sig":"[^"]+"/, '"sig":"3045022100ee448afe"')],
  ])('%s', async (_name, spoil) => {
    const text = new TextDecoder().decode(repository.fileOf('root'));
    expect(spoil(text)).not.toBe(text);
    await client.init(new TextEncoder().encode(spoil(text)));
    await fails();
    expect(server.asked).toEqual([]);
  });

  it.each<[Role, string[]]>([
    ['root', ['root 1']],
    ['timestamp', ['root 1']],
    ['snapshot', ['root 1', 'timestamp 2']],
    ['targets', ['root 1', 'snapshot 2', 'timestamp 2']],
  ])('unsigned_metadata[%s]', async (role, trusted) => {
    await init();
    repository.roles[role].signers = [];
    if (role === 'root') repository.publish('root');
    else repository.publish(...BELOW_ROOT);
    await fails();
    expect(client.trusted()).toEqual(trusted);
  });

  it('timestamp_content_changes', async () => {
    await init();
    await refreshes();
    const before = client.bytes('timestamp');
    repository.timestampMeta = { version: 100 };
    repository.resign('timestamp');
    await refreshes();
    expect(server.asked.at(-1)).toBe('metadata/timestamp.json');
    expect(client.bytes('timestamp')).toEqual(before);
  });

  it('basic_metadata_hash_support', async () => {
    repository.namesDigests = true;
    repository.publish(...BELOW_ROOT);
    await init();
    await refreshes();
    repository.publish('targets');
    repository.snapshotMeta['targets.json'] = { version: 3, hashes: { sha256: '46'.repeat(32) } };
    repository.publish('snapshot', 'timestamp');
    await fails();
    expect([client.version('snapshot'), client.version('targets')]).toEqual([3, 2]);
  });

  it('new_targets_version_mismatch', async () => {
    await init();
    await refreshes();
    repository.publish('targets');
    await refreshes();
    expect(client.version('targets')).toBe(1);
    expect(server.asked.at(-1)).toBe('metadata/timestamp.json');
  });

  it('custom_fields', async () => {
    await init();
    await refreshes();
    repository.roles.root.extra = { 'custom-field': 'value' };
    const [key] = repository.roles.root.keys;
    repository.keyExtras.set(key?.id ?? '', { 'extra-field': { a: 1, b: 2 } });
    repository.publish('root');
    await refreshes();
    expect(client.version('root')).toBe(2);
  });
});

describe('test_keys', () => {
  it('snapshot_does_not_meet_threshold', async () => {
    repository.roles.snapshot.threshold = 3;
    for (let count = 0; count < 2; count++) repository.addKey('snapshot', makeKey('ecdsa'));
    repository.publish('root', ...BELOW_ROOT);
    await init();
    await refreshes();
    repository.roles.snapshot.signers.pop();
    repository.publish(...BELOW_ROOT);
    await fails();
    expect(client.version('snapshot')).not.toBe(3);
  });

  it('deprecated_keyid_hash_algorithms', async () => {
    await init();
    const [key] = repository.roles.snapshot.keys;
    repository.keyExtras.set(key?.id ?? '', { keyid_hash_algorithms: 'md5' });
    repository.publish('root');
    await refreshes();
    expect([client.version('root'), client.version('snapshot')]).toEqual([2, 1]);
  });

  it('snapshot_has_too_few_keys', async () => {
    await init();
    for (let count = 0; count < 4; count++) repository.addKey('snapshot', makeKey('ecdsa'));
    repository.roles.snapshot.threshold = 6;
    repository.publish('root', 'snapshot', 'timestamp');
    await fails();
    expect(client.version('root')).toBe(2);
    expect(client.version('snapshot')).not.toBe(2);
  });

  it('duplicate_keys', async () => {
    await init();
    const key = makeKey('ecdsa');
    repository.roles.snapshot.keys.push(...Array.from({ length: 9 }, () => key));
    repository.roles.snapshot.signers.push(key);
    repository.roles.snapshot.threshold = 6;
    repository.publish('root', 'snapshot', 'timestamp');
    repository.tamper('snapshot', ({ signatures }) => {
      const own = signatures.find(({ keyid }) => keyid === key.id);
      if (own) signatures.push(...Array.from({ length: 8 }, () => own));
    });
    await fails();
    expect(client.version('snapshot')).toBeNull();
  });

  it('duplicate_sig_keyids', async () => {
    await init();
    repository.tamper('snapshot', ({ signatures }) => signatures.push(...signatures));
    await fails();
    expect(client.version('snapshot')).toBeNull();
  });

  it.each<KeyKind>(['rsa', 'ecdsa', 'ed25519'])('keytype_and_scheme[%s]', async (kind) => {
    await init();
    const key = repository.addKey('root', makeKey(kind));
    repository.roles.root.threshold = 2;
    repository.publish('root');
    await refreshes();
    expect(client.version('root')).toBe(2);
    repository.publish('root');
    repository.tamper('root', ({ signatures }) => {
      for (const signature of signatures) {
        if (signature.keyid === key.id) signature.sig = key.sign(new TextEncoder().encode('another'));
      }
    });
    await fails();
    expect(client.version('root')).toBe(2);
  });

  it('invalid_sig_in_valid_metadata', async () => {
    await init();
    const [first] = repository.roles.timestamp.keys;
    repository.addKey('timestamp', makeKey('ecdsa'));
    repository.publish('root', 'timestamp');
    for (const sig of [first?.sign(new Uint8Array(3)) ?? '', '']) {
      repository.publish('timestamp');
      repository.tamper('timestamp', ({ signatures }) => {
        for (const signature of signatures) if (signature.keyid === first?.id) signature.sig = sig;
      });
      await refreshes();
    }
  });
});
