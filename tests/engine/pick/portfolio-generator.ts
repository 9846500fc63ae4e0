// Random portfolio problems of the kinds of the public instances, and wilder ones: seeded, so that a failure can be met
// again.
import type { Candidate, PortfolioProblem, SpecialtyTerms } from '#engine/pick/portfolio-problem.ts';
import { integerBelow, normal, type Random, seededRandom } from '#engine/random.ts';

export const KINDS = [
  'single-uniform',
  'single-piecewise',
  'single-signals-p1',
  'single-signals-eu',
  'multi-piecewise-eu',
  'multi-signals-eu',
  'multi-signals-p1',
  'multi-flatstart-eu',
  'correlated-eu',
  'correlated-p1',
] as const;
export type Kind = (typeof KINDS)[number];

const between = (random: Random, from: number, to: number) => from + integerBelow(random, to - from + 1);
const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const rounded = (p: number) => Math.min(0.95, Math.max(0.002, Math.round(p * 1000) / 1000));

/** Cumulative fees: 11 each to a break, 30 each after it; or a flat start and 17 each after it. */
export function feeList(count: number, breakAt: number, flat = false): number[] {
  const fee = [0];
  for (let k = 1; k <= count; k++) {
    const price = flat ? (k === 1 ? 115 : k > breakAt ? 17 : 0) : k > breakAt ? 30 : 11;
    fee.push(fee[k - 1]! + price);
  }
  return fee;
}

/** A problem of a kind with `count` programs; the same seed gives the same problem. */
export function problemOfKind(kind: Kind, seed: number, count: number): PortfolioProblem {
  const random = seededRandom(seed);
  const correlated = kind.startsWith('correlated');
  const any = kind.endsWith('p1');
  const flat = kind === 'multi-flatstart-eu';
  const signals = kind.includes('signals') || correlated;
  const single = kind.startsWith('single') || kind === 'correlated-eu';
  const parts = single ? 1 : kind === 'multi-piecewise-eu' ? between(random, 2, 3) : 2;
  const sizes = Array.from({ length: parts }, (_, s) => Math.floor((count + s) / parts));
  const specialties = sizes.map((size, s): SpecialtyTerms => {
    const breakAt = kind === 'single-uniform' ? size : between(random, 2, 3);
    return {
      id: `S${s}`,
      feeUsd: feeList(size, breakAt, flat && s === 1),
      gold: signals && !correlated ? 1 : 0,
      silver: signals ? between(random, 1, parts === 1 ? 2 : 1) : 0,
      most: null,
    };
  });
  const shifts = correlated ? [-1.2, 0, 1.2] : [0];
  const candidates = sizes.flatMap((size, s) =>
    Array.from({ length: size }, (): Candidate => {
      const utility = between(random, 20, 100);
      const base = (any ? 32 - utility : 50 - utility) / 14 + 0.6 * normal(random);
      const silver = 0.7 + 0.6 * random();
      const gold = silver + 0.3 + 0.5 * random();
      const slope = 0.7 + 0.6 * random();
      const chances = (lift: number) => shifts.map((shift) => rounded(logistic(base + lift + slope * shift)));
      return {
        id: `${s}${random().toString(36).slice(2, 8)}`,
        specialty: s,
        utility,
        unit: null,
        feeUsd: null,
        chance: { none: chances(0), silver: chances(silver), gold: chances(gold) },
      };
    }),
  );
  const full = specialties.reduce((sum, { feeUsd }) => sum + feeUsd[feeUsd.length - 1]!, 0);
  const budgetUsd = Math.round(full * (0.28 + 0.32 * random()));
  return {
    objective: any ? 'pAtLeastOne' : 'expectedBest',
    outsideUtility: !any && random() < 0.3 ? between(random, 5, 30) : 0,
    budgetUsd: Math.max(budgetUsd, flat ? 140 : 22),
    scenarioWeights: correlated ? [0.25, 0.5, 0.25] : [1],
    specialties,
    candidates,
    locks: [],
    bans: [],
  };
}

/**
 * A problem with everything at once: up to three specialties, own fees or fees by count, shared units, caps, locks, bans,
 * scenarios, useless programs, and chances that need not rise with the level.
 */
export function wildProblem(seed: number, count: number): PortfolioProblem {
  const random = seededRandom(seed);
  const parts = between(random, 1, 3);
  const own = random() < 0.3;
  const scenarios = random() < 0.6 ? 1 : between(random, 2, 4);
  const rising = random() < 0.8;
  const raw = Array.from({ length: scenarios }, () => 0.2 + random());
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  const shares = random() < 0.5;
  const size = Math.ceil(count / parts);
  const candidates = Array.from({ length: count }, (_, j): Candidate => {
    const chances = () => Array.from({ length: scenarios }, () => (random() < 0.05 ? 1 : random() ** 2));
    const [none, silver, gold] = [chances(), chances(), chances()];
    const lift = (low: number[], high: number[]) => high.map((p, q) => Math.max(p, low[q]!));
    const middle = rising ? lift(none, silver) : silver;
    return {
      id: `c${j}`,
      specialty: j % parts,
      utility: between(random, 5, 100),
      unit: shares && random() < 0.6 ? `u${between(random, 0, 2)}` : null,
      feeUsd: own
        ? random() < 0.7
          ? between(random, 3, 12)
          : Math.round(100 * (3 + 9 * random())) / 100
        : null,
      chance: { none, silver: middle, gold: rising ? lift(middle, gold) : gold },
    };
  });
  const specialties = Array.from(
    { length: parts },
    (_, s): SpecialtyTerms => ({
      id: `S${s}`,
      feeUsd: feeList(size, between(random, 1, 3), random() < 0.2),
      gold: random() < 0.5 ? 0 : between(random, 0, 2),
      silver: random() < 0.5 ? 0 : between(random, 0, 2),
      most: random() < 0.3 ? between(random, 1, 3) : null,
    }),
  );
  const mark = (chance: number) => candidates.filter(() => random() < chance).map(({ id }) => id);
  const bans = random() < 0.3 ? mark(0.2) : [];
  const locks = random() < 0.4 ? mark(0.15).filter((id) => !bans.includes(id)) : [];
  return {
    objective: random() < 0.3 ? 'pAtLeastOne' : 'expectedBest',
    outsideUtility: random() < 0.3 ? between(random, 1, 40) : 0,
    budgetUsd: own ? between(random, 10, 50) : between(random, 20, 140),
    scenarioWeights: raw.map((weight) => weight / total),
    specialties,
    candidates,
    locks,
    bans,
  };
}
