// The catalog in force, as the engine takes it at start: its index and the bytes of its chunks.
import type { CatalogIndex } from '#domain/catalog.ts';
import { readChunks } from './catalog-chunks.ts';
import { readPointer } from './catalog-pointer.ts';
import { classifyFailure, type FailureKind } from './failure.ts';
import { BROWSER, type MemoryReason, type OpenPorts, openCatalog } from './open.ts';

export type ActiveCatalog =
  /**
   * `chunks` by name; one that is missing or has rotted is absent. The index is that of the release before where the one
   * in force is damaged and that one is whole.
   */
  | {
      readonly kind: 'active';
      readonly index: CatalogIndex;
      readonly chunks: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
    }
  /** None was installed yet. */
  | { readonly kind: 'empty' }
  /** The browser keeps nothing here, or what it keeps cannot be read. */
  | { readonly kind: 'refused'; readonly reason: MemoryReason | FailureKind };

/** Holds no connection afterwards: a newer version or an erasure never waits for the engine. */
export async function readActiveCatalog(ports: OpenPorts = BROWSER): Promise<ActiveCatalog> {
  const opened = await openCatalog(ports);
  if (opened.kind === 'refused') return opened;
  const { db } = opened;
  try {
    const pointer = await readPointer(db);
    if (pointer.kind === 'none') return { kind: 'empty' };
    const { active, previous } = pointer;
    const chunks = await readChunks(db, active.chunks);
    if (previous && chunks.size < active.chunks.length) {
      const before = await readChunks(db, previous.chunks);
      if (before.size === previous.chunks.length) return { kind: 'active', index: previous, chunks: before };
    }
    return { kind: 'active', index: active, chunks };
  } catch (error) {
    return { kind: 'refused', reason: classifyFailure(error, 'use').kind };
  } finally {
    db.close();
  }
}
