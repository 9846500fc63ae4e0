import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ED25519 } from '#sync/trust/signatures.ts';
import { makeKey, ROLES, type TestKey, TufRepository } from '../../fixtures/tuf-repository.ts';
import { type Client, clientOf } from './client.ts';

let repository: TufRepository;
let client: Client;
beforeEach(() => {
  repository = new TufRepository();
  repository.publishAll();
  client = clientOf(repository);
});
const outcome = async () => {
  const refreshed = await client.refresh();
  return refreshed.kind === 'refused' ? refreshed.reason : 'fresh';
};

/** Three keys for the snapshot, all needed. */
function threeNeeded(): void {
  const { snapshot } = repository.roles;
  repository.addKey('snapshot');
  repository.addKey('snapshot');
  snapshot.threshold = 3;
}

describe('a threshold', () => {
  it('is met by as many different keys', async () => {
    threeNeeded();
    repository.publishAll();
    expect(await outcome()).toBe('fresh');
  });

  it('is missed by one signature less: a key that was stolen is not enough', async () => {
    threeNeeded();
    repository.roles.snapshot.signers.pop();
    repository.publishAll();
    expect(await client.refresh()).toEqual({
      kind: 'refused',
      reason: 'bad-signature',
      what: '2.snapshot.json: 2 of 3 signatures for snapshot',
    });
  });

  it('is missed where there are not even enough keys', async () => {
    repository.roles.snapshot.threshold = 2;
    repository.publishAll();
    expect(await outcome()).toBe('bad-signature');
  });

  it('is not met by strangers beside the keys', async () => {
    threeNeeded();
    const { snapshot } = repository.roles;
    snapshot.signers = [...snapshot.signers.slice(0, 2), makeKey(), makeKey()];
    repository.publishAll();
    expect(await outcome()).toBe('bad-signature');
  });

  it('is met in spite of a signature that is wrong, or none at all, beside enough good ones', async () => {
    const other = repository.addKey('timestamp');
    repository.publish('root', 'timestamp');
    for (const sig of ['ab'.repeat(64), '', 'no hex']) {
      repository.tamper('timestamp', ({ signatures }) => {
        for (const signature of signatures) if (signature.keyid === other.id) signature.sig = sig;
      });
      expect(await outcome()).toBe('fresh');
    }
  });

  it('is not met by one key named many times in the root', async () => {
    const { snapshot } = repository.roles;
    const [key] = snapshot.keys;
    snapshot.keys = Array<TestKey>(6).fill(key as TestKey);
    snapshot.threshold = 6;
    repository.publishAll();
    expect(await outcome()).toBe('bad-signature');
  });

  it('is not met by one key under two ids', async () => {
    const { snapshot } = repository.roles;
    const [key] = snapshot.keys as [TestKey];
    // The id of the whole key, its additional field included, is as good as that of its three known fields.
    const publicKey = { ...key.publicKey, x: 'twin' };
    const { createHash } = await import('node:crypto');
    const { keytype, keyval, scheme } = key.publicKey;
    const id = createHash('sha256')
      .update(
        `{"keytype":"${keytype}","keyval":{"public":"${keyval.public}"},"scheme":"${scheme}","x":"twin"}`,
      )
      .digest('hex');
    repository.keyExtras.set(id, { x: 'twin' });
    snapshot.keys.push({ ...key, id, publicKey });
    snapshot.signers = [...snapshot.keys];
    repository.publishAll();
    expect(await outcome()).toBe('fresh');
    snapshot.threshold = 2;
    repository.publishAll();
    expect(await outcome()).toBe('bad-signature');
  });

  it('is not met by one key that signs twice: two signatures of one id are an error', async () => {
    repository.tamper('snapshot', ({ signatures }) =>
      signatures.push({ ...(signatures[0] ?? { keyid: '', sig: '' }) }),
    );
    expect(await outcome()).toBe('malformed');
  });

  it('is met by another set of keys each time', async () => {
    const { root } = repository.roles;
    for (let count = 1; count < 5; count++) repository.addKey('root');
    repository.publish('root');
    root.threshold = 3;
    const keys = [...root.keys];
    for (const signers of [
      [0, 1, 2],
      [2, 3, 4],
      [0, 2, 4],
    ]) {
      root.signers = signers.map((at) => keys[at] as TestKey);
      repository.publish('root');
    }
    expect(await outcome()).toBe('fresh');
    expect(client.version('root')).toBe(5);
  });
});

