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

/** Room kept from one lookup to the next: a fresh page of memory costs more than what is written on it. */
let room = new Int32Array(0);

function roomFor(size: number): Int32Array {
  if (room.length < size) room = new Int32Array(size);
  return room;
}

/**
 * For each entry of `lists` (a program, or −1 for none): the place of the person whose list it is on the program's list,
 * from 0, or −1 where the program does not list them. `personOf` names the person of list i.
 * The programs' lines are first gathered by person (counting sort); then each person's lines are stamped over one array of
 * programs, and the entries of their list read the stamps. A stamp is a position among the gathered lines, and those of
 * other people lie outside the person at hand, so nothing has to be wiped. O(entries + list lengths).
 */
export function rankLookup(
  lists: FlatLists,
  personOf: (list: number) => number,
  programs: FlatLists,
  people: number,
): Int32Array {
  const { start, items } = programs;
  const count = start.length - 1;
  const next = new Int32Array(people + 1);
  for (let line = 0; line < items.length; line++) next[items[line]! + 1]!++;
  for (let person = 0; person < people; person++) next[person + 1]! += next[person]!;
  // Program and place side by side, so that the last pass reads forward.
  const gathered = roomFor(2 * items.length);
  for (let p = 0; p < count; p++) {
    const from = start[p]!;
    const to = start[p + 1]!;
    for (let line = from; line < to; line++) {
      const at = 2 * next[items[line]!]!++;
      gathered[at] = p;
      gathered[at + 1] = line - from;
    }
  }
  const stamp = new Int32Array(count).fill(-1);
  const rank = new Int32Array(lists.items.length);
  for (let list = 0; list + 1 < lists.start.length; list++) {
    const person = personOf(list);
    // After the gathering, next[person] is where the lines of that person end.
    const from = person === 0 ? 0 : next[person - 1]!;
    const to = next[person]!;
    for (let at = from; at < to; at++) stamp[gathered[2 * at]!] = at;
    const end = lists.start[list + 1]!;
    for (let e = lists.start[list]!; e < end; e++) {
      const p = lists.items[e]!;
      const at = p < 0 ? -1 : stamp[p]!;
      rank[e] = at >= from && at < to ? gathered[2 * at + 1]! : -1;
    }
  }
  return rank;
}
