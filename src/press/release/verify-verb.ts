// `catalog verify`: every file of a published folder against its name, and the client core over the folder: as a new
// client, and as one of every release that is still there.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { refused, type Refused } from '#press/outcome.ts';
import { sayNo, type Verb } from '#press/verb.ts';
import { checkClients } from './client-check.ts';
import { diskFolder } from './disk-folder.ts';
import type { Folder } from './folder.ts';
import { sha256Of } from './open-release.ts';
import { clockOf, PUBLISHED_DIR } from './verb-parts.ts';

const OBJECT = /^t\/([0-9a-f]{64})\.[a-z0-9-]+\.json$/;
const METADATA = /^(\d+\.(root|targets|snapshot|timestamp)|timestamp)\.json$/;

/** Every object is what its name says, and nothing else lies in the folder. */
export function checkFiles(folder: Folder): { readonly kind: 'files'; readonly objects: number } | Refused {
  let objects = 0;
  for (const name of folder.names()) {
    const sha256 = OBJECT.exec(name)?.[1];
    if (sha256 === undefined) {
      if (!METADATA.test(name)) return refused('check-failed', `${name} is no part of a catalog`);
      continue;
    }
    objects++;
    const bytes = folder.read(name);
    if (!bytes || sha256Of(bytes) !== sha256)
      return refused('check-failed', `${name} is not what its name says`);
  }
  return { kind: 'files', objects };
}

export const verify: Verb = {
  usage: 'verify [--in FOLDER] [--at TIME]',
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { in: { type: 'string' }, at: { type: 'string' } },
    });
    const now = clockOf(values.at);
    const folder = diskFolder(resolve(values.in ?? PUBLISHED_DIR));
    const files = checkFiles(folder);
    if (files.kind === 'refused') return sayNo(io, 'verify', files);
    const checked = await checkClients(folder, now, 'every');
    if (checked.kind === 'refused') return sayNo(io, 'verify', checked);
    const { root, targets, snapshot, timestamp } = checked.fresh.versions;
    io.line(`Release ${checked.index.version} of ${checked.index.date}: ${checked.index.programs} programs`);
    io.line(`root ${root}, targets ${targets}, snapshot ${snapshot}, timestamp ${timestamp}`);
    io.line(`The first of them expires ${checked.fresh.expires}`);
    io.line(`${files.objects} objects, each what its name says`);
    io.line(`Taken by ${checked.clients.join(', ')}`);
    return 0;
  },
};
