// Every matching of a small market, judged by the definition of stability, and random small markets to judge. Written
// apart from the engine, on names and sets, so that a mistake there is not repeated here.
import type { MatchInstance, ProgramPair } from '#engine/match/match-instance.ts';
import { integerBelow, type Random, seededRandom, shuffle } from '#engine/random.ts';

export type Named = Record<string, string | null>;

export interface EveryMatching {
  readonly stable: readonly Named[];
  /** Best for all singles and couples at once, if there is one. */
  readonly applicantOptimal: Named | null;
  /** Blocks of the least blocked matching. */
  readonly fewestBlocks: number;
}

interface Unit {
  readonly people: readonly string[];
  readonly options: readonly (readonly (string | null)[])[];
}

export function everyMatching(instance: MatchInstance): EveryMatching {
  const programs = new Map(instance.programs.map((program) => [program.id, program]));
  const units: Unit[] = [
    ...instance.singles.map(({ id, list }) => ({ people: [id], options: list.map((p) => [p]) })),
    ...instance.couples.map(({ members, list }) => ({ people: members, options: list })),
  ];
  const held = new Map(instance.programs.map(({ id }) => [id, [] as string[]]));
  const at = units.map(({ options }) => options.length);

  /** Would every program of the option, choosing from those held and those arriving, keep all who arrive? */
  const couldHave = ({ people }: Unit, option: readonly (string | null)[]) =>
    [...new Set(option)].every((id) => {
      const program = id === null ? undefined : programs.get(id);
      if (!program) return true;
      const arriving = people.filter((_, side) => option[side] === id);
      const offered = new Set([...(held.get(program.id) ?? []), ...arriving]);
      const chosen = program.list.filter((person) => offered.has(person)).slice(0, program.quota);
      return arriving.every((person) => chosen.includes(person));
    });
  const countBlocks = () =>
    units.reduce(
      (sum, unit, u) => sum + unit.options.slice(0, at[u]).filter((option) => couldHave(unit, option)).length,
      0,
    );
  const hasRoom = ({ people }: Unit, option: readonly (string | null)[]) =>
    option.every((id, side) => {
      if (id === null) return true;
      const program = programs.get(id);
      const others = option.slice(0, side).filter((other) => other === id).length;
      return (
        program !== undefined &&
        program.list.includes(people[side] ?? '') &&
        (held.get(id)?.length ?? 0) + others < program.quota
      );
    });

  const stable: { named: Named; at: readonly number[] }[] = [];
  let fewestBlocks = Infinity;
  const place = (u: number): void => {
    const unit = units[u];
    if (!unit) {
      const blocks = countBlocks();
      fewestBlocks = Math.min(fewestBlocks, blocks);
      if (blocks > 0) return;
      const named = units.flatMap(({ people, options }, v) =>
        people.map((person, side): [string, string | null] => [person, options[at[v] ?? 0]?.[side] ?? null]),
      );
      stable.push({ named: Object.fromEntries(named), at: [...at] });
      return;
    }
    unit.options.forEach((option, o) => {
      if (!hasRoom(unit, option)) return;
      at[u] = o;
      option.forEach((id, side) => id !== null && held.get(id)?.push(unit.people[side] ?? ''));
      place(u + 1);
      for (const id of option) if (id !== null) held.get(id)?.pop();
    });
    at[u] = unit.options.length;
    place(u + 1);
  };
  place(0);
  const best = units.map((_, u) => Math.min(...stable.map((one) => one.at[u] ?? Infinity)));
  const optimal = stable.find((one) => one.at.every((option, u) => option === best[u]));
  return { stable: stable.map(({ named }) => named), applicantOptimal: optimal?.named ?? null, fewestBlocks };
}

export interface Size {
  readonly singles: number;
  readonly couples: number;
  readonly programs: number;
  readonly mostSeats: number;
}

function randomPairs(programs: readonly string[], random: Random): ProgramPair[] {
  const sides = [...programs, null];
  const all = sides.flatMap((a) => sides.map((b): ProgramPair => [a, b])).filter(([a, b]) => a ?? b);
  return shuffle(all, random).slice(0, 1 + integerBelow(random, 6));
}

/** A random market. Some people list programs that do not list them. */
export function randomMarket(size: Size, seed: number): MatchInstance {
  const random = seededRandom(seed);
  const programs = Array.from({ length: size.programs }, (_, p) => `H${p}`);
  const singles = Array.from({ length: size.singles }, (_, s) => ({
    id: `A${s}`,
    list: shuffle([...programs], random).slice(0, 1 + integerBelow(random, size.programs)),
  }));
  const couples = Array.from({ length: size.couples }, (_, c) => ({
    id: `C${c}`,
    members: [`C${c}x`, `C${c}y`] as const,
    list: randomPairs(programs, random),
  }));
  const people = [...singles.map(({ id }) => id), ...couples.flatMap(({ members }) => members)];
  return {
    id: `random-${seed}`,
    singles,
    couples,
    programs: programs.map((id) => ({
      id,
      quota: 1 + integerBelow(random, size.mostSeats),
      list: shuffle([...people], random).filter(() => random() < 0.85),
    })),
  };
}

/** The same people in the same places, whatever the order of the names. */
export const sorted = (matching: Readonly<Record<string, string | null>>): [string, string | null][] =>
  Object.entries(matching).toSorted(([a], [b]) => (a < b ? -1 : 1));
