// `catalog build`: reads the tables, brings the register up to date, writes an unsigned release into a work folder and
// prints the report.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ProgramRecord } from '#domain/program.ts';
import { buildCatalog, TABLE_NAMES } from './build-catalog.ts';
import { reportLines } from './build-report.ts';
import { buildModel } from './calibrate/build-model.ts';
import { STAT_TABLE_NAMES } from './calibrate/tables.ts';
import { refused, type Refused } from './outcome.ts';
import {
  readCommunicationRules,
  readRegister,
  readTables,
  REGISTER_DIR,
  SOURCES_DIR,
  writeRegister,
} from './reader.ts';
import { diskFolder } from './release/disk-folder.ts';
import type { Folder } from './release/folder.ts';
import { INDEX_NAME, openRelease, programsOf, TIMESTAMP_NAME } from './release/open-release.ts';
import { PUBLISHED_DIR, WORK_DIR } from './release/verb-parts.ts';
import { sayNo, type Verb } from './verb.ts';

/** The programs of the release in force; none where nothing was published. */
function publishedPrograms(
  dir: string,
): { readonly kind: 'programs'; readonly records: readonly ProgramRecord[] } | Refused {
  const folder = diskFolder(dir);
  if (!folder.read(TIMESTAMP_NAME)) return { kind: 'programs', records: [] };
  const release = openRelease(folder);
  const programs = release.kind === 'refused' ? release : programsOf(release);
  return programs.kind === 'refused'
    ? programs
    : { kind: 'programs', records: [...programs.records.values()] };
}

/** A work folder is emptied by the next build, so it must be one: empty, or a release that nobody published. */
function notAWorkFolder(folder: Folder, dir: string): Refused | null {
  const names = folder.names();
  const isOne = names.length === 0 || (names.includes(INDEX_NAME) && !names.includes(TIMESTAMP_NAME));
  return isOne ? null : refused('not-safe', `${dir} holds something else than a pressed release`);
}

export const build: Verb = {
  usage:
    'build [--in DIR] [--out DIR] [--published DIR] [--register DIR] [--new-specialty NAME]… [--without-model]',
  run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        in: { type: 'string' },
        out: { type: 'string' },
        published: { type: 'string' },
        register: { type: 'string' },
        'new-specialty': { type: 'string', multiple: true },
        'without-model': { type: 'boolean' },
      },
    });
    const from = resolve(values.in ?? SOURCES_DIR);
    const out = resolve(values.out ?? WORK_DIR);
    const work = diskFolder(out);
    const wrong = notAWorkFolder(work, out);
    if (wrong) return sayNo(io, 'build', wrong);
    const registerDir = resolve(values.register ?? REGISTER_DIR);
    const register = readRegister(registerDir);
    if (register.kind === 'refused') return sayNo(io, 'build', register);
    const published = publishedPrograms(resolve(values.published ?? PUBLISHED_DIR));
    if (published.kind === 'refused') return sayNo(io, 'build', published);
    const figures = values['without-model']
      ? null
      : buildModel(readTables(from, STAT_TABLE_NAMES), register.release.date);
    if (figures?.kind === 'refused') return sayNo(io, 'build', figures);
    const made = buildCatalog({
      tables: readTables(from, TABLE_NAMES),
      registry: register.registry,
      tombstones: register.tombstones,
      published: published.records,
      release: register.release,
      model: figures?.model ?? null,
      communication: readCommunicationRules(from),
      newSpecialties: values['new-specialty'] ?? [],
    });
    if (made.kind === 'refused') return sayNo(io, 'build', made);
    // A pid is registered before anybody can have seen it.
    writeRegister(registerDir, made);
    for (const name of work.names()) work.drop(name);
    // `files` ends with the index, so the index never names a chunk that is not there yet.
    for (const [name, bytes] of made.files) work.write(name, bytes);
    for (const line of reportLines(made.report)) io.line(line);
    io.line(`Release ${register.release.version}, unsigned, in ${join(out, INDEX_NAME)}`);
    return 0;
  },
};
