// Benchmarks of the rank list, deferred acceptance and the couple's list, each with the plain way to do the same: objects,
// maps and a loop. The twin must give the same answer; `tests/engine/match/bench.test.ts` checks that it does.

import { deferredAcceptance } from '#engine/match/deferred-acceptance.ts';
import { buildMarket } from '#engine/match/market.ts';
import { flatLists } from '#engine/match/rank-lookup.ts';
import { seededRandom } from '#engine/random.ts';
import { coupleOutcomeDrawn, DRAWS, drawCouple } from '#engine/rank/couple-draws.ts';
import { atNodes } from '#engine/rank/couple-exact.ts';
import { coupleList } from '#engine/rank/couple-list.ts';
import { type ListOutcome, listOutcome } from '#engine/rank/list-outcome.ts';
import { logistic, STRENGTH } from '#engine/strength.ts';

export interface Bench<T> {
  readonly name: string;
  readonly run: () => T;
  readonly naive: () => T;
}

/** Shift by plain bisection, one object per program and node. */
function naiveListOutcome(q: readonly number[], sharedSd: number): Pick<ListOutcome, 'pMatch' | 'landing'> {
  const nodes = Array.from(STRENGTH.nodes, (z, k) => ({ z, weight: STRENGTH.weights[k] ?? 0 }));
  const programs = q.map((mean) => {
    let low = -40;
    let high = 40;
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      const at = nodes.reduce((sum, { z, weight }) => sum + weight * logistic(middle + sharedSd * z), 0);
      if (at < mean) low = middle;
      else high = middle;
    }
    return { shift: (low + high) / 2 };
  });
  const landing = programs.map((program, position) =>
    nodes.reduce((sum, { z, weight }) => {
      const refusals = programs
        .slice(0, position)
        .map(({ shift }) => 1 - logistic(shift + sharedSd * z))
        .reduce((product, p) => product * p, 1);
      return sum + weight * refusals * logistic(program.shift + sharedSd * z);
    }, 0),
  );
  return { pMatch: landing.reduce((sum, p) => sum + p, 0), landing };
}

/** A list of 30 programs with a shared strength: chance to match, its range, and where. */
export function listValue30(): Bench<Pick<ListOutcome, 'pMatch' | 'landing'>> {
  const random = seededRandom(30);
  const q = Array.from({ length: 30 }, () => 0.03 + 0.4 * random());
  return {
    name: 'listValue30',
    run: () => listOutcome(q, 1),
    naive: () => naiveListOutcome(q, 1),
  };
}

/** Lists of a random market, as arrays of numbers: 12 programs each, every program ranks whoever lists it. */
function randomLists(applicants: number, programs: number, length: number) {
  const random = seededRandom(applicants);
  const programLists: number[][] = Array.from({ length: programs }, () => []);
  const lists = Array.from({ length: applicants }, (_, applicant) => {
    const list = new Set<number>();
    while (list.size < length) list.add(Math.floor(random() * programs));
    for (const p of list) programLists[p]?.push(applicant);
    return [...list];
  });
  for (const list of programLists)
    for (let last = list.length - 1; last > 0; last--) {
      const at = Math.floor(random() * (last + 1));
      [list[last], list[at]] = [list[at] ?? 0, list[last] ?? 0];
    }
  return { lists, programLists };
}

/** Deferred acceptance with a map of ranks and a sorted array of people per program. */
function naiveMatch(
  lists: readonly (readonly number[])[],
  programLists: readonly (readonly number[])[],
  quota: number,
): number[] {
  const programs = programLists.map((list) => ({
    rank: new Map(list.map((applicant, place) => [applicant, place])),
    held: [] as { applicant: number; rank: number }[],
  }));
  const match = lists.map(() => -1);
  const next = lists.map(() => 0);
  const waiting = [...lists.keys()].toReversed();
  for (let applicant = waiting.pop(); applicant !== undefined; applicant = waiting.pop()) {
    const p = lists[applicant]?.[next[applicant] ?? 0];
    if (p === undefined) continue;
    next[applicant] = (next[applicant] ?? 0) + 1;
    const program = programs[p];
    const rank = program?.rank.get(applicant);
    if (!program || rank === undefined) {
      waiting.push(applicant);
      continue;
    }
    program.held.push({ applicant, rank });
    program.held.sort((a, b) => a.rank - b.rank);
    match[applicant] = p;
    if (program.held.length <= quota) continue;
    const refused = program.held.pop();
    if (!refused) continue;
    match[refused.applicant] = -1;
    waiting.push(refused.applicant);
  }
  return match;
}

/** A national market, 50,000 × 6,000 × 12 unless told otherwise: ranks looked up and everybody settled. */
export function da50k(applicants = 50_000, programs = 6_000): Bench<ArrayLike<number>> {
  const quota = 7;
  const { lists, programLists } = randomLists(applicants, programs, 12);
  const flat = flatLists(lists);
  const flatPrograms = flatLists(programLists);
  const quotas = new Int32Array(programs).fill(quota);
  return {
    name: 'da50k',
    run: () => deferredAcceptance(buildMarket(flat, flatPrograms, quotas)).match,
    naive: () => naiveMatch(lists, programLists, quota),
  };
}

/** A couple's list of 180 pairs under 8,192 kept draws: landing on every row. */
export function coupleEval(): Bench<ArrayLike<number>> {
  const random = seededRandom(12);
  const programs = (side: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({ id: `${side}${i}`, q: 0.05 + 0.3 * random(), u: random() }));
  const first = programs('a', 12);
  const second = programs('b', 15);
  const pairs = first
    .flatMap((a) => second.map((b) => ({ a, b, u: a.u + b.u })))
    .toSorted((x, y) => y.u - x.u)
    .map(({ a, b }): readonly [string, string] => [a.id, b.id]);
  const list = coupleList(first, second, pairs, 1);
  if (!list) throw new Error('a pair names no program');
  const draws = drawCouple(atNodes(list), seededRandom(1));
  const takes = (words: Uint32Array, program: number) =>
    Array.from({ length: DRAWS }, (_, draw) => {
      const word = words[program * (DRAWS / 32) + (draw >>> 5)] ?? 0;
      return ((word >>> (draw & 31)) & 1) === 1;
    });
  const firstTakes = first.map((_, i) => takes(draws.first, i));
  const secondTakes = second.map((_, i) => takes(draws.second, i));
  return {
    name: 'coupleEval',
    run: () => coupleOutcomeDrawn(list, draws).landing,
    naive: () => {
      const rows = Array.from(list.first, (a, row) => ({ a, b: list.second[row] ?? -1 }));
      const landed = rows.map(() => 0);
      for (let draw = 0; draw < DRAWS; draw++) {
        const row = rows.findIndex(({ a, b }) => firstTakes[a]?.[draw] && secondTakes[b]?.[draw]);
        if (row >= 0) landed[row] = (landed[row] ?? 0) + 1;
      }
      return landed.map((count) => count / DRAWS);
    },
  };
}
