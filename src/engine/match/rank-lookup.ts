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
 * For each entry e (person `person[e]` names program `program[e]`; a program of −1 is none): the place of that person on
 * the program's list, from 0, or −1 where the program does not list them.
 * Entries are first gathered by program (counting sort); then each program stamps its list over one array of people, and
 * its entries read their stamps. A stamp is a position in `programs.items`, and positions of other programs lie outside
 * the list at hand, so nothing has to be wiped. O(entries + list lengths).
 */
export function rankLookup(
  person: Int32Array,
  program: Int32Array,
  programs: FlatLists,
  people: number,
): Int32Array {
  const { start, items } = programs;
  const count = start.length - 1;
  const rank = new Int32Array(person.length).fill(-1);
  const next = new Int32Array(count + 1);
  for (let e = 0; e < program.length; e++) if (program[e]! >= 0) next[program[e]! + 1]!++;
  for (let p = 0; p < count; p++) next[p + 1]! += next[p]!;
  const gathered = new Int32Array(next[count]!);
  for (let e = 0; e < program.length; e++) if (program[e]! >= 0) gathered[next[program[e]!]!++] = e;
  const stamp = new Int32Array(people).fill(-1);
  let at = 0;
  for (let p = 0; p < count; p++) {
    const from = start[p]!;
    const to = start[p + 1]!;
    for (let slot = from; slot < to; slot++) stamp[items[slot]!] = slot;
    // After the scatter, next[p] is where the entries of p end.
    for (const end = next[p]!; at < end; at++) {
      const e = gathered[at]!;
      const slot = stamp[person[e]!]!;
      if (slot >= from && slot < to) rank[e] = slot - from;
    }
  }
  return rank;
}
