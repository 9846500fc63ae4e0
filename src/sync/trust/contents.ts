// What a release must be, beyond being signed: bytes in, what they are or why not out. Pure; knows no network, no storage
// and no clock, so that the press can check what it publishes with the very rules of the app. Nothing here is ever
// loosened for convenience.
import * as z from 'zod/mini';
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
import { type Refused, refused } from './refused.ts';

export const INDEX_NAME = 'index.json';
/** The shapes of chunks this version of the app reads; an index may ask for a later one. */
export const APP_SCHEMA = 1;
/** How far the number of programs may move from one release to the next, unless the publisher says it is meant. */
const COUNT_TOLERANCE = 0.2;
/** A `u` marks what a user added on a device; no publisher gives such an id. */
const PUBLISHED_PID = /^p/;
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
  /** Programs among them that take applicants. */
  readonly open: number;
  readonly redirects: Readonly<Record<string, readonly string[]>>;
}
const NOTHING: ChunkContent = { pids: [], open: 0, redirects: {} };

export type Checked<T> = { readonly kind: 'ok'; readonly value: T } | Refused;

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

const SchemaAsked = z.looseObject({ minAppSchema: z.int() });

/** An index this version of the app reads, within the limits, each name once. */
export function checkIndex(bytes: Uint8Array): Checked<CatalogIndex> {
  // First of all: an index for a later app may have fields this one takes for errors.
  const json = parseJson(INDEX_NAME, bytes);
  const asked = SchemaAsked.safeParse(json.kind === 'ok' ? json.value : null);
  if (asked.success && asked.data.minAppSchema > APP_SCHEMA) {
    return refused('too-old-app', `${INDEX_NAME}: schema ${asked.data.minAppSchema}, here ${APP_SCHEMA}`);
  }
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

/** Check for a catalog that lost or gained a great part of its programs by accident. Null: it may pass. */
export function checkCount(index: CatalogIndex, active: CatalogIndex | null): Refused | null {
  if (!active || index.countsFlag) return null;
  return Math.abs(index.programs - active.programs) > active.programs * COUNT_TOLERANCE
    ? refused('malformed', `${INDEX_NAME}: ${index.programs} programs after ${active.programs}, not flagged`)
    : null;
}

/** Check that every chunk is signed for: a target of the same length and digest. Null: it may pass. */
export function checkTargets(
  index: CatalogIndex,
  targets: ReadonlyMap<string, Pick<ChunkEntry, 'length' | 'sha256'>>,
): Refused | null {
  const wrong = index.chunks.find(({ name, length, sha256 }) => {
    const target = targets.get(name);
    return target?.length !== length || target.sha256 !== sha256;
  });
  return wrong ? refused('mixed', `${INDEX_NAME}: ${wrong.name} is no target, or another one`) : null;
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
    const { programs } = chunk.value;
    const pids = programs.map(({ pid }) => pid);
    const foreign = pids.find((pid) => !PUBLISHED_PID.test(pid));
    if (foreign !== undefined) return refused('malformed', `${name}: ${foreign} is not a published id`);
    const open = programs.filter(({ status }) => status === 'active' || status === 'renamed').length;
    return { kind: 'ok', value: { pids, open, redirects: {} } };
  }
  if (name === 'redirects.json') {
    const chunk = parse(name, bytes, RedirectsChunk);
    if (chunk.kind === 'refused') return chunk;
    const { redirects } = chunk.value;
    const foreign = Object.keys(redirects).find((pid) => !PUBLISHED_PID.test(pid));
    if (foreign !== undefined) return refused('malformed', `${name}: ${foreign} is not a published id`);
    return { kind: 'ok', value: { ...NOTHING, redirects } };
  }
  const shape: ZodMiniType | undefined = Object.hasOwn(SHAPES, name)
    ? SHAPES[name as keyof typeof SHAPES]
    : undefined;
  const chunk = shape ? parse(name, bytes, shape) : parseJson(name, bytes);
  return chunk.kind === 'ok' ? { kind: 'ok', value: NOTHING } : chunk;
}

/** Check of the whole: as many programs as the index says, each once; each redirect ends at programs. Null: it may pass. */
export function checkWhole(
  { programs }: Pick<CatalogIndex, 'programs'>,
  contents: readonly ChunkContent[],
): Refused | null {
  const open = contents.reduce((sum, content) => sum + content.open, 0);
  if (open !== programs) return refused('malformed', `${INDEX_NAME}: ${programs} programs, ${open} there`);
  const pids = new Set<string>();
  for (const pid of contents.flatMap((content) => content.pids)) {
    if (pids.has(pid)) return refused('malformed', `${pid}: twice`);
    pids.add(pid);
  }
  const ends = new Set(pids);
  let left = contents.flatMap((content) => Object.entries(content.redirects));
  // A merged program stays as a record under its own pid, and no redirect may lead round to it.
  for (const [pid] of left) ends.delete(pid);
  while (left.length > 0) {
    const isResolved = left.map(([, targets]) => targets.length > 0 && targets.every((pid) => ends.has(pid)));
    const still = left.filter((_, at) => !isResolved[at]);
    // A round that settles nothing: the rest points at each other, or at nothing.
    if (still.length === left.length) return refused('malformed', `redirect ${left[0]?.[0]}: leads nowhere`);
    for (const [pid] of left.filter((_, at) => isResolved[at])) ends.add(pid);
    left = still;
  }
  return null;
}
