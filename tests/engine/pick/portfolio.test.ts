import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solvePortfolio } from '#engine/pick/portfolio.ts';
import type { PortfolioProblem } from '#engine/pick/portfolio-problem.ts';
import { seededRandom, shuffle } from '#engine/random.ts';
import { bruteForce, weigh } from './brute-force.ts';
import { feeList, KINDS, problemOfKind, wildProblem } from './portfolio-generator.ts';
import { inShort, smallProblem } from './small-problem.ts';

const solved = (problem: PortfolioProblem) => {
  const solution = solvePortfolio(problem);
  if (solution.kind === 'refused') throw new Error(solution.sentence);
  return solution;
};
const seeds = fc.integer({ min: 0, max: 0x7fffffff });
const runs = (numRuns: number) => ({ numRuns, seed: 20 });
/** Milliseconds a property may take on a busy machine. */
const PATIENCE = 30_000;

describe('the known counterexamples', () => {
  it('C1: is not fooled by the greatest chance times utility', () => {
    const problem = smallProblem(
      [
        { u: 20, f: [1] },
        { u: 30, f: [0.7] },
        { u: 190, f: [0.1] },
        { u: 30, f: [0.9] },
        { u: 160, f: [0.1] },
      ],
      3,
    );
    const { value, choices, exact, method } = solved(problem);
    expect(value).toBeCloseTo(55.27, 9);
    expect(inShort(problem, choices)).toBe('c d e');
    expect({ exact, method }).toEqual({ exact: true, method: 'marginal-greedy' });
  });

  it('C2: sees past the fee tier where both greedies stop short', () => {
    const problem = smallProblem(
      [
        { u: 60, f: [0.5] },
        { u: 100, f: [0.4] },
        { u: 60, f: [0.2] },
        { u: 100, f: [0.3] },
        { u: 40, f: [0.7], s: 1 },
        { u: 60, f: [0.5], s: 1 },
      ],
      52,
      { terms: [{ feeUsd: feeList(4, 2) }, { feeUsd: feeList(2, 2) }] },
    );
    const { value, choices, exact } = solved(problem);
    expect(value).toBeCloseTo(76.48, 9);
    expect(inShort(problem, choices)).toBe('b d e f');
    expect(exact).toBe(true);
  });

  it('C3: puts gold where it adds most to what is expected', () => {
    const problem = smallProblem(
      [
        { u: 40, f: [0.5, 0.5, 0.6] },
        { u: 60, f: [0.1, 0.1, 0.4] },
        { u: 30, f: [0.1, 0.1, 0.4] },
      ],
      2,
      { terms: [{ gold: 1 }] },
    );
    const { value, choices, exact } = solved(problem);
    expect(value).toBeCloseTo(36, 9);
    expect(inShort(problem, choices)).toBe('a b++');
    expect(exact).toBe(true);
  });

  it('C3b: puts gold where it lifts most, not where the chance is highest', () => {
    const problem = smallProblem(
      [
        { u: 1, f: [0.4, 0.4, 0.5] },
        { u: 1, f: [0.1, 0.1, 0.5] },
      ],
      2,
      { terms: [{ gold: 1 }], objective: 'pAtLeastOne' },
    );
    const { value, choices, method } = solved(problem);
    expect(value).toBeCloseTo(0.7, 12);
    expect(inShort(problem, choices)).toBe('a b++');
    expect(method).toBe('class-paths');
  });

  it('C4: keeps caps out of the marginal greedy', () => {
    const problem = smallProblem(
      [
        { u: 40, f: [0.7] },
        { u: 40, f: [0.2] },
        { u: 40, f: [0.9], s: 1 },
        { u: 90, f: [0.4], s: 1 },
      ],
      2,
      { terms: [{ most: 1 }, { most: 1 }] },
    );
    const { value, choices, exact } = solved(problem);
    expect(value).toBeCloseTo(52.8, 9);
    expect(inShort(problem, choices)).toBe('a d');
    expect(exact).toBe(true);
  });

  it('C5: keeps shared strength out of it too', () => {
    const states = { scenarioWeights: [0.5, 0.5] };
    const utility = smallProblem(
      [
        { u: 90, f: [[0, 0.4]] },
        { u: 30, f: [[0.5, 0.8]] },
        { u: 50, f: [[0, 0.8]] },
      ],
      2,
      states,
    );
    expect(solved(utility)).toMatchObject({ value: expect.closeTo(32.7, 9), exact: true });
    const any = smallProblem(
      [
        { u: 1, f: [[0, 0.5]] },
        { u: 1, f: [[0.1, 0.4]] },
        { u: 1, f: [[0.1, 0.4]] },
      ],
      2,
      { ...states, objective: 'pAtLeastOne' },
    );
    expect(solved(any)).toMatchObject({ value: expect.closeTo(0.415, 9), exact: true });
  });
});

