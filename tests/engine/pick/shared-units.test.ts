import { describe, expect, it } from 'vitest';
import { solvePortfolio } from '#engine/pick/portfolio.ts';
import type { PortfolioProblem } from '#engine/pick/portfolio-problem.ts';
import { bruteForce, weigh } from './brute-force.ts';
import { problemOfKind } from './portfolio-generator.ts';
import { inShort, smallProblem } from './small-problem.ts';

const solved = (problem: PortfolioProblem) => {
  const solution = solvePortfolio(problem);
  if (solution.kind === 'refused') throw new Error(solution.sentence);
  return solution;
};

describe('tracks that share one signal', () => {
  const tracks = [
    { u: 60, f: [0.1, 0.1, 0.4], unit: 'sponsor' },
    { u: 55, f: [0.1, 0.1, 0.4], unit: 'sponsor' },
    { u: 58, f: [0.2, 0.2, 0.5] },
  ];

  it('spend it once and both gain by it', () => {
    const problem = smallProblem(tracks, 3, { terms: [{ gold: 1 }] });
    const solution = solved(problem);
    expect(inShort(problem, solution.choices)).toBe('a++ b++ c');
    expect(solution.exact).toBe(true);
    const apart = smallProblem(
      tracks.map(({ u, f }) => ({ u, f })),
      3,
      { terms: [{ gold: 1 }] },
    );
    expect(solved(apart).value).toBeLessThan(solution.value);
  });

  it('are one unit only within a specialty', () => {
    const terms = [{ gold: 1 }, { gold: 0 }];
    const split = tracks.map((track, j) => ({ ...track, s: j % 2 }));
    const alone = split.map(({ u, f, s }) => ({ u, f, s }));
    const problem = smallProblem(split, 3, { terms });
    expect(solved(problem)).toEqual(solved(smallProblem(alone, 3, { terms })));
    expect(solved(problem).choices[1]).toBe('none');
  });

  it('pay nothing for tracks that are not chosen', () => {
    const problem = smallProblem(tracks, 1, { terms: [{ gold: 1 }] });
    expect(inShort(problem, solved(problem).choices)).toBe('c++');
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('are settled best in a larger problem (%i)', (seed) => {
    const base = problemOfKind(seed % 2 ? 'single-signals-eu' : 'multi-signals-eu', seed, 8);
    const problem = {
      ...base,
      objective: seed % 3 ? ('expectedBest' as const) : ('pAtLeastOne' as const),
      candidates: base.candidates.map((candidate, j) => ({
        ...candidate,
        unit: j % 3 === 2 ? null : `u${j % 3}`,
      })),
    };
    const solution = solved(problem);
    expect(solution.value).toBeCloseTo(bruteForce(problem), 9);
    expect(solution.exact).toBe(true);
    expect(weigh(problem, solution.choices).faults).toEqual([]);
  });
});
