// `catalog publish`: the signed release into the folder that a host serves, checked before and after by the client core.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sayNo, type Verb } from '#press/verb.ts';
import { type Client, checkClients, clientOf } from './client-check.ts';
import { diffLines } from './diff-report.ts';
import { diskFolder } from './disk-folder.ts';
import type { Folder } from './folder.ts';
import { openRelease, TIMESTAMP_NAME } from './open-release.ts';
import { planPrune, planPublish } from './plan-publish.ts';
import { carryOut } from './publish.ts';
import { pastReleases, publishedIn } from './published.ts';
import { clockOf, METADATA_DIR, openPublished, wholeNumber, WORK_DIR } from './verb-parts.ts';

/** The metadata `sign` left in the work folder, by published name. */
function signedMetadata(work: Folder): Map<string, Uint8Array<ArrayBuffer>> {
  const inside = `${METADATA_DIR}/`;
  const names = work.names().filter((name) => name.startsWith(inside));
  return new Map(
    names.flatMap((name) => {
      const bytes = work.read(name);
      return bytes ? [[name.slice(inside.length), bytes] as const] : [];
    }),
  );
}

export const publish: Verb = {
  usage: 'publish --out FOLDER [--in RELEASE] [--bundled FOLDER] [--keep N] [--yes] [--at TIME]',
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        in: { type: 'string' },
        out: { type: 'string' },
        bundled: { type: 'string' },
        keep: { type: 'string' },
        yes: { type: 'boolean' },
        at: { type: 'string' },
      },
    });
    if (values.out === undefined) throw new Error('--out is missing');
    const now = clockOf(values.at);
    const keep = values.keep === undefined ? null : wholeNumber('keep', values.keep);
    const work = diskFolder(resolve(values.in ?? WORK_DIR));
    const folder = diskFolder(resolve(values.out));
    const release = openRelease(work);
    if (release.kind === 'refused') return sayNo(io, 'publish', release);
    const published = publishedIn(folder);
    if (published.kind === 'refused') return sayNo(io, 'publish', published);
    const also: Client[] = [];
    if (values.bundled !== undefined) {
      const bundle = openPublished(values.bundled);
      if (bundle.kind === 'refused') return sayNo(io, 'publish', bundle);
      const { root, timestamp, release: bundled } = bundle.published;
      const client = clientOf(bundle.folder, { timestampBytes: timestamp.bytes, root, release: bundled });
      if ('kind' in client) return sayNo(io, 'publish', client);
      also.push({ ...client, name: 'the app as it was built' });
    }
    const metadata = signedMetadata(work);
    const plan = planPublish({ release, metadata }, published, folder, values.yes ?? false);
    if (plan.kind === 'refused') return sayNo(io, 'publish', plan);
    if (plan.diff) for (const line of diffLines(plan.diff)) io.line(line);
    io.line(`Publishing release ${release.index.version}: ${plan.writes.length} files`);
    let clients: readonly string[] = [];
    const done = await carryOut(
      folder,
      plan.writes,
      async (looked) => {
        const checked = await checkClients(looked, now, 'some', also);
        if (checked.kind === 'refused') return checked;
        clients = checked.clients;
        return null;
      },
      io.line,
    );
    if (done.kind === 'refused') return sayNo(io, 'publish', done);
    io.line(`Published: ${done.written} files, ${done.bytes} bytes; timestamp.json was the last`);
    io.line(`Checked by ${clients.join(', ')}`);
    if (keep === null) return 0;
    const past = pastReleases(folder);
    if (past.kind === 'refused') return sayNo(io, 'publish', past);
    // A release that was signed more than once is one release.
    const versions = new Set([...past.releases, { release }].map((each) => each.release.index.version));
    const newest = new Set([...versions].slice(-keep));
    const kept = past.releases.filter((each) => newest.has(each.release.index.version));
    const spare = planPrune(folder, [TIMESTAMP_NAME, ...kept.map(({ timestampName }) => timestampName)]);
    if (!Array.isArray(spare)) return sayNo(io, 'publish', spare);
    for (const name of spare) folder.drop(name);
    io.line(`Kept release ${[...newest].join(', ')}; dropped ${spare.length} files`);
    return 0;
  },
};
