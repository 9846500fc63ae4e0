// Benchmarks of the pick list, each with the plain way to do the same: objects, maps, and every list evaluated from its
// beginning. `tests/engine/pick/bench.test.ts` checks that both ways agree.
import { marginalGreedy } from '#engine/pick/marginal-greedy.ts';
import { solvePortfolio } from '#engine/pick/portfolio.ts';
import type { Candidate, Choice, PortfolioProblem } from '#engine/pick/portfolio-problem.ts';
import { normal, type Random, seededRandom } from '#engine/random.ts';
import { logistic, STRENGTH } from '#engine/strength.ts';
import type { Bench } from './match.ts';

/** USD by count: 11 each to the thirtieth, 30 each after it. */
const erasFees = (count: number) =>
  Array.from({ length: count + 1 }, (_, k) => 11 * Math.min(k, 30) + 30 * Math.max(0, k - 30));

/** Programs of one specialty; the better ones are harder to get, and a signal helps. One chance per node. */
function programs(random: Random, specialty: number, count: number, nodes: readonly number[]): Candidate[] {
  return Array.from({ length: count }, (_, j): Candidate => {
    const utility = Math.round(20 + 80 * random());
    const base = (35 - utility) / 16 - 1.2 + 0.8 * normal(random);
    const silver = 0.7 + 0.4 * random();
    const gold = silver + 0.3 + 0.3 * random();
    const chances = (lift: number) => nodes.map((z) => logistic(base + lift + 0.8 * z));
    return {
      id: `${specialty}-${j}`,
      specialty,
      utility,
      unit: null,
      feeUsd: null,
      chance: { none: chances(0), silver: chances(silver), gold: chances(gold) },
    };
  });
}

/** The expected best of a list, from its beginning. */
function worth(
  list: readonly { readonly u: number; readonly f: readonly number[] }[],
  weights: readonly number[],
) {
  const best = [...list].sort((a, b) => b.u - a.u);
  return weights.reduce((sum, weight, q) => {
    let open = 1;
    let won = 0;
    for (const { u, f } of best) {
      won += open * f[q]! * u;
      open *= 1 - f[q]!;
    }
    return sum + weight * won;
  }, 0);
}

/** The best 100 of 5,000 programs of one price, in their order. Both give the value. */
export function greedy5000(count = 5000, most = 100): Bench<number> {
  const random = seededRandom(5000);
  const candidates = programs(random, 0, count, [0]);
  const utility = Float64Array.from(candidates, (c) => c.utility);
  const chance = Float64Array.from(candidates, ({ chance }) => chance.none[0]!);
  return {
    name: 'greedy5000',
    run: () => marginalGreedy(utility, chance, most).gains.reduce((sum, gain) => sum + gain, 0),
    naive: () => {
      const chosen: number[] = [];
      let value = 0;
      for (let n = 0; n < most; n++) {
        let best = 0;
        let at = -1;
        let place = 0;
        for (let i = 0; i < count; i++) {
          if (chosen.includes(i)) continue;
          // The list with program i in its place, evaluated whole.
          let open = 1;
          let won = 0;
          let r = 0;
          for (; r < chosen.length && utility[chosen[r]!]! >= utility[i]!; r++) {
            won += open * chance[chosen[r]!]! * utility[chosen[r]!]!;
            open *= 1 - chance[chosen[r]!]!;
          }
          const here = r;
          won += open * chance[i]! * utility[i]!;
          open *= 1 - chance[i]!;
          for (; r < chosen.length; r++) {
            won += open * chance[chosen[r]!]! * utility[chosen[r]!]!;
            open *= 1 - chance[chosen[r]!]!;
          }
          if (won > best) {
            best = won;
            at = i;
            place = here;
          }
        }
        chosen.splice(place, 0, at);
        value = best;
      }
      return value;
    },
  };
}

interface Cell {
  readonly value: number;
  readonly picks: { readonly id: string; readonly signal: Choice; readonly before: Cell['picks'] } | null;
}

