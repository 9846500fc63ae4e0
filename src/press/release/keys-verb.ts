// `catalog keys`: makes the keys of a catalog, outside the project, readable by their owner alone.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { refused } from '#press/outcome.ts';
import { DEVELOPMENT_KEYS_DIR, PROJECT_DIR } from '#press/reader.ts';
import { sayNo, type Verb } from '#press/verb.ts';
import { developmentKeys, makeKeys, OFFLINE_ROLES } from './keys.ts';
import { rolesOf } from './verb-parts.ts';

/** The folder as the disk knows it, though its last parts may not exist yet. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
}

const isInside = (path: string, folder: string) =>
  `${realPath(path)}${sep}`.startsWith(`${realPath(folder)}${sep}`);

export const keys: Verb = {
  usage: 'keys --out DIR [--role ROLE]… | keys --development',
  run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        role: { type: 'string', multiple: true },
        development: { type: 'boolean' },
      },
    });
    const roles = values.role && rolesOf(values.role);
    if (values.out === undefined && !values.development) throw new Error('--out is missing');
    const isDevelopment = values.out === undefined;
    const out = resolve(values.out ?? DEVELOPMENT_KEYS_DIR);
    if (!isDevelopment && isInside(out, PROJECT_DIR))
      return sayNo(
        io,
        'keys',
        refused('not-safe', 'keys never lie inside the project: choose another folder'),
      );
    const files = isDevelopment ? developmentKeys() : makeKeys(() => randomBytes(32), roles);
    const there = [...files.keys()].filter((name) => existsSync(join(out, name)));
    if (there.length > 0)
      return sayNo(io, 'keys', refused('not-safe', `${there.join(', ')} are there already in ${out}`));
    mkdirSync(out, { recursive: true, mode: 0o700 });
    for (const [name, file] of files)
      writeFileSync(join(out, name), `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    io.line(`${files.size} keys in ${out}: ${[...files.keys()].join(', ')}`);
    if (isDevelopment) {
      io.line('Development keys protect nothing: they are for a catalog that nobody relies on.');
      return 0;
    }
    io.line(
      `Keep offline, each on a medium of its own, with a copy elsewhere: ${OFFLINE_ROLES.join(' and ')}.`,
    );
    io.line('Two of the three root keys sign a new root; one of the two targets keys signs a release.');
    io.line(
      'Only the snapshot and timestamp keys belong on the machine that renews the timestamp every day.',
    );
    return 0;
  },
};
