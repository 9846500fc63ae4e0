// `catalog refresh-timestamp`: the daily job. It warns while there is time to do something.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEVELOPMENT_KEYS_DIR } from '#press/reader.ts';
import { sayNo, type Verb } from '#press/verb.ts';
import { clientsTakeIt } from './client-check.ts';
import { carryOut } from './publish.ts';
import { publishedIn } from './published.ts';
import { daysLeft, renewTimestamp } from './refresh-timestamp.ts';
import {
  clockOf,
  EXPIRY_OPTIONS,
  expiryDays,
  openPublished,
  PUBLISHED_DIR,
  readKeyRing,
  wholeNumber,
} from './verb-parts.ts';

const ALARM_DAYS = 7;

export const refreshTimestamp: Verb = {
  usage:
    'refresh-timestamp [--in FOLDER] [--keys DIR] [--snapshot-days N] [--timestamp-days N] [--alarm-days N] [--look] [--at TIME]',
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        in: { type: 'string' },
        keys: { type: 'string' },
        'alarm-days': { type: 'string' },
        look: { type: 'boolean' },
        at: { type: 'string' },
        ...EXPIRY_OPTIONS,
      },
    });
    const [now, days] = [clockOf(values.at), expiryDays(values)];
    const alarm = wholeNumber('alarm-days', values['alarm-days'] ?? String(ALARM_DAYS), 0);
    const opened = openPublished(resolve(values.in ?? PUBLISHED_DIR));
    if (opened.kind === 'refused') return sayNo(io, 'refresh-timestamp', opened);
    const { folder } = opened;
    if (!values.look) {
      const ring = readKeyRing(values.keys ?? DEVELOPMENT_KEYS_DIR);
      if (ring.kind === 'refused') return sayNo(io, 'refresh-timestamp', ring);
      const renewal = renewTimestamp(opened.published, ring.keys, now, days);
      if (renewal.kind === 'refused') return sayNo(io, 'refresh-timestamp', renewal);
      const done = await carryOut(folder, renewal.writes, clientsTakeIt(now), io.line);
      if (done.kind === 'refused') return sayNo(io, 'refresh-timestamp', done);
      io.line(`Renewed: ${renewal.writes.map(({ name }) => name).join(', ')}`);
    }
    const published = publishedIn(folder);
    if (published.kind !== 'published') return 1;
    const left = [...daysLeft(published, now)];
    for (const [role, number] of left) io.line(`${role}: ${Math.floor(number)} days left`);
    const due = left.filter(([, number]) => number < alarm).map(([role]) => role);
    if (due.length === 0) return 0;
    io.error(`catalog refresh-timestamp: ALARM, less than ${alarm} days left: ${due.join(', ')}`);
    return 1;
  },
};
