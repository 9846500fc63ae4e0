import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tufClient } from '../../src/cli/tuf-verbs.ts';
import { TufRepository } from '../fixtures/tuf-repository.ts';
import { newTufClient, startTufServer, type TufClient, type TufServer } from './tuf-server.ts';

let server: TufServer;
let client: TufClient;
beforeAll(async () => {
  server = await startTufServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.repository = new TufRepository();
  server.repository.publishAll();
  client = newTufClient(server);
});
afterEach(() => client.remove());

/** The command itself, as somebody else's test calls it. */
const run = (...words: string[]) =>
  new Promise<{ code: unknown; out: string; errors: string }>((resolve) => {
    execFile(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', 'src/cli/tuf-client.ts', ...words],
      (error, out, errors) => resolve({ code: error?.code ?? 0, out, errors }),
    );
  });

describe('the tuf-client', () => {
  it('refreshes, and says nothing when all is well', async () => {
    await client.init(server.repository.fileOf('root'));
    const url = `http://127.0.0.1:${server.port}/repo/metadata`;
    expect(await run('--metadata-dir', client.metadataDir, '--metadata-url', url, 'refresh')).toEqual({
      code: 0,
      out: '',
      errors: '',
    });
    expect(client.trusted()).toEqual(['root 1', 'snapshot 1', 'targets 1', 'timestamp 1']);
  });

  it('tells the reason for a refusal in one line and ends with 1', async () => {
    await client.init(server.repository.fileOf('root'));
    server.repository.roles.snapshot.signers = [];
    server.repository.publish('snapshot', 'timestamp');
    expect(await client.refresh()).toBe(1);
    expect(client.complaints).toEqual([
      'Refused (bad-signature): 2.snapshot.json: 0 of 1 signatures for snapshot',
    ]);
  });

  it.each([
    ['no verb', []],
    ['a verb that is none', ['--metadata-dir', 'd', '--metadata-url', 'u', 'fetch']],
    ['a refresh from nowhere', ['--metadata-dir', 'd', 'refresh']],
    ['a download of nothing', ['--metadata-dir', 'd', '--metadata-url', 'u', 'download']],
    ['an option that is none', ['--folder', 'd', 'refresh']],
    ['an init without a root', ['--metadata-dir', 'd', 'init']],
    ['a word too many', ['--metadata-dir', 'd', '--metadata-url', 'u', 'refresh', 'now']],
  ])('does not understand %s and ends with 2', async (_what, words) => {
    const complaints: string[] = [];
    expect(await tufClient(words, (line) => complaints.push(line))).toBe(2);
    expect(complaints).toHaveLength(1);
  });

  it('fails where the first root is not there', async () => {
    const words = ['--metadata-dir', client.metadataDir, 'init', `${client.metadataDir}/none.json`];
    expect(await tufClient(words, () => {})).toBe(1);
  });

  it('leaves no unfinished file behind', async () => {
    await client.init(server.repository.fileOf('root'));
    await client.refresh();
    expect(readdirSync(client.metadataDir).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });
});
