// The coefficients every chance is made from, dated and sourced, and the shapes of the answers. Numbers live in
// `model.json`, never in code; a catalog without that file shows fit only.
import * as z from 'zod/mini';
import { ApplicantType } from './profile.ts';

/** Key into `ChanceModel.sources`. */
const SourceKey = z.string();
/** A season or a span of them as published: `2024`, `2020-2024`. */
const Years = z.string();
const Probability = z.number().check(z.gte(0), z.lte(1));
const Positive = z.number().check(z.gt(0));

/** A figure with its 80 % range. */
export const Coefficient = z.strictObject({
  value: z.number(),
  lo: z.number(),
  hi: z.number(),
  years: Years,
  source: SourceKey,
});
export type Coefficient = z.infer<typeof Coefficient>;

/** Slope of logit P(match) per 15 Step 2 points: `at0 + perLogit · logit(headline rate)`, with its spread. */
export const SlopeLine = z.strictObject({
  at0: Coefficient,
  perLogit: Coefficient,
  /** Standard deviation from specialty to specialty. */
  sd: z.number().check(z.gt(0)),
});
export type SlopeLine = z.infer<typeof SlopeLine>;

/** The scores of a group: `[Step 2, people]`, ascending. People may be expected counts. */
export const ScoreMix = z.strictObject({
  points: z.array(z.tuple([z.number(), z.number().check(z.gte(0))])).check(z.minLength(1)),
  years: Years,
  source: SourceKey,
});
export type ScoreMix = z.infer<typeof ScoreMix>;

/** Of all who wanted this specialty most, who matched in it. */
export const HeadlineRate = z.strictObject({
  rate: Probability,
  /** People the rate rests on. */
  people: z.number().check(z.gte(0)),
  years: Years,
  source: SourceKey,
});
export type HeadlineRate = z.infer<typeof HeadlineRate>;

/** One specialty × applicant type with a published rate. */
export const ChanceGroup = z.strictObject({
  /** The catalog's name. */
  specialty: z.string(),
  type: ApplicantType,
  headline: HeadlineRate,
  /** Null where no scores of this group are published: the pooled ones of the type stand in. */
  mix: z.nullable(ScoreMix),
  /** The group's own slope, shrunk toward the line of its type; null where nothing of its own is published. */
  slope: z.nullable(z.strictObject({ value: z.number(), sd: z.number().check(z.gt(0)) })),
});
export type ChanceGroup = z.infer<typeof ChanceGroup>;

/** How an invitation rate was learned. */
export const InterviewEvidence = z.enum([
  'program-side',
  'by-signal',
  'applicant-side',
  'ranks',
  'pooled',
  'headline',
  'national',
]);
export type InterviewEvidence = z.infer<typeof InterviewEvidence>;

/** Log odds of one invitation without any term at strength 0, and P(would take me | interview). */
export const InterviewBase = z.strictObject({
  specialty: z.string(),
  type: ApplicantType,
  base: z.strictObject({ value: z.number(), sd: Positive }),
  /** `value` is a probability, `sd` in logits. */
  take: z.strictObject({ value: Probability, sd: Positive }),
  /** A typical list: applications and signals. */
  applications: Positive,
  gold: z.number().check(z.gte(0)),
  silver: z.number().check(z.gte(0)),
  evidence: InterviewEvidence,
  years: Years,
  source: SourceKey,
  /** The headline rate the typical list reproduces; null where none is published. */
  headline: z.nullable(HeadlineRate),
});
export type InterviewBase = z.infer<typeof InterviewBase>;

export const TermKey = z.enum(['gold', 'silver', 'inState', 'aligned', 'home', 'away']);
export type TermKey = z.infer<typeof TermKey>;

/** What multiplies the odds of an invitation. */
export const OddsTerms = z.strictObject({
  gold: Coefficient,
  silver: Coefficient,
  inState: Coefficient,
  aligned: Coefficient,
  home: Coefficient,
  away: Coefficient,
});
export type OddsTerms = z.infer<typeof OddsTerms>;

