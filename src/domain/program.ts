// A program as the catalog stores it. What belongs to its city, state or hospital is stored once, there.
import * as z from 'zod/mini';
import { FactTuple } from './fact.ts';
import { Pid, PlaceId, SpecialtyId } from './ids.ts';

export const ProgramStatus = z.enum(['active', 'closed', 'renamed', 'merged', 'split']);
export type ProgramStatus = z.infer<typeof ProgramStatus>;

/** NRMP track types: categorical, preliminary, advanced, reserved for physicians, primary medicine. */
export const TrackType = z.enum(['C', 'P', 'A', 'R', 'M']);
export type TrackType = z.infer<typeof TrackType>;

export const Track = z.strictObject({
  code: z.string().check(z.regex(/^[0-9]{7}[A-Z][0-9A-Z]$/)),
  institution: z.string(),
  name: z.string(),
  type: TrackType,
  /** `[match year, quota, matched]`, newest first; published for Florida only. */
  quotas: z.array(z.tuple([z.int(), z.int(), z.int()])),
  lastSeenYear: z.int(),
  source: z.string(),
});
export type Track = z.infer<typeof Track>;

export const HospitalLinkMethod = z.enum([
  'name+city',
  'name+city-partial',
  'name+near',
  'name+state',
  'alias',
  'alias-children',
]);
export const HospitalLink = z.strictObject({
  /** CMS certification number, key into `hospitals.json`. */
  ccn: z.string(),
  method: HospitalLinkMethod,
});
export type HospitalLink = z.infer<typeof HospitalLink>;

/** What became of a program that is not, or no longer, what it was. */
export const ProgramChange = z.strictObject({
  /** ISO date it took effect; absent where nobody published one. */
  on: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  /** The name it had before. */
  was: z.optional(z.string().check(z.minLength(1))),
  note: z.optional(z.string().check(z.minLength(1))),
  /** Key into `sources.json`. */
  source: z.string(),
});
export type ProgramChange = z.infer<typeof ProgramChange>;

export const ProgramRecord = z.strictObject({
  pid: Pid,
  /**
   * `active` and `renamed` programs take applicants. A `closed` one keeps its facts. A `merged` or `split` one is a
   * name and no more: `redirects.json` says where it went.
   */
  status: ProgramStatus,
  /** Never absent where the status is not `active`. */
  change: z.optional(ProgramChange),
  specialty: SpecialtyId,
  name: z.array(FactTuple).check(z.minLength(1)),
  place: z.optional(PlaceId),
  /** State or territory, two letters: known even where the city is not. */
  state: z.string().check(z.regex(/^[A-Z]{2}$/)),
  /** Degrees, of the city center. */
  lat: z.optional(z.number().check(z.gte(-90), z.lte(90))),
  lon: z.optional(z.number().check(z.gte(-180), z.lte(180))),
  /** Map position on the 975 × 610 plate of the bundled outlines. */
  xy: z.optional(z.tuple([z.number(), z.number()])),
  /** Programs with the same sponsor share this number. */
  sponsor: z.int(),
  lastSeenYear: z.int(),
  /** Entered after another residency; not for graduating students. */
  independent: z.optional(z.literal(true)),
  hospital: z.optional(HospitalLink),
  /** Only keys of `ProgramFieldKey`. */
  facts: z.record(z.string(), z.array(FactTuple)),
  tracks: z.array(Track),
});
export type ProgramRecord = z.infer<typeof ProgramRecord>;
