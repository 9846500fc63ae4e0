import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveByClassPaths } from '#engine/pick/any-place.ts';
import { submodularBound } from '#engine/pick/certificate.ts';
import { commonScoreList } from '#engine/pick/common-score.ts';
import { undominated } from '#engine/pick/dominance.ts';
import { Draft } from '#engine/pick/draft.ts';
import { exchangeSearch } from '#engine/pick/exchange.ts';
import { marginalGreedy } from '#engine/pick/marginal-greedy.ts';
import { plainGreedy } from '#engine/pick/plain-greedy.ts';
import { solvePortfolio } from '#engine/pick/portfolio.ts';
import { checkPortfolio } from '#engine/pick/portfolio-check.ts';
import { narrowed, portfolioModel } from '#engine/pick/portfolio-model.ts';
import { merged, scenarioBound } from '#engine/pick/scenario-bound.ts';
import { starts } from '#engine/pick/starts.ts';
import { solveByStates } from '#engine/pick/state-dp.ts';
import { unitsFreed } from '#engine/pick/unit-levels.ts';
import { portfolioValue } from '#engine/pick/value.ts';
import { seededRandom } from '#engine/random.ts';
import { bruteForce } from './brute-force.ts';
import { problemOfKind, wildProblem } from './portfolio-generator.ts';
import { smallProblem } from './small-problem.ts';

const seeds = fc.integer({ min: 0, max: 0x7fffffff });
const runs = (numRuns: number) => ({ numRuns, seed: 7 });
/** Milliseconds a property may take on a busy machine. */
const PATIENCE = 30_000;

/** Small wild problems that can be solved. */
const eachWild = (numRuns: number, check: (problem: ReturnType<typeof wildProblem>) => void) =>
  fc.assert(
    fc.property(seeds, fc.integer({ min: 2, max: 7 }), (seed, count) => {
      const problem = wildProblem(seed, count);
      if (checkPortfolio(problem) === null) check(problem);
    }),
    runs(numRuns),
  );

describe('the marginal greedy', () => {
  it(
    'is nested, and the best of every length at once',
    () => {
      fc.assert(
        fc.property(seeds, fc.integer({ min: 1, max: 9 }), (seed, count) => {
          const random = seededRandom(seed);
          const programs = Array.from({ length: count }, () => ({
            u: Math.floor(90 * random()) + 1,
            f: [random()],
          }));
          const { gains } = marginalGreedy(
            Float64Array.from(programs, ({ u }) => u),
            Float64Array.from(programs, ({ f }) => f[0]!),
            count,
          );
          let value = 0;
          gains.forEach((gain, at) => {
            value += gain;
            expect(value).toBeCloseTo(bruteForce(smallProblem(programs, at + 1)), 9);
            if (at > 0) expect(gain).toBeLessThanOrEqual(gains[at - 1]! + 1e-12);
          });
        }),
        runs(200),
      );
    },
    PATIENCE,
  );

  it('takes the same programs from thousands as re-evaluating every one', () => {
    const random = seededRandom(3);
    const utility = Float64Array.from({ length: 3000 }, () => Math.ceil(-10 * Math.log(1 - random())));
    const chance = utility.map((u) => 1 / (u + 10 * random()));
    const { picks, gains } = marginalGreedy(utility, chance, 40);
    const chosen: number[] = [];
    for (let n = 0; n < 40; n++) {
      const worth = (list: readonly number[]) =>
        list
          .toSorted((a, b) => utility[b]! - utility[a]!)
          .reduceRight((rest, i) => chance[i]! * utility[i]! + (1 - chance[i]!) * rest, 0);
      const pick = picks[n]!;
      const before = worth(chosen);
      expect(gains[n]).toBeCloseTo(worth([...chosen, pick]) - before, 9);
      if (n % 13 === 0)
        for (let i = 0; i < 3000; i++)
          if (!chosen.includes(i))
            expect(worth([...chosen, i]) - before).toBeLessThanOrEqual(gains[n]! + 1e-9);
      chosen.push(pick);
    }
  });
});

