// What the model takes that no table says, read from assumptions.json and checked. Numbers belong there, not here.
import * as z from 'zod/mini';
import written from './assumptions.json' with { type: 'json' };

/** Value, and the ends of its 80 % range. */
const Ranged = z.tuple([z.number(), z.number(), z.number()]);
const Sourced = { years: z.string(), source: z.string() };
const Line = z.strictObject({ at0: Ranged, perLogit: Ranged, sd: z.number() });

const Assumptions = z.strictObject({
  note: z.string(),
  slopes: z.strictObject({
    'us-md': Line,
    'us-do': Line,
    'us-img': Line,
    'non-us-img': Line,
    ...Sourced,
  }),
  drift: z.strictObject({ value: Ranged, ...Sourced }),
  openBand: z.strictObject({ value: Ranged, ...Sourced }),
  /** The score that stands for a lowest band, by its ends. */
  lowestBand: z.record(z.string(), z.number()),
  scoreSd: z.strictObject({ value: Ranged, ...Sourced }),
  /** A group's own slope is never taken to be surer than this. */
  ownSlopeFloor: z.number(),
  pooledMixSd: z.number(),
  /** Odds of a signal between programs alike in everything else, around what the few such studies found. */
  likeForLike: z.strictObject({ gold: Ranged, silver: Ranged }),
  /** Most that one term may multiply the odds by. */
  oddsCap: z.number(),
  typicalList: z.strictObject({ inState: Ranged, aligned: Ranged, ...Sourced }),
  /** Logits an invitation rate may be off, by how it was learned. */
  programSideSd: z.number(),
  applicantSideSd: z.number(),
  pooledSd: z.number(),
  /** Logits more for every year a rate is older than the newest match rate. */
  ageSdPerYear: z.number(),
  rankCountSd: z.number(),
  /** Logits the rate of US citizens from schools abroad may differ in a specialty from the national difference. */
  usImgSd: z.number(),
});
export type Assumptions = z.infer<typeof Assumptions>;
export const ASSUMPTIONS: Assumptions = Assumptions.parse(written);
