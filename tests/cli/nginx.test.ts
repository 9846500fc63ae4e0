import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, serve } from '../../src/cli/serve.mjs';
import { type Nginx, nginxPath, startNginx } from '../fixtures/nginx.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const CHUNK = `data/t/${'a'.repeat(64)}.p-00.json`;
const FILES: Record<string, string> = {
  'index.html': '<!doctype html><title>Cairn</title>',
  'sw.js': 'self;',
  'manifest.webmanifest': '{}',
  'assets/main-1.js': 'export {};',
  'data/timestamp.json': '{"signed":{}}',
  'data/1.root.json': '{"signed":{}}',
  'data/12.snapshot.json': '{"signed":{}}',
  'data/12.targets.json': '{"signed":{}}',
  [CHUNK]: '{"format":"cairn-programs/1"}',
};

const program = nginxPath();
if (program === undefined)
  console.warn('The nginx example is not tried: no nginx here. apt-get install nginx-light brings one.');

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      let body = '';
      answer.on('data', (part) => {
        body += String(part);
      });
      answer.on('end', () => {
        const flat = Object.fromEntries(
          Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
        );
        resolve({ status: answer.statusCode ?? 0, headers: flat, body });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Debian's table still has the older of two names for one type (RFC 9239). */
const mediaType = ({ headers }: Answer) =>
  headers['content-type']?.split(';')[0]?.replace('application/javascript', 'text/javascript');

describe.runIf(program !== undefined)('the nginx example', () => {
  const root = mkdtempSync(join(tmpdir(), 'cairn-site-'));
  let nginx: Nginx;
  let kept: Server;

  beforeAll(async () => {
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
      if (!/^data\/[^/]+$/.test(path)) writeFileSync(join(root, `${path}.gz`), gzipSync(text));
    }
    copyFileSync(new URL('../../public/_headers', import.meta.url), join(root, '_headers'));
    nginx = await startNginx(program ?? '', root);
    kept = await serve({ port: 0, dir: root });
  });
  afterAll(async () => {
    await nginx?.close();
    await kept?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it.each(['/', ...Object.keys(FILES).map((path) => `/${path}`)])(
    'sends for %s every header that _headers asks for',
    async (path) => {
      const [here, there] = [await get(nginx.port, path), await get(kept.port, path)];
      expect(here.status).toBe(200);
      const ours = Object.keys(there.headers).filter((name) =>
        /^(cache-control|content-security-policy|x-content|referrer|cross-origin|permissions|strict)/.test(
          name,
        ),
      );
      expect(ours.length).toBeGreaterThan(6);
      for (const name of ours) expect([name, here.headers[name]]).toEqual([name, there.headers[name]]);
      expect(mediaType(here)).toBe(mediaType(there));
      expect(here.body).toBe(there.body);
    },
  );

  it.each(['/data/t/none.json', '/data/2.root.json', '/assets/none.js', '/none.png', '/_headers'])(
    'has a hard 404 for %s, kept by nobody',
    async (path) => {
      const answer = await get(nginx.port, path, { accept: 'text/html' });
      expect(answer.status).toBe(404);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.body).not.toContain('<title>Cairn');
    },
  );

  it('opens the one page for a route of the app', async () => {
    const answer = await get(nginx.port, '/programs', { accept: 'text/html' });
    expect([answer.status, answer.body]).toEqual([200, FILES['index.html']]);
  });

  it('answers a catalog nobody changed with 304 and no body', async () => {
    const { etag } = (await get(nginx.port, '/data/timestamp.json')).headers;
    const again = await get(nginx.port, '/data/timestamp.json', { 'if-none-match': etag ?? '' });
    expect([again.status, again.body]).toEqual([304, '']);
    expect(again.headers['cache-control']).toBe('public, max-age=300, must-revalidate');
  });

  it('serves a published catalog to the update client, whole', async () => {
    const published = new URL('../../public/data', import.meta.url);
    cpSync(published, join(root, 'data'), { recursive: true });
    const metadata = mkdtempSync(join(tmpdir(), 'cairn-trusted-'));
    const targets = mkdtempSync(join(tmpdir(), 'cairn-targets-'));
    const base = `http://127.0.0.1:${nginx.port}/data`;
    const client = async (...args: string[]) => {
      const all = ['--import', 'tsx', 'src/cli/tuf-client.ts', '--metadata-dir', metadata, ...args];
      await promisify(execFile)(process.execPath, all, { cwd: PROJECT });
    };
    await client('init', join(PROJECT, 'public/data/1.root.json'));
    const wanted = ['--target-name', 'index.json', '--target-dir', targets, '--target-base-url', `${base}/t`];
    await client('--metadata-url', base, ...wanted, 'download');
    const index = JSON.parse(readFileSync(join(targets, 'index.json'), 'utf8'));
    expect(index.format).toBe('cairn-catalog/1');
    for (const { name, sha256 } of index.chunks) {
      expect((await get(nginx.port, `/data/t/${sha256}.${name}`)).status).toBe(200);
    }
    rmSync(metadata, { recursive: true });
    rmSync(targets, { recursive: true });
  });

  it('sends the compressed twin to whoever takes it', async () => {
    const answer = await get(nginx.port, `/${CHUNK}`, { 'accept-encoding': 'gzip' });
    expect(answer.headers['content-encoding']).toBe('gzip');
  });
});
