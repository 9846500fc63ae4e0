// `npm run bench`: each figure beside its naive twin, run in turns in the same process, medians. `-- --json` prints the
// engine's figures as one object; without it also what the worker does with the real catalog.
import { publishedCatalog, score10k, search10k, weightMoved } from './catalog.ts';
import { publishedSizes, simulateHosting } from './hosting.ts';
import { type Bench, coupleEval, da50k, listValue30 } from './match.ts';
import { general, greedy5000, signalsDp400 } from './pick.ts';

const MOST_TURNS = 41;
const LEAST_TURNS = 5;
/** Milliseconds one figure may take in all. */
const PATIENCE = 8000;
/** Milliseconds either side runs before it is timed, once at least, so that the compiler is done with it. */
const WARM_UP = 400;

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

function timed(act: () => unknown): number {
  const began = performance.now();
  act();
  return performance.now() - began;
}

function warmUp(act: () => unknown): void {
  const began = performance.now();
  do act();
  while (performance.now() - began < WARM_UP);
}

interface Figure {
  readonly ms: number;
  readonly naiveMs: number;
  readonly ratio: number;
}

function inTurns({ run, naive }: Bench<unknown>): Figure {
  const fast: number[] = [];
  const slow: number[] = [];
  warmUp(run);
  warmUp(naive);
  const began = performance.now();
  for (
    let turn = 0;
    turn < MOST_TURNS && (turn < LEAST_TURNS || performance.now() - began < PATIENCE);
    turn++
  ) {
    fast.push(timed(run), timed(run), timed(run));
    slow.push(timed(naive));
  }
  const [ms, naiveMs] = [median(fast), median(slow)];
  return { ms, naiveMs, ratio: naiveMs / ms };
}

const isJson = process.argv.includes('--json');
const { catalog, decode } = publishedCatalog();
const benches = [
  score10k(),
  greedy5000(),
  signalsDp400(),
  general(),
  listValue30(),
  da50k(),
  coupleEval(),
  search10k(catalog),
];
const figures = Object.fromEntries(benches.map((bench) => [bench.name, inTurns(bench)]));

if (isJson) console.log(JSON.stringify(figures));
else {
  console.log('figure            ms      naive ms     ratio');
  for (const [name, { ms, naiveMs, ratio }] of Object.entries(figures)) {
    console.log(
      `${name.padEnd(14)}${ms.toFixed(3).padStart(9)}${naiveMs.toFixed(2).padStart(12)}${`×${ratio.toFixed(0)}`.padStart(9)}`,
    );
  }
  const moved = weightMoved(catalog);
  const alone = (act: () => unknown, turns: number) =>
    median(Array.from({ length: turns }, () => timed(act)));
  moved();
  console.log(`\nthe real catalog, ${catalog.columns.count} programs`);
  console.log(`decode                          ${alone(decode, 9).toFixed(1)} ms`);
  console.log(`a weight moved, whole list      ${alone(moved, 21).toFixed(2)} ms`);

  console.log('\na million devices, two weeks, one release in the middle');
  const sizes = publishedSizes(new URL('../../public/data/', import.meta.url));
  const million = (n: number) => `${(n / 1e6).toFixed(2)} M`;
  const gigabytes = (n: number) => `${(n / 1e9).toFixed(2)} GB`;
  for (const changed of [1, sizes.chunks.length]) {
    const { quietDay, releaseDay, everyOpening, daysTo99 } = simulateHosting(sizes, changed);
    const rows = [
      ['a quiet day', quietDay],
      ['the fullest day of the release', releaseDay],
      ['a quiet day if every opening looked', everyOpening],
    ] as const;
    console.log(
      `release changes ${changed} of ${sizes.chunks.length} program chunks; 99 in 100 have it after ${daysTo99.toFixed(1)} days`,
    );
    for (const [name, load] of rows) {
      console.log(
        `  ${name.padEnd(36)}${million(load.requests).padStart(9)} requests${gigabytes(load.bytes).padStart(10)}   peak ${load.peakPerSecond.toFixed(0)}/s`,
      );
    }
  }
}
