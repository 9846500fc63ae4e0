// The slow truth the optimiser is held against: every portfolio, one after the other. It shares no code with the engine.
import type { PortfolioProblem } from '#engine/pick/portfolio-problem.ts';

const LEVELS = ['none', 'silver', 'gold'] as const;

/** The greatest value of any portfolio, straight from the definition. Use with 14 programs at most. */
export function bruteForce(problem: PortfolioProblem): number {
  const { candidates, specialties, scenarioWeights, budgetUsd, objective, outsideUtility } = problem;
  const any = objective === 'pAtLeastOne';
  const worth = candidates.map(({ utility }) => (any ? 1 : Math.max(utility, outsideUtility)));
  const outside = any ? 0 : outsideUtility;
  const order = candidates.map((_, j) => j).sort((a, b) => worth[b]! - worth[a]!);
  const counts = specialties.map(() => 0);
  const signals = specialties.map(() => ({ none: 0, silver: 0, gold: 0 }));
  const unitLevel = new Map<string, { level: string; members: number }>();
  let own = 0;
  let best = Number.NEGATIVE_INFINITY;
  const spent = () =>
    candidates[0]?.feeUsd != null
      ? own
      : counts.reduce((sum, n, s) => sum + (specialties[s]!.feeUsd[n] ?? Number.POSITIVE_INFINITY), 0);
  const visit = (at: number, open: readonly number[], won: number) => {
    if (at === order.length) {
      const value = won + open.reduce((sum, p, q) => sum + p * scenarioWeights[q]! * outside, 0);
      if (value > best) best = value;
      return;
    }
    const candidate = candidates[order[at]!]!;
    const { id, specialty: s, unit, chance, feeUsd } = candidate;
    if (!problem.locks.includes(id)) visit(at + 1, open, won);
    if (problem.bans.includes(id)) return;
    const { gold, silver, most } = specialties[s]!;
    const limit = { none: Number.POSITIVE_INFINITY, silver, gold };
    counts[s]!++;
    own += feeUsd ?? 0;
    if (spent() <= budgetUsd + 1e-9 && counts[s]! <= (most ?? Number.POSITIVE_INFINITY))
      for (const level of LEVELS) {
        const key = unit === null ? `alone ${id}` : `${s} ${unit}`;
        const held = unitLevel.get(key);
        if (held && held.members > 0 && held.level !== level) continue;
        const pays = !held || held.members === 0;
        if (pays && signals[s]![level] >= limit[level]) continue;
        if (pays) signals[s]![level]++;
        unitLevel.set(key, { level, members: (held?.members ?? 0) + 1 });
        let more = won;
        const left = open.map((p, q) => {
          more += scenarioWeights[q]! * p * chance[level][q]! * worth[order[at]!]!;
          return p * (1 - chance[level][q]!);
        });
        visit(at + 1, left, more);
        unitLevel.set(key, { level, members: held?.members ?? 0 });
        if (pays) signals[s]![level]--;
      }
    counts[s]!--;
    own -= feeUsd ?? 0;
  };
  visit(
    0,
    scenarioWeights.map(() => 1),
    0,
  );
  return best;
}

export interface Weighed {
  readonly value: number;
  readonly feeUsd: number;
  /** What the portfolio breaks; empty when it is allowed. */
  readonly faults: readonly string[];
}

/** Weighs given choices by the definition, and says what they break. */
export function weigh(problem: PortfolioProblem, choices: readonly string[]): Weighed {
  const { candidates, specialties, scenarioWeights, budgetUsd, objective, outsideUtility, locks, bans } =
    problem;
  const faults: string[] = [];
  const chosen = candidates
    .map((candidate, j) => ({ candidate, choice: choices[j]! }))
    .filter((c) => c.choice !== 'skip');
  const ids = new Set(chosen.map(({ candidate }) => candidate.id));
  if (!locks.every((id) => ids.has(id))) faults.push('a locked program is out');
  if (bans.some((id) => ids.has(id))) faults.push('a banned program is in');
  let feeUsd = 0;
  for (const [s, { feeUsd: fees, gold, silver, most }] of specialties.entries()) {
    const mine = chosen.filter(({ candidate }) => candidate.specialty === s);
    if (most !== null && mine.length > most) faults.push('a specialty is over its cap');
    feeUsd += mine.some(({ candidate }) => candidate.feeUsd !== null)
      ? mine.reduce((sum, { candidate }) => sum + candidate.feeUsd!, 0)
      : (fees[mine.length] ?? Number.POSITIVE_INFINITY);
    const paid = new Map(
      mine.map(({ candidate: { unit, id }, choice }) => [unit === null ? ` ${id}` : unit, choice]),
    );
    for (const { candidate, choice } of mine)
      if (candidate.unit !== null && paid.get(candidate.unit) !== choice)
        faults.push('a unit has two levels');
    const spent = (signal: string) => [...paid.values()].filter((choice) => choice === signal).length;
    if (spent('gold') > gold || spent('silver') > silver) faults.push('too many signals');
  }
  if (feeUsd > budgetUsd + 1e-6) faults.push('over the budget');
  const any = objective === 'pAtLeastOne';
  const best = chosen.toSorted((a, b) => b.candidate.utility - a.candidate.utility);
  const value = scenarioWeights.reduce((sum, weight, q) => {
    let open = 1;
    let won = 0;
    for (const { candidate, choice } of best) {
      const f = candidate.chance[choice as 'none'][q]!;
      won += open * f * (any ? 1 : Math.max(candidate.utility, outsideUtility));
      open *= 1 - f;
    }
    return sum + weight * (won + (any ? 0 : open * outsideUtility));
  }, 0);
  return { value, feeUsd, faults };
}
