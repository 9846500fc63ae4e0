// The tables of schools, of the season (fees, signals, dates), and of how many programs others have counted.
import * as z from 'zod/mini';
import { Decimal, IsoDate, StateCode, Text, Whole, Year } from './cells.ts';
import { tableSpec } from './check-table.ts';

const School = z.object({
  name: Text,
  short_name: Text,
  type: z.enum(['MD', 'DO', 'IMG']),
  city: z.optional(Text),
  state: z.optional(StateCode),
  country: Text,
  latitude: z.optional(Decimal),
  longitude: z.optional(Decimal),
});
export type SchoolRow = z.infer<typeof School>;
export const SCHOOLS = tableSpec('medical_schools', School);

/** How far a figure is from the body that issues it; `absent` rows say that one was looked for and not found. */
const SourceType = z.enum(['primary', 'paper', 'secondary', 'derived', 'absent']);

const Fee = z.object({
  season: Text,
  item: Text,
  from_n: z.optional(Whole),
  to_n: z.optional(Whole),
  price_usd: z.optional(Decimal),
  unit: Text,
  scope: Text,
  source_type: SourceType,
  note: z.optional(Text),
  source: z.optional(Text),
});
export type FeeRow = z.infer<typeof Fee>;
export const FEES = tableSpec('eras_fees', Fee);

const Signal = z.object({
  specialty: Text,
  match_year: z.optional(Text),
  record_type: Text,
  tier: z.optional(Text),
  metric: Text,
  value: z.optional(Text),
  source_type: SourceType,
  note: z.optional(Text),
  source: Text,
});
export type SignalRow = z.infer<typeof Signal>;
export const SIGNALS = tableSpec('interview_signals', Signal);

const SeasonDay = z.object({
  match_year: Year,
  date: z.optional(IsoDate),
  time_et: z.optional(z.string().check(z.regex(/^\d{2}:\d{2}$/, 'not a time'))),
  event: Text,
  who: Text,
  source_type: SourceType,
  note: z.optional(Text),
  source: z.optional(Text),
});
export type SeasonDayRow = z.infer<typeof SeasonDay>;
export const SEASON_DAYS = tableSpec('timeline', SeasonDay);

/** What exactly each of them counted is said in provenance.ts. */
const COUNT_SOURCES = ['acgme-registry-2026', 'nrmp-tracks-2025'] as const;
const ProgramCount = z.object({
  specialty: Text,
  source: z.enum(COUNT_SOURCES, 'unknown source'),
  year: Year,
  count: Whole,
});
export type ProgramCountRow = z.infer<typeof ProgramCount>;
export const PROGRAM_COUNTS = tableSpec('program_counts', ProgramCount);
