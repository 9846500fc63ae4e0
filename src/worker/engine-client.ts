// The engine as the page sees it: one worker, started at the first question.
import { type Remote, transfer, wrap } from 'comlink';
import type { CatalogIndex } from '#domain/catalog.ts';
import type { EngineApi, OpenOutcome } from './engine-api.ts';

export type { OpenOutcome } from './engine-api.ts';

let remote: Remote<EngineApi> | undefined;

export function engine(): Remote<EngineApi> {
  remote ??= wrap<EngineApi>(
    new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
  );
  return remote;
}

/** Hands over verified chunks that could not be stored; their memory moves to the worker. */
export function openHeld(index: CatalogIndex, chunks: ReadonlyMap<string, Uint8Array>): Promise<OpenOutcome> {
  const memory = [...new Set([...chunks.values()].map((bytes) => bytes.buffer))];
  return engine().openHeld(index, transfer(chunks, memory));
}
