// How a program ranks each person who lists it, for all entries of all lists in one pass over flat arrays. It compares
// nobody and changes no list.

/** Lists laid end to end: list i is `items[start[i] … start[i + 1] − 1]`. */
export interface FlatLists {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** Lays lists of numbers end to end. */
export function flatLists(lists: readonly ArrayLike<number>[]): FlatLists {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    start[i + 1] = start[i]! + list.length;
  });
  const items = new Int32Array(start[lists.length]!);
  lists.forEach((list, i) => items.set(list, start[i]!));
  return { start, items };
}

/**
 * For each entry of `lists` (a program, or −1 for none): the place of the person whose list it is on the program's list,
 * from 0, or −1 where the program does not list them. `personOf` names the person of list i.
 * Entries are first gathered by program (counting sort); then each program stamps its list over one array of people, and
 * its entries read their stamps. A stamp is a position in `programs.items`, and positions of other programs lie outside
 * the list at hand, so nothing has to be wiped. O(entries + list lengths).
 */
export function rankLookup(
  lists: FlatLists,
  personOf: (list: number) => number,
  programs: FlatLists,
  people: number,
): Int32Array {
  const { start, items } = programs;
  const program = lists.items;
  const count = start.length - 1;
  const rank = new Int32Array(program.length).fill(-1);
  const next = new Int32Array(count + 1);
  for (let e = 0; e < program.length; e++) if (program[e]! >= 0) next[program[e]! + 1]!++;
  for (let p = 0; p < count; p++) next[p + 1]! += next[p]!;
  // Entry and person side by side, so that the last pass reads forward.
  const gathered = new Int32Array(2 * next[count]!);
  for (let list = 0; list + 1 < lists.start.length; list++) {
    const person = personOf(list);
    for (let e = lists.start[list]!; e < lists.start[list + 1]!; e++) {
      if (program[e]! < 0) continue;
      const at = 2 * next[program[e]!]!++;
      gathered[at] = e;
      gathered[at + 1] = person;
    }
  }
  const stamp = new Int32Array(people).fill(-1);
  let at = 0;
  for (let p = 0; p < count; p++) {
    const from = start[p]!;
    const to = start[p + 1]!;
    for (let slot = from; slot < to; slot++) stamp[items[slot]!] = slot;
    // After the gathering, next[p] is where the entries of p end.
    for (const end = next[p]!; at < end; at++) {
      const slot = stamp[gathered[2 * at + 1]!]!;
      if (slot >= from && slot < to) rank[gathered[2 * at]!] = slot - from;
    }
  }
  return rank;
}
