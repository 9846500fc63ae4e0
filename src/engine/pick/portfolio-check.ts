// Whether a portfolio problem can be solved at all, and a sentence for a person when it cannot. It repairs nothing.
import { FEE_SLACK } from './portfolio-model.ts';
import type { Candidate, PortfolioProblem, PortfolioRefusal } from './portfolio-problem.ts';

const refuse = (reason: PortfolioRefusal['reason'], sentence: string): PortfolioRefusal => ({
  kind: 'refused',
  reason,
  sentence,
});

const usd = (amount: number) => `$${Number.isInteger(amount) ? amount : amount.toFixed(2)}`;
const isAmount = (x: number) => Number.isFinite(x) && x >= 0;
const isLimit = (x: number) => Number.isInteger(x) && x >= 0;
const isChance = (x: number) => x >= 0 && x <= 1;

function checkTerms(problem: PortfolioProblem): PortfolioRefusal | null {
  const { specialties, candidates } = problem;
  const own = candidates[0]?.feeUsd != null;
  for (const { id, feeUsd, gold, silver, most } of specialties) {
    if (!isLimit(gold) || !isLimit(silver))
      return refuse('bad-number', `The signal limits of ${id} must be whole numbers, 0 or more.`);
    if (most !== null && !isLimit(most))
      return refuse('bad-number', `The most programs of ${id} must be a whole number, 0 or more.`);
    if (own) continue;
    if (feeUsd[0] !== 0) return refuse('bad-number', `No application in ${id} must cost $0.`);
    if (!feeUsd.every((fee, k) => isAmount(fee) && fee >= (feeUsd[k - 1] ?? 0)))
      return refuse('bad-number', `The fees of ${id} must be amounts that never fall as the count rises.`);
  }
  return null;
}

function checkCandidate(problem: PortfolioProblem, candidate: Candidate): PortfolioRefusal | null {
  const { id, specialty, utility, chance, feeUsd } = candidate;
  if (!problem.specialties[specialty])
    return refuse('unknown-id', `${id} names a specialty that is not in the list.`);
  if (!Number.isFinite(utility)) return refuse('bad-number', `The utility of ${id} must be a number.`);
  if (feeUsd !== null && !isAmount(feeUsd))
    return refuse('bad-number', `The fee of ${id} must be an amount, $0 or more.`);
  if ((feeUsd === null) !== (problem.candidates[0]?.feeUsd == null))
    return refuse('bad-number', 'Either every program has its own fee or none has.');
  for (const level of ['none', 'silver', 'gold'] as const) {
    if (chance[level].length !== problem.scenarioWeights.length)
      return refuse('bad-number', `${id} must have one ${level} probability for each scenario.`);
    if (!chance[level].every(isChance))
      return refuse('bad-number', `The ${level} probability of ${id} must be a number from 0 to 1.`);
  }
  return null;
}

/** Cheapest application there is, USD. */
function oneFee({ candidates, specialties, bans }: PortfolioProblem): number {
  const banned = new Set(bans);
  let least = Number.POSITIVE_INFINITY;
  for (const { id, feeUsd, specialty } of candidates)
    if (!banned.has(id))
      least = Math.min(least, feeUsd ?? specialties[specialty]?.feeUsd[1] ?? Number.POSITIVE_INFINITY);
  return least;
}

function checkLocks(problem: PortfolioProblem): PortfolioRefusal | null {
  const { candidates, specialties, budgetUsd, locks, bans } = problem;
  const known = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  for (const id of [...locks, ...bans])
    if (!known.has(id)) return refuse('unknown-id', `No program has the id ${id}.`);
  const both = locks.find((id) => bans.includes(id));
  if (both !== undefined) return refuse('locked-and-banned', `${both} is both locked and banned.`);
  const locked = [...new Set(locks)].flatMap((id) => known.get(id) ?? []);
  let need = 0;
  for (const [s, { id, most, feeUsd }] of specialties.entries()) {
    const mine = locked.filter(({ specialty }) => specialty === s);
    if (most !== null && mine.length > most)
      return refuse(
        'locks-over-cap',
        `${mine.length} programs of ${id} are locked, and at most ${most} may be in.`,
      );
    if (mine.some((candidate) => candidate.feeUsd !== null))
      need += mine.reduce((sum, candidate) => sum + (candidate.feeUsd ?? 0), 0);
    else need += feeUsd[mine.length] ?? Number.POSITIVE_INFINITY;
  }
  if (need > budgetUsd + FEE_SLACK)
    return refuse(
      'locks-over-budget',
      Number.isFinite(need)
        ? `The locked programs cost ${usd(need)}, and the budget is ${usd(budgetUsd)}.`
        : 'More programs are locked than the fees are known for.',
    );
  return null;
}

/** Null for a problem that can be solved. The shape is TypeScript's business; here it is numbers, ids and locks. */
export function checkPortfolio(problem: PortfolioProblem): PortfolioRefusal | null {
  const { candidates, scenarioWeights, budgetUsd, outsideUtility, bans } = problem;
  if (candidates.length === 0) return refuse('no-programs', 'There are no programs to choose from.');
  if (!isAmount(budgetUsd)) return refuse('bad-number', 'The budget must be an amount, $0 or more.');
  if (!Number.isFinite(outsideUtility)) return refuse('bad-number', 'The outside utility must be a number.');
  const total = scenarioWeights.reduce((sum, weight) => sum + weight, 0);
  if (!scenarioWeights.every(isAmount) || Math.abs(total - 1) > 1e-6)
    return refuse('bad-number', 'The scenario weights must be 0 or more and add up to 1.');
  const terms = checkTerms(problem);
  if (terms) return terms;
  const seen = new Set<string>();
  for (const candidate of candidates) {
    if (seen.has(candidate.id)) return refuse('bad-number', `Two programs have the id ${candidate.id}.`);
    seen.add(candidate.id);
    const bad = checkCandidate(problem, candidate);
    if (bad) return bad;
  }
  const locks = checkLocks(problem);
  if (locks) return locks;
  if (bans.length > 0 && new Set(bans).size === candidates.length)
    return refuse('no-programs', 'Every program is banned.');
  const least = oneFee(problem);
  if (least === Number.POSITIVE_INFINITY)
    return refuse('bad-number', 'No specialty has a fee for one application.');
  if (budgetUsd + FEE_SLACK < least)
    return refuse(
      'budget-below-one-fee',
      `The budget of ${usd(budgetUsd)} is below the fee of one application, ${usd(least)}.`,
    );
  return null;
}
