// Where one applicant would land with another list, in a market that is settled without them: one chain of rejections, not
// a new run. Adding them last gives the matching of the whole market (McVitie and Wilson 1971). The settled market is left
// as it was.
import {
  copySettling,
  deferredAcceptance,
  enter,
  offer,
  REFUSED,
  type Settling,
} from './deferred-acceptance.ts';
import type { Market } from './market.ts';

export interface Landing {
  /** Position on the tried list, from 0; null where no program of it keeps them. */
  readonly position: number | null;
  readonly program: number | null;
  /** Applicants who change their place because of it. */
  readonly moved: number;
}

/** The market settled without `applicant`; make it once, then ask `landingOf` for as many lists as wanted. */
export function settleWithout(market: Market, applicant: number): Settling {
  const order = new Int32Array(market.applicants - 1);
  for (let a = 0; a < order.length; a++) order[a] = a < applicant ? a : a + 1;
  return deferredAcceptance(market, order);
}

/** How `program` ranks `applicant`, from 0, or −1. */
function rankAt({ programLists }: Market, program: number, applicant: number): number {
  const from = programLists.start[program]!;
  return programLists.items.subarray(from, programLists.start[program + 1]!).indexOf(applicant);
}

/**
 * Lets `applicant` in with `list` (numbers of programs, best first) instead of their own. A chain may come back and take
 * the seat again; they then go on down `list`.
 */
export function landingOf(
  market: Market,
  without: Settling,
  applicant: number,
  list: ArrayLike<number>,
): Landing {
  const state = copySettling(without);
  let position: number | null = null;
  for (let at = 0; at < list.length; at++) {
    const program = list[at]!;
    const rank = rankAt(market, program, applicant);
    if (rank < 0) continue;
    const bumped = offer(market, state, program, rank, applicant);
    if (bumped === REFUSED) continue;
    position = at;
    state.match[applicant] = program;
    // Their own entries must not be tried: bumped again, they stop, and the walk down `list` goes on here.
    state.next[applicant] = market.lists.start[applicant + 1]!;
    if (bumped >= 0) {
      state.match[bumped] = -1;
      enter(market, state, bumped);
    }
    if (state.match[applicant] === program) break;
    position = null;
  }
  let moved = 0;
  for (let a = 0; a < market.applicants; a++)
    if (a !== applicant && state.match[a] !== without.match[a]) moved++;
  return { position, program: position === null ? null : list[position]!, moved };
}
