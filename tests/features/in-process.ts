// The real engine and a real notebook behind the screens, without a worker: what crosses the wire is called directly, and
// what the installer would answer is written by each test.
// What the engine fetches when first asked is here from the start: no import may outlive a test.
import '#engine/catalog/changes.ts';
import '#engine/catalog/program-changes.ts';
import '#engine/chance/program-chance.ts';
import '#engine/map/answer-map.ts';
import '#engine/map/rings.ts';
import '#engine/explore/specialty-portraits.ts';
import '#engine/pick/answer-pick.ts';
import '#engine/preference/deal-breaker-effects.ts';
import '#engine/preference/duel-standing.ts';
import '#engine/preference/what-if.ts';
import '#engine/rank/answer-landing.ts';
import '#engine/rank/answer-rank.ts';
import { vi } from 'vitest';
import type { CatalogIndex } from '#domain/catalog.ts';
import type { SeenCatalog } from '#storage/seen-catalog.ts';
import { createEngineApi } from '#worker/engine-api.ts';
import type { SyncClient, SyncMode, SyncOutcome, SyncStanding } from '#worker/sync-client.ts';
import { chunkBytes, INDEX, textOf } from '../fixtures/small-catalog.ts';

type Bytes = Map<string, Uint8Array<ArrayBuffer>>;
interface Script {
  active: { readonly index: CatalogIndex; readonly chunks: Bytes };
  seen: SeenCatalog;
  run: SyncClient['run'];
  standing: SyncStanding;
  acknowledges: boolean;
  /** What the installer was asked for since the last `rewrite`. */
  readonly asked: (SyncMode | 'acknowledge')[];
}

const unwritten = (): Script => ({
  active: { index: INDEX, chunks: chunkBytes() as Bytes },
  seen: { kind: 'none' },
  run: async (): Promise<SyncOutcome> => ({ kind: 'unchanged' }),
  standing: { verifiedAt: null, freshUntil: null, nextAt: null },
  acknowledges: true,
  asked: [],
});

/** What is stored and what the installer answers. */
export const script: Script = unwritten();
/** Begins anew, with what this test writes. */
export const rewrite = (lines: Partial<Script> = {}): void => void Object.assign(script, unwritten(), lines);

const api = createEngineApi({
  readActive: async () => ({ kind: 'active', ...script.active }),
  readSeen: async () => script.seen,
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

const syncClient: SyncClient = {
  run: (mode, onProgress, signal) => {
    script.asked.push(mode);
    return script.run(mode, onProgress, signal);
  },
  standing: async () => script.standing,
  acknowledge: async () => {
    script.asked.push('acknowledge');
    if (script.acknowledges) script.seen = { kind: 'none' };
    return script.acknowledges;
  },
};

vi.mock('#worker/engine-client.ts', () => ({
  engine: () => wired,
  openHeld: async () => ({ kind: 'empty' }),
}));
vi.mock('#worker/sync-client.ts', () => ({ syncClient }));
