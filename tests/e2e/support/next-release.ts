// The built app with a catalog one release further, signed as the development catalog is: what its publisher would put
// in its place. Nothing of the build itself is touched.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { CatalogIndex, ProgramsChunk } from '#domain/catalog.ts';
import type { ProgramRecord } from '#domain/program.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const DIST = join(ROOT, 'dist');
const BUCKET = /^p-[0-9a-f]{2}\.json$/;

/** Answers the record as the next release has it; the same one where nothing changes. */
export type Edit = (record: ProgramRecord) => ProgramRecord;

const catalogVerb = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/press/cli.ts', ...args], { cwd: ROOT });

/** Answers a folder to serve; the caller takes it away with `removeRelease`. */
export async function makeNextRelease(edit: Edit): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'cairn-release-'));
  const dir = join(place, 'app');
  const work = join(place, 'work');
  await cp(DIST, dir, { recursive: true });
  await mkdir(work);

  const texts = new Map<string, string>();
  for (const file of await readdir(join(DIST, 'data', 't'))) {
    const [, name] = /^[0-9a-f]{64}\.(.+\.json)$/.exec(file) ?? [];
    if (name !== undefined) texts.set(name, await readFile(join(DIST, 'data', 't', file), 'utf8'));
  }
  for (const [name, text] of texts) {
    if (!BUCKET.test(name)) continue;
    const chunk = JSON.parse(text) as ProgramsChunk;
    const programs = chunk.programs.map(edit);
    if (programs.some((record, at) => record !== chunk.programs[at]))
      texts.set(name, JSON.stringify({ ...chunk, programs }));
  }
  const index = JSON.parse(texts.get('index.json') ?? '') as CatalogIndex;
  const living = [...texts]
    .filter(([name]) => BUCKET.test(name))
    .flatMap(([, text]) => (JSON.parse(text) as ProgramsChunk).programs)
    .filter(({ status }) => status === 'active' || status === 'renamed');
  const next: CatalogIndex = {
    ...index,
    version: index.version + 1,
    programs: living.length,
    specialties: index.specialties.map((each) => ({
      ...each,
      programs: living.filter(({ specialty }) => specialty === each.id).length,
    })),
    chunks: index.chunks.map(({ name }) => {
      const bytes = Buffer.from(texts.get(name) ?? '');
      return { name, length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    }),
  };
  texts.set('index.json', JSON.stringify(next));
  for (const [name, text] of texts) await writeFile(join(work, name), text);
  await catalogVerb('sign', '--in', work, '--published', join(dir, 'data'));
  await catalogVerb('publish', '--in', work, '--out', join(dir, 'data'), '--yes');
  return dir;
}

export const removeRelease = (dir: string): Promise<void> =>
  rm(join(dir, '..'), { recursive: true, force: true });
