// The signed metadata that is trusted, and what is remembered of the looks for a newer catalog. Only stores and finds;
// what deserves trust is sync's business.
import type { CatalogDb, TrustedFileRow } from './catalog-db.ts';

export type TrustedRole = TrustedFileRow['role'];

/** What is known about the trusted timestamp beside its bytes. */
export type TimestampNotes = Required<Pick<TrustedFileRow, 'freshUntil' | 'targetsVersion'>> &
  Pick<TrustedFileRow, 'etag' | 'verifiedAt'>;

export async function readTrusted(db: CatalogDb, role: TrustedRole): Promise<TrustedFileRow | null> {
  const row = await db.trust.get(role);
  return row === undefined || row.role === 'looks' ? null : row;
}

/** What was noted about other bytes goes. */
export async function writeTrusted(
  db: CatalogDb,
  role: TrustedRole,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await db.trust.put({ role, bytes });
}

export async function dropTrusted(db: CatalogDb, role: TrustedRole): Promise<void> {
  await db.trust.delete(role);
}

/** Notes about the timestamp, unless another tab has stored another one meanwhile. */
export async function noteTimestamp(
  db: CatalogDb,
  bytes: Uint8Array<ArrayBuffer>,
  notes: TimestampNotes,
): Promise<void> {
  await db.transaction('rw', db.trust, async () => {
    const row = await readTrusted(db, 'timestamp');
    if (!row || row.bytes.length !== bytes.length) return;
    if (row.bytes.every((byte, at) => byte === bytes[at])) {
      await db.trust.put({ role: 'timestamp', bytes, ...notes });
    }
  });
}

export async function readLooks(db: CatalogDb): Promise<unknown> {
  const row = await db.trust.get('looks');
  return row?.role === 'looks' ? row.looks : null;
}

export async function writeLooks(db: CatalogDb, looks: unknown): Promise<void> {
  await db.trust.put({ role: 'looks', looks });
}
