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
      /** The index whose changes the user has acknowledged last. */
      readonly seen: CatalogIndex | null;
      /** Version of the signed targets that led to `active`; null: none did. */
      readonly targetsVersion: number | null;
      /** Milliseconds since 1970. */
      readonly at: number;
    };

/** A pointer that does not parse counts as none: the catalog can be had again. */
export async function readPointer(db: CatalogDb): Promise<Pointer> {
  const row = await db.pointer.get('catalog');
  const active = CatalogIndex.safeParse(row?.active);
  if (row === undefined || !active.success) return { kind: 'none' };
  const { at, targetsVersion = null } = row;
  return {
    kind: 'set',
    active: active.data,
    previous: indexOrNull(row.previous),
    seen: indexOrNull(row.seen),
    targetsVersion,
    at,
  };
}

function indexOrNull(value: unknown): CatalogIndex | null {
  const index = CatalogIndex.safeParse(value);
  return index.success ? index.data : null;
}

export type FlipOutcome =
  | { readonly kind: 'flipped' }
  | { readonly kind: 'refused'; readonly reason: 'missing-chunks'; readonly names: readonly string[] }
  /** Another tab has installed a newer one meanwhile. */
  | { readonly kind: 'refused'; readonly reason: 'rollback'; readonly active: number };

/**
 * @param targetsVersion of the signed targets that name the index.
 * @param now milliseconds since 1970.
 */
export async function flipPointer(
  db: CatalogDb,
  index: CatalogIndex,
  targetsVersion: number,
  now: number,
): Promise<FlipOutcome> {
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
      // There is nothing to tell about the first catalog.
      seen: (pointer.kind === 'set' ? pointer.seen : null) ?? active ?? index,
      targetsVersion,
      at: now,
    });
    return { kind: 'flipped' };
  });
}

/** The user has seen what changed up to the catalog in force. */
export async function acknowledge(db: CatalogDb): Promise<void> {
  await db.transaction('rw', db.pointer, async () => {
    const row = await db.pointer.get('catalog');
    if (row) await db.pointer.put({ ...row, seen: row.active });
  });
}

/** Gives up the catalogs to fall back to and to compare with, so that their chunks can make room. */
export async function forgetOthers(db: CatalogDb): Promise<void> {
  await db.transaction('rw', db.pointer, async () => {
    const row = await db.pointer.get('catalog');
    if (row) await db.pointer.put({ ...row, previous: null, seen: row.active });
  });
}
