// The independent check of a matching: is it possible at all, and who would break it? Written from the definition alone, on
// names and plain lists. It must never share code with the solvers: a mistake of theirs would then hide itself.
// See [Note: Stability].
import type { CoupleLists, MatchInstance, ProgramPair } from './match-instance.ts';

/** Program of every person, null for none. */
export type Matching = Readonly<Record<string, string | null>>;

export type Block =
  | { readonly kind: 'single'; readonly person: string; readonly program: string }
  | { readonly kind: 'couple'; readonly couple: string; readonly pair: ProgramPair };

export type BlockTest =
  | { readonly kind: 'tested'; readonly blocks: readonly Block[] }
  /** Not a matching of this market: over a quota, an unlisted place, a person left out. */
  | { readonly kind: 'not-a-matching'; readonly sentence: string };

interface Room {
  readonly quota: number;
  readonly placeOf: ReadonlyMap<string, number>;
  readonly held: string[];
}

/** Whether the program, choosing from the people it holds plus the newcomers, keeps every newcomer. */
function keepsAll(room: Room, newcomers: readonly string[]): boolean {
  const listed = [...new Set([...room.held, ...newcomers])].filter((person) => room.placeOf.has(person));
  const chosen = listed
    .toSorted((a, b) => (room.placeOf.get(a) ?? 0) - (room.placeOf.get(b) ?? 0))
    .slice(0, room.quota);
  return newcomers.every((person) => chosen.includes(person));
}

function pairBlocks(rooms: ReadonlyMap<string, Room>, couple: CoupleLists, pair: ProgramPair): boolean {
  const arriving = new Map<string, string[]>();
  pair.forEach((program, side) => {
    const person = couple.members[side];
    if (program !== null && person !== undefined)
      arriving.set(program, [...(arriving.get(program) ?? []), person]);
  });
  return [...arriving].every(([program, people]) => {
    const room = rooms.get(program);
    return room !== undefined && keepsAll(room, people);
  });
}

/** Position of the couple's places on its list; the length of the list for neither placed; −1 if not listed. */
function positionOf(couple: CoupleLists, matching: Matching): number {
  const [x, y] = couple.members;
  const first = matching[x] ?? null;
  const second = matching[y] ?? null;
  if (first === null && second === null) return couple.list.length;
  return couple.list.findIndex(([a, b]) => a === first && b === second);
}

/** What forbids the matching, or undefined. Fills `rooms` with the people held. */
function whyImpossible(
  instance: MatchInstance,
  matching: Matching,
  rooms: ReadonlyMap<string, Room>,
): string | undefined {
  const people = [...instance.singles.map(({ id }) => id), ...instance.couples.flatMap((c) => c.members)];
  const missing = people.find((person) => !Object.hasOwn(matching, person));
  if (missing !== undefined) return `Nothing is said about ${missing}.`;
  for (const person of people) {
    const program = matching[person] ?? null;
    if (program === null) continue;
    const room = rooms.get(program);
    if (!room?.placeOf.has(person)) return `${program} does not list ${person}.`;
    room.held.push(person);
  }
  for (const [program, { held, quota }] of rooms)
    if (held.length > quota) return `${program} holds ${held.length} people and has ${quota} seats.`;
  for (const { id, list } of instance.singles) {
    const program = matching[id] ?? null;
    if (program !== null && !list.includes(program)) return `${id} does not list ${program}.`;
  }
  const astray = instance.couples.find((couple) => positionOf(couple, matching) < 0);
  return astray && `Couple ${astray.id} does not list its pair.`;
}

/** Tests `matching`; `blocks` holds every blocking person with program and every blocking couple with pair. */
export function testBlocks(instance: MatchInstance, matching: Matching): BlockTest {
  const rooms = new Map<string, Room>(
    instance.programs.map(({ id, quota, list }) => [
      id,
      { quota, placeOf: new Map(list.map((person, place) => [person, place])), held: [] },
    ]),
  );
  const sentence = whyImpossible(instance, matching, rooms);
  if (sentence !== undefined) return { kind: 'not-a-matching', sentence };
  const blocks: Block[] = [];
  for (const { id, list } of instance.singles) {
    const now = matching[id] ?? null;
    for (const program of now === null ? list : list.slice(0, list.indexOf(now))) {
      const room = rooms.get(program);
      if (room && keepsAll(room, [id])) blocks.push({ kind: 'single', person: id, program });
    }
  }
  for (const couple of instance.couples)
    for (const pair of couple.list.slice(0, positionOf(couple, matching)))
      if (pairBlocks(rooms, couple, pair)) blocks.push({ kind: 'couple', couple: couple.id, pair });
  return { kind: 'tested', blocks };
}
