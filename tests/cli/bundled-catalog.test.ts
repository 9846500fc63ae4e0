import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root, timestamp } from 'virtual:bundled-catalog';
import { bundledCatalog, readBundledCatalog } from '../../src/cli/bundled-catalog.mjs';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cairn-catalog-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));
const put = (name: string, text: string) => writeFile(join(dir, name), text);

describe('the catalog a build carries', () => {
  it('trusts the newest root, by number and not by the alphabet, and its words are left as they are', async () => {
    await put('2.root.json', '{"two": 2}\n');
    await put('10.root.json', '{"ten":  10, "quote": "\\u2028`${x}`"}');
    await put('11.root.json.gz', 'no root');
    await put('timestamp.json', '{"now": 1}\n');
    expect(readBundledCatalog(dir)).toEqual({
      root: '{"ten":  10, "quote": "\\u2028`${x}`"}',
      timestamp: '{"now": 1}\n',
    });
  });

  it('fails the build, and says why, where nothing was published', async () => {
    await put('timestamp.json', '{}');
    expect(() => readBundledCatalog(dir)).toThrow('publish a catalog there first');
    await put('1.root.json', '{}');
    await rm(join(dir, 'timestamp.json'));
    expect(() => readBundledCatalog(dir)).toThrow('timestamp.json');
  });

  it('is a module for its own name only, and says word for word what was published', async () => {
    await put('1.root.json', 'a "root"\n');
    await put('timestamp.json', 'a `timestamp` </script>');
    const plugin = bundledCatalog(dir);
    const id = plugin.resolveId('virtual:bundled-catalog') ?? '';
    expect(plugin.resolveId('./sync.worker.ts')).toBeUndefined();
    expect(plugin.load('/src/main.tsx')).toBeUndefined();
    const code = plugin.load(id) ?? '';
    const module: unknown = await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
    );
    expect(module).toMatchObject({ root: 'a "root"\n', timestamp: 'a `timestamp` </script>' });
  });

  it('is in this build signed metadata of its role', () => {
    const typeOf = (text: string) => (JSON.parse(text) as { signed: { _type: string } }).signed._type;
    expect([typeOf(root), typeOf(timestamp)]).toEqual(['root', 'timestamp']);
  });
});
