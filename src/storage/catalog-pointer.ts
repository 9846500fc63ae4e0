// Which catalog is in force. Moves in one transaction and only to a catalog that is wholly there: whoever reads it
// finds the old one or the new one, never a mixture.
import { CatalogIndex } from '#domain/catalog.ts';
import type { CatalogDb } from './catalog-db.ts';

export type Pointer =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'set';
      readonly active: CatalogIndex;
      readonly previous: CatalogIndex | null;
      /** Milliseconds since 1970. */
      readonly at: number;
    };

/** A pointer that does not parse counts as none: the catalog can be had again. */
export async function readPointer(db: CatalogDb): Promise<Pointer> {
  const row = await db.pointer.get('catalog');
  const active = CatalogIndex.safeParse(row?.active);
  if (row === undefined || !active.success) return { kind: 'none' };
  const previous = CatalogIndex.safeParse(row.previous);
  return { kind: 'set', active: active.data, previous: previous.success ? previous.data : null, at: row.at };
}

export type FlipOutcome =
  | { readonly kind: 'flipped' }
  | { readonly kind: 'refused'; readonly reason: 'missing-chunks'; readonly names: readonly string[] }
  /** Another tab has installed a newer one meanwhile. */
  | { readonly kind: 'refused'; readonly reason: 'rollback'; readonly active: number };

/** @param now milliseconds since 1970. */
export async function flipPointer(db: CatalogDb, index: CatalogIndex, now: number): Promise<FlipOutcome> {
  return db.transaction('rw', db.chunks, db.pointer, async (): Promise<FlipOutcome> => {
    const pointer = await readPointer(db);
    const active = pointer.kind === 'set' ? pointer.active : null;
    if (active && index.version < active.version) {
      return { kind: 'refused', reason: 'rollback', active: active.version };
    }
    const stored = new Set(await db.chunks.toCollection().primaryKeys());
    const names = index.chunks.filter((chunk) => !stored.has(chunk.sha256)).map((chunk) => chunk.name);
    if (names.length > 0) return { kind: 'refused', reason: 'missing-chunks', names };
    // The same release again heals damage; the one before it stays the one to fall back to.
    const sameRelease = active?.version === index.version && pointer.kind === 'set';
    await db.pointer.put({
      id: 'catalog',
      active: index,
      previous: sameRelease ? pointer.previous : active,
      at: now,
    });
    return { kind: 'flipped' };
  });
}

/** Gives up the catalog to fall back to, so that its chunks can make room. */
export async function forgetPrevious(db: CatalogDb): Promise<void> {
  await db.pointer.update('catalog', { previous: null });
}
