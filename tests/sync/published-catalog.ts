// A small catalog as it is published and signed, on a real server on this machine that can misbehave file by file; and a
// clock that moves only when told.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CatalogIndex, ChunkEntry } from '#domain/catalog.ts';
import type { Clock } from '#sync/trust/clock.ts';
import type { Bundled } from '#sync/trusted-files.ts';
import { sha256, TufRepository } from '../fixtures/tuf-repository.ts';

export const bytesOf = (text: string) => new TextEncoder().encode(text);

const program = (pid: string, name: string) => ({
  pid,
  status: 'active',
  specialty: 'internal-medicine',
  name: [[name, 'acgme', 2026]],
  state: 'MA',
  sponsor: 1,
  lastSeenYear: 2026,
  facts: { positions: [[12, 'nrmp', 2025]] },
  tracks: [],
});

export const bucket = (name: string, pid: string, label = 'Boston Medical') =>
  JSON.stringify({ format: 'cairn-programs/1', bucket: name, programs: [program(pid, label)] });

/** The chunks of a sound catalog, by name. */
export const soundChunks = (label = 'Boston Medical'): Record<string, string> => ({
  'p-00.json': bucket('00', 'p000000001', label),
  'p-01.json': bucket('01', 'p000000002'),
  'p-02.json': bucket('02', 'p000000003'),
  'redirects.json': JSON.stringify({
    format: 'cairn-redirects/1',
    redirects: { p000000009: ['p000000001'] },
  }),
  'rules.json': JSON.stringify({ format: 'cairn-rules/1', rules: { fees: [], signals: [], dates: [] } }),
  'later.json': JSON.stringify({ format: 'cairn-later/1' }),
});

export const entryOf = (name: string, body: string): ChunkEntry => ({
  name,
  length: bytesOf(body).length,
  sha256: sha256(body),
});

export function indexOf(version: number, chunks: Readonly<Record<string, string>>): CatalogIndex {
  return {
    format: 'cairn-catalog/1',
    version,
    date: '2026-09-01',
    programs: 3,
    specialties: [],
    chunks: Object.entries(chunks).map(([name, body]) => entryOf(name, body)),
  };
}

export type Answer = (response: ServerResponse) => void;
export const answerWith =
  (body: string, type = 'application/json', status = 200): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };

export interface Publisher {
  readonly base: string;
  /** Signs what is published; may be made to sign otherwise. */
  readonly repository: TufRepository;
  /** Names asked for since the last `publish`: of targets their own, without folder and digest. */
  readonly asked: string[];
  /** Requests that came with a body, a query or a cookie; there must be none. */
  readonly indiscreet: string[];
  /** An app that was built before anything was published. */
  readonly builtBefore: Bundled;
  /** An app that is built now, with the release of now. */
  readonly builtNow: () => Bundled;
  /** @param change of the index. */
  readonly publish: (
    version: number,
    chunks: Readonly<Record<string, string>>,
    change?: Partial<CatalogIndex>,
  ) => CatalogIndex;
  /** Until the next `publish`. */
  readonly answer: (name: string, answer: Answer) => void;
  readonly close: () => Promise<void>;
}

const TARGET = /^t\/([0-9a-f]{64})\.(.+)$/;
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** @param now milliseconds since 1970: what is signed is fresh for thirty days from then. */
export async function startPublisher(now = manualClock().now()): Promise<Publisher> {
  const repository = new TufRepository(now);
  repository.publishAll();
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const indiscreet: string[] = [];

  const published = (name: string): Answer => {
    const [, digest, target = ''] = TARGET.exec(name) ?? [];
    const body = digest === undefined ? repository.files.get(name) : repository.artifacts.get(target);
    if (!body || (digest !== undefined && sha256(body) !== digest)) {
      return answerWith('<h1>No</h1>', 'text/html', 404);
    }
    return (response) => {
      const etag = `"${sha256(body).slice(0, 16)}"`;
      if (response.req.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
      else response.writeHead(200, { 'content-type': 'application/json', etag }).end(body);
    };
  };

  const server = createServer((request, response) => {
    const url = request.url ?? '';
    const { 'content-length': length, cookie } = request.headers;
    if (request.method !== 'GET' || url.includes('?') || length !== undefined || cookie !== undefined) {
      indiscreet.push(url);
    }
    const path = url.replace('/app/data/', '');
    const name = TARGET.exec(path)?.[2] ?? path;
    asked.push(name);
    (answers.get(name) ?? published(path))(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const builtNow = (): Bundled => ({
    root: text(repository.fileOf('root')),
    timestamp: text(repository.fileOf('timestamp')),
  });
  return {
    base: `http://127.0.0.1:${port}/app/`,
    repository,
    asked,
    indiscreet,
    builtBefore: builtNow(),
    builtNow,
    publish(version, chunks, change = {}) {
      const index = { ...indexOf(version, chunks), ...change };
      repository.artifacts.clear();
      for (const [name, body] of Object.entries(chunks)) repository.addArtifact(name, body);
      repository.addArtifact('index.json', JSON.stringify(index));
      repository.publish('targets', 'snapshot', 'timestamp');
      answers.clear();
      asked.length = 0;
      return index;
    },
    answer: (name, answer) => answers.set(name, answer),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface ManualClock extends Clock {
  readonly elapse: (ms: number) => void;
  /** How many timers were ever set: what is waited for when a test waits for the next step. */
  readonly timersSet: () => number;
}

export function manualClock(): ManualClock {
  let now = 1_000;
  let count = 0;
  const timers = new Map<number, { due: number; act: () => void }>();
  return {
    now: () => now,
    after: (ms, act) => {
      const id = ++count;
      timers.set(id, { due: now + ms, act });
      return () => timers.delete(id);
    },
    elapse(ms) {
      now += ms;
      for (const [id, { due, act }] of timers) {
        if (due > now) continue;
        timers.delete(id);
        act();
      }
    },
    timersSet: () => count,
  };
}
