// `catalog import`: a new version of a source table, written only when every row of it holds, or when the publisher
// accepts to do without the others.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readCsv } from './csv.ts';
import { importTable, remedyOf } from './import-table.ts';
import { refused } from './outcome.ts';
import { readRegister, readTables, REGISTER_DIR, SOURCES_DIR } from './reader.ts';
import { diskFolder } from './release/disk-folder.ts';
import { sayNo, type Verb } from './verb.ts';

/** Keys named in one line; the count is always whole. */
const MOST_NAMED = 5;

export const importVerb: Verb = {
  usage: 'import TABLE FILE.csv [--sources DIR] [--register DIR] [--allow-rejected]',
  run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        sources: { type: 'string' },
        register: { type: 'string' },
        'allow-rejected': { type: 'boolean' },
      },
      allowPositionals: true,
    });
    const [table, file, ...others] = positionals;
    if (table === undefined || file === undefined || others.length > 0)
      throw new Error('a table and a file, please');
    const sources = resolve(values.sources ?? SOURCES_DIR);
    const register = readRegister(resolve(values.register ?? REGISTER_DIR));
    if (register.kind === 'refused') return sayNo(io, 'import', register);
    const path = resolve(file);
    if (!existsSync(path)) return sayNo(io, 'import', refused('missing-table', `no ${path}`));
    const tables = readTables(sources, [table, 'program_changes']);
    const made = importTable(
      table,
      readFileSync(path, 'utf8'),
      tables.get(table),
      Object.keys(register.registry.pids),
    );
    if (made.kind === 'refused') return sayNo(io, 'import', made);
    const { rejections } = made;
    if (rejections.length > 0) io.line(`Rejected: ${rejections.length}`);
    for (const rejection of rejections) {
      const { line, what, column, reason } = rejection;
      io.line(`  line ${line}, ${column ?? 'the row'}: ${reason} (this ${what}); ${remedyOf(rejection)}`);
    }
    const changes = readCsv('program_changes', tables.get('program_changes') ?? '', []);
    const named = new Set(changes.kind === 'table' ? changes.rows.map(({ cells }) => cells['key']) : []);
    const silent = made.missing.filter((key) => !named.has(key));
    if (silent.length > 0) {
      const rest = silent.length - MOST_NAMED;
      io.line(
        `${silent.length} registered programs are not in this table: ${silent.slice(0, MOST_NAMED).join(', ')}`,
      );
      if (rest > 0) io.line(`  and ${rest} more`);
      io.line('Say in program_changes.csv what became of each, or the next build is refused.');
    }
    if (rejections.length > 0 && !values['allow-rejected'])
      return sayNo(
        io,
        'import',
        refused(
          'rejected-rows',
          `${rejections.length} rows or values; correct them, or give --allow-rejected`,
        ),
      );
    diskFolder(sources).write(`${table}.csv`, new TextEncoder().encode(made.text));
    io.line(`${join(sources, `${table}.csv`)}: ${made.rows} rows`);
    return 0;
  },
};
