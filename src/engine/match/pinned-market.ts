// A market with every couple pinned to one row of its list: what is left are singles, and members who accept one program
// only. Its stable matchings form a lattice, and all of them seat the same people (rural hospitals theorem, Roth 1986).
// Couples block least at its program-optimal end, because no program likes anyone it holds there less than elsewhere
// (Roth and Sotomayor 1990, theorem 5.27). It knows nothing of couples' wishes.
import {
  copySettling,
  deferredAcceptance,
  enter,
  offer,
  REFUSED,
  type Settling,
} from './deferred-acceptance.ts';
import { type CouplesMarket, coupleOf, firstMember, type Placement } from './couples-market.ts';

/** The singles alone, settled: where pinning starts. */
export function unpinned({ market, singles }: CouplesMarket): Settling {
  return deferredAcceptance(
    market,
    Int32Array.from({ length: singles }, (_, s) => s),
  );
}

function pinMember(
  { market }: CouplesMarket,
  state: Settling,
  person: number,
  p: number,
  rank: number,
): boolean {
  const bumped = offer(market, state, p, rank, person);
  if (bumped === REFUSED) return false;
  state.match[person] = p;
  if (bumped >= 0) {
    state.match[bumped] = -1;
    enter(market, state, bumped);
  }
  return true;
}

/**
 * Adds the members of `couple` at `row` to a settled pinned market. Undefined if a pinned member loses the seat: then no
 * stable matching has these pins, nor these and more, for newcomers only make programs pickier.
 */
export function pin(
  couples: CouplesMarket,
  before: Settling,
  couple: number,
  row: number,
): Settling | undefined {
  const state = copySettling(before);
  const x = firstMember(couples, couple);
  const a = couples.first[row]!;
  const b = couples.second[row]!;
  if (a >= 0 && !pinMember(couples, state, x, a, couples.firstRank[row]!)) return undefined;
  if (b >= 0 && !pinMember(couples, state, x + 1, b, couples.secondRank[row]!)) return undefined;
  if (a >= 0 && state.match[x] !== a) return undefined;
  if (b >= 0 && state.match[x + 1] !== b) return undefined;
  for (let person = couples.singles; person < x; person++)
    if (before.match[person]! >= 0 && state.match[person]! < 0) return undefined;
  return state;
}

/** The applicant-optimal placement of a settled pinned market. */
export function applicantEnd(
  { market, singles }: CouplesMarket,
  state: Settling,
  row: Int32Array,
): Placement {
  const { start } = market.lists;
  const entry = new Int32Array(singles);
  for (let s = 0; s < singles; s++) entry[s] = state.match[s]! >= 0 ? state.next[s]! - 1 : start[s + 1]!;
  return { entry, row: row.slice() };
}

/** The program-optimal placement of a pinned market in which all pins hold: programs propose down their lists. */
export function programEnd(couples: CouplesMarket, row: Int32Array): Placement {
  const { market, singles, rowStart, entryOfLine } = couples;
  const { start, items } = market.programLists;
  const entry = market.lists.start.slice(1, singles + 1);
  const line = start.slice(0, market.programs);
  const free = market.quota.slice();
  const proposing = Array.from({ length: market.programs }, (_, p) => p);
  const isPinnedAt = (person: number, p: number) => {
    const r = row[coupleOf(couples, person)]!;
    if (r === rowStart[coupleOf(couples, person) + 1]) return false;
    return ((person - singles) % 2 === 0 ? couples.first[r] : couples.second[r]) === p;
  };
  for (let p = proposing.pop(); p !== undefined; p = proposing.pop()) {
    for (; free[p]! > 0 && line[p]! < start[p + 1]!; line[p]!++) {
      const person = items[line[p]!]!;
      if (person >= singles) {
        if (isPinnedAt(person, p)) free[p]!--;
        continue;
      }
      const e = entryOfLine[line[p]!]!;
      const now = entry[person]!;
      if (e < 0 || e >= now) continue;
      entry[person] = e;
      free[p]!--;
      if (now === market.lists.start[person + 1]) continue;
      const left = market.lists.items[now]!;
      free[left]!++;
      proposing.push(left);
    }
  }
  return { entry, row: row.slice() };
}
