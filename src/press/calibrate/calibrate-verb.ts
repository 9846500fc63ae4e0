// `catalog calibrate`: reads the tables of statistics, fits the coefficients of chances and prints what was measured.
// `build` publishes them; `--out` writes them elsewhere to look at.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readRelease, readTables, REGISTER_DIR, SOURCES_DIR } from '#press/reader.ts';
import { sayNo, type Verb } from '#press/verb.ts';
import { buildModel, MODEL_FILE } from './build-model.ts';
import { reportLines } from './report.ts';
import { STAT_TABLE_NAMES } from './tables.ts';

export const calibrateVerb: Verb = {
  usage: 'calibrate [--in DIR] [--out DIR]',
  run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { in: { type: 'string' }, out: { type: 'string' } },
    });
    const tables = readTables(resolve(values.in ?? SOURCES_DIR), STAT_TABLE_NAMES);
    const release = readRelease(REGISTER_DIR);
    if (release.kind === 'refused') return sayNo(io, 'calibrate', release);
    const built = buildModel(tables, release.value.date);
    if (built.kind === 'refused') return sayNo(io, 'calibrate', built);
    if (values.out !== undefined) {
      mkdirSync(resolve(values.out), { recursive: true });
      writeFileSync(join(resolve(values.out), MODEL_FILE), built.bytes);
    }
    for (const line of reportLines(built)) io.line(line);
    return 0;
  },
};