describe('against every portfolio there is', () => {
  const methods = new Set<string>();

  it(
    'is never wrong, never breaks a limit and never promises less than the best',
    () => {
      fc.assert(
        fc.property(seeds, fc.integer({ min: 2, max: 7 }), (seed, count) => {
          const problem = wildProblem(seed, count);
          const solution = solvePortfolio(problem);
          if (solution.kind === 'refused') return;
          methods.add(solution.method);
          const best = bruteForce(problem);
          const own = weigh(problem, solution.choices);
          expect(own.faults).toEqual([]);
          expect(own.value).toBeCloseTo(solution.value, 9);
          expect(own.feeUsd).toBeCloseTo(solution.feeUsd, 9);
          expect(solution.value).toBeLessThanOrEqual(best + 1e-9);
          expect(solution.bound).toBeGreaterThanOrEqual(best - 1e-9);
          if (solution.exact) expect(solution.value).toBeGreaterThanOrEqual(best - 1e-9);
          else expect(solution.value).toBeGreaterThanOrEqual(0.985 * best);
        }),
        runs(400),
      );
    },
    PATIENCE,
  );

  it('has met every exact method on the way', () => {
    expect([...methods].toSorted()).toEqual(
      expect.arrayContaining([
        'branch-and-bound',
        'class-paths',
        'count-dp',
        'fee-dp',
        'marginal-greedy',
        'product-dp',
        'relaxed-greedy',
        'signal-dp',
      ]),
    );
  });

  const kinds = KINDS.flatMap((kind) => [1, 2, 3, 4].map((k) => [kind, k] as const));
  it.each(kinds)('finds and proves the best of another %s (%i)', (kind, k) => {
    const problem = problemOfKind(kind, 100 * KINDS.indexOf(kind) + k, kind.includes('signals') ? 8 : 9);
    const solution = solved(problem);
    expect(solution.value).toBeCloseTo(bruteForce(problem), 9);
    expect(solution.exact).toBe(true);
  });
});

describe('what any answer obeys', () => {
  it(
    'does not depend on the order of input',
    () => {
      fc.assert(
        fc.property(seeds, fc.integer({ min: 2, max: 12 }), (seed, count) => {
          const problem = wildProblem(seed, count);
          const random = seededRandom(seed);
          const other = { ...problem, candidates: shuffle([...problem.candidates], random) };
          const [one, two] = [solvePortfolio(problem), solvePortfolio(other)];
          if (one.kind === 'refused' || two.kind === 'refused') {
            expect(two).toEqual(one);
            return;
          }
          const chosen = (of: PortfolioProblem, choices: readonly string[]) =>
            inShort(of, choices).split(' ').toSorted().join(' ');
          expect({ ...two, choices: chosen(other, two.choices) }).toEqual({
            ...one,
            choices: chosen(problem, one.choices),
          });
        }),
        runs(120),
      );
    },
    PATIENCE,
  );

  it(
    'is worth no less with more money',
    () => {
      fc.assert(
        fc.property(
          seeds,
          fc.integer({ min: 2, max: 8 }),
          fc.integer({ min: 1, max: 60 }),
          (seed, count, more) => {
            const problem = wildProblem(seed, count);
            const poor = solvePortfolio(problem);
            const rich = solvePortfolio({ ...problem, budgetUsd: problem.budgetUsd + more });
            if (poor.kind === 'refused' || rich.kind === 'refused') return;
            expect(rich.value).toBeGreaterThanOrEqual(poor.value - 1e-9);
          },
        ),
        runs(80),
      );
    },
    PATIENCE,
  );

  it('loses nothing to an unused program and takes no part that adds nothing', () => {
    const problem = smallProblem(
      [
        { u: 50, f: [0.5] },
        { u: 8, f: [0.9] },
        { u: 70, f: [0] },
        { u: 60, f: [0.3] },
      ],
      4,
      { outsideUtility: 10 },
    );
    expect(inShort(problem, solved(problem).choices)).toBe('a d');
  });

  it('keeps locks in, bans out and caps held, also where that costs value', () => {
    const programs = [
      { u: 90, f: [0.5] },
      { u: 80, f: [0.5] },
      { u: 20, f: [0.1] },
      { u: 70, f: [0.5], s: 1 },
    ];
    const free = smallProblem(programs, 2, { terms: [{}, {}] });
    expect(inShort(free, solved(free).choices)).toBe('a b');
    const marked = { ...free, locks: ['c'], bans: ['a'] };
    expect(inShort(marked, solved(marked).choices)).toBe('b c');
    const capped = smallProblem(programs, 2, { terms: [{ most: 1 }, {}] });
    expect(inShort(capped, solved(capped).choices)).toBe('a d');
    expect(solved(marked).exact && solved(capped).exact).toBe(true);
  });

  it('pays a fee of any size once for a flat start', () => {
    const problem = smallProblem(
      [
        { u: 50, f: [0.6] },
        { u: 50, f: [0.5] },
        { u: 60, f: [0.7], s: 1 },
      ],
      115,
      { terms: [{ feeUsd: feeList(2, 3, true) }, { feeUsd: [0, 11] }] },
    );
    expect(inShort(problem, solved(problem).choices)).toBe('c');
    const richer = { ...problem, budgetUsd: 126 };
    expect(inShort(richer, solved(richer).choices)).toBe('a b c');
  });
});
