// Answers a market: a stable matching if one is found, else the least blocked one, with the word of the independent block
// test. Without couples it is the applicant-optimal matching. "Stable" is only ever said by the test.
import { type Random, shuffle } from '#engine/random.ts';
import { type Matching, testBlocks } from './block-test.ts';
import {
  type CouplesMarket,
  couplesMarket,
  namePlacement,
  nobodyPlaced,
  type Placement,
} from './couples-market.ts';
import { leastBlocked } from './least-blocked.ts';
import type { MatchInstance } from './match-instance.ts';
import { countBlocks } from './seats.ts';
import { settleCouples, settleSingles } from './settle-couples.ts';
import { countPins, searchStable, type StableSearch } from './stable-search.ts';

export interface MarketAnswer {
  readonly id: string;
  readonly matching: Matching;
  readonly stable: boolean;
  /** Blocking people with programs and blocking couples with pairs, by the independent test. */
  readonly blocks: number;
  /** Whether nothing better exists: it is stable, or no stable matching exists and none has fewer blocks. */
  readonly proven: boolean;
}

/** Markets up to this many ways to pin the couples are searched whole; each way costs microseconds in a small market. */
const WHOLE_SEARCH = 60_000;
const MOST_PINS = 300_000;
/** List entries times pins that a search may cost: about a second. */
const SEARCH_WORK = 200_000_000;
const MOST_PLACEMENTS = 2_000_000;
/** List entries times ways to pin: past it a whole search takes seconds. */
const WHOLE_SEARCH_WORK = 20_000_000;
const ORDERS = 8;
const LIMITS = { patience: 40, returns: 4, steps: 20_000_000 };

/** How far down its own list each single and each couple stands; for comparing placements. */
function positions({ market, rowStart, singles }: CouplesMarket, { entry, row }: Placement): number[] {
  const ofSingles = Array.from({ length: singles }, (_, s) => entry[s]! - market.lists.start[s]!);
  return [...ofSingles, ...Array.from(row, (r, c) => r - rowStart[c]!)];
}

/** People with a place. */
function placedCount(
  { market, singles, rowStart, first, second }: CouplesMarket,
  { entry, row }: Placement,
): number {
  let placed = 0;
  for (let s = 0; s < singles; s++) if (entry[s]! < market.lists.start[s + 1]!) placed++;
  row.forEach((r, c) => {
    if (r < rowStart[c + 1]!) placed += Number(first[r]! >= 0) + Number(second[r]! >= 0);
  });
  return placed;
}

/**
 * The stable matching that is best for every single and every couple at once, where there is one. Otherwise the one that
 * places most people, then with the smallest sum of positions, then the first found.
 */
function chooseStable(couples: CouplesMarket, stable: readonly Placement[]): Placement | undefined {
  const all = stable.map((placement) => ({ placement, at: positions(couples, placement) }));
  const best = all[0]?.at.map((_, unit) =>
    all.reduce((least, { at }) => Math.min(least, at[unit]!), Infinity),
  );
  const optimal = all.find(({ at }) => at.every((position, unit) => position === best?.[unit]));
  if (optimal) return optimal.placement;
  const sum = (at: readonly number[]) => at.reduce((total, position) => total + position, 0);
  return all.toSorted(
    (x, y) => placedCount(couples, y.placement) - placedCount(couples, x.placement) || sum(x.at) - sum(y.at),
  )[0]?.placement;
}

interface Settled {
  readonly stable?: Placement;
  readonly tried: readonly Placement[];
}

/** The market settled in several orders, until one is stable: couples after the singles, and everybody as they come. */
function settleInOrders(couples: CouplesMarket, random: Random): Settled {
  const { singles } = couples;
  const late = Array.from({ length: couples.couples }, (_, c) => singles + c);
  const everybody = Array.from({ length: singles + couples.couples }, (_, unit) => unit);
  const tried: Placement[] = [];
  for (let attempt = 0; attempt < ORDERS; attempt++) {
    const isMixed = attempt % 2 === 1;
    const order = attempt === 0 ? late : shuffle(isMixed ? everybody : late, random);
    const start = isMixed ? nobodyPlaced(couples) : settleSingles(couples);
    const { placement, seats } = settleCouples(couples, start, order, LIMITS, random);
    if (countBlocks(couples, seats, placement, 1) === 0) return { stable: placement, tried };
    tried.push(placement);
  }
  return { tried };
}

function solveWithCouples(couples: CouplesMarket, random: Random): { placement: Placement; proven: boolean } {
  const ways = countPins(couples, WHOLE_SEARCH);
  const pins = Math.min(MOST_PINS, Math.ceil(SEARCH_WORK / (couples.market.rank.length + 1)));
  let search: StableSearch | undefined;
  if (ways * (couples.market.rank.length + couples.market.programs) <= WHOLE_SEARCH_WORK) {
    search = searchStable(couples, pins, false);
    const chosen = chooseStable(couples, search.stable);
    if (chosen) return { placement: chosen, proven: true };
  }
  const { stable, tried } = settleInOrders(couples, random);
  if (stable) return { placement: stable, proven: true };
  search ??= searchStable(couples, pins, true);
  if (search.stable[0]) return { placement: search.stable[0], proven: true };
  const candidates = search.leastBlocked ? [...tried, search.leastBlocked] : tried;
  const least = leastBlocked(couples, candidates, search.complete ? 1 : 0, MOST_PLACEMENTS);
  return { placement: least.placement, proven: search.complete && least.isLeast };
}

/** Solves an instance. `random` only orders couples in large markets; the same seed gives the same answer. */
export function solveMarket(instance: MatchInstance, random: Random): MarketAnswer {
  const couples = couplesMarket(instance);
  const { placement, proven } =
    couples.couples === 0
      ? { placement: settleSingles(couples), proven: true }
      : solveWithCouples(couples, random);
  const matching = namePlacement(instance, couples, placement);
  const test = testBlocks(instance, matching);
  // A solver that leaves the market is a mistake of this program, not an answer.
  if (test.kind === 'not-a-matching') throw new Error(test.sentence);
  return { id: instance.id, matching, stable: test.blocks.length === 0, blocks: test.blocks.length, proven };
}
