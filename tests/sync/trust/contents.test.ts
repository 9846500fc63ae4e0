import { describe, expect, it } from 'vitest';
import {
  APP_SCHEMA,
  checkChunk,
  checkCount,
  checkDigest,
  checkIndex,
  checkTargets,
  checkVersion,
  checkWhole,
  isSameCatalog,
} from '#sync/trust/contents.ts';
import { LIMITS } from '#sync/trust/limits.ts';
import { bucket, bytesOf, entryOf, indexOf, soundChunks } from '../published-catalog.ts';

const index = indexOf(3, soundChunks());
const checked = (value: unknown) => checkIndex(bytesOf(JSON.stringify(value)));
const refusalOf = (outcome: { kind: string; reason?: string } | null) => outcome?.reason ?? null;

describe('the index', () => {
  it('passes when it is sound', () => {
    expect(checked(index)).toEqual({ kind: 'ok', value: index });
  });

  it.each([
    ['a field of no known name', { ...index, extra: 1 }],
    ['another format', { ...index, format: 'cairn-catalog/2' }],
    ['a version below one', { ...index, version: 0 }],
    ['a digest that is none', { ...index, chunks: [{ name: 'a.json', length: 1, sha256: 'ABC' }] }],
    ['a name that climbs', { ...index, chunks: [{ ...entryOf('a.json', '{}'), name: '../a.json' }] }],
    ['a negative length', { ...index, chunks: [{ ...entryOf('a.json', '{}'), length: -1 }] }],
    ['a name twice', { ...index, chunks: [entryOf('a.json', '{}'), entryOf('a.json', '[]')] }],
    ['nothing', null],
  ])('is refused with %s', (_what, value) => {
    expect(refusalOf(checked(value))).toBe('malformed');
  });

  it('is refused when it is not JSON, or not UTF-8', () => {
    expect(refusalOf(checkIndex(bytesOf('<html>')))).toBe('malformed');
    expect(refusalOf(checkIndex(new Uint8Array([0x22, 0xff, 0x22])))).toBe('malformed');
  });

  it('is refused when it declares more than the limits', () => {
    const entry = entryOf('a.json', '{}');
    const many = (count: number, length: number) => ({
      ...index,
      chunks: Array.from({ length: count }, (_, at) => ({ ...entry, name: `a${at}.json`, length })),
    });
    expect(refusalOf(checked(many(1, LIMITS.chunkBytes + 1)))).toBe('too-long');
    expect(refusalOf(checked(many(LIMITS.chunks + 1, 1)))).toBe('too-long');
    expect(refusalOf(checked(many(LIMITS.catalogBytes / LIMITS.chunkBytes + 1, LIMITS.chunkBytes)))).toBe(
      'too-long',
    );
    expect(checked(many(1, LIMITS.chunkBytes)).kind).toBe('ok');
  });
});

describe('the schema an index asks for', () => {
  it('may be the one of this app', () => {
    expect(checked({ ...index, minAppSchema: APP_SCHEMA }).kind).toBe('ok');
  });

  it('is told apart from an error when it is a later one, whatever else the index says', () => {
    expect(refusalOf(checked({ ...index, minAppSchema: APP_SCHEMA + 1, later: true }))).toBe('too-old-app');
  });
});

describe('the number of programs', () => {
  const after = (programs: number, before: number, countsFlag?: true) =>
    refusalOf(
      checkCount(
        { ...index, programs, ...(countsFlag ? { countsFlag } : {}) },
        { ...index, programs: before },
      ),
    );

  it('may move by a fifth, and further only where the publisher says so', () => {
    expect(after(80, 100)).toBeNull();
    expect(after(120, 100)).toBeNull();
    expect(after(79, 100)).toBe('malformed');
    expect(after(121, 100)).toBe('malformed');
    expect(after(1, 100, true)).toBeNull();
  });

  it('is anything in the first catalog', () => {
    expect(checkCount(index, null)).toBeNull();
  });
});

describe('the targets', () => {
  const targets = new Map(index.chunks.map(({ name, ...target }) => [name, target]));

  it('name every chunk, and may name more', () => {
    expect(checkTargets(index, targets)).toBeNull();
    expect(checkTargets({ ...index, chunks: index.chunks.slice(1) }, targets)).toBeNull();
  });

  it.each([
    ['is not among them', null],
    ['has another length there', { length: 1 }],
    ['has another digest there', { sha256: 'ab'.repeat(32) }],
  ])('refuse an index with a chunk that %s', (_what, change) => {
    const changed = new Map(targets);
    const target = targets.get('p-00.json');
    if (change && target) changed.set('p-00.json', { ...target, ...change });
    else changed.delete('p-00.json');
    expect(refusalOf(checkTargets(index, changed))).toBe('mixed');
  });
});