export const ChanceModel = z.strictObject({
  format: z.literal('cairn-model/1'),
  /** ISO date of the newest table it was made from. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** What each source is, in words. */
  sources: z.record(z.string(), z.string()),
  /** Other names of specialties, in lower-case words, and the catalog's. */
  specialtyNames: z.record(z.string(), z.string()),
  slopes: z.strictObject({
    'us-md': SlopeLine,
    'us-do': SlopeLine,
    'us-img': SlopeLine,
    'non-us-img': SlopeLine,
  }),
  /** Standard deviation of a headline rate from year to year, in logits. */
  drift: Coefficient,
  /** The one score that stands for the open band 250–300. */
  openBand: Coefficient,
  /** Logits a group's level may be off where the pooled scores of its type stand in for its own. */
  pooledMixSd: Positive,
  pooledMixes: z.strictObject({ 'us-md': ScoreMix, 'us-do': ScoreMix, 'non-us-img': ScoreMix }),
  groups: z.array(ChanceGroup),
  strength: z.strictObject({
    /** Spread of strength among people with the same score, in logits of one invitation. */
    sd: Coefficient,
    /** Logits of one invitation for one logit of matching. */
    scoreShare: Coefficient,
  }),
  terms: OddsTerms,
  /** Share of a typical list in the home state, and elsewhere in a division one has ties to. */
  typicalList: z.strictObject({ inState: Coefficient, aligned: Coefficient }),
  interviews: z.array(InterviewBase),
});
export type ChanceModel = z.infer<typeof ChanceModel>;

/** A chance with its 80 % range; never narrower than four points to either side, inside 0–1. */
export interface ChanceRange {
  readonly p: number;
  readonly lo: number;
  readonly hi: number;
}

/** Reach below .15, target below .40, likely from there; a range over several is named by all of them. */
export type ChanceBand =
  | 'reach'
  | 'target'
  | 'likely'
  | 'reach to target'
  | 'target to likely'
  | 'reach, target or likely';

/** What a chance rests on, one entry a thing. */
export type ChanceBasis =
  | { readonly kind: 'given'; readonly what: 'headlineRate' | 'scoreMix' }
  | {
      readonly kind: 'headline';
      readonly specialty: string;
      readonly type: ApplicantType;
      readonly rate: number;
      readonly people: number;
      readonly years: string;
      readonly source: string;
    }
  | { readonly kind: 'scores'; readonly pooled: boolean; readonly years: string; readonly source: string }
  | {
      readonly kind: 'slope';
      readonly own: boolean;
      readonly per15: number;
      readonly years: string;
      readonly source: string;
    }
  | {
      readonly kind: 'interviews';
      readonly evidence: InterviewEvidence;
      readonly years: string;
      readonly source: string;
    }
  | { readonly kind: 'score'; readonly step2: number | null }
  | {
      readonly kind: 'term';
      readonly term: TermKey;
      readonly odds: number;
      readonly lo: number;
      readonly hi: number;
      readonly source: string;
    }
  | { readonly kind: 'season'; readonly invited: number; readonly rejected: number };

/** Nobody has published what a number would rest on. */
export interface NoPublishedData {
  readonly kind: 'noPublishedData';
}

/** Of people like this, how many matched: a historical rate, not a prediction for one person. */
export interface BaseRateEstimate extends ChanceRange {
  readonly kind: 'estimate';
  readonly basis: readonly ChanceBasis[];
}

/** P(interview | apply) at one program. */
export interface InterviewEstimate extends ChanceRange {
  readonly kind: 'estimate';
  readonly band: ChanceBand;
  readonly basis: readonly ChanceBasis[];
}

export type InterviewAnswer = InterviewEstimate | NoPublishedData | { readonly kind: 'noApplicantType' };

/** How what happened this season moved the picture of the applicant's strength. */
export interface SeasonShift {
  readonly direction: 'stronger' | 'weaker' | 'as expected';
  readonly size: 'none' | 'slight' | 'clear' | 'strong';
  /** Mean of the strength in its standard deviations; 0 before anything is known. */
  readonly deviations: number;
  readonly invited: number;
  readonly rejected: number;
}
