// What another release of the catalog means for the programs of the notebook: where each one is now, and what changed
// about it. Plain data: it crosses the wire to the screen.
import type { Fact } from './fact.ts';
import type { FieldKey } from './field.ts';
import type { Pid, SpecialtyId } from './ids.ts';
import type { Ended, Fit } from './query.ts';

export interface NamedProgram {
  readonly pid: Pid;
  readonly name: string;
}

/** What the catalog holds under a pid that the notebook wrote down, perhaps long ago. */
export type Whereabouts =
  | { readonly kind: 'here'; readonly pid: Pid; readonly ended: Ended | null }
  /** One program has taken it in: whatever is asked of it is answered by that one. */
  | { readonly kind: 'merged'; readonly pid: Pid; readonly into: NamedProgram }
  /** Several have come of it: only the user can say which. */
  | { readonly kind: 'split'; readonly pid: Pid; readonly into: readonly NamedProgram[] }
  /** Not in this catalog: what is left is the label that was frozen with the user's own words. */
  | { readonly kind: 'unknown'; readonly pid: Pid };

/** What became of the program itself. */
export type StandingChange =
  /** `on` is the ISO date it took effect, null where nobody published one. */
  | { readonly kind: 'closed'; readonly on: string | null }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'merged'; readonly into: NamedProgram }
  | { readonly kind: 'split'; readonly into: readonly NamedProgram[] }
  | { readonly kind: 'renamed'; readonly was: string; readonly now: string }
  | { readonly kind: 'moved'; readonly was: string; readonly now: string }
  /** Was not in the release before. */
  | { readonly kind: 'new' }
  /** Is in no list any more, and nothing says why. */
  | { readonly kind: 'gone' };

/** A field whose newest value is another one. Null: nobody publishes one. */
export interface ValueChange {
  readonly field: FieldKey;
  readonly was: Fact | null;
  readonly now: Fact | null;
}

export interface TrackChange {
  readonly kind: 'added' | 'dropped';
  readonly code: string;
  readonly name: string;
}

/** The place in the list of a specialty, from 1. */
export interface ListPlace {
  readonly at: number;
  readonly of: number;
}

export interface Effect<T> {
  /** Null where there was none: nothing known, excluded, or not listed. */
  readonly was: T | null;
  readonly now: T | null;
}

export interface ChangedProgram extends NamedProgram {
  readonly specialty: string;
  readonly standing: readonly StandingChange[];
  readonly values: readonly ValueChange[];
  readonly tracks: readonly TrackChange[];
  /** For the same wishes. Null where it did not move, or nothing is weighed. */
  readonly fit: Effect<Fit> | null;
  /** By fit, among the programs of its specialty. Null where it did not move, or nothing is weighed. */
  readonly place: Effect<ListPlace> | null;
}

/** What happened to the other programs of one specialty. */
export interface OtherChanges {
  readonly specialty: SpecialtyId;
  readonly name: string;
  readonly changed: number;
  readonly added: number;
  /** Closed, merged, split or no longer listed. */
  readonly ended: number;
}

export interface Release {
  readonly version: number;
  /** ISO date of the newest facts. */
  readonly date: string;
}

export type CatalogChanges =
  /** The user has seen the release in force. */
  | { readonly kind: 'none' }
  /** The release they saw last can no longer be read, so nothing can be compared. */
  | { readonly kind: 'unreadable'; readonly to: Release }
  | {
      readonly kind: 'changes';
      readonly from: Release;
      readonly to: Release;
      /** Programs of the notebook about which something changed, by name. */
      readonly programs: readonly ChangedProgram[];
      /** Of the specialties of the notebook's programs and of the profile; those without a change are left out. */
      readonly others: readonly OtherChanges[];
    };
