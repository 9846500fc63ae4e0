// The fact tables the press reads, column by column. What each column means and is worth: sources/sources.md.
import * as z from 'zod/mini';
import { HospitalLinkMethod, TrackType } from '#domain/program.ts';
import { Decimal, sourceList, StateCode, Text, WebAddress, Whole, Year, YesMark, YesNo } from './cells.ts';
import { tableSpec } from './check-table.ts';

export const PROGRAM_SOURCES = [
  'acgme-list-2025',
  'acgme-im-list-2025',
  'maction-2019',
  'nrmp-2024',
  'nrmp-fl-2026',
  'acgme-obgyn-2022',
  'military-2022',
  'neurosurgery-web-2022',
] as const;
export type ProgramSource = (typeof PROGRAM_SOURCES)[number];

const NrmpCode = z.string().check(z.regex(/^[0-9]{7}[A-Z][0-9A-Z]$/, 'not an NRMP code'));
const AcgmeId = z.string().check(z.regex(/^[0-9]{10}$/, 'not an ACGME number'));
/** These columns exist for the day a source with usable rights is found; until then a value has nothing to cite. */
const Unsourced = z.optional(z.never('no source is listed for this column'));

const Program = z.object({
  acgme_id: z.optional(AcgmeId),
  name: Text,
  specialty: Text,
  specialty_code: z.string().check(z.regex(/^[0-9]{3}$/, 'not a specialty code')),
  city: z.optional(Text),
  state: StateCode,
  latitude: z.optional(Decimal),
  longitude: z.optional(Decimal),
  positions: z.optional(Whole),
  positions_year: z.optional(Year),
  filled: z.optional(Whole),
  program_type: z.optional(z.literal('military', 'unknown kind of program')),
  website: z.optional(WebAddress),
  visa_j1: Unsourced,
  visa_h1b: Unsourced,
  pct_img: Unsourced,
  pct_do: Unsourced,
  min_step2: Unsourced,
  nrmp_code: z.optional(NrmpCode),
  accreditation_status: z.optional(Text),
  offers_preliminary: z.optional(YesNo),
  h1b_lca_resident_fy2025: z.optional(YesMark),
  post_residency_entry: z.optional(YesMark),
  last_seen_year: Year,
  source: sourceList(PROGRAM_SOURCES),
  source_year: Year,
});
export type ProgramRow = z.infer<typeof Program>;
export const PROGRAMS = tableSpec('programs', Program);

export const QUOTA_YEARS = [2026, 2025, 2024, 2023, 2022, 2021, 2020] as const;
const quota = z.optional(Whole);
const Track = z.object({
  nrmp_code: NrmpCode,
  institution: Text,
  track: Text,
  specialty_code: z.string().check(z.regex(/^[0-9]{3}$/, 'not a specialty code')),
  track_type: TrackType,
  city: z.optional(Text),
  state: StateCode,
  acgme_id: z.optional(AcgmeId),
  quota_2020: quota,
  filled_2020: quota,
  quota_2021: quota,
  filled_2021: quota,
  quota_2022: quota,
  filled_2022: quota,
  quota_2023: quota,
  filled_2023: quota,
  quota_2024: quota,
  filled_2024: quota,
  quota_2025: quota,
  filled_2025: quota,
  quota_2026: quota,
  filled_2026: quota,
  last_seen_year: Year,
  source: sourceList(['nrmp-2024', 'nrmp-fl-2026']),
});
export type TrackRow = z.infer<typeof Track>;
export const TRACKS = tableSpec('nrmp_tracks', Track);

const Ccn = z.string().check(z.regex(/^[0-9]{5}[0-9A-Z]$/, 'not a CMS number'));
const Link = z.object({
  acgme_id: z.optional(AcgmeId),
  nrmp_code: z.optional(NrmpCode),
  ccn: Ccn,
  match_method: HospitalLinkMethod,
});
export type LinkRow = z.infer<typeof Link>;
export const LINKS = tableSpec('program_hospital', Link);

const Hospital = z.object({
  ccn: Ccn,
  name: Text,
  city: Text,
  state: StateCode,
  latitude: z.optional(Decimal),
  longitude: z.optional(Decimal),
  ownership: z.optional(Text),
  beds: z.optional(Whole),
  resident_fte: z.optional(Decimal),
  resident_bed_ratio: z.optional(Decimal),
  urban_rural: z.optional(z.enum(['urban', 'rural'])),
  trauma_level: z.optional(z.enum(['I', 'II', 'III', 'IV', 'V'])),
  overall_rating: z.optional(z.pipe(z.enum(['1', '2', '3', '4', '5']), z.transform(Number))),
  source: z.enum(['cms-hgi-a', 'cms-hgi-b', 'cms-costreport-2021'], 'unknown source'),
  source_year: Year,
});
export type HospitalRow = z.infer<typeof Hospital>;
export const HOSPITALS = tableSpec('hospitals', Hospital);

const airport = {
  code: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/, 'not an airport code'))),
  size: z.optional(z.enum(['medium', 'large'])),
};
const Place = z.object({
  city: Text,
  state: StateCode,
  latitude: z.optional(Decimal),
  longitude: z.optional(Decimal),
  programs: Whole,
  time_zone: z.optional(z.string().check(z.regex(/^[A-Z][A-Za-z]+\/[A-Za-z_/]+$/, 'not a time zone'))),
  population: z.optional(Whole),
  census_division: z.optional(Text),
  census_region: z.optional(Text),
  airport1: airport.code,
  airport1_km: z.optional(Decimal),
  airport1_size: airport.size,
  airport2: airport.code,
  airport2_km: z.optional(Decimal),
  airport2_size: airport.size,
});
export type PlaceRow = z.infer<typeof Place>;
export const PLACES = tableSpec('places', Place);

const StateFacts = z.object({
  state: StateCode,
  state_name: Text,
  rpp_all_items: z.optional(Decimal),
  rpp_housing: z.optional(Decimal),
  median_gross_rent_usd: z.optional(Whole),
});
export type StateRow = z.infer<typeof StateFacts>;
export const STATES = tableSpec('state_facts', StateFacts);

const Zip = z.object({
  zip3: z.string().check(z.regex(/^[0-9]{3}$/, 'not three digits')),
  latitude: Decimal,
  longitude: Decimal,
});
export type ZipRow = z.infer<typeof Zip>;
export const ZIPS = tableSpec('zip3', Zip);
