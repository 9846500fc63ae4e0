// A market with couples, settled in the manner of Roth and Peranson (AER 1999), told in own words:
// 1. Singles settle among themselves by deferred acceptance.
// 2. Couples come in one at a time. A couple takes the best pair of its list that both programs grant. Whoever loses a seat
//    goes on a stack and proposes again from the top of their list; a member who loses a seat takes the partner out too.
// 3. Every seat given up is remembered. When the stack is empty, the program of such a seat looks down its list for the
//    first person, or couple, who would gain by coming; they propose again. Then the next couple comes in.
// 4. A couple that keeps moving is parked, out of the market, and comes back at the end, in another order.
// Another try may also start from an empty market and let singles and couples in as they come.
// With couples a stable matching need not exist and this may miss one that does: it never claims anything. The caller
// must run the block test.
import { type Random, shuffle } from '#engine/random.ts';
import { deferredAcceptance } from './deferred-acceptance.ts';
import { type CouplesMarket, coupleOf, nobodyPlaced, type Placement } from './couples-market.ts';
import {
  betterEntry,
  betterRow,
  keepsOne,
  NOBODY,
  type Seats,
  seat,
  seatsOf,
  unseat,
  unseatRow,
} from './seats.ts';

export interface SettleLimits {
  /** Moves of one couple before it is parked. */
  readonly patience: number;
  /** Times the parked couples come back. */
  readonly returns: number;
  /** Moves and looks down a list in all; past it the matching is left as it is. */
  readonly steps: number;
}

/** Singles as deferred acceptance leaves them, couples not placed. */
export function settleSingles(couples: CouplesMarket): Placement {
  const { market, singles } = couples;
  const placement = nobodyPlaced(couples);
  const order = Int32Array.from({ length: singles }, (_, s) => s);
  const { match, next } = deferredAcceptance(market, order);
  // A seated single's next try is the entry after the seat.
  for (let s = 0; s < singles; s++) if (match[s]! >= 0) placement.entry[s] = next[s]! - 1;
  return placement;
}

/**
 * Settles the market from `placement` (which is changed), with the units of `order` entering one at a time: a single by
 * number, a couple by `singles` + its number.
 */
export function settleCouples(
  couples: CouplesMarket,
  placement: Placement,
  order: readonly number[],
  limits: SettleLimits,
  random: Random,
): { readonly placement: Placement; readonly seats: Seats } {
  const { market, singles, rowStart } = couples;
  const { lists, rank, programLists } = market;
  const { entry, row } = placement;
  const seats = seatsOf(couples, placement);
  /** Units to propose. */
  const stack: number[] = [];
  const vacated: number[] = [];
  const isVacated = new Uint8Array(market.programs);
  const moves = new Int32Array(couples.couples);
  const isParked = new Uint8Array(couples.couples);
  let steps = 0;

  const vacate = (p: number) => {
    if (p < 0 || isVacated[p]) return;
    isVacated[p] = 1;
    vacated.push(p);
  };
  const withdraw = (couple: number) => {
    const r = row[couple]!;
    if (r === rowStart[couple + 1]) return;
    unseatRow(couples, seats, r);
    vacate(couples.first[r]!);
    vacate(couples.second[r]!);
    row[couple] = rowStart[couple + 1]!;
  };
  const take = (p: number, byRank: number) => {
    const bumped = seat(couples, seats, p, byRank);
    if (bumped === NOBODY) return;
    const person = programLists.items[programLists.start[p]! + bumped]!;
    if (person < singles) {
      entry[person] = lists.start[person + 1]!;
      stack.push(person);
      return;
    }
    const couple = coupleOf(couples, person);
    const r = row[couple]!;
    const isFirst = (person - singles) % 2 === 0;
    const elsewhere = isFirst ? couples.second[r]! : couples.first[r]!;
    if (elsewhere >= 0) {
      unseat(couples, seats, elsewhere, isFirst ? couples.secondRank[r]! : couples.firstRank[r]!);
      vacate(elsewhere);
    }
    row[couple] = rowStart[couple + 1]!;
    stack.push(singles + couple);
  };
  const proposeSingle = (s: number) => {
    const better = betterEntry(couples, seats, s, entry[s]!);
    if (better < 0) return;
    const now = entry[s]!;
    if (now < lists.start[s + 1]!) {
      unseat(couples, seats, lists.items[now]!, rank[now]!);
      vacate(lists.items[now]!);
    }
    entry[s] = better;
    take(lists.items[better]!, rank[better]!);
  };
  const proposeCouple = (couple: number) => {
    const better = betterRow(couples, seats, couple, row[couple]!);
    if (better < 0) return;
    withdraw(couple);
    if (++moves[couple]! > limits.patience) {
      isParked[couple] = 1;
      return;
    }
    row[couple] = better;
    if (couples.first[better]! >= 0) take(couples.first[better]!, couples.firstRank[better]!);
    if (couples.second[better]! >= 0) take(couples.second[better]!, couples.secondRank[better]!);
  };
  /** The first unit on the list of `p` that would gain by coming, or NOBODY. */
  const whoWouldCome = (p: number): number => {
    const from = programLists.start[p]!;
    for (let line = from; line < programLists.start[p + 1]!; line++) {
      steps++;
      if (!keepsOne(couples, seats, p, line - from)) return NOBODY;
      const person = programLists.items[line]!;
      if (person < singles) {
        const e = couples.entryOfLine[line]!;
        if (e >= 0 && e < entry[person]!) return person;
        continue;
      }
      const couple = coupleOf(couples, person);
      if (isParked[couple] === 0 && betterRow(couples, seats, couple, row[couple]!) >= 0)
        return singles + couple;
    }
    return NOBODY;
  };
  const settle = () => {
    while (steps < limits.steps) {
      const unit = stack.pop();
      if (unit !== undefined) {
        steps++;
        if (unit < singles) proposeSingle(unit);
        else proposeCouple(unit - singles);
        continue;
      }
      const p = vacated.shift();
      if (p === undefined) return;
      isVacated[p] = 0;
      const comer = whoWouldCome(p);
      if (comer === NOBODY) continue;
      stack.push(comer);
      vacate(p);
    }
  };
  let entering = order;
  for (let round = 0; round <= limits.returns && entering.length > 0; round++) {
    for (const unit of entering) {
      if (unit >= singles) {
        isParked[unit - singles] = 0;
        moves[unit - singles] = 0;
      }
      stack.push(unit);
      settle();
    }
    const parked = [...isParked.keys()].filter((couple) => isParked[couple] === 1);
    entering = shuffle(
      parked.map((couple) => singles + couple),
      random,
    );
  }
  return { placement, seats };
}
