// The cases `test_updater_key_rotations` of the conformance suite of The Update Framework, by its names: which keys a
// version lists, how many it needs, and which of them sign it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeKey, type TestKey, TufRepository } from '../fixtures/tuf-repository.ts';
import { newTufClient, startTufServer, type TufClient, type TufServer } from './tuf-server.ts';

type Version = readonly [keys: readonly number[], threshold: number, signers: readonly number[]];

const ROOTS: [string, 0 | 1, Version[]][] = [
  [
    '1-of-1-key-rotation',
    0,
    [
      [[1], 1, [1]],
      [[2], 1, [2, 1]],
      [[2], 1, [2]],
    ],
  ],
  [
    '1-of-1-key-rotation-unused-signatures',
    0,
    [
      [[1], 1, [3, 1, 4]],
      [[2], 1, [3, 2, 1, 4]],
      [[2], 1, [3, 2, 4]],
    ],
  ],
  [
    '3-of-5-sign-with-different-keycombos',
    0,
    [
      [[0, 1, 2, 3, 4], 3, [0, 2, 4]],
      [[0, 1, 2, 3, 4], 3, [0, 4, 1]],
      [[0, 1, 2, 3, 4], 3, [0, 1, 3]],
      [[0, 1, 2, 3, 4], 3, [0, 1, 3]],
    ],
  ],
  [
    '3-of-5-one-key-rotated',
    0,
    [
      [[0, 1, 2, 3, 4], 3, [0, 2, 4]],
      [[0, 1, 3, 4, 5], 3, [0, 4, 1]],
    ],
  ],
  [
    '3-of-5-one-key-rotated-with-intermediate-step',
    0,
    [
      [[0, 1, 2, 3, 4], 3, [0, 2, 4]],
      [[0, 1, 3, 4, 5], 3, [0, 2, 4, 5]],
      [[0, 1, 3, 4, 5], 3, [0, 4, 5]],
    ],
  ],
  [
    '3-of-5-all-keys-rotated-with-intermediate-step',
    0,
    [
      [[0, 1, 2, 3, 4], 3, [0, 2, 4]],
      [[5, 6, 7, 8, 9], 3, [0, 2, 4, 5, 6, 7]],
      [[5, 6, 7, 8, 9], 3, [5, 6, 7]],
    ],
  ],
  [
    '1-of-3-threshold-increase-to-2-of-3',
    0,
    [
      [[1, 2, 3], 1, [1]],
      [[1, 2, 3], 2, [1, 2]],
    ],
  ],
  [
    '2-of-3-threshold-decrease-to-1-of-3',
    0,
    [
      [[1, 2, 3], 2, [1, 2]],
      [[1, 2, 3], 1, [1, 2]],
      [[1, 2, 3], 1, [1]],
    ],
  ],
  [
    '1-of-2-threshold-increase-to-2-of-2',
    0,
    [
      [[1], 1, [1]],
      [[1, 2], 2, [1, 2]],
    ],
  ],
  [
    '1-of-1-key-rotation-fail-not-signed-with-old-key',
    1,
    [
      [[1], 1, [1]],
      [[2], 1, [2, 3, 4]],
    ],
  ],
  [
    '1-of-1-key-rotation-fail-not-signed-with-new-key',
    1,
    [
      [[1], 1, [1]],
      [[2], 1, [1, 3, 4]],
    ],
  ],
  [
    '3-of-5-one-key-rotate-fails-not-signed-with-3-new-keys',
    1,
    [
      [[0, 1, 2, 3, 4], 3, [0, 2, 4]],
      [[0, 1, 3, 4, 5], 3, [0, 2, 4]],
    ],
  ],
  [
    '3-of-5-one-key-rotate-fails-not-signed-with-3-old-keys',
    1,
    [
      [[0, 1, 2, 3, 4], 3, [0, 2, 4]],
      [[0, 1, 3, 4, 5], 3, [0, 4, 5]],
    ],
  ],
  [
    '1-of-3-threshold-bump-to-2-of-3-fails-new-threshold-not-reached',
    1,
    [
      [[1, 2, 3], 1, [1]],
      [[1, 2, 3], 2, [2]],
    ],
  ],
  [
    '2-of-3-threshold-decr-to-1-of-3-fails-old-threshold-not-reached',
    1,
    [
      [[1, 2, 3], 2, [1, 2]],
      [[1, 2, 3], 1, [1]],
    ],
  ],
];

const OTHERS: [string, 0 | 1, Version][] = [
  ['1-of-1-key-rotation', 0, [[2], 1, [2]]],
  ['1-of-1-key-rotation-unused-signatures', 0, [[1], 1, [3, 1, 4]]],
  ['1-of-1-key-rotation-fail-not-signed-with-new-key', 1, [[2], 1, [1, 3, 4]]],
  ['3-of-5-one-key-signature-wrong-not-signed-with-3-expected-keys', 1, [[0, 1, 3, 4, 5], 3, [0, 2, 4]]],
  ['2-of-5-one-key-signature-missing-threshold-not-reached', 1, [[0, 1, 3, 4, 5], 3, [0, 4]]],
  ['3-of-5-sign-first-combo', 0, [[0, 1, 2, 3, 4], 3, [0, 2, 4]]],
  ['3-of-5-sign-second-combo', 0, [[0, 1, 2, 3, 4], 3, [0, 4, 1]]],
  ['3-of-5-sign-third-combo', 0, [[0, 1, 2, 3, 4], 3, [0, 1, 3]]],
  ['3-of-5-sign-fourth-combo', 0, [[0, 1, 2, 3, 4], 3, [1, 2, 3]]],
  ['3-of-5-sign-fifth-combo', 0, [[0, 1, 2, 3, 4], 3, [2, 3, 4]]],
];

const KEYS = Array.from({ length: 10 }, () => makeKey('ecdsa'));
const pick = (numbers: readonly number[]): TestKey[] => KEYS.filter((_, at) => numbers.includes(at));

let server: TufServer;
let client: TufClient;
beforeAll(async () => {
  server = await startTufServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.repository = new TufRepository(Date.now(), 'ecdsa');
  client = newTufClient(server);
});
afterEach(() => client.remove());

const set = (role: 'root' | 'timestamp' | 'snapshot' | 'targets', [keys, threshold, signers]: Version) =>
  Object.assign(server.repository.roles[role], { keys: pick(keys), threshold, signers: pick(signers) });

describe('root_rotation', () => {
  it.each(ROOTS)('%s', async (_name, code, versions) => {
    const { repository } = server;
    for (const version of versions) {
      set('root', version);
      repository.publish('root');
    }
    repository.publish('targets', 'snapshot', 'timestamp');
    const root = (version: number) => repository.files.get(`${version}.root.json`) ?? new Uint8Array();
    expect(await client.init(root(1))).toBe(0);
    expect(await client.refresh()).toBe(code);
    expect(client.bytes('root')).toEqual(root(versions.length - code));
  });
});

describe('non_root_rotations', () => {
  it.each(OTHERS)('%s', async (_name, code, version) => {
    const { repository } = server;
    repository.publishAll();
    await client.init(repository.fileOf('root'));
    for (const role of ['timestamp', 'snapshot', 'targets'] as const) {
      set(role, version);
      repository.publish('root', 'targets', 'snapshot', 'timestamp');
      expect(await client.refresh()).toBe(code);
      if (code === 0) expect(client.bytes(role)).toEqual(repository.fileOf(role));
    }
  });
});
