// The real engine and a real notebook behind the screens, without a worker: what crosses the wire is called directly.
// What the engine fetches when first asked is here from the start: no import may outlive a test.
import '#engine/chance/program-chance.ts';
import '#engine/pick/answer-pick.ts';
import { vi } from 'vitest';
import { createEngineApi } from '#worker/engine-api.ts';
import { chunkBytes, INDEX, textOf } from '../fixtures/small-catalog.ts';

const api = createEngineApi({
  readActive: async () => ({
    kind: 'active',
    index: INDEX,
    chunks: chunkBytes() as Map<string, Uint8Array<ArrayBuffer>>,
  }),
  textOf,
  now: () => 0,
});

/** As the wire does it: every answer a promise of a copy, every throw a rejection. */
const wired = Object.fromEntries(
  Object.entries(api).map(([name, call]) => [
    name,
    async (...args: unknown[]) =>
      structuredClone(await (call as (...all: unknown[]) => unknown)(...structuredClone(args))),
  ]),
);

vi.mock('#worker/engine-client.ts', () => ({
  engine: () => wired,
  openHeld: async () => ({ kind: 'empty' }),
}));
vi.mock('#worker/sync-client.ts', () => ({ installCatalog: async () => ({ kind: 'unchanged' }) }));