describe('the dynamic programs', () => {
  it(
    'lose nothing to dominance',
    () => {
      eachWild(250, (problem) => {
        const model = portfolioModel(problem);
        if (model.scenarios > 1 || model.units > 0) return;
        const whole = solveByStates(model);
        const small = solveByStates(narrowed(model, undominated(model)));
        if (!whole || !small) return;
        expect(small.byCell[small.best]).toBeCloseTo(whole.byCell[whole.best]!, 10);
      });
    },
    PATIENCE,
  );

  it('drop most of a long list', () => {
    const model = portfolioModel({ ...problemOfKind('single-piecewise', 5, 600), budgetUsd: 330 });
    const rows = undominated(model);
    expect(rows.length).toBeLessThan(200);
    const value = (of: typeof model) => {
      const answer = solveByStates(of)!;
      return answer.byCell[answer.best]!;
    };
    expect(value(narrowed(model, rows))).toBeCloseTo(value(model), 10);
  });

  it(
    'agree with the class paths where any place is the aim',
    () => {
      fc.assert(
        fc.property(seeds, fc.integer({ min: 4, max: 40 }), (seed, count) => {
          const model = portfolioModel(
            problemOfKind(seed % 2 ? 'single-signals-p1' : 'multi-signals-p1', seed, count),
          );
          const byStates = solveByStates(model);
          if (!byStates) return;
          const levels = solveByClassPaths(model)!.at(-1)!.levels();
          expect(new Draft(model, levels).fits()).toBe(true);
          expect(portfolioValue(model, levels)).toBeCloseTo(byStates.byCell[byStates.best]!, 10);
        }),
        runs(60),
      );
    },
    PATIENCE,
  );
});

describe('the common-score model', () => {
  const truth = (utility: number[], bar: number[], scores: number[], most: number) => {
    let best = 0;
    for (let set = 0; set < 1 << utility.length; set++) {
      const chosen = utility.map((_, i) => i).filter((i) => (set >> i) & 1);
      if (chosen.length > most) continue;
      const value = scores.reduce(
        (sum, score) => sum + Math.max(0, ...chosen.map((i) => (score >= bar[i]! ? utility[i]! : 0))),
        0,
      );
      best = Math.max(best, value / scores.length);
    }
    return best;
  };

  it(
    'finds the best chain, as a list and through the optimiser',
    () => {
      fc.assert(
        fc.property(
          seeds,
          fc.integer({ min: 1, max: 8 }),
          fc.integer({ min: 1, max: 4 }),
          (seed, count, most) => {
            const random = seededRandom(seed);
            const utility = Array.from({ length: count }, () => 1 + Math.floor(90 * random())).toSorted(
              (a, b) => a - b,
            );
            const bar = utility.map((u) => u / 90 + 0.5 * random());
            const scores = Array.from({ length: 6 }, () => 1.6 * random());
            const best = truth(utility, bar, scores, most);
            const pass = Float64Array.from(bar, (b) => scores.filter((score) => score >= b).length / 6);
            const list = commonScoreList(Float64Array.from(utility), pass, most);
            expect(list.length).toBeLessThanOrEqual(most);
            const value = list.reduce(
              (sum, i, at) => sum + (utility[i]! - (utility[list[at - 1]!] ?? 0)) * pass[i]!,
              0,
            );
            expect(value).toBeCloseTo(best, 9);
            const problem = smallProblem(
              utility.map((u, i) => ({ u, f: [scores.map((score) => (score >= bar[i]! ? 1 : 0))] })),
              most,
              { scenarioWeights: scores.map(() => 1 / 6) },
            );
            const solution = solvePortfolio(problem);
            expect(solution).toMatchObject({ exact: true, value: expect.closeTo(best, 9) });
          },
        ),
        runs(200),
      );
    },
    PATIENCE,
  );
});

describe('the general search', () => {
  it(
    'is never below either plain greedy, close to the best, and never above its bounds',
    () => {
      let missed = 0;
      let tried = 0;
      eachWild(220, (problem) => {
        const model = portfolioModel(problem);
        if (model.count === 0) return;
        const best = bruteForce(problem) - model.base;
        const { drafts } = starts(model);
        const greedy = Math.max(plainGreedy(model, 'gain').value(), plainGreedy(model, 'gainPerUsd').value());
        let value = 0;
        for (const draft of drafts) {
          exchangeSearch(model)(draft, { left: 200_000 }, 'triples');
          expect(draft.fits()).toBe(true);
          value = Math.max(value, draft.value());
          expect(submodularBound(draft)).toBeGreaterThanOrEqual(best - 1e-9);
        }
        expect(value).toBeGreaterThanOrEqual(greedy - 1e-12);
        expect(value).toBeLessThanOrEqual(best + 1e-9);
        expect(value).toBeGreaterThanOrEqual(0.985 * best - 1e-9);
        tried++;
        if (value < best - 1e-9) missed++;
      });
      expect(tried).toBeGreaterThan(150);
      expect(missed / tried).toBeLessThanOrEqual(0.05);
    },
    PATIENCE,
  );

  it(
    'bounds from above however few steps it is given',
    () => {
      eachWild(150, (problem) => {
        const model = unitsFreed(portfolioModel(problem));
        if (model.count === 0) return;
        const best = bruteForce(problem) - model.base;
        for (const steps of [0, 500, 1_000_000])
          expect(scenarioBound(model, steps)).toBeGreaterThanOrEqual(best - 1e-9);
        if (!model.ownFee)
          expect(scenarioBound(merged(model), 1_000_000)).toBeGreaterThanOrEqual(best - 1e-9);
      });
    },
    PATIENCE,
  );
});
