// The release whose changes the user has seen last, as long as it is not the one in force: what "what changed" is
// measured against.
import type { CatalogIndex } from '#domain/catalog.ts';
import { readChunks } from './catalog-chunks.ts';
import { readPointer } from './catalog-pointer.ts';
import { BROWSER, type OpenPorts, openCatalog } from './open.ts';

export type SeenCatalog =
  /** `chunks` by name; one that is missing is absent. */
  | {
      readonly kind: 'seen';
      readonly index: CatalogIndex;
      readonly chunks: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
    }
  /** Nothing is in force, or what is in force has been seen. */
  | { readonly kind: 'none' }
  /** There is one, but it cannot be read. */
  | { readonly kind: 'refused' };

/** Holds no connection afterwards. */
export async function readSeenCatalog(ports: OpenPorts = BROWSER): Promise<SeenCatalog> {
  const opened = await openCatalog(ports);
  if (opened.kind === 'refused') return { kind: 'none' };
  const { db } = opened;
  try {
    const pointer = await readPointer(db);
    if (pointer.kind === 'none') return pointer;
    const { active, seen } = pointer;
    if (seen === null || seen.version >= active.version) return { kind: 'none' };
    return { kind: 'seen', index: seen, chunks: await readChunks(db, seen.chunks) };
  } catch {
    return { kind: 'refused' };
  } finally {
    db.close();
  }
}
