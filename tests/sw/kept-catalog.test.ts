import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Caches, keptCatalog, mayBeKept } from '../../src/sw/kept-catalog.ts';

const CHUNK = '{"format":"cairn-programs/1"}';
const digest = createHash('sha256').update(CHUNK).digest('hex');
const answer = (body: string, type = 'application/json', status = 200) =>
  new Response(body, { status, headers: { 'content-type': type } });

describe('what the service worker keeps of the catalog', () => {
  const chunk = `/data/t/${digest}.p-00.json`;

  it('is a chunk that is what its name says, which can still be read afterwards', async () => {
    const response = answer(CHUNK, 'application/json; charset=utf-8');
    expect(await mayBeKept(chunk, response)).toBe(true);
    expect(await response.text()).toBe(CHUNK);
  });

  it.each([
    ['a sign-in page in its place', answer('<h1>Welcome</h1>', 'text/html')],
    ['other words of the right type', answer('{"format":"cairn-programs/2"}')],
    ['a part of it', answer(CHUNK.slice(0, -1))],
    ['a refusal', answer(CHUNK, 'application/json', 404)],
    ['a part by number', answer(CHUNK, 'application/json', 206)],
  ])('is never %s', async (_, response) => {
    expect(await mayBeKept(chunk, response)).toBe(false);
  });

  it('is metadata of the right type; its signatures are looked at where it is used', async () => {
    expect(await mayBeKept('/data/1.root.json', answer('{"signed":{}}'))).toBe(true);
    expect(await mayBeKept('/data/1.root.json', answer('<p>', 'text/html'))).toBe(false);
  });

  it('says nothing of the shell but that it was there', async () => {
    expect(await mayBeKept('/index.html', answer('<p>', 'text/html'))).toBe(true);
    expect(await mayBeKept('/index.html', answer('', 'text/html', 503))).toBe(false);
  });
});

describe('the catalog beside the shell', () => {
  const path = `/data/t/${digest}.p-00.json`;
  const list = JSON.stringify({ signed: { targets: { 'p-00.json': { hashes: { sha256: digest } } } } });

  function cachesOf(names: readonly string[] = []) {
    const held = new Map(names.map((name) => [name, new Map<string, Response>()]));
    const open = (name: string) => {
      const entries = held.get(name) ?? new Map<string, Response>();
      held.set(name, entries);
      return {
        match: async (key: string) => entries.get(key)?.clone(),
        put: async (key: string, response: Response) => void entries.set(key, response),
      };
    };
    const caches: Caches = {
      open: async (name: string) => open(name),
      match: async (key: string) =>
        [...held.values()].flatMap((entries) => entries.get(key) ?? [])[0]?.clone(),
      keys: async () => [...held.keys()],
      delete: async (name: string) => held.delete(name),
    };
    return { caches, held };
  }
  const serving = (chunk: () => Response) => {
    const asked: string[] = [];
    const fetch = async (address: string) => {
      asked.push(address);
      return address.endsWith('.targets.json') ? answer(list) : chunk();
    };
    return { asked, fetch };
  };

  it('is what its list of targets names, each file once', async () => {
    const { caches, held } = cachesOf();
    const { asked, fetch } = serving(() => answer(CHUNK));
    const catalog = keptCatalog('data/1.targets.json', { caches, fetch });
    await catalog.keep();
    await catalog.keep();
    expect(asked.filter((address) => address === path)).toHaveLength(1);
    expect([...held.values()].flatMap((entries) => [...entries.keys()])).toEqual([path]);
  });

  it('takes over what the version before kept, then drops the rest of it and nothing else', async () => {
    const { caches, held } = cachesOf(['shell']);
    const first = serving(() => answer(CHUNK));
    await keptCatalog('data/1.targets.json', { caches, fetch: first.fetch }).keep();
    const second = serving(() => answer('gone', 'text/html', 404));
    const catalog = keptCatalog('data/2.targets.json', { caches, fetch: second.fetch });
    await catalog.keep();
    await catalog.tidy();
    expect([...held.keys()]).toEqual(['shell', 'cairn-catalog-data-2-targets-json']);
    expect(await caches.match(path)).toBeDefined();
  });

  it('is not installed while one file of it is something else', async () => {
    const { caches } = cachesOf();
    const { fetch } = serving(() => answer('<h1>Welcome</h1>', 'text/html'));
    await expect(keptCatalog('data/1.targets.json', { caches, fetch }).keep()).rejects.toThrow(path);
    expect(await caches.match(path)).toBeUndefined();
  });
});
