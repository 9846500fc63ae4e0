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
