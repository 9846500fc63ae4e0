// What this app trusts: what it stored, or what it was built with, whichever is newer. Held in memory while an update
// runs and written through as far as storage goes along: a file that could not be stored is fetched again the next time.
import type { TrustedFileRow } from '#storage/catalog-db.ts';
import type { CatalogStore } from './catalog-store.ts';
import { isKeyTakenBack } from './trust/checks.ts';
import { readMetadata, type Role, ROLES, Root, Timestamp } from './trust/metadata.ts';
import type { TrustStore } from './trust/refresh.ts';

/** The texts of the metadata the app was built with. */
export interface Bundled {
  readonly root: string;
  readonly timestamp: string;
}

type Bytes = Uint8Array<ArrayBuffer>;

export interface TrustedFiles extends TrustStore {
  /** The timestamp and what was noted about it. */
  readonly timestamp: () => TrustedFileRow | null;
}

const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);

function rootIn(bytes: Bytes | undefined): Root | null {
  const read = bytes && readMetadata('root.json', bytes, Root);
  return read?.kind === 'ok' ? read.value.signed : null;
}
/** 0 where there is none that can be read. */
export function timestampVersionIn(bytes: Bytes | undefined): number {
  const read = bytes && readMetadata('timestamp.json', bytes, Timestamp);
  return read?.kind === 'ok' ? read.value.signed.version : 0;
}

/** What the app was built with, and nothing else. */
export const bundledFiles = (bundled: Bundled): TrustedFiles =>
  filesOver(new Map([['root', { role: 'root', bytes: bytesOf(bundled.root) }]]), null);

/** What is stored, above what the app was built with. */
export async function trustedFiles(store: CatalogStore | null, bundled: Bundled): Promise<TrustedFiles> {
  const rows = new Map<Role, TrustedFileRow>();
  for (const role of ROLES) {
    const row = await store?.readTrusted(role);
    if (row?.kind === 'ok' && row.value) rows.set(role, row.value);
  }
  const files = filesOver(rows, store);

  const [built, stored] = [rootIn(bytesOf(bundled.root)), rootIn(rows.get('root')?.bytes)];
  if (built && (!stored || stored.version < built.version)) {
    if (stored && isKeyTakenBack(stored, built)) {
      await files.drop('timestamp');
      await files.drop('snapshot');
    }
    await files.write('root', bytesOf(bundled.root));
  }
  // A floor for what the network offers, whether or not the release itself is installed.
  if (timestampVersionIn(rows.get('timestamp')?.bytes) < timestampVersionIn(bytesOf(bundled.timestamp))) {
    await files.write('timestamp', bytesOf(bundled.timestamp));
  }
  return files;
}

function filesOver(rows: Map<Role, TrustedFileRow>, store: CatalogStore | null): TrustedFiles {
  return {
    read: (role) => Promise.resolve(rows.get(role)?.bytes ?? null),
    async write(role, bytes) {
      rows.set(role, { role, bytes });
      await store?.writeTrusted(role, bytes);
    },
    async drop(role) {
      rows.delete(role);
      await store?.dropTrusted(role);
    },
    timestamp: () => rows.get('timestamp') ?? null,
  };
}
