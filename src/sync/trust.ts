// The trust rules alone: bytes in, what they are or why not out. Pure; knows no network, no storage and no clock, so
// that the press can check what it publishes with the very rules of the app, and so that signed metadata can stand
// before them. Nothing here is ever loosened for convenience.
import type { ZodMiniType } from 'zod/mini';
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
import { sha256Hex } from './digest.ts';
import { LIMITS } from './limits.ts';
import { type Refused, refused } from './outcome.ts';

export const INDEX_NAME = 'index.json';
const PROGRAMS_NAME = /^p-([0-3][0-9a-f])\.json$/;
/** The shape of each chunk this version reads, by name. */
const SHAPES = {
  'hospitals.json': HospitalsChunk,
  'model.json': ChanceModel,
  'places.json': PlacesChunk,
  'redirects.json': RedirectsChunk,
  'rules.json': RulesChunk,
  'schools.json': SchoolsChunk,
  'sources.json': SourcesChunk,
} satisfies Record<string, ZodMiniType>;

/** What the check of the whole needs of one chunk. */
export interface ChunkContent {
  readonly pids: readonly string[];
  readonly redirects: Readonly<Record<string, readonly string[]>>;
}
const NOTHING: ChunkContent = { pids: [], redirects: {} };

type Checked<T> = { readonly kind: 'ok'; readonly value: T } | Refused;

function parseJson(name: string, bytes: Uint8Array): Checked<unknown> {
  try {
    return { kind: 'ok', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return refused('malformed', `${name}: not JSON`);
  }
}

function parse<T>(name: string, bytes: Uint8Array, shape: ZodMiniType<T>): Checked<T> {
  const json = parseJson(name, bytes);
  if (json.kind === 'refused') return json;
  const parsed = shape.safeParse(json.value);
  if (parsed.success) return { kind: 'ok', value: parsed.data };
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  return refused('malformed', `${name}: ${where || 'its outermost shape'}`);
}

/** An index within the limits, each name once. */
export function checkIndex(bytes: Uint8Array): Checked<CatalogIndex> {
  const index = parse(INDEX_NAME, bytes, CatalogIndex);
  if (index.kind === 'refused') return index;
  const { chunks } = index.value;
  if (new Set(chunks.map((chunk) => chunk.name)).size < chunks.length) {
    return refused('malformed', `${INDEX_NAME}: a chunk is named twice`);
  }
  if (chunks.length > LIMITS.chunks) return refused('too-long', `${INDEX_NAME}: ${chunks.length} chunks`);
  const long = chunks.find((chunk) => chunk.length > LIMITS.chunkBytes);
  if (long) return refused('too-long', `${long.name}: ${long.length} bytes declared`);
  const total = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  if (total > LIMITS.catalogBytes) return refused('too-long', `${INDEX_NAME}: ${total} bytes declared`);
  return index;
}

/** Check for a rollback attack: never an older release than the one in force. Null: it may pass. */
export function checkVersion(index: CatalogIndex, active: CatalogIndex | null): Refused | null {
  return active && index.version < active.version
    ? refused('rollback', `${index.version} offered, ${active.version} in force`)
    : null;
}

/** The same release with the same content. */
export function isSameCatalog(index: CatalogIndex, active: CatalogIndex | null): boolean {
  const content = ({ version, chunks }: CatalogIndex) =>
    JSON.stringify([version, chunks.map((chunk) => [chunk.name, chunk.sha256])]);
  return active !== null && content(index) === content(active);
}

/** Check for a wrong or truncated file. Null: the bytes are what the index names. */
export async function checkDigest(
  entry: ChunkEntry,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Refused | null> {
  if (bytes.length !== entry.length) {
    return refused('wrong-hash', `${entry.name}: ${bytes.length} of ${entry.length} bytes`);
  }
  return (await sha256Hex(bytes)) === entry.sha256 ? null : refused('wrong-hash', entry.name);
}

/** The strict shape of one chunk. A name this version does not know only has to be JSON: a later one reads it. */
export function checkChunk(name: string, bytes: Uint8Array): Checked<ChunkContent> {
  const bucket = PROGRAMS_NAME.exec(name)?.[1];
  if (bucket !== undefined) {
    const chunk = parse(name, bytes, ProgramsChunk);
    if (chunk.kind === 'refused') return chunk;
    if (chunk.value.bucket !== bucket)
      return refused('malformed', `${name}: holds bucket ${chunk.value.bucket}`);
    return { kind: 'ok', value: { pids: chunk.value.programs.map((program) => program.pid), redirects: {} } };
  }
  if (name === 'redirects.json') {
    const chunk = parse(name, bytes, RedirectsChunk);
    return chunk.kind === 'ok'
      ? { kind: 'ok', value: { pids: [], redirects: chunk.value.redirects } }
      : chunk;
  }
  const shape: ZodMiniType | undefined = Object.hasOwn(SHAPES, name)
    ? SHAPES[name as keyof typeof SHAPES]
    : undefined;
  const chunk = shape ? parse(name, bytes, shape) : parseJson(name, bytes);
  return chunk.kind === 'ok' ? { kind: 'ok', value: NOTHING } : chunk;
}

/** Check of the whole: each program once, each redirect ends at a program. Null: it may pass. */
export function checkWhole(contents: readonly ChunkContent[]): Refused | null {
  const pids = new Set<string>();
  for (const pid of contents.flatMap((content) => content.pids)) {
    if (pids.has(pid)) return refused('malformed', `${pid}: twice`);
    pids.add(pid);
  }
  const ends = new Set(pids);
  let open = contents.flatMap((content) => Object.entries(content.redirects));
  while (open.length > 0) {
    const isResolved = open.map(([, targets]) => targets.every((pid) => ends.has(pid)));
    const still = open.filter((_, at) => !isResolved[at]);
    // A round that settles nothing: the rest points at each other, or at nothing.
    if (still.length === open.length) return refused('malformed', `redirect ${open[0]?.[0]}: leads nowhere`);
    for (const [pid] of open.filter((_, at) => isResolved[at])) ends.add(pid);
    open = still;
  }
  return null;
}
