// `catalog rotate`: new keys for roles, by a new root that the old root's keys have signed.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sayNo, type Verb } from '#press/verb.ts';
import { clientsTakeIt } from './client-check.ts';
import { carryOut } from './publish.ts';
import { rotate } from './rotate.ts';
import {
  clockOf,
  EXPIRY_OPTIONS,
  expiryDays,
  openPublished,
  PUBLISHED_DIR,
  readKeyRing,
  rolesOf,
} from './verb-parts.ts';

export const rotateKeys: Verb = {
  usage:
    'rotate --role ROLE… --keys DIR [--new-keys DIR] [--in FOLDER] [--root-days N] [--targets-days N] [--snapshot-days N] [--timestamp-days N] [--at TIME]',
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        role: { type: 'string', multiple: true },
        keys: { type: 'string' },
        'new-keys': { type: 'string' },
        in: { type: 'string' },
        at: { type: 'string' },
        ...EXPIRY_OPTIONS,
      },
    });
    const roles = rolesOf(values.role ?? []);
    if (roles.length === 0) throw new Error('--role is missing');
    if (values.keys === undefined) throw new Error('--keys is missing');
    const [now, days] = [clockOf(values.at), expiryDays(values)];
    const opened = openPublished(resolve(values.in ?? PUBLISHED_DIR));
    if (opened.kind === 'refused') return sayNo(io, 'rotate', opened);
    const old = readKeyRing(values.keys);
    if (old.kind === 'refused') return sayNo(io, 'rotate', old);
    const fresh = readKeyRing(values['new-keys'] ?? values.keys);
    if (fresh.kind === 'refused') return sayNo(io, 'rotate', fresh);
    const rotation = rotate(opened.published, roles, { old: old.keys, fresh: fresh.keys }, now, days);
    if (rotation.kind === 'refused') return sayNo(io, 'rotate', rotation);
    const done = await carryOut(opened.folder, rotation.writes, clientsTakeIt(now), io.line);
    if (done.kind === 'refused') return sayNo(io, 'rotate', done);
    io.line(`Written: ${rotation.writes.map(({ name }) => name).join(', ')}`);
    io.line(
      values['new-keys'] === undefined
        ? 'The keys are the same; their time begins anew.'
        : `From now on ${roles.join(' and ')} sign with the new keys: put them in the place of the old ones.`,
    );
    for (const role of rotation.withoutOldKeys)
      io.line(`The old ${role} keys were not there: upload timestamp.json and the new root together.`);
    return 0;
  },
};
