// `catalog outlines`: draws the outlines of the map anew from us-atlas. The file is committed: it changes only with that
// package, so neither a build of the app nor of the catalog runs this.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { readCsv } from './csv.ts';
import { outlinesOf, type StatesTopology } from './outlines.ts';
import { readTables, SOURCES_DIR } from './reader.ts';
import type { Verb } from './verb.ts';

const OUT_FILE = 'src/features/programs/map-outlines.json';

const require = createRequire(import.meta.url);
const topology = (name: string): StatesTopology =>
  JSON.parse(readFileSync(require.resolve(`us-atlas/${name}.json`), 'utf8'));

/** Name of a state → its two letters. */
function stateCodes(dir: string): Map<string, string> {
  const text = readTables(dir, ['state_facts']).get('state_facts');
  if (text === undefined) throw new Error('state_facts.csv is missing');
  const table = readCsv('state_facts', text, ['state', 'state_name']);
  if (table.kind === 'refused') throw new Error(table.detail);
  return new Map([
    ...table.rows.map(({ cells }) => [cells.state_name ?? '', cells.state ?? ''] as const),
    ['Puerto Rico', 'PR'] as const,
  ]);
}

/** The bytes of the file, from the packages as installed and the table of states. */
export function outlinesBytes(dir = SOURCES_DIR): string {
  const file = outlinesOf(topology('states-albers-10m'), topology('states-10m'), stateCodes(dir));
  return `${JSON.stringify(file, null, 2)}\n`;
}

export const outlines: Verb = {
  usage: 'outlines [--in DIR] [--out FILE]',
  run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { in: { type: 'string' }, out: { type: 'string' } },
    });
    const bytes = outlinesBytes(resolve(values.in ?? SOURCES_DIR));
    writeFileSync(resolve(values.out ?? OUT_FILE), bytes);
    io.line(`outlines: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} compressed`);
    return 0;
  },
};
