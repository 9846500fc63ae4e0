// Applicant-proposing deferred acceptance (Gale and Shapley 1962; many-to-one as in Roth and Sotomayor 1990, ch. 5): the
// stable matching that is best for every applicant. Applicants enter one at a time and each rejection is followed to its
// end, which gives the same matching as any other order (McVitie and Wilson 1971); so a run can stop between applicants.
import type { Market } from './market.ts';

export interface Settling {
  /** Program of each applicant, or −1. */
  readonly match: Int32Array;
  /** Entry each applicant would try next. */
  readonly next: Int32Array;
  /** Ranks held, one max-heap per program inside one array: its root is the first to lose the seat. */
  readonly seats: Int32Array;
  readonly held: Int32Array;
}

export function emptySettling({ applicants, lists, programs, seatStart }: Market): Settling {
  return {
    match: new Int32Array(applicants).fill(-1),
    next: lists.start.slice(0, applicants),
    seats: new Int32Array(seatStart[programs]!),
    held: new Int32Array(programs),
  };
}

/** An independent copy, for a what-if. */
export const copySettling = ({ match, next, seats, held }: Settling): Settling => ({
  match: match.slice(),
  next: next.slice(),
  seats: seats.slice(),
  held: held.slice(),
});

export const REFUSED = -2;
const SEATED = -1;

/**
 * Offers an applicant of rank `rank` to program `p`. SEATED: in a free seat. REFUSED: everyone held is liked more.
 * Otherwise the number of the applicant who lost the seat.
 */
export function offer(market: Market, state: Settling, p: number, rank: number): number {
  const { seats, held } = state;
  const base = market.seatStart[p]!;
  const quota = market.quota[p]!;
  const count = held[p]!;
  if (count < quota) {
    let at = count;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = seats[base + parent]!;
      if (above >= rank) break;
      seats[base + at] = above;
      at = parent;
    }
    seats[base + at] = rank;
    held[p] = count + 1;
    return SEATED;
  }
  if (quota === 0) return REFUSED;
  const worst = seats[base]!;
  if (rank > worst) return REFUSED;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= quota) break;
    if (child + 1 < quota && seats[base + child + 1]! > seats[base + child]!) child++;
    const below = seats[base + child]!;
    if (below <= rank) break;
    seats[base + at] = below;
    at = child;
  }
  seats[base + at] = rank;
  return market.programLists.items[market.programLists.start[p]! + worst]!;
}

/** Lets one applicant in and follows the chain of rejections to its end. Returns the number of proposals. */
export function enter(market: Market, state: Settling, applicant: number): number {
  const { lists, rank } = market;
  const { match, next } = state;
  let proposals = 0;
  let proposer = applicant;
  while (proposer >= 0) {
    let entry = next[proposer]!;
    const end = lists.start[proposer + 1]!;
    let answer = REFUSED;
    while (entry < end && answer === REFUSED) {
      const r = rank[entry]!;
      if (r >= 0) {
        proposals++;
        const p = lists.items[entry]!;
        answer = offer(market, state, p, r);
        if (answer !== REFUSED) match[proposer] = p;
      }
      entry++;
    }
    next[proposer] = entry;
    if (answer >= 0) match[answer] = -1;
    // REFUSED at the end of the list, or SEATED: nobody is left without having proposed.
    proposer = answer;
  }
  return proposals;
}

/**
 * The applicant-optimal stable matching. `order`, if given, is the order in which applicants enter (numbers; those not in
 * it stay out). Costs O(entries · log quota).
 */
export function deferredAcceptance(market: Market, order?: ArrayLike<number>): Settling {
  const state = emptySettling(market);
  const count = order ? order.length : market.applicants;
  for (let i = 0; i < count; i++) enter(market, state, order ? order[i]! : i);
  return state;
}
