// `catalog diff`: what changed from one release to the next, for a person to read before it is published.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sayNo, type Verb } from '#press/verb.ts';
import { diffReleases } from './diff.ts';
import { diffLines } from './diff-report.ts';
import { diskFolder } from './disk-folder.ts';
import { openRelease } from './open-release.ts';
import { MOST_CHANGED_PERCENT } from './plan-publish.ts';

export const diff: Verb = {
  usage: 'diff OLDER NEWER [--all]',
  run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { all: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [older, newer, ...others] = positionals;
    if (older === undefined || newer === undefined || others.length > 0)
      throw new Error('two folders, please');
    const from = openRelease(diskFolder(resolve(older)));
    if (from.kind === 'refused') return sayNo(io, 'diff', { ...from, detail: `${older}: ${from.detail}` });
    const to = openRelease(diskFolder(resolve(newer)));
    if (to.kind === 'refused') return sayNo(io, 'diff', { ...to, detail: `${newer}: ${to.detail}` });
    const found = diffReleases(from, to);
    if (found.kind === 'refused') return sayNo(io, 'diff', found);
    for (const line of diffLines(found, values.all)) io.line(line);
    if (found.percent > MOST_CHANGED_PERCENT)
      io.line(`More than ${MOST_CHANGED_PERCENT} % changed: publish will want --yes.`);
    return 0;
  },
};
