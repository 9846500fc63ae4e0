// `catalog build`: reads the tables, brings the register up to date, writes the files and prints the report.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCatalog, TABLE_NAMES } from './build-catalog.ts';
import { reportLines } from './build-report.ts';
import { buildModel } from './calibrate/build-model.ts';
import { STAT_TABLE_NAMES } from './calibrate/tables.ts';
import {
  readCommunicationRules,
  readRegistry,
  readRelease,
  readTables,
  REGISTRY_FILE,
  SOURCES_DIR,
} from './reader.ts';
import type { Verb } from './verb.ts';

const OUT_DIR = 'public/data';

export const build: Verb = {
  usage: 'build [--in DIR] [--out DIR] [--without-model]',
  run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { in: { type: 'string' }, out: { type: 'string' }, 'without-model': { type: 'boolean' } },
    });
    const from = resolve(values.in ?? SOURCES_DIR);
    const release = readRelease();
    const registry = readRegistry(REGISTRY_FILE);
    const figures = values['without-model']
      ? null
      : buildModel(readTables(from, STAT_TABLE_NAMES), release.date);
    if (figures?.kind === 'refused') {
      io.error(`catalog build: refused, ${figures.reason}: ${figures.detail}`);
      return 1;
    }
    const made =
      'kind' in registry
        ? registry
        : buildCatalog({
            tables: readTables(from, TABLE_NAMES),
            registry,
            release,
            model: figures?.model ?? null,
            communication: readCommunicationRules(),
          });
    if (made.kind === 'refused') {
      io.error(`catalog build: refused, ${made.reason}: ${made.detail}`);
      return 1;
    }
    // A pid is registered before anybody can have seen it.
    writeFileSync(REGISTRY_FILE, `${JSON.stringify(made.registry, null, 2)}\n`);
    const out = resolve(values.out ?? OUT_DIR);
    mkdirSync(out, { recursive: true });
    // `files` ends with the index, so the index never names a chunk that is not there yet.
    for (const [name, bytes] of made.files) writeFileSync(join(out, name), bytes);
    for (const line of reportLines(made.report)) io.line(line);
    return 0;
  },
};
