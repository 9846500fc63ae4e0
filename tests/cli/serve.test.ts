import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compressFolder } from '../../src/cli/compress.mjs';
import { type ServedRequest, type Server, serve } from '../../src/cli/serve.mjs';

const PAGE = `<!doctype html><title>Cairn</title>${'<p>A page.</p>'.repeat(40)}`;
const SCRIPT = 'export const answer = 42;\n'.repeat(40);

let dir: string;
let server: Server;
let seen: ServedRequest[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cairn-dist-'));
  await mkdir(join(dir, 'assets'));
  await mkdir(join(dir, 'data'));
  await mkdir(join(dir, '.vite'));
  await writeFile(join(dir, 'index.html'), PAGE);
  await writeFile(join(dir, '_headers'), '/*\n  X-Everywhere: yes\n/assets/*\n  Cache-Control: immutable\n');
  await writeFile(join(dir, 'assets', 'main.js'), SCRIPT);
  await writeFile(join(dir, 'data', 'index.json'), '{"chunks":[]}');
  await writeFile(join(dir, '.vite', 'manifest.json'), '{}');
  await compressFolder(dir);
  seen = [];
  server = await serve({ port: 0, dir, onRequest: (served) => seen.push(served) });
});
afterEach(async () => {
  await server.close();
  await rm(dir, { recursive: true, force: true });
});

type Answer = { status: number; headers: Record<string, unknown>; body: Buffer };

/** A plain request: fetch would hide the encoding. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, headers, method }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const asPerson = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the compressed twins', () => {
  it('are made of what keeps its content, never of what a publisher replaces', async () => {
    await writeFile(join(dir, 'data', 'timestamp.json'), JSON.stringify({ signed: 'x'.repeat(2000) }));
    await writeFile(join(dir, 'data', '1.root.json'), JSON.stringify({ signed: 'x'.repeat(2000) }));
    await compressFolder(dir);
    const names = await readdir(join(dir, 'data'));
    expect(names.filter((name) => name.startsWith('timestamp'))).toEqual(['timestamp.json']);
    expect(names).toContain('1.root.json.br');
  });
});

describe('the server', () => {
  it.each(['/', '/?source=pwa', '/programs', '/programs/p-1', '/data'])(
    'opens the page for a person at %s',
    async (path) => {
      const answer = await ask(path, asPerson);
      expect(answer.status).toBe(200);
      expect(answer.body.toString()).toBe(PAGE);
      expect(answer.headers).toMatchObject({
        'content-type': 'text/html;charset=utf-8',
        'cache-control': 'no-cache',
      });
    },
  );

  it.each([
    '/assets/gone.js',
    '/assets/gone',
    '/data/gone.json',
    '/data/',
    '/gone.png',
    '/.vite/manifest.json',
    '/_headers',
  ])('answers 404 for %s, even to a person, and lets nobody keep the answer', async (path) => {
    const answer = await ask(path, asPerson);
    expect(answer.status).toBe(404);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-everywhere': 'yes' });
    expect(answer.body.toString()).not.toContain('<');
  });

  it('answers 404 for a route when a program asks, not a person', async () => {
    expect((await ask('/programs', { accept: 'application/json' })).status).toBe(404);
  });

  it('does not leave its folder', async () => {
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/assets/..%2f..%2fpackage.json',
      '//etc/passwd',
    ]) {
      expect((await ask(path)).status).toBe(404);
    }
  });

  it('refuses an address that cannot be decoded', async () => {
    expect((await ask('/%E0%A4%A')).status).toBe(400);
  });

  it('refuses to be written to', async () => {
    const answer = await ask('/', {}, 'POST', 'secret');
    expect(answer.status).toBe(405);
    expect(answer.headers).toMatchObject({ allow: 'GET, HEAD' });
  });

  it('sends the headers of the rules that match', async () => {
    const answer = await ask('/assets/main.js');
    expect(answer.headers).toMatchObject({ 'x-everywhere': 'yes', 'cache-control': 'immutable' });
    expect((await ask('/data/index.json')).headers).toMatchObject({ 'cache-control': 'no-cache' });
  });

  it('sends the compressed twin to whoever can read it, and the plain file to others', async () => {
    const small = await ask('/assets/main.js', { 'accept-encoding': 'gzip' });
    expect(small.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(gunzipSync(small.body).toString()).toBe(SCRIPT);
    expect((await ask('/assets/main.js', { 'accept-encoding': 'gzip, br' })).headers).toMatchObject({
      'content-encoding': 'br',
    });
    const plain = await ask('/assets/main.js');
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.body.toString()).toBe(SCRIPT);
  });

  it('answers 304 when nothing has changed', async () => {
    const first = await ask('/data/index.json');
    const again = await ask('/data/index.json', { 'if-none-match': String(first.headers.etag) });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  it('tells what it was asked, with the size of what was sent along', async () => {
    await ask('/programs?x=1', asPerson);
    await ask('/', {}, 'POST', 'secret');
    await expect.poll(() => seen.length).toBe(2);
    expect(seen).toMatchObject([
      { method: 'GET', url: '/programs?x=1', status: 200, bodyBytes: 0 },
      { method: 'POST', url: '/', status: 405, bodyBytes: 6 },
    ]);
  });

  it('closes at once, though a browser keeps its connection open', async () => {
    const held = connect(server.port, '127.0.0.1');
    await new Promise((resolve) => held.once('connect', resolve));
    const cut = new Promise((resolve) => held.once('close', resolve));
    held.on('error', () => {});
    await server.close();
    await cut;
    await expect(ask('/')).rejects.toThrow('ECONNREFUSED');
  });

  it('can take the same port again', async () => {
    const { port } = server;
    await server.close();
    server = await serve({ port, dir });
    expect(server.port).toBe(port);
  });

  it('says what is missing when there is no build', async () => {
    await expect(serve({ port: 0, dir: join(dir, 'data') })).rejects.toThrow('npm run build');
  });
});
