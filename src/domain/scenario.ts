// A what-if: a copy of the profile and the wishes under a name, to be changed without touching the real ones.
import * as z from 'zod/mini';
import type { ChanceBand } from './model.ts';
import { Profile } from './profile.ts';
import type { ProgramRow } from './query.ts';
import { Wishes } from './wishes.ts';

export const ScenarioId = z
  .string()
  .check(z.regex(/^[a-z0-9-]{1,40}$/))
  .brand<'ScenarioId'>();
export type ScenarioId = z.infer<typeof ScenarioId>;

export const Scenario = z.strictObject({
  key: ScenarioId,
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  profile: Profile,
  wishes: Wishes,
});
export type Scenario = z.infer<typeof Scenario>;

/** A program among the best, and where it was among the best before: from 1, or null for not among them. */
export interface Placed {
  readonly row: ProgramRow;
  readonly was: number | null;
}

/** The best programs before and after a change. */
export interface TopEffect {
  readonly after: readonly Placed[];
  /** Among the best before, and not any more. */
  readonly gone: readonly ProgramRow[];
  /** Whether anything has a weight: without one there is no order to speak of. */
  readonly fit: { readonly before: boolean; readonly after: boolean };
}

/** What a what-if changes, beside the real profile. Counts are of programs of the first specialty of each. */
export interface WhatIfEffect {
  readonly top: TopEffect;
  readonly programs: { readonly before: number; readonly after: number };
  /** Bands of the chance of an interview, over the programs of the what-if; null where either has no estimates. */
  readonly bands: {
    readonly of: number;
    readonly better: number;
    readonly worse: number;
    readonly before: ReadonlyMap<ChanceBand, number>;
    readonly after: ReadonlyMap<ChanceBand, number>;
  } | null;
}