/** One specialty of 400, up to 60 applications, 3 gold and 12 silver signals, solved exactly. Both give the value. */
export function signalsDp400(count = 400, most = 60, gold = 3, silver = 12): Bench<number> {
  const fees = erasFees(count);
  const problem: PortfolioProblem = {
    objective: 'expectedBest',
    outsideUtility: 0,
    budgetUsd: fees[most]!,
    scenarioWeights: [1],
    specialties: [{ id: 'S', feeUsd: fees, gold, silver, most: null }],
    candidates: programs(seededRandom(400), 0, count, [0]),
    locks: [],
    bans: [],
  };
  return {
    name: 'signalsDp400',
    run: () => {
      const solution = solvePortfolio(problem);
      if (solution.kind === 'refused' || solution.method !== 'signal-dp')
        throw new Error('not the exact method');
      return solution.value;
    },
    naive: () => {
      let cells = new Map<string, Cell>([['0/0/0', { value: 0, picks: null }]]);
      const ascending = [...problem.candidates].sort((a, b) => a.utility - b.utility);
      for (const { id, utility, chance } of ascending) {
        const next = new Map(cells);
        for (const [key, cell] of cells) {
          const [n = 0, g = 0, s = 0] = key.split('/').map(Number);
          if (n === most) continue;
          for (const signal of ['none', 'silver', 'gold'] as const) {
            const [g2, s2] = [g + (signal === 'gold' ? 1 : 0), s + (signal === 'silver' ? 1 : 0)];
            if (g2 > gold || s2 > silver) continue;
            const f = chance[signal][0]!;
            const value = (1 - f) * cell.value + f * utility;
            const at = `${n + 1}/${g2}/${s2}`;
            if (value > (next.get(at)?.value ?? -1))
              next.set(at, { value, picks: { id, signal, before: cell.picks } });
          }
        }
        cells = next;
      }
      return Math.max(...[...cells.values()].map(({ value }) => value));
    },
  };
}

/**
 * Two specialties past the fee tier with signals and 15 nodes of shared strength: no exact method applies. The twin is the
 * plain greedy with every list evaluated from its beginning; the search is worth at least as much. Both give the value.
 */
export function general(sizes: readonly [number, number] = [300, 150], budgetUsd = 440): Bench<number> {
  const random = seededRandom(15);
  const nodes = Array.from(STRENGTH.nodes);
  const candidates = sizes.flatMap((count, s) => programs(random, s, count, nodes));
  const specialties = sizes.map((count, s) => ({
    id: `S${s}`,
    feeUsd: erasFees(count),
    gold: s === 0 ? 3 : 5,
    silver: s === 0 ? 12 : 5,
    most: null,
  }));
  const total = STRENGTH.weights.reduce((sum, weight) => sum + weight, 0);
  const problem: PortfolioProblem = {
    objective: 'expectedBest',
    outsideUtility: 0,
    budgetUsd,
    scenarioWeights: Array.from(STRENGTH.weights, (weight) => weight / total),
    specialties,
    candidates,
    locks: [],
    bans: [],
  };
  return {
    name: 'general',
    run: () => {
      const solution = solvePortfolio(problem);
      if (solution.kind === 'refused') throw new Error(solution.sentence);
      return solution.value;
    },
    naive: () => {
      const list: { u: number; f: readonly number[]; id: string; s: number; signal: string }[] = [];
      let value = 0;
      for (;;) {
        let best: (typeof list)[number] | null = null;
        let most = value;
        for (const { id, specialty: s, utility: u, chance } of candidates) {
          if (list.some((entry) => entry.id === id)) continue;
          const counts = sizes.map((_, t) => list.filter((e) => e.s === t).length + (t === s ? 1 : 0));
          const fee = counts.reduce((sum, n, t) => sum + specialties[t]!.feeUsd[n]!, 0);
          if (fee > budgetUsd) continue;
          for (const signal of ['none', 'silver', 'gold'] as const) {
            const limit = signal === 'none' ? Number.POSITIVE_INFINITY : specialties[s]![signal];
            if (list.filter((e) => e.s === s && e.signal === signal).length >= limit) continue;
            const entry = { u, f: chance[signal], id, s, signal };
            const now = worth([...list, entry], problem.scenarioWeights);
            if (now > most) {
              most = now;
              best = entry;
            }
          }
        }
        if (!best) return value;
        list.push(best);
        value = most;
      }
    },
  };
}
