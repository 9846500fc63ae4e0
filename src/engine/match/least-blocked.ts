// Where no matching is stable: the matching with the fewest blocks, by trying every placement of a small market. For larger
// ones it keeps the best of the candidates it is given. (Manlove, McBride and Trimble 2016 call it most-stable.)
import { type CouplesMarket, nobodyPlaced, type Placement } from './couples-market.ts';
import { countBlocks, emptySeats, seat, seatRow, seatsOf, unseat, unseatRow } from './seats.ts';

export interface LeastBlocked {
  readonly placement: Placement;
  readonly blocks: number;
  /** Whether no placement has fewer: every one was tried, or the floor was met. */
  readonly isLeast: boolean;
}

/** Ways to place everybody if no seat ever ran out: an upper bound on what has to be tried. */
function countPlacements({ market, singles, couples, rowStart }: CouplesMarket): number {
  let ways = 1;
  for (let s = 0; s < singles; s++) ways *= market.lists.start[s + 1]! - market.lists.start[s]! + 1;
  for (let c = 0; c < couples; c++) ways *= rowStart[c + 1]! - rowStart[c]! + 1;
  return ways;
}

/** Whether both members of a row find free seats. */
function hasRoom({ market, first, second }: CouplesMarket, held: Int32Array, row: number): boolean {
  const a = first[row]!;
  const b = second[row]!;
  if (a === b) return held[a]! + 2 <= market.quota[a]!;
  return (a < 0 || held[a]! < market.quota[a]!) && (b < 0 || held[b]! < market.quota[b]!);
}

/**
 * The least blocked of `candidates` and, if at most `most` placements are to be tried, of all placements. `floor` is a
 * number of blocks that no placement can be below: 1 where no stable one exists.
 */
export function leastBlocked(
  couples: CouplesMarket,
  candidates: readonly Placement[],
  floor: number,
  most: number,
): LeastBlocked {
  const { market, singles, rowStart } = couples;
  const { lists, rank, quota } = market;
  let placement = nobodyPlaced(couples);
  let blocks = countBlocks(couples, seatsOf(couples, placement), placement);
  for (const candidate of candidates) {
    const count = countBlocks(couples, seatsOf(couples, candidate), candidate, blocks);
    if (count < blocks) {
      blocks = count;
      placement = candidate;
    }
  }
  if (blocks <= floor) return { placement, blocks, isLeast: true };
  if (countPlacements(couples) > most) return { placement, blocks, isLeast: false };

  const seats = emptySeats(couples);
  const now = nobodyPlaced(couples);
  const placeSingle = (s: number): void => {
    if (s === singles) {
      const count = countBlocks(couples, seats, now, blocks);
      if (count < blocks) {
        blocks = count;
        placement = { entry: now.entry.slice(), row: now.row.slice() };
      }
      return;
    }
    const end = lists.start[s + 1]!;
    for (let e = lists.start[s]!; e < end; e++) {
      const p = lists.items[e]!;
      if (rank[e]! < 0 || seats.held[p] === quota[p]) continue;
      seat(couples, seats, p, rank[e]!);
      now.entry[s] = e;
      placeSingle(s + 1);
      unseat(couples, seats, p, rank[e]!);
    }
    now.entry[s] = end;
    placeSingle(s + 1);
  };
  const placeCouple = (c: number): void => {
    if (c === couples.couples) {
      placeSingle(0);
      return;
    }
    const end = rowStart[c + 1]!;
    for (let r = rowStart[c]!; r < end; r++) {
      if (!hasRoom(couples, seats.held, r)) continue;
      seatRow(couples, seats, r);
      now.row[c] = r;
      placeCouple(c + 1);
      unseatRow(couples, seats, r);
    }
    now.row[c] = end;
    placeCouple(c + 1);
  };
  placeCouple(0);
  return { placement, blocks, isLeast: true };
}
