// Checked contents → the files of the catalog. Every chunk passes the very check the app will make of it, before a byte is
// written; the bytes depend on the contents alone.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type {
  CatalogIndex,
  ChunkEntry,
  HospitalsChunk,
  PlacesChunk,
  ProgramsChunk,
  RedirectsChunk,
  RulesChunk,
  SchoolsChunk,
  SourcesChunk,
} from '#domain/catalog.ts';
import type { ChanceModel } from '#domain/model.ts';
import type { ProgramRecord } from '#domain/program.ts';
import { checkChunk, checkIndex, INDEX_NAME } from '#sync/trust/contents.ts';
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

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

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
  const chunks: [string, unknown][] = [
    ['hospitals.json', { format: 'cairn-hospitals/1', hospitals } satisfies HospitalsChunk],
    ...programChunks(programs).map((chunk): [string, unknown] => [`p-${chunk.bucket}.json`, chunk]),
    ...(model ? [['model.json', model] satisfies [string, unknown]] : []),
    ['places.json', places],
    ['redirects.json', { format: 'cairn-redirects/1', redirects } satisfies RedirectsChunk],
    ['rules.json', { format: 'cairn-rules/1', rules } satisfies RulesChunk],
    ['schools.json', { format: 'cairn-schools/1', schools } satisfies SchoolsChunk],
    ['sources.json', { format: 'cairn-sources/1', sources } satisfies SourcesChunk],
  ];
  const files = new Map<string, Uint8Array>();
  for (const [name, value] of chunks.toSorted(([a], [b]) => byText(a, b))) {
    const bytes = bytesOf(value);
    const checked = checkChunk(name, bytes);
    if (checked.kind === 'refused') return refused('invalid-chunk', checked.what);
    files.set(name, bytes);
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
  const bytes = bytesOf(index);
  const checked = checkIndex(bytes);
  if (checked.kind === 'refused') return refused('invalid-chunk', checked.what);
  files.set(INDEX_NAME, bytes);
  return { kind: 'files', files, index };
}

export const sizesOf = (files: Files): FileSize[] =>
  [...files].map(([name, bytes]) => ({
    name,
    bytes: bytes.length,
    compressed: gzipSync(bytes, { level: 9 }).length,
  }));
