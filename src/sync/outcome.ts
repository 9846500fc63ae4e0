// What an installation comes to. Plain data: it crosses the wire to the page.
import type { CatalogIndex } from '#domain/catalog.ts';

export type SyncRefusal =
  /** No answer, a broken answer, or a server that cannot answer now. */
  | 'offline'
  /** Something else answered: a sign-in page, a missing file. */
  | 'not-a-catalog'
  | 'too-long'
  | 'wrong-hash'
  | 'malformed'
  | 'stalled'
  | 'rollback'
  | 'no-space'
  | 'cancelled'
  /** The installer itself broke down. */
  | 'failed';

export interface Refused {
  readonly kind: 'refused';
  readonly reason: SyncRefusal;
  /** What it was about, e.g. `p-03.json: 120 of 4096 bytes`; for a report, not for a screen. */
  readonly what: string;
}

/** Bytes by chunk name. */
export type ChunkBytes = Map<string, Uint8Array<ArrayBuffer>>;

export type SyncOutcome =
  /** In force now. `fetched` chunks of `bytes` bytes came over the network; the others were there. */
  | {
      readonly kind: 'installed';
      readonly version: number;
      readonly fetched: number;
      readonly bytes: number;
    }
  | { readonly kind: 'unchanged' }
  /** Whole and verified, but this browser stores nothing: use it while the page lives. */
  | { readonly kind: 'held'; readonly index: CatalogIndex; readonly chunks: ChunkBytes }
  | Refused;

/** Chunks that are here and verified, of all the index names. */
export type SyncProgress = (done: number, of: number) => void;

export const refused = (reason: SyncRefusal, what: string): Refused => ({ kind: 'refused', reason, what });
