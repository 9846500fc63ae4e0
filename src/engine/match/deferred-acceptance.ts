// Applicant-proposing deferred acceptance (Gale and Shapley 1962; many-to-one as in Roth and Sotomayor 1990, ch. 5): the
// stable matching that is best for every applicant. Whoever has no seat proposes next, in any order: all orders give the
// same matching (McVitie and Wilson 1971). So a run can stop between applicants, and a newcomer can be added at the end.
import type { Market } from './market.ts';

export interface Settling {
  /** Program of each applicant, or −1. */
  readonly match: Int32Array;
  /** Entry each applicant would try next. */
  readonly next: Int32Array;
  /**
   * Seats as pairs of rank and applicant, one max-heap per program: its root is a free seat, or the first to be lost.
   * Seat `s` of `market.seatStart` is at `2 · s`.
   */
  readonly seats: Int32Array;
}

/** The rank of a seat nobody holds: liked less than anyone. */
export const FREE = 2 ** 31 - 1;
const NOBODY = -1;

export function emptySettling({ applicants, lists, programs, seatStart }: Market): Settling {
  const seats = new Int32Array(2 * seatStart[programs]!);
  for (let at = 0; at < seats.length; at += 2) {
    seats[at] = FREE;
    seats[at + 1] = NOBODY;
  }
  return { match: new Int32Array(applicants).fill(-1), next: lists.start.slice(0, applicants), seats };
}

/** An independent copy, for a what-if. */
export const copySettling = ({ match, next, seats }: Settling): Settling => ({
  match: match.slice(),
  next: next.slice(),
  seats: seats.slice(),
});

export const REFUSED = -2;

/**
 * Offers `applicant`, whom program `p` ranks `rank`, to it. REFUSED: everyone held is liked more. NOBODY: in a free seat.
 * Otherwise the number of the applicant who lost the seat.
 */
export function offer(
  { seatStart }: Market,
  { seats }: Settling,
  p: number,
  rank: number,
  applicant: number,
): number {
  const root = 2 * seatStart[p]!;
  const end = 2 * seatStart[p + 1]!;
  if (root === end || rank > seats[root]!) return REFUSED;
  const bumped = seats[root + 1]!;
  let at = root;
  for (;;) {
    let child = 2 * at - root + 2;
    if (child >= end) break;
    if (child + 2 < end && seats[child + 2]! > seats[child]!) child += 2;
    const below = seats[child]!;
    if (below <= rank) break;
    seats[at] = below;
    seats[at + 1] = seats[child + 1]!;
    at = child;
  }
  seats[at] = rank;
  seats[at + 1] = applicant;
  return bumped;
}

/** Lets an applicant propose down their list until a program takes them. Returns whoever lost the seat, else a negative. */
function propose(market: Market, state: Settling, applicant: number): number {
  const { lists, rank } = market;
  const { match, next } = state;
  const end = lists.start[applicant + 1]!;
  let entry = next[applicant]!;
  let answer = REFUSED;
  for (; entry < end && answer === REFUSED; entry++) {
    const r = rank[entry]!;
    if (r < 0) continue;
    const p = lists.items[entry]!;
    answer = offer(market, state, p, r, applicant);
    if (answer !== REFUSED) match[applicant] = p;
  }
  next[applicant] = entry;
  if (answer >= 0) match[answer] = -1;
  return answer;
}

/** Lets one applicant in and follows the chain of rejections to its end. Returns the number of entries tried. */
export function enter(market: Market, state: Settling, applicant: number): number {
  const { next } = state;
  let tried = 0;
  for (let proposer = applicant; proposer >= 0; ) {
    const before = next[proposer]!;
    const bumped = propose(market, state, proposer);
    tried += next[proposer]! - before;
    proposer = bumped;
  }
  return tried;
}

/**
 * The applicant-optimal stable matching. `order`, if given, is the order in which applicants enter (numbers; those not in
 * it stay out). Costs O(entries · log quota).
 */
export function deferredAcceptance(market: Market, order?: ArrayLike<number>): Settling {
  const state = emptySettling(market);
  // Whoever loses a seat waits in line, unlike in `enter`: proposals one after another then have nothing to do with each
  // other, and the processor need not wait for one to look up the next. A ring has room, as nobody waits twice.
  const line = new Int32Array(order ? order.length : market.applicants);
  for (let i = 0; i < line.length; i++) line[i] = order ? order[i]! : i;
  let head = 0;
  let tail = 0;
  for (let waiting = line.length; waiting > 0; waiting--) {
    const bumped = propose(market, state, line[head]!);
    if (++head === line.length) head = 0;
    if (bumped < 0) continue;
    line[tail] = bumped;
    if (++tail === line.length) tail = 0;
    waiting++;
  }
  return state;
}
