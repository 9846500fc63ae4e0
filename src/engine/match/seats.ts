// Who holds a seat where, with the judgment every part of the couples solver shares: would this program keep that person?
// Held ranks stand in rising order, so the one to lose a seat is last. See [Note: Stability].
import type { CouplesMarket, Placement } from './couples-market.ts';

export interface Seats {
  /** Held ranks of program p: `ranks[seatStart[p] … + held[p] − 1]`, rising. */
  readonly ranks: Int32Array;
  readonly held: Int32Array;
}

export const NOBODY = -1;

export const emptySeats = ({ market }: CouplesMarket): Seats => ({
  ranks: new Int32Array(market.seatStart[market.programs]!),
  held: new Int32Array(market.programs),
});

/** Gives the person of `rank` a seat at `p`. Returns the rank that lost its seat, or NOBODY. */
export function seat({ market }: CouplesMarket, { ranks, held }: Seats, p: number, rank: number): number {
  const base = market.seatStart[p]!;
  const full = held[p] === market.quota[p];
  const bumped = full ? ranks[base + held[p]! - 1]! : NOBODY;
  let at = full ? held[p]! - 1 : held[p]!++;
  for (; at > 0 && ranks[base + at - 1]! > rank; at--) ranks[base + at] = ranks[base + at - 1]!;
  ranks[base + at] = rank;
  return bumped;
}

/** Takes the person of `rank` away from `p`. */
export function unseat({ market }: CouplesMarket, { ranks, held }: Seats, p: number, rank: number): void {
  const base = market.seatStart[p]!;
  const last = --held[p]!;
  let at = 0;
  while (at < last && ranks[base + at] !== rank) at++;
  for (; at < last; at++) ranks[base + at] = ranks[base + at + 1]!;
}

/** Whether `p`, choosing from the people it holds and the person of `rank`, keeps that person. */
export function keepsOne(
  { market }: CouplesMarket,
  { ranks, held }: Seats,
  p: number,
  rank: number,
): boolean {
  const quota = market.quota[p]!;
  if (held[p]! < quota) return true;
  return quota > 0 && rank <= ranks[market.seatStart[p]! + quota - 1]!;
}

/** The same for two people at once. */
export function keepsBoth(
  { market }: CouplesMarket,
  { ranks, held }: Seats,
  p: number,
  one: number,
  other: number,
): boolean {
  const base = market.seatStart[p]!;
  const worse = Math.max(one, other);
  let before = 0;
  for (let at = 0; at < held[p]! && ranks[base + at]! < worse; at++)
    if (ranks[base + at] !== one && ranks[base + at] !== other) before++;
  return before + 2 <= market.quota[p]!;
}

/** Whether a couple could have `row` now. */
function isOpenRow(couples: CouplesMarket, seats: Seats, row: number): boolean {
  const a = couples.first[row]!;
  const b = couples.second[row]!;
  const rankA = couples.firstRank[row]!;
  const rankB = couples.secondRank[row]!;
  if (a === b) return keepsBoth(couples, seats, a, rankA, rankB);
  return (a < 0 || keepsOne(couples, seats, a, rankA)) && (b < 0 || keepsOne(couples, seats, b, rankB));
}

/** The best row above the current one that a couple could have now, or −1. */
export function betterRow(couples: CouplesMarket, seats: Seats, couple: number, row: number): number {
  for (let r = couples.rowStart[couple]!; r < row; r++) if (isOpenRow(couples, seats, r)) return r;
  return -1;
}

/** The best entry above the current one that a single could have now, or −1. */
export function betterEntry(couples: CouplesMarket, seats: Seats, single: number, entry: number): number {
  const { lists, rank } = couples.market;
  for (let e = lists.start[single]!; e < entry; e++)
    if (rank[e]! >= 0 && keepsOne(couples, seats, lists.items[e]!, rank[e]!)) return e;
  return -1;
}

/** Counts blocking singles with programs and couples with rows; stops counting at `enough`. */
export function countBlocks(
  couples: CouplesMarket,
  seats: Seats,
  { entry, row }: Placement,
  enough = Infinity,
): number {
  const { lists, rank } = couples.market;
  let blocks = 0;
  for (let c = 0; c < couples.couples && blocks < enough; c++)
    for (let r = couples.rowStart[c]!; r < row[c]!; r++) if (isOpenRow(couples, seats, r)) blocks++;
  for (let s = 0; s < couples.singles && blocks < enough; s++)
    for (let e = lists.start[s]!; e < entry[s]!; e++)
      if (rank[e]! >= 0 && keepsOne(couples, seats, lists.items[e]!, rank[e]!)) blocks++;
  return blocks;
}

/** The seats of a placement. */
export function seatsOf(couples: CouplesMarket, { entry, row }: Placement): Seats {
  const { lists, rank } = couples.market;
  const seats = emptySeats(couples);
  for (let s = 0; s < couples.singles; s++)
    if (entry[s]! < lists.start[s + 1]!) seat(couples, seats, lists.items[entry[s]!]!, rank[entry[s]!]!);
  for (let c = 0; c < couples.couples; c++)
    if (row[c]! < couples.rowStart[c + 1]!) seatRow(couples, seats, row[c]!);
  return seats;
}

/** Seats both members of a row where there is room for them. */
export function seatRow(couples: CouplesMarket, seats: Seats, row: number): void {
  if (couples.first[row]! >= 0) seat(couples, seats, couples.first[row]!, couples.firstRank[row]!);
  if (couples.second[row]! >= 0) seat(couples, seats, couples.second[row]!, couples.secondRank[row]!);
}

/** Takes both members of a row away. */
export function unseatRow(couples: CouplesMarket, seats: Seats, row: number): void {
  if (couples.first[row]! >= 0) unseat(couples, seats, couples.first[row]!, couples.firstRank[row]!);
  if (couples.second[row]! >= 0) unseat(couples, seats, couples.second[row]!, couples.secondRank[row]!);
}
