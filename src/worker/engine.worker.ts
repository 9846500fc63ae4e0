// The engine behind the wire.
import { expose } from 'comlink';
import { readActiveCatalog } from '#storage/active-catalog.ts';
import { readSeenCatalog } from '#storage/seen-catalog.ts';
import { createEngineApi } from './engine-api.ts';

const decoder = new TextDecoder();

expose(
  createEngineApi({
    readActive: readActiveCatalog,
    readSeen: readSeenCatalog,
    textOf: (bytes) => decoder.decode(bytes),
    now: () => performance.now(),
  }),
);
