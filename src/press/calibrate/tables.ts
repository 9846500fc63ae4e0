// The tables of statistics the model is calibrated on, column by column. What each is worth: sources/stats_sources.md.
import * as z from 'zod/mini';
import { Decimal, Text, Whole, Year } from '#press/cells.ts';
import { tableSpec } from '#press/check-table.ts';

const GROUP_TYPES = ['US MD senior', 'US DO senior', 'US IMG', 'Non-US IMG'] as const;
const GroupType = z.enum(GROUP_TYPES, 'not an applicant type');
export type GroupType = (typeof GROUP_TYPES)[number];

const Stats = z.object({
  specialty: Text,
  match_year: Year,
  track_scope: Text,
  us_img_match_pct: z.optional(Decimal),
  non_us_img_applicants: z.optional(Whole),
  non_us_img_matched: z.optional(Whole),
  non_us_img_match_pct: z.optional(Decimal),
  source: Text,
});
export type StatsRow = z.infer<typeof Stats>;
export const STATS = tableSpec('specialty_stats', Stats);

const Charting = z.object({
  specialty: Text,
  applicant_type: GroupType,
  match_year: Year,
  n_matched: z.optional(Whole),
  n_unmatched: z.optional(Whole),
  step2_mean_matched: z.optional(Decimal),
  step2_mean_unmatched: z.optional(Decimal),
  step2_median_matched: z.optional(Decimal),
  step2_median_unmatched: z.optional(Decimal),
  step2_sd_matched: z.optional(Decimal),
  step2_sd_unmatched: z.optional(Decimal),
  specialties_ranked_mean_matched: z.optional(Decimal),
  specialties_ranked_mean_unmatched: z.optional(Decimal),
  source: Text,
});
export type ChartingRow = z.infer<typeof Charting>;
export const CHARTING = tableSpec('charting_outcomes', Charting);

const Quantiles = z.object({
  specialty: Text,
  applicant_type: GroupType,
  match_year: Year,
  measure: Text,
  cohort: z.enum(['matched', 'not_matched'], 'neither matched nor not_matched'),
  n: Whole,
  q1: z.optional(Decimal),
  median: z.optional(Decimal),
  q3: z.optional(Decimal),
  mean: z.optional(Decimal),
  sd: z.optional(Decimal),
  source: Text,
});
export type QuantilesRow = z.infer<typeof Quantiles>;
export const QUANTILES = tableSpec('charting_quantiles', Quantiles);

const Bins = z.object({
  specialty: Text,
  applicant_type: GroupType,
  match_years: Text,
  bin_low: Whole,
  bin_high: Whole,
  n_applicants: z.optional(Whole),
  p_match_pct: z.optional(Decimal),
  source: Text,
});
export type BinsRow = z.infer<typeof Bins>;
export const BINS = tableSpec('step2_bins', Bins);

const Survey = z.object({
  specialty: Text,
  year: Year,
  record_type: Text,
  metric: Text,
  factor: z.optional(Text),
  value: z.optional(Decimal),
  source: Text,
});
export type SurveyRow = z.infer<typeof Survey>;
export const SURVEY = tableSpec('program_director_survey', Survey);

const Signals = z.object({
  specialty: Text,
  match_year: z.optional(Year),
  record_type: Text,
  tier: z.optional(Text),
  metric: Text,
  value: z.optional(Decimal),
  low: z.optional(Decimal),
  high: z.optional(Decimal),
  population: z.optional(Text),
  note: z.optional(Text),
  source: Text,
});
export type SignalsRow = z.infer<typeof Signals>;
export const SIGNALS = tableSpec('interview_signals', Signals);

const Applicants = z.object({
  specialty: Text,
  year: Year,
  median_interviews_attended: Whole,
  median_ranked: Whole,
  source: Text,
});
export type ApplicantsRow = z.infer<typeof Applicants>;
export const APPLICANTS = tableSpec('applicant_survey_2011', Applicants);

/** How many programs a specialty has: no list is longer. */
const Programs = z.object({ specialty: Text, last_seen_year: Year });
export type ProgramsRow = z.infer<typeof Programs>;
export const PROGRAMS = tableSpec('programs', Programs);

export interface StatTables {
  readonly stats: readonly StatsRow[];
  readonly charting: readonly ChartingRow[];
  readonly quantiles: readonly QuantilesRow[];
  readonly bins: readonly BinsRow[];
  readonly survey: readonly SurveyRow[];
  readonly signals: readonly SignalsRow[];
  readonly applicants: readonly ApplicantsRow[];
  readonly programs: readonly ProgramsRow[];
}

export const STAT_TABLE_NAMES = [STATS, CHARTING, QUANTILES, BINS, SURVEY, SIGNALS, APPLICANTS, PROGRAMS].map(
  ({ name }) => name,
);
