// Exact search for the stable matchings of a market with couples: every way to pin the couples to their rows, pruned where a
// pin cannot hold, each judged at the end of its lattice where couples block least. Complete within its budget, and it says
// whether the budget sufficed. Exponential in the couples (deciding is NP-complete, Ronn 1990): for small markets.
import type { CouplesMarket, Placement } from './couples-market.ts';
import type { Settling } from './deferred-acceptance.ts';
import { applicantEnd, pin, programEnd, unpinned } from './pinned-market.ts';
import { countBlocks, seat, seatRow, type Seats, emptySeats, seatsOf, unseat } from './seats.ts';

export interface StableSearch {
  /** For each way to pin the couples that a stable matching has: those no other with the same pins is better than. */
  readonly stable: readonly Placement[];
  /** The least blocked placement met where none is stable; undefined if none was met. */
  readonly leastBlocked: Placement | undefined;
  /** Whether everything was looked at. If so and `stable` is empty, none exists. */
  readonly complete: boolean;
}

interface Budget {
  left: number;
}

const isStable = (couples: CouplesMarket, placement: Placement) =>
  countBlocks(couples, seatsOf(couples, placement), placement, 1) === 0;

/** Every single between its place at one end of the lattice and at the other, in every way; keeps the stable ones. */
function between(couples: CouplesMarket, best: Placement, worst: Placement, budget: Budget): Placement[] {
  const { lists, rank, quota } = couples.market;
  const found: Placement[] = [];
  const entry = best.entry.slice();
  const seats: Seats = emptySeats(couples);
  best.row.forEach((row, couple) => {
    if (row < couples.rowStart[couple + 1]!) seatRow(couples, seats, row);
  });
  const place = (single: number): void => {
    if (budget.left-- <= 0) return;
    if (single === couples.singles) {
      const placement = { entry: entry.slice(), row: best.row.slice() };
      if (countBlocks(couples, seats, placement, 1) === 0) found.push(placement);
      return;
    }
    const end = lists.start[single + 1]!;
    for (let e = best.entry[single]!; e <= worst.entry[single]!; e++) {
      if (e === end) {
        entry[single] = e;
        place(single + 1);
        continue;
      }
      const p = lists.items[e]!;
      if (rank[e]! < 0 || seats.held[p] === quota[p]) continue;
      seat(couples, seats, p, rank[e]!);
      entry[single] = e;
      place(single + 1);
      unseat(couples, seats, p, rank[e]!);
    }
  };
  place(0);
  return found;
}

/** Those that no other of them is at least as good as for every single (couples are pinned alike). */
function undominated(placements: readonly Placement[]): Placement[] {
  return placements.filter(
    (one) =>
      !placements.some((other) => other !== one && other.entry.every((e, single) => e <= one.entry[single]!)),
  );
}

/**
 * Searches with at most `budget` pins and placements. With `first` it stops at the first stable matching.
 */
export function searchStable(couples: CouplesMarket, budget: number, first: boolean): StableSearch {
  const { rowStart } = couples;
  const left: Budget = { left: budget };
  const stable: Placement[] = [];
  let leastBlocked: Placement | undefined;
  let fewest = Infinity;
  const row = rowStart.slice(1);

  const judge = (state: Settling) => {
    const worst = programEnd(couples, row);
    const blocks = countBlocks(couples, seatsOf(couples, worst), worst, fewest);
    if (blocks > 0) {
      if (blocks < fewest) {
        fewest = blocks;
        leastBlocked = worst;
      }
      return;
    }
    const best = applicantEnd(couples, state, row);
    if (first) stable.push(worst);
    else if (isStable(couples, best)) stable.push(best);
    else stable.push(...undominated(between(couples, best, worst, left)));
  };
  const descend = (couple: number, state: Settling): void => {
    if (left.left-- <= 0 || (first && stable.length > 0)) return;
    if (couple === couples.couples) {
      judge(state);
      return;
    }
    const end = rowStart[couple + 1]!;
    for (let r = rowStart[couple]!; r < end; r++) {
      left.left--;
      row[couple] = r;
      const pinned = pin(couples, state, couple, r);
      if (pinned) descend(couple + 1, pinned);
    }
    row[couple] = end;
    descend(couple + 1, state);
  };
  descend(0, unpinned(couples));
  return { stable, leastBlocked, complete: left.left > 0 };
}

/** Ways to pin every couple, or Infinity past `most`. */
export function countPins({ couples, rowStart }: CouplesMarket, most: number): number {
  let ways = 1;
  for (let c = 0; c < couples && ways <= most; c++) ways *= rowStart[c + 1]! - rowStart[c]! + 1;
  return ways <= most ? ways : Infinity;
}
