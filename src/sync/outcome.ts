// What an update comes to, and how far it is. Plain data: it crosses the wire to the page.
import type { CatalogIndex } from '#domain/catalog.ts';
import type { Refused } from './trust/refused.ts';

/** Bytes by chunk name. */
export type ChunkBytes = Map<string, Uint8Array<ArrayBuffer>>;

export type SyncOutcome =
  /** In force now. `fetched` chunks of `bytes` bytes came over the network; the others were there. */
  | {
      readonly kind: 'installed';
      readonly version: number;
      /** Version that was in force before; null for the first catalog. The same one: damage was healed. */
      readonly from: number | null;
      readonly fetched: number;
      readonly bytes: number;
    }
  /** What is in force is the newest there is. */
  | { readonly kind: 'unchanged' }
  /** Looked after recently; nothing was asked. Due at `at`, milliseconds since 1970. */
  | { readonly kind: 'not-due'; readonly at: number }
  /** Whole and verified, but this browser stores nothing: use it while the page lives. */
  | { readonly kind: 'held'; readonly index: CatalogIndex; readonly chunks: ChunkBytes }
  | Refused;

export type SyncStep =
  /** Asks whether there is anything new. */
  | { readonly kind: 'looking' }
  /** Chunks that are here and verified, of all the index names; and their bytes. */
  | {
      readonly kind: 'fetching';
      readonly done: number;
      readonly of: number;
      readonly bytes: number;
      readonly ofBytes: number;
    };

export type SyncProgress = (step: SyncStep) => void;

/** `bundled`: what came with the app. `check`: if it is time. `now`: the user asks. */
export type SyncMode = 'bundled' | 'check' | 'now';

/** How fresh the catalog is; times in milliseconds since 1970, null where there is none yet. */
export interface SyncStanding {
  /** When a publisher's answer was last verified. */
  readonly verifiedAt: number | null;
  /** Until when that answer counts as fresh. After it: "not verified fresh since `verifiedAt`". */
  readonly freshUntil: number | null;
  /** When `check` will ask again. */
  readonly nextAt: number | null;
}
