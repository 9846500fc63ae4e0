// What each test of the conformance suite begins with: a new repository on a server, and a client that knows nothing. For
// every test of a file that imports this.
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { TufRepository } from '../fixtures/tuf-repository.ts';
import { newTufClient, startTufServer, type TufClient, type TufServer } from './tuf-server.ts';

export let server: TufServer;
export let repository: TufRepository;
export let client: TufClient;
beforeAll(async () => {
  server = await startTufServer();
});
afterAll(() => server.close());
beforeEach(() => {
  // The suite signs with ECDSA unless a test says otherwise.
  repository = new TufRepository(Date.now(), 'ecdsa');
  repository.publishAll();
  server.repository = repository;
  server.asked.length = 0;
  client = newTufClient(server);
});
afterEach(() => {
  client.remove();
  vi.useRealTimers();
});

export const init = async () => expect(await client.init(repository.fileOf('root'))).toBe(0);
export const refreshes = async () => expect(await client.refresh()).toBe(0);
export const fails = async () => expect(await client.refresh()).toBe(1);
export const BELOW_ROOT = ['targets', 'snapshot', 'timestamp'] as const;
export const FIRST_REQUESTS = [
  'metadata/2.root.json',
  'metadata/timestamp.json',
  'metadata/1.snapshot.json',
  'metadata/1.targets.json',
];
export const ALL_FIRST = ['root 1', 'snapshot 1', 'targets 1', 'timestamp 1'];
