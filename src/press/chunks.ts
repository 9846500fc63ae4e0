// Checked contents → the files of the catalog. Every chunk passes the schema the app will read it with, before a byte
// is written; the bytes depend on the contents alone.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type * as z from 'zod/mini';
import {
  CatalogIndex,
  type ChunkEntry,
  HospitalsChunk,
  PlacesChunk,
  ProgramsChunk,
  RedirectsChunk,
  RulesChunk,
  SchoolsChunk,
  SourcesChunk,
} from '#domain/catalog.ts';
import { ChanceModel } from '#domain/model.ts';
import type { ProgramRecord } from '#domain/program.ts';
import { BUCKETS, bucketOf, bucketOfByte } from './bucket.ts';
import { byText } from './canonical.ts';
import { refused, type Refused } from './outcome.ts';

/** Bytes by file name. */
export type Files = ReadonlyMap<string, Uint8Array>;

interface CatalogContents {
  readonly programs: readonly ProgramRecord[];
  readonly places: PlacesChunk;
  readonly hospitals: HospitalsChunk['hospitals'];
  readonly schools: SchoolsChunk['schools'];
  readonly rules: RulesChunk['rules'];
  readonly sources: SourcesChunk['sources'];
  readonly redirects: RedirectsChunk['redirects'];
  /** Null where the deployer ships no figures for chances: the app then shows fit only. */
  readonly model: ChanceModel | null;
}

export interface FileSize {
  readonly name: string;
  readonly bytes: number;
  /** gzip -9. */
  readonly compressed: number;
}

function programChunks(programs: readonly ProgramRecord[]): ProgramsChunk[] {
  const buckets = new Map<string, ProgramRecord[]>();
  for (let at = 0; at < BUCKETS; at++) buckets.set(bucketOfByte(at), []);
  for (const program of programs) buckets.get(bucketOf(program.pid))?.push(program);
  return [...buckets].map(([bucket, records]) => ({
    format: 'cairn-programs/1',
    bucket,
    programs: records.toSorted((a, b) => byText(a.pid, b.pid)),
  }));
}

function checkedBytes(
  name: string,
  schema: z.ZodMiniType,
  value: unknown,
): { readonly kind: 'bytes'; readonly bytes: Uint8Array } | Refused {
  const text = JSON.stringify(value);
  const checked = schema.safeParse(JSON.parse(text));
  if (checked.success) return { kind: 'bytes', bytes: new TextEncoder().encode(text) };
  const issue = checked.error.issues[0];
  return refused('invalid-chunk', `${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

const entryOf = (name: string, bytes: Uint8Array): ChunkEntry => ({
  name,
  length: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** Publishes the contents: 64 program chunks, one chunk for each companion table, and the index that names them all. */
export function filesOf(
  contents: CatalogContents,
  { version, date, minAppSchema, countsFlag, ...counts }: Omit<CatalogIndex, 'format' | 'chunks'>,
): { readonly kind: 'files'; readonly files: Files; readonly index: CatalogIndex } | Refused {
  const { programs, places, hospitals, schools, rules, sources, redirects, model } = contents;
  const chunks: [string, z.ZodMiniType, unknown][] = [
    ['hospitals.json', HospitalsChunk, { format: 'cairn-hospitals/1', hospitals }],
    ...programChunks(programs).map((chunk): [string, z.ZodMiniType, unknown] => [
      `p-${chunk.bucket}.json`,
      ProgramsChunk,
      chunk,
    ]),
    ...(model ? [['model.json', ChanceModel, model] satisfies [string, z.ZodMiniType, unknown]] : []),
    ['places.json', PlacesChunk, places],
    ['redirects.json', RedirectsChunk, { format: 'cairn-redirects/1', redirects }],
    ['rules.json', RulesChunk, { format: 'cairn-rules/1', rules }],
    ['schools.json', SchoolsChunk, { format: 'cairn-schools/1', schools }],
    ['sources.json', SourcesChunk, { format: 'cairn-sources/1', sources }],
  ];
  const files = new Map<string, Uint8Array>();
  for (const [name, schema, value] of chunks.toSorted(([a], [b]) => byText(a, b))) {
    const made = checkedBytes(name, schema, value);
    if (made.kind === 'refused') return made;
    files.set(name, made.bytes);
  }
  const index: CatalogIndex = {
    format: 'cairn-catalog/1',
    version,
    date,
    programs: counts.programs,
    ...(minAppSchema !== undefined && { minAppSchema }),
    ...(countsFlag && { countsFlag }),
    specialties: counts.specialties,
    chunks: [...files].map(([name, bytes]) => entryOf(name, bytes)),
  };
  const made = checkedBytes('index.json', CatalogIndex, index);
  if (made.kind === 'refused') return made;
  files.set('index.json', made.bytes);
  return { kind: 'files', files, index };
}

export const sizesOf = (files: Files): FileSize[] =>
  [...files].map(([name, bytes]) => ({
    name,
    bytes: bytes.length,
    compressed: gzipSync(bytes, { level: 9 }).length,
  }));
