// `catalog sign`: signs the release in the work folder, above what is published.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEVELOPMENT_KEYS_DIR } from '#press/reader.ts';
import { sayNo, type Verb } from '#press/verb.ts';
import { diskFolder } from './disk-folder.ts';
import { openRelease } from './open-release.ts';
import { publishedIn } from './published.ts';
import { signRelease } from './sign.ts';
import {
  clockOf,
  EXPIRY_OPTIONS,
  expiryDays,
  METADATA_DIR,
  PUBLISHED_DIR,
  readKeyRing,
  WORK_DIR,
} from './verb-parts.ts';

export const sign: Verb = {
  usage:
    'sign [--in RELEASE] [--published FOLDER] [--keys DIR] [--root-days N] [--targets-days N] [--snapshot-days N] [--timestamp-days N] [--at TIME]',
  run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        in: { type: 'string' },
        published: { type: 'string' },
        keys: { type: 'string' },
        at: { type: 'string' },
        ...EXPIRY_OPTIONS,
      },
    });
    const [now, days] = [clockOf(values.at), expiryDays(values)];
    const work = diskFolder(resolve(values.in ?? WORK_DIR));
    const release = openRelease(work);
    if (release.kind === 'refused') return sayNo(io, 'sign', release);
    const published = publishedIn(diskFolder(resolve(values.published ?? PUBLISHED_DIR)));
    if (published.kind === 'refused') return sayNo(io, 'sign', published);
    const ring = readKeyRing(values.keys ?? DEVELOPMENT_KEYS_DIR);
    if (ring.kind === 'refused') return sayNo(io, 'sign', ring);
    const signed = signRelease(release, published, ring.keys, now, days);
    if (signed.kind === 'refused') return sayNo(io, 'sign', signed);
    for (const name of work.names()) {
      if (name.startsWith(`${METADATA_DIR}/`)) work.drop(name);
    }
    for (const [name, bytes] of signed.metadata) work.write(`${METADATA_DIR}/${name}`, bytes);
    io.line(`Release ${release.index.version} signed: ${[...signed.metadata.keys()].join(', ')}`);
    if (values.keys === undefined) io.line('With the development keys, which protect nothing.');
    return 0;
  },
};
