import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetCurve } from '#engine/pick/budget-curve.ts';
import { solvePortfolio } from '#engine/pick/portfolio.ts';
import { checkPortfolio } from '#engine/pick/portfolio-check.ts';
import type { PortfolioProblem } from '#engine/pick/portfolio-problem.ts';
import { reportPortfolio } from '#engine/pick/portfolio-report.ts';
import { bruteForce, weigh } from './brute-force.ts';
import { feeList, problemOfKind, wildProblem } from './portfolio-generator.ts';
import { smallProblem } from './small-problem.ts';

const seeds = fc.integer({ min: 0, max: 0x7fffffff });
const runs = (numRuns: number) => ({ numRuns, seed: 11 });
/** Milliseconds a property may take on a busy machine. */
const PATIENCE = 30_000;

const reported = (problem: PortfolioProblem) => {
  const solution = solvePortfolio(problem);
  if (solution.kind === 'refused') throw new Error(solution.sentence);
  return { solution, report: reportPortfolio(problem, solution) };
};
const curveOf = (problem: PortfolioProblem, upToUsd: number) => {
  const curve = budgetCurve(problem, upToUsd);
  if (curve.kind === 'refused') throw new Error(curve.sentence);
  return curve;
};

describe('the report of a portfolio', () => {
  it(
    'says what each entry adds, by the definition',
    () => {
      fc.assert(
        fc.property(seeds, fc.integer({ min: 2, max: 10 }), (seed, count) => {
          const problem = wildProblem(seed, count);
          if (checkPortfolio(problem)) return;
          const { solution, report } = reported(problem);
          const { choices, value } = solution;
          expect(report.entries).toHaveLength(choices.filter((choice) => choice !== 'skip').length);
          for (const { candidate, choice, marginal } of report.entries) {
            expect(choice).toBe(choices[candidate]);
            const without = choices.map((own, at) => (at === candidate ? 'skip' : own));
            expect(marginal).toBeCloseTo(value - weigh(problem, without).value, 9);
          }
          const named = [...report.entries, ...report.leftOut].map(({ candidate }) => candidate);
          expect(named.toSorted((a, b) => a - b)).toEqual(problem.candidates.map((_, at) => at));
        }),
        runs(60),
      );
    },
    PATIENCE,
  );

  it('adds the next ones with what each would cost and bring', () => {
    const programs = Array.from({ length: 15 }, (_, j) => ({ u: 90 - 3 * j, f: [0.2 + 0.01 * j] }));
    const problem = smallProblem(programs, 33, { terms: [{ feeUsd: feeList(15, 4) }] });
    const { solution, report } = reported(problem);
    expect(report.next).toHaveLength(10);
    expect(report.next.map(({ feeUsd }) => feeUsd)).toEqual([11, 30, 30, 30, 30, 30, 30, 30, 30, 30]);
    const choices = [...solution.choices];
    let value = solution.value;
    for (const { candidate, choice, gain } of report.next) {
      expect(choices[candidate]).toBe('skip');
      choices[candidate] = choice;
      const now = weigh(problem, choices).value;
      expect(gain).toBeCloseTo(now - value, 10);
      value = now;
    }
  });

  it('says why each of the others stayed out', () => {
    const problem = smallProblem(
      [
        { u: 90, f: [0.4] },
        { u: 80, f: [0.5] },
        { u: 70, f: [0.3] },
        { u: 5, f: [0.9] },
        { u: 60, f: [0.2], s: 1 },
        { u: 50, f: [0.6], s: 1 },
        { u: 85, f: [0.1] },
        { u: 40, f: [0.9] },
      ],
      33,
      {
        terms: [{ feeUsd: feeList(8, 8) }, { feeUsd: feeList(8, 8), most: 1 }],
        outsideUtility: 10,
        bans: ['g'],
        locks: ['f'],
      },
    );
    const { report } = reported(problem);
    const reason = Object.fromEntries(
      report.leftOut.map(({ candidate, reason }) => [problem.candidates[candidate]!.id, reason]),
    );
    expect(report.entries.map(({ candidate }) => problem.candidates[candidate]!.id)).toEqual(['a', 'b', 'f']);
    expect(reason).toEqual({
      c: 'dominated',
      d: 'gain-below-fee',
      e: 'dominated',
      g: 'banned',
      h: 'over-budget',
    });
    const capped = smallProblem(
      [
        { u: 90, f: [0.4] },
        { u: 20, f: [0.9] },
      ],
      5,
      { terms: [{ most: 1 }] },
    );
    expect(reported(capped).report.leftOut).toEqual([{ candidate: 1, reason: 'over-cap' }]);
  });
});

describe('the budget curve', () => {
  it(
    'holds the best value of every budget where it is exact',
    () => {
      fc.assert(
        fc.property(seeds, fc.integer({ min: 2, max: 6 }), (seed, count) => {
          const problem = wildProblem(seed, count);
          if (checkPortfolio(problem)) return;
          const curve = curveOf(problem, problem.budgetUsd);
          const values = curve.points.map(({ value }) => value);
          expect(values).toEqual(values.toSorted((a, b) => a - b));
          for (const part of [1, 0.8, 0.5]) {
            const budgetUsd = problem.budgetUsd * part;
            const best = bruteForce({ ...problem, budgetUsd });
            if (best === Number.NEGATIVE_INFINITY) continue;
            const point = curve.points.filter(({ feeUsd }) => feeUsd <= budgetUsd + 1e-9).at(-1)!;
            if (curve.exact) expect(point.value).toBeCloseTo(best, 9);
            else expect(point.value).toBeLessThanOrEqual(best + 1e-9);
          }
        }),
        runs(200),
      );
    },
    PATIENCE,
  );

  it('passes through the portfolio itself where it is not exact', () => {
    const problem = problemOfKind('correlated-eu', 4, 11);
    const { solution } = reported(problem);
    const curve = curveOf(problem, 2 * problem.budgetUsd);
    expect(curve.exact).toBe(false);
    expect(curve.points).toContainEqual({
      feeUsd: solution.feeUsd,
      value: solution.value,
      count: solution.choices.filter((choice) => choice !== 'skip').length,
    });
  });

  it('refuses what the optimiser refuses', () => {
    expect(budgetCurve(problemOfKind('single-uniform', 1, 5), 3)).toMatchObject({
      kind: 'refused',
      reason: 'budget-below-one-fee',
    });
  });
});
