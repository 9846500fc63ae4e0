// The catalog as published: an index that names every chunk by length and SHA-256, and the chunks.
import * as z from 'zod/mini';
import { FactTuple } from './fact.ts';
import { SpecialtyId } from './ids.ts';
import { Hospital } from './hospital.ts';
import { Place, State, ZipArea } from './place.ts';
import { ProgramRecord } from './program.ts';
import { Rules } from './rules.ts';
import { School } from './school.ts';

export const Specialty = z.strictObject({
  id: SpecialtyId,
  name: z.string(),
  /** ACGME code; shared by a specialty and its preliminary tracks. */
  code: z.string(),
  kind: z.enum(['residency', 'preliminary', 'transitional', 'combined', 'independent']),
  programs: z.int(),
  /** How many others have counted, newest first: `[count, source, year]`. What exactly they counted, the source says. */
  published: z.optional(z.array(FactTuple)),
});
export type Specialty = z.infer<typeof Specialty>;

const ChunkName = z.string().check(z.regex(/^[a-z0-9-]+\.json$/));
export const ChunkEntry = z.strictObject({
  name: ChunkName,
  /** Bytes, uncompressed. */
  length: z.int().check(z.gte(0)),
  /** SHA-256, lower-case hex. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type ChunkEntry = z.infer<typeof ChunkEntry>;

export const CatalogIndex = z.strictObject({
  format: z.literal('cairn-catalog/1'),
  /** Rises with every release. */
  version: z.int().check(z.gte(1)),
  /** ISO date of the newest facts. */
  date: z.string(),
  /** Programs that take applicants: closed, merged and split ones are not counted. */
  programs: z.int(),
  /** The oldest schema of the app that reads this release; absent where the first does. */
  minAppSchema: z.optional(z.int().check(z.gte(1))),
  /** The publisher means it: the number of programs differs from the release before by more than a fifth. */
  countsFlag: z.optional(z.literal(true)),
  specialties: z.array(Specialty),
  chunks: z.array(ChunkEntry),
});
export type CatalogIndex = z.infer<typeof CatalogIndex>;

export const ProgramsChunk = z.strictObject({
  format: z.literal('cairn-programs/1'),
  /** Two hex digits, 00–3f: the low six bits of the hash of the pid. */
  bucket: z.string().check(z.regex(/^[0-3][0-9a-f]$/)),
  programs: z.array(ProgramRecord),
});
export type ProgramsChunk = z.infer<typeof ProgramsChunk>;
export const PlacesChunk = z.strictObject({
  format: z.literal('cairn-places/1'),
  places: z.array(Place),
  states: z.array(State),
  zips: z.array(ZipArea),
  /** The source and year of each column of places and states, and of the ZIP areas. */
  sources: z.record(z.string(), z.tuple([z.string(), z.nullable(z.int())])),
});
export type PlacesChunk = z.infer<typeof PlacesChunk>;
export const HospitalsChunk = z.strictObject({
  format: z.literal('cairn-hospitals/1'),
  hospitals: z.array(Hospital),
});
export type HospitalsChunk = z.infer<typeof HospitalsChunk>;
export const SchoolsChunk = z.strictObject({
  format: z.literal('cairn-schools/1'),
  schools: z.array(School),
});
export type SchoolsChunk = z.infer<typeof SchoolsChunk>;
export const RulesChunk = z.strictObject({ format: z.literal('cairn-rules/1'), rules: Rules });
export type RulesChunk = z.infer<typeof RulesChunk>;
export const RedirectsChunk = z.strictObject({
  format: z.literal('cairn-redirects/1'),
  /** Pid of a merged or split program → the programs it became, none of which leads further. */
  redirects: z.record(z.string(), z.array(z.string())),
});
export type RedirectsChunk = z.infer<typeof RedirectsChunk>;

export const Source = z.strictObject({
  key: z.string(),
  /** A name short enough to stand beside every value. */
  short: z.string().check(z.maxLength(24)),
  /** What it is, in words. */
  title: z.string(),
  year: z.string(),
  licence: z.string(),
  weakness: z.string(),
});
export type Source = z.infer<typeof Source>;
export const SourcesChunk = z.strictObject({
  format: z.literal('cairn-sources/1'),
  sources: z.array(Source),
});
export type SourcesChunk = z.infer<typeof SourcesChunk>;

/** Rows last seen before this year are unconfirmed and hidden by default. */
export const UNCONFIRMED_BEFORE = 2024;
