// A market with couples as flat arrays. People are numbered: singles first, then the two members of each couple; members
// have no list of their own, only rows of their couple.
import { buildMarket, type Market } from './market.ts';
import type { MatchInstance } from './match-instance.ts';
import { flatLists, rankLookup } from './rank-lookup.ts';

export interface CouplesMarket {
  /** Applicants are all people; lists of members are empty. */
  readonly market: Market;
  readonly singles: number;
  readonly couples: number;
  /** Rows of couple c: `rowStart[c] … rowStart[c + 1] − 1`, best first; rows no program could grant are left out. */
  readonly rowStart: Int32Array;
  /** Program of each member in a row, or −1. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly firstRank: Int32Array;
  readonly secondRank: Int32Array;
  /** Per line of `market.programLists`: the entry of that single who lists the program too, else −1. */
  readonly entryOfLine: Int32Array;
}

/** Where everybody is: an entry per single and a row per couple; the end of their own list means not placed. */
export interface Placement {
  readonly entry: Int32Array;
  readonly row: Int32Array;
}

export const firstMember = ({ singles }: CouplesMarket, couple: number): number => singles + 2 * couple;

/** The couple of a person past the singles. */
export const coupleOf = ({ singles }: CouplesMarket, person: number): number => (person - singles) >> 1;

export const nobodyPlaced = ({ market, singles, rowStart }: CouplesMarket): Placement => ({
  entry: market.lists.start.slice(1, singles + 1),
  row: rowStart.slice(1),
});

function coupleRows(instance: MatchInstance, numberOf: ReadonlyMap<string, number>, market: Market) {
  const singles = instance.singles.length;
  const column = (side: 0 | 1) => {
    const programs = instance.couples.map(({ list }) =>
      list.map((pair) => numberOf.get(pair[side] ?? '') ?? -1),
    );
    const lists = flatLists(programs);
    const member = (couple: number) => singles + 2 * couple + side;
    return { ...lists, rank: rankLookup(lists, member, market.programLists, market.applicants) };
  };
  const first = column(0);
  const second = column(1);
  const isGranted = ({ items, rank }: typeof first, row: number) => items[row]! < 0 || rank[row]! >= 0;
  const kept: number[] = [];
  const rowStart = new Int32Array(instance.couples.length + 1);
  for (let c = 0; c < instance.couples.length; c++) {
    for (let row = first.start[c]!; row < first.start[c + 1]!; row++)
      if (isGranted(first, row) && isGranted(second, row)) kept.push(row);
    rowStart[c + 1] = kept.length;
  }
  return {
    rowStart,
    first: Int32Array.from(kept, (row) => first.items[row]!),
    second: Int32Array.from(kept, (row) => second.items[row]!),
    firstRank: Int32Array.from(kept, (row) => first.rank[row]!),
    secondRank: Int32Array.from(kept, (row) => second.rank[row]!),
  };
}

/** Numbers an instance. The order of people and programs is that of the document and decides nothing but ties of search. */
export function couplesMarket(instance: MatchInstance): CouplesMarket {
  const programNumber = new Map(instance.programs.map(({ id }, p) => [id, p]));
  const people = [...instance.singles.map(({ id }) => id), ...instance.couples.flatMap((c) => c.members)];
  const personNumber = new Map(people.map((id, person) => [id, person]));
  const numbers = (ids: readonly string[], of: ReadonlyMap<string, number>) =>
    Int32Array.from(ids, (id) => of.get(id) ?? -1);
  const none = new Int32Array(0);
  const market = buildMarket(
    flatLists(people.map((_, i) => numbers(instance.singles[i]?.list ?? [], programNumber) ?? none)),
    flatLists(instance.programs.map(({ list }) => numbers(list, personNumber))),
    // More seats than people on the list are never used.
    Int32Array.from(instance.programs, ({ quota, list }) => Math.min(quota, list.length)),
  );
  const entryOfLine = new Int32Array(market.programLists.items.length).fill(-1);
  for (let e = 0; e < market.rank.length; e++)
    if (market.rank[e]! >= 0)
      entryOfLine[market.programLists.start[market.lists.items[e]!]! + market.rank[e]!] = e;
  return {
    market,
    singles: instance.singles.length,
    couples: instance.couples.length,
    ...coupleRows(instance, programNumber, market),
    entryOfLine,
  };
}

/** Names a placement. */
export function namePlacement(
  instance: MatchInstance,
  { market, rowStart, first, second }: CouplesMarket,
  { entry, row }: Placement,
): Record<string, string | null> {
  const programName = (p: number) => (p < 0 ? null : (instance.programs[p]?.id ?? null));
  const named: [string, string | null][] = instance.singles.map(({ id }, s) => [
    id,
    entry[s]! < market.lists.start[s + 1]! ? programName(market.lists.items[entry[s]!]!) : null,
  ]);
  instance.couples.forEach(({ members: [x, y] }, c) => {
    const placed = row[c]! < rowStart[c + 1]!;
    named.push([x, placed ? programName(first[row[c]!]!) : null]);
    named.push([y, placed ? programName(second[row[c]!]!) : null]);
  });
  return Object.fromEntries(named);
}
