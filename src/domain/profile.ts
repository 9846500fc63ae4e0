// Who the applicant is. Nothing here is required; an absent value is unknown, never assumed.
import * as z from 'zod/mini';
import { SpecialtyId } from './ids.ts';

export const ApplicantType = z.enum(['us-md', 'us-do', 'us-img', 'non-us-img']);
export type ApplicantType = z.infer<typeof ApplicantType>;

export const VisaNeed = z.enum(['none', 'j1', 'h1b', 'any']);
export type VisaNeed = z.infer<typeof VisaNeed>;

/** A place of the user's: a home or a tie, with the words they typed and where we put it. */
export const Anchor = z.strictObject({
  label: z.string().check(z.minLength(1), z.maxLength(80)),
  lat: z.number().check(z.gte(-90), z.lte(90)),
  lon: z.number().check(z.gte(-180), z.lte(180)),
  state: z.optional(z.string()),
});
export type Anchor = z.infer<typeof Anchor>;

/** USMLE Step scores lie between 1 and 300 (USMLE Bulletin of Information). */
const StepScore = z.int().check(z.gte(1), z.lte(300));
/** COMLEX-USA scores lie between 9 and 999 (NBOME Bulletin of Information). */
const ComlexScore = z.int().check(z.gte(9), z.lte(999));

export const Scores = z.strictObject({
  step1: z.optional(z.enum(['pass', 'fail', 'not-taken'])),
  step2: z.optional(StepScore),
  step2Attempts: z.optional(z.int().check(z.gte(1), z.lte(4))),
  comlex2: z.optional(ComlexScore),
});
export type Scores = z.infer<typeof Scores>;

export const Profile = z.strictObject({
  /** In order of preference; the first is the one the list is made for. */
  specialties: z.array(SpecialtyId).check(z.maxLength(8)),
  applicantType: z.optional(ApplicantType),
  graduationYear: z.optional(z.int()),
  school: z.optional(z.string().check(z.maxLength(120))),
  home: z.optional(Anchor),
  ties: z.array(Anchor).check(z.maxLength(12)),
  visa: z.optional(VisaNeed),
  scores: Scores,
  /** USD for application fees this season. */
  budgetUsd: z.optional(z.number().check(z.gte(0), z.lte(100_000))),
});
export type Profile = z.infer<typeof Profile>;

export const EMPTY_PROFILE: Profile = { specialties: [], ties: [], scores: {} };