describe('the version', () => {
  it('may rise or stay and never fall', () => {
    expect(refusalOf(checkVersion(index, { ...index, version: 4 }))).toBe('rollback');
    expect(checkVersion(index, index)).toBeNull();
    expect(checkVersion(index, { ...index, version: 2 })).toBeNull();
    expect(checkVersion(index, null)).toBeNull();
  });

  it('is not enough to call two catalogs the same', () => {
    expect(isSameCatalog(index, structuredClone(index))).toBe(true);
    expect(isSameCatalog(index, indexOf(3, soundChunks('Another')))).toBe(false);
    expect(isSameCatalog(index, indexOf(4, soundChunks()))).toBe(false);
    expect(isSameCatalog(index, null)).toBe(false);
  });
});

describe('the digest', () => {
  it('passes the very bytes and refuses any other', async () => {
    const body = '{"a":1}';
    const entry = entryOf('a.json', body);
    expect(await checkDigest(entry, bytesOf(body))).toBeNull();
    expect(refusalOf(await checkDigest(entry, bytesOf('{"a":2}')))).toBe('wrong-hash');
    expect(await checkDigest(entry, bytesOf('{"a"'))).toMatchObject({
      reason: 'wrong-hash',
      what: 'a.json: 4 of 7 bytes',
    });
  });
});

describe('a chunk', () => {
  it.each(Object.entries(soundChunks()))('passes when it is sound: %s', (name, body) => {
    expect(checkChunk(name, bytesOf(body)).kind).toBe('ok');
  });

  it('of programs tells their pids', () => {
    expect(checkChunk('p-00.json', bytesOf(bucket('00', 'p000000001')))).toMatchObject({
      value: { pids: ['p000000001'], open: 1 },
    });
  });

  it('of programs counts those that take applicants', () => {
    const closed = bucket('00', 'p000000001').replace('"active"', '"closed"');
    expect(checkChunk('p-00.json', bytesOf(closed))).toMatchObject({ value: { open: 0 } });
  });

  it.each([
    ['a field of no known name', 'p-00.json', bucket('00', 'p000000001').replace('"sponsor"', '"owner"')],
    ['an id a user gave', 'p-00.json', bucket('00', 'u000000001')],
    [
      'a redirect from an id a user gave',
      'redirects.json',
      '{"format":"cairn-redirects/1","redirects":{"u000000001":["p000000001"]}}',
    ],
    ['the wrong bucket', 'p-01.json', bucket('00', 'p000000001')],
    ['another kind of chunk', 'rules.json', bucket('00', 'p000000001')],
    ['no JSON', 'rules.json', '{"format":"cairn-rules/1"'],
    ['no JSON under a name that is not known', 'later.json', 'model'],
    ['a prototype in it', 'rules.json', '{"format":"cairn-rules/1","rules":{},"__proto__":{"x":1}}'],
  ])('is refused with %s', (_what, name, body) => {
    expect(refusalOf(checkChunk(name, bytesOf(body)))).toBe('malformed');
  });
});

describe('the whole', () => {
  const whole = (pids: readonly string[], redirects: Record<string, readonly string[]> = {}) =>
    refusalOf(
      checkWhole({ programs: pids.length }, [
        { pids, open: pids.length, redirects: {} },
        { pids: [], open: 0, redirects },
      ]),
    );

  it('passes with redirects that end at programs, over several steps and at several', () => {
    expect(whole(['p1', 'p2'], { p3: ['p1', 'p2'], p4: ['p3'], p5: ['p4', 'p2'] })).toBeNull();
  });

  it.each([
    ['a program twice', ['p1', 'p1'], {}],
    ['a redirect to nothing', ['p1'], { p3: ['p9'] }],
    ['a redirect to itself', ['p1'], { p3: ['p3'] }],
    ['redirects in a circle', ['p1'], { p3: ['p4'], p4: ['p3'] }],
    [
      'redirects in a circle of programs that are still there',
      ['p1', 'p3', 'p4'],
      { p3: ['p4'], p4: ['p3'] },
    ],
    ['a redirect to no program at all', ['p1'], { p3: [] }],
  ] as const)('is refused with %s', (_what, pids, redirects) => {
    expect(whole(pids, redirects)).toBe('malformed');
  });

  it('passes where a merged program stays under its own id', () => {
    expect(whole(['p1', 'p3'], { p3: ['p1'] })).toBeNull();
  });

  it('is refused with another number of programs than the index says', () => {
    expect(refusalOf(checkWhole({ programs: 2 }, [{ pids: ['p1'], open: 1, redirects: {} }]))).toBe(
      'malformed',
    );
  });
});
