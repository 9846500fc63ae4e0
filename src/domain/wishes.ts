// What the applicant wants: how much each criterion weighs, what they prefer in it, and what excludes a program.
import * as z from 'zod/mini';
import type { Pid } from './ids.ts';

export const CriterionKey = z.enum([
  'home',
  'ties',
  'region',
  'citySize',
  'setting',
  'ownership',
  'hospitalSize',
  'teaching',
  'trauma',
  'sponsorBreadth',
  'cost',
  'visa',
  'classSize',
  'trackType',
  'airport',
]);
export type CriterionKey = z.infer<typeof CriterionKey>;
export const CRITERION_KEYS: readonly CriterionKey[] = CriterionKey.options;

/** Names a criterion the user made up. */
export const CustomKey = z.string().check(z.regex(/^custom:[a-z0-9-]{1,40}$/));
export type CustomKey = z.infer<typeof CustomKey>;

/** 0 leaves the criterion out; 5 is the heaviest. */
export const Weight = z.int().check(z.gte(0), z.lte(5));
export type Weight = z.infer<typeof Weight>;

export const Preferences = z.strictObject({
  /** States the user would like, two letters each. */
  states: z.array(z.string()),
  /** Census regions the user would like. */
  regions: z.array(z.string()),
  citySize: z.enum(['small', 'middle', 'large']),
  hospitalSize: z.enum(['small', 'middle', 'large']),
  classSize: z.enum(['small', 'middle', 'large']),
  ownership: z.array(z.enum(['nonprofit', 'public', 'federal', 'for-profit'])),
  setting: z.enum(['urban', 'rural']),
  trackType: z.enum(['categorical', 'advanced', 'preliminary']),
});
export type Preferences = z.infer<typeof Preferences>;

/** A wish that excludes. Excluding on an unknown value is never done: an unknown stays, and is named. */
export const DealBreaker = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('farther-than'), miles: z.number().check(z.gt(0), z.lte(6000)) }),
  z.strictObject({ kind: z.literal('not-in-states'), states: z.array(z.string()).check(z.minLength(1)) }),
  z.strictObject({ kind: z.literal('only-in-states'), states: z.array(z.string()).check(z.minLength(1)) }),
  z.strictObject({ kind: z.literal('military') }),
  z.strictObject({ kind: z.literal('for-profit') }),
  z.strictObject({ kind: z.literal('rural') }),
  z.strictObject({ kind: z.literal('city-under'), people: z.int().check(z.gt(0)) }),
]);
export type DealBreaker = z.infer<typeof DealBreaker>;

/** What one deal-breaker does by itself to the programs of the first specialty, or to all where none is chosen. */
export interface DealBreakerEffect {
  readonly kind: DealBreaker['kind'];
  /** Programs it excludes now. */
  readonly programs: number;
  readonly of: number;
  /** Those of the shortlist among all it excludes, whatever their specialty. */
  readonly kept: readonly { readonly pid: Pid; readonly name: string }[];
}

export const Wishes = z.strictObject({
  /** By `CriterionKey`, or by the key of a criterion of the user's own. */
  weights: z.record(z.string(), Weight),
  preferences: Preferences,
  dealBreakers: z.array(DealBreaker).check(z.maxLength(20)),
  /** What "which would you rather" asks about, when the user has said so. */
  askAbout: z.optional(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(40))),
});
export type Wishes = z.infer<typeof Wishes>;

export const EMPTY_WISHES: Wishes = {
  weights: {},
  preferences: {
    states: [],
    regions: [],
    citySize: 'large',
    hospitalSize: 'large',
    classSize: 'middle',
    ownership: [],
    setting: 'urban',
    trackType: 'categorical',
  },
  dealBreakers: [],
};
