import { describe, expect, it } from 'vitest';
import { portfolioModel } from '#engine/pick/portfolio-model.ts';
import { portfolioFee, portfolioValue } from '#engine/pick/value.ts';
import { listValue, outcomeOf } from '#engine/rank/list-outcome.ts';
import { strengthChances } from '#engine/rank/strength-chances.ts';
import { weigh } from './brute-force.ts';
import { feeList, wildProblem } from './portfolio-generator.ts';
import { smallProblem } from './small-problem.ts';

describe('the value of a portfolio', () => {
  it('is what the same programs are worth as a rank list', () => {
    const chances = strengthChances([0.1, 0.3, 0.5], 1);
    const { points, weights, at } = chances;
    const utility = [90, 60, 30];
    const problem = (objective: 'expectedBest' | 'pAtLeastOne') =>
      smallProblem(
        utility.map((u, j) => ({ u, f: [Array.from(at.subarray(j * points, (j + 1) * points))] })),
        3,
        { objective, outsideUtility: 10, scenarioWeights: Array.from(weights) },
      );
    const all = Uint8Array.of(1, 1, 1);
    const outcome = outcomeOf(chances);
    expect(portfolioValue(portfolioModel(problem('expectedBest')), all)).toBeCloseTo(
      listValue(outcome, utility, 10),
      9,
    );
    expect(portfolioValue(portfolioModel(problem('pAtLeastOne')), all)).toBeCloseTo(outcome.pMatch, 9);
  });

  it('and its fee are those of the definition, whatever is in it', () => {
    for (let seed = 0; seed < 60; seed++) {
      const problem = { ...wildProblem(seed, 9), locks: [], bans: [], budgetUsd: 1000 };
      const model = portfolioModel({
        ...problem,
        specialties: problem.specialties.map((terms) => ({ ...terms, feeUsd: feeList(9, 3), most: null })),
      });
      const levels = model.source.map((row) => (row * (seed + 3)) % 4);
      const choices = problem.candidates.map(() => 'skip');
      model.source.forEach((at, row) => {
        choices[at] = ['skip', 'none', 'silver', 'gold'][levels[row]!]!;
      });
      const own = weigh(
        {
          ...problem,
          specialties: problem.specialties.map((terms) => ({ ...terms, feeUsd: feeList(9, 3) })),
        },
        choices,
      );
      expect(portfolioValue(model, Uint8Array.from(levels))).toBeCloseTo(own.value, 9);
      expect(portfolioFee(model, Uint8Array.from(levels))).toBeCloseTo(own.feeUsd, 9);
    }
  });
});