describe('a new root', () => {
  it.each([
    ['only the old keys', 0],
    ['only the new keys', 1],
  ])('signed by %s is refused', async (_what, at) => {
    const old = repository.roles.root.keys;
    repository.rotate('root');
    repository.roles.root.signers = at === 0 ? old : repository.roles.root.keys;
    repository.publish('root');
    expect(await outcome()).toBe('bad-signature');
    expect(client.version('root')).toBe(1);
  });

  it('signed by both is trusted, and from then on the new keys alone', async () => {
    const { root } = repository.roles;
    const old = root.keys;
    repository.rotate('root');
    root.signers = [...old, ...root.keys];
    repository.publish('root');
    root.signers = [...root.keys];
    repository.publish('root');
    expect(await outcome()).toBe('fresh');
    expect(client.version('root')).toBe(3);
    root.signers = old;
    repository.publish('root');
    expect(await outcome()).toBe('bad-signature');
  });

  it.each(ROLES)('may give the %s a new key, and the old one is worth nothing', async (role) => {
    const { signers } = repository.roles[role];
    repository.rotate(role);
    if (role === 'root') repository.roles.root.signers.push(...signers);
    repository.publishAll();
    expect(await outcome()).toBe('fresh');
    repository.roles[role].signers = signers;
    repository.publishAll();
    expect(await outcome()).toBe('bad-signature');
  });
});

describe('a key', () => {
  it('whose id is not its digest does not count', async () => {
    const { snapshot } = repository.roles;
    const [key] = snapshot.keys as [TestKey];
    const renamed = { ...key, id: 'ab'.repeat(32) };
    snapshot.keys = [renamed];
    snapshot.signers = [renamed];
    repository.publishAll();
    expect(await outcome()).toBe('bad-signature');
  });

  it.each(['ecdsa', 'rsa'] as const)('of the scheme %s is not known to the app', async (kind) => {
    repository.rotate('snapshot', kind);
    repository.publishAll();
    expect(await outcome()).toBe('bad-signature');
  });

  it.each([
    ['another type', { keytype: 'ecdsa' }],
    ['another scheme', { scheme: 'ed25519ph' }],
    ['half its bytes', { keyval: { public: 'ab'.repeat(16) } }],
    ['no hex', { keyval: { public: 'z'.repeat(64) } }],
  ])('with %s does not count', async (_what, change) => {
    const { snapshot } = repository.roles;
    const [key] = snapshot.keys as [TestKey];
    const publicKey = { ...key.publicKey, ...change };
    const { createHash } = await import('node:crypto');
    const id = createHash('sha256')
      .update(
        `{"keytype":"${publicKey.keytype}","keyval":{"public":"${publicKey.keyval.public}"},"scheme":"${publicKey.scheme}"}`,
      )
      .digest('hex');
    snapshot.keys = [{ ...key, id, publicKey }];
    snapshot.signers = [...snapshot.keys];
    repository.publishAll();
    expect(await outcome()).toBe('bad-signature');
  });
});

describe('Ed25519', () => {
  // RFC 8032, 7.1, test 2.
  const PUBLIC = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c';
  const SIGNATURE =
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00';
  const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
  const verify = (message: string, signature = SIGNATURE, key = PUBLIC) =>
    ED25519.verify(key, bytes(message), bytes(signature)).catch(() => false);
  afterEach(() => vi.restoreAllMocks());

  it.each(['by the browser', 'by the part that is fetched where the browser knows none'])(
    'is verified %s',
    async (by) => {
      const own = crypto.subtle.importKey.bind(crypto.subtle);
      let asked = 0;
      if (by !== 'by the browser') {
        vi.spyOn(crypto.subtle, 'importKey').mockImplementation(() => {
          asked++;
          return Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'));
        });
      } else expect(await own('raw', bytes(PUBLIC), 'Ed25519', false, ['verify'])).toBeDefined();
      expect(await verify('72')).toBe(true);
      expect(await verify('73')).toBe(false);
      expect(await verify('72', SIGNATURE.replace('92', '93'))).toBe(false);
      expect(await verify('72', SIGNATURE, PUBLIC.replace('3d', '3e'))).toBe(false);
      expect(await verify('72', SIGNATURE.slice(2))).toBe(false);
      if (by !== 'by the browser') {
        expect(asked).toBeGreaterThan(0);
        expect(await outcome()).toBe('fresh');
      }
    },
  );
});
