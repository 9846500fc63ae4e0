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

const PassFail = z.enum(['pass', 'fail', 'not-taken']);
/** Both examinations may be tried four times a step or level (USMLE Bulletin of Information; NBOME attempt limits, 2022). */
export const MOST_ATTEMPTS = 4;
const Attempts = z.int().check(z.gte(1), z.lte(MOST_ATTEMPTS));

export const Scores = z.strictObject({
  step1: z.optional(PassFail),
  step1Attempts: z.optional(Attempts),
  step2: z.optional(StepScore),
  step2Attempts: z.optional(Attempts),
  comlex1: z.optional(PassFail),
  comlex1Attempts: z.optional(Attempts),
  comlex2: z.optional(ComlexScore),
  comlex2Attempts: z.optional(Attempts),
});
export type Scores = z.infer<typeof Scores>;

/** Counts as the published tables of applicants count them. */
export const Research = z.strictObject({
  experiences: z.optional(z.int().check(z.gte(0), z.lte(200))),
  /** Abstracts, presentations and publications together. */
  works: z.optional(z.int().check(z.gte(0), z.lte(1000))),
});
export type Research = z.infer<typeof Research>;

/** How many letters of each kind. */
const LetterCount = z.int().check(z.gte(0), z.lte(20));
export const Letters = z.strictObject({
  /** From a chair or a whole department. */
  department: z.optional(LetterCount),
  /** From faculty of the specialty. */
  specialty: z.optional(LetterCount),
  /** From other clinical faculty. */
  clinical: z.optional(LetterCount),
  research: z.optional(LetterCount),
});
export type Letters = z.infer<typeof Letters>;

export const MOST_CLINICAL_MONTHS = 120;

export const Profile = z.strictObject({
  /** In order of preference; the first is the one the list is made for. */
  specialties: z.array(SpecialtyId).check(z.maxLength(8)),
  /** The one of them that is a backup. */
  backup: z.optional(SpecialtyId),
  /** Looking around, years ahead: nothing has to be decided. */
  exploring: z.optional(z.boolean()),
  applicantType: z.optional(ApplicantType),
  graduationYear: z.optional(z.int()),
  school: z.optional(z.string().check(z.maxLength(120))),
  home: z.optional(Anchor),
  ties: z.array(Anchor).check(z.maxLength(12)),
  visa: z.optional(VisaNeed),
  scores: Scores,
  /** Months of hands-on clinical work in the US. */
  usClinicalMonths: z.optional(z.number().check(z.gte(0), z.lte(MOST_CLINICAL_MONTHS))),
  research: z.optional(Research),
  letters: z.optional(Letters),
  /** Two people match together. */
  couple: z.optional(z.boolean()),
  /** USD for application fees this season. */
  budgetUsd: z.optional(z.number().check(z.gte(0), z.lte(100_000))),
});
export type Profile = z.infer<typeof Profile>;

export const EMPTY_PROFILE: Profile = { specialties: [], ties: [], scores: {} };
