// What a million phones ask of the host of the catalog: their looks for a release over two weeks in which one comes
// out, minute by minute, from the real sizes of the files. A simulation of requests, not a timing; the only guess is
// when people open the app.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { seededRandom } from '#engine/random.ts';
import { afterSuccess, firstLooks, isDue, isFullDue } from '#sync/schedule.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEK = 7;
/** The two weeks begin after a week of which only the last looks count. */
const FIRST_DAY = WEEK + 1;
const DAYS = 2 * WEEK;
/** The release comes out in the middle, at noon. */
const RELEASE_AT = (FIRST_DAY + WEEK + 0.5) * DAY;
const CLIENTS = 1_000_000;
/** How often a person opens the app; more by day than by night, and never by a clock of ours. */
const OPENS_PER_DAY = 2;
/** Share of openings in each hour of the day, people of four time zones together. */
const HOURS = [2, 1, 1, 1, 1, 1, 2, 3, 5, 6, 6, 6, 7, 7, 6, 6, 6, 6, 6, 6, 5, 4, 3, 3];
const HOUR_OF = HOURS.flatMap((share, hour) => Array.from({ length: share }, () => hour));
/** Status line and headers of an answer, as this project's server sends them, in bytes. */
const HEADERS = 900;

interface Sizes {
  readonly timestamp: number;
  readonly snapshot: number;
  readonly targets: number;
  readonly index: number;
  /** Compressed bytes of each program chunk. */
  readonly chunks: readonly number[];
  readonly whole: number;
}

/** Compressed sizes of the published catalog. */
export function publishedSizes(folder: URL): Sizes {
  const names = readdirSync(folder, { recursive: true }).map(String);
  const size = (name: string) => gzipSync(readFileSync(new URL(name, folder)), { level: 9 }).length;
  const one = (pattern: RegExp) => {
    const name = names.find((each) => pattern.test(each));
    if (name === undefined) throw new Error(`The catalog has no file like ${pattern.source}.`);
    return size(name);
  };
  const chunks = names.filter((name) => /\.p-[0-9a-f]{2}\.json$/.test(name)).map(size);
  const metadata = {
    timestamp: one(/^timestamp\.json$/),
    snapshot: one(/^\d+\.snapshot\.json$/),
    targets: one(/^\d+\.targets\.json$/),
    index: one(/\.index\.json$/),
  };
  const whole = names.filter((name) => name.endsWith('.json')).reduce((sum, name) => sum + size(name), 0);
  return { ...metadata, chunks, whole };
}

export interface Load {
  readonly requests: number;
  readonly bytes: number;
  /** Of the busiest minute, per second. */
  readonly peakPerSecond: number;
}

export interface HostingReport {
  readonly quietDay: Load;
  readonly releaseDay: Load;
  /** The same people without the waiting time and its jitter: every opening looks. */
  readonly everyOpening: Load;
  /** Days until 99 of 100 who opened the app have the release. */
  readonly daysTo99: number;
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** @param changed how many program chunks the release changes. */
export function simulateHosting(sizes: Sizes, changed: number, clients = CLIENTS): HostingReport {
  const random = seededRandom(2026);
  const minutes = DAYS * 24 * 60;
  const requests = new Float64Array(minutes);
  const bytes = new Float64Array(minutes);
  const all = new Float64Array(minutes);
  const tookAt: number[] = [];
  const at: number[] = [];

  /** Full looks ask for a newer root, too, and hear that there is none. */
  const unchanged = (full: boolean) => (full ? 2 * HEADERS : HEADERS);
  const delta = changed * median(sizes.chunks);
  // timestamp, one question for a newer root, snapshot, targets, index, the chunks.
  const releaseRequests = 5 + changed;
  const releaseBytes =
    releaseRequests * HEADERS + sizes.timestamp + sizes.snapshot + sizes.targets + sizes.index + delta;

  for (let client = 0; client < clients; client++) {
    // The last looks before the two weeks lie anywhere in the day, and in the week, before.
    let looks = afterSuccess(firstLooks(random), DAY * (1 + WEEK * random()), true);
    looks = afterSuccess(looks, DAY * (WEEK + random()), false);
    let hasRelease = false;
    for (let day = 0; day < DAYS; day++) {
      const opens = poisson(OPENS_PER_DAY, random);
      at.length = 0;
      for (let open = 0; open < opens; open++) {
        const hour = HOUR_OF[Math.floor(random() * HOUR_OF.length)] ?? 0;
        at.push((FIRST_DAY + day) * DAY + (hour + random()) * 60 * MINUTE);
      }
      at.sort((a, b) => a - b);
      for (const now of at) {
        const minute = Math.floor((now - FIRST_DAY * DAY) / MINUTE);
        all[minute] = (all[minute] ?? 0) + 1;
        if (!isDue(looks, now)) continue;
        const isNew = !hasRelease && now >= RELEASE_AT;
        const full = isNew || isFullDue(looks, now);
        looks = afterSuccess(looks, now, full);
        if (isNew) {
          hasRelease = true;
          tookAt.push(now);
        }
        requests[minute] = (requests[minute] ?? 0) + (isNew ? releaseRequests : full ? 2 : 1);
        bytes[minute] = (bytes[minute] ?? 0) + (isNew ? releaseBytes : unchanged(full));
      }
    }
  }
  const load = (from: number, counts: Float64Array, sent: Float64Array): Load => {
    const [first, last] = [(from * DAY) / MINUTE, ((from + 1) * DAY) / MINUTE];
    const day = counts.subarray(first, last);
    return {
      requests: day.reduce((sum, n) => sum + n, 0),
      bytes: sent.subarray(first, last).reduce((sum, n) => sum + n, 0),
      peakPerSecond: day.reduce((most, n) => Math.max(most, n), 0) / 60,
    };
  };
  const releaseDays = [WEEK, WEEK + 1].map((day) => load(day, requests, bytes));
  const ordered = tookAt.toSorted((a, b) => a - b);
  return {
    quietDay: load(3, requests, bytes),
    releaseDay: releaseDays.toSorted((a, b) => b.bytes - a.bytes)[0]!,
    everyOpening: load(
      3,
      all,
      all.map((opens) => opens * HEADERS),
    ),
    daysTo99: ((ordered[Math.floor(ordered.length * 0.99)] ?? Number.NaN) - RELEASE_AT) / DAY,
  };
}

/** Knuth's multiplication method; the mean is small. */
function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let events = 0;
  for (let product = random(); product > limit; product *= random()) events++;
  return events;
}
