// A repository of signed metadata on a real server on this machine, and the tuf-client beside it with folders of its own:
// what the conformance suite of The Update Framework sets up for each of its tests.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tufClient } from '../../src/cli/tuf-verbs.ts';
import { type Bytes, type Role, TufRepository } from '../fixtures/tuf-repository.ts';

export interface TufServer {
  readonly port: number;
  repository: TufRepository;
  /** Paths asked for, from `metadata/` or `targets/` on. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

export async function startTufServer(): Promise<TufServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/repo\//, '');
    asked.push(path);
    const bytes = fileAt(started.repository, path);
    // The suite's own server names no content types.
    if (bytes) response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
    else response.writeHead(404).end('not there');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const started: TufServer = {
    port: (server.address() as AddressInfo).port,
    repository: new TufRepository(),
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return started;
}

function fileAt(repository: TufRepository, path: string): Bytes | undefined {
  if (path.startsWith('metadata/')) return repository.files.get(path.slice('metadata/'.length));
  const file = decodeURIComponent(path.slice('targets/'.length));
  if (!repository.isConsistent) return repository.artifacts.get(file);
  const [, folder = '', digest = '', name = ''] = /^(.*\/)?([0-9a-f]{64})\.(.*)$/.exec(file) ?? [];
  // Found by the digest the targets name, whatever is really sent.
  return repository.artifactDigest(`${folder}${name}`) === digest
    ? repository.artifacts.get(`${folder}${name}`)
    : undefined;
}

export interface TufClient {
  readonly metadataDir: string;
  readonly complaints: string[];
  readonly init: (root: Bytes) => Promise<number>;
  readonly refresh: () => Promise<number>;
  readonly download: (name: string) => Promise<number>;
  readonly version: (role: Role) => number | null;
  readonly bytes: (role: Role) => Bytes | null;
  /** `root 1`, `timestamp 1` …, of all files in the folder. */
  readonly trusted: () => string[];
  /** Texts of the downloaded files, sorted. */
  readonly downloaded: () => string[];
  readonly remove: () => void;
}

export function newTufClient(server: TufServer): TufClient {
  const home = mkdtempSync(join(tmpdir(), 'tuf-client-'));
  const [metadataDir, targetDir] = [join(home, 'metadata'), join(home, 'targets')];
  for (const folder of [metadataDir, targetDir]) mkdirSync(folder);
  const url = (part: string) => `http://127.0.0.1:${server.port}/repo/${part}/`;
  const complaints: string[] = [];
  const run = (...words: string[]) =>
    tufClient(['--metadata-dir', metadataDir, ...words], (line) => complaints.push(line));
  const bytes = (role: string): Bytes | null => {
    try {
      return new Uint8Array(readFileSync(join(metadataDir, `${role}.json`)));
    } catch {
      return null;
    }
  };
  const version = (role: string): number | null => {
    const file = bytes(role);
    return file && JSON.parse(new TextDecoder().decode(file)).signed.version;
  };
  return {
    metadataDir,
    complaints,
    init(root) {
      const path = join(home, 'initial_root.json');
      writeFileSync(path, root);
      return run('init', path);
    },
    refresh: () => run('--metadata-url', url('metadata'), 'refresh'),
    download: (name) =>
      run(
        '--metadata-url',
        url('metadata'),
        '--target-name',
        name,
        '--target-dir',
        targetDir,
        '--target-base-url',
        url('targets'),
        'download',
      ),
    version,
    bytes,
    trusted: () =>
      readdirSync(metadataDir)
        .map((file) => file.replace('.json', ''))
        .map((role) => `${role} ${version(role)}`)
        .toSorted(),
    downloaded: () =>
      readdirSync(targetDir)
        .map((file) => readFileSync(join(targetDir, file), 'utf8'))
        .toSorted(),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
