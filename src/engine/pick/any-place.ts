// E6 for a whole portfolio: the greatest probability of any place in one scenario, with signals and any number of
// specialties. Exact, because −log Π(1−f) is a sum. Own fees and shared units are outside its conditions.
import { classPlan } from './class-paths.ts';
import { splitFrontier } from './fee-split.ts';
import type { PortfolioModel } from './portfolio-model.ts';

/** A sure place; its logarithm must stay a number. */
const SURE = 1e-300;

export interface AnyPlacePoint {
  readonly usd: number;
  /** The levels of the best portfolio for that money. */
  readonly levels: () => Uint8Array;
}

/**
 * Portfolios worth their fee, ascending in USD and in P(any place), the last the best of all; null where the conditions
 * do not hold. Time O(Σ counts · N) and that of the split.
 */
export function solveByClassPaths(model: PortfolioModel): AnyPlacePoint[] | null {
  const { count, gain, chance, specialty, specialties, locked, budget } = model;
  const alike = count > 0 && gain[0] === gain[count - 1];
  if (model.scenarios !== 1 || !alike || model.ownFee || model.units > 0) return null;
  const members = specialties.map((_, s) =>
    Int32Array.from(specialty.keys()).filter((row) => specialty[row] === s),
  );
  const plans = specialties.map(({ gold, silver, most }, s) => {
    const rows = members[s]!;
    const weights = (level: 1 | 2 | 3) =>
      Float64Array.from(rows, (row) => -Math.log(Math.max(SURE, 1 - chance[level][row]!)));
    return classPlan({
      weights: [weights(1), weights(2), weights(3)],
      locked: Uint8Array.from(rows, (row) => locked[row]!),
      gold,
      silver,
      most,
    });
  });
  const parts = plans.map(({ value }, s) => ({ value, fee: specialties[s]!.fee }));
  return splitFrontier(parts, budget).map(({ usd, counts }) => ({
    usd,
    levels: () => {
      const levels = new Uint8Array(count);
      plans.forEach((plan, s) => {
        const own = plan.levelsAt(counts[s]!);
        members[s]!.forEach((row, at) => {
          levels[row] = own[at]!;
        });
      });
      return levels;
    },
  }));
}
