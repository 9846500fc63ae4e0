// Portfolio problems small enough to read in a test.
import type { Candidate, PortfolioProblem, SpecialtyTerms } from '#engine/pick/portfolio-problem.ts';

interface Shorthand {
  readonly u: number;
  /** Chances by level, none first; a level left out is as the one before. Each one number, or one per scenario. */
  readonly f: readonly (number | readonly number[])[];
  readonly s?: number;
  readonly unit?: string;
  readonly fee?: number;
}

const asList = (p: number | readonly number[]) => (typeof p === 'number' ? [p] : p);

/** Programs `a`, `b`, `c` …; a dollar for each application unless `terms` say otherwise. */
export function smallProblem(
  programs: readonly Shorthand[],
  budgetUsd: number,
  rest: Partial<Omit<PortfolioProblem, 'specialties'>> & {
    readonly terms?: readonly Partial<SpecialtyTerms>[];
  } = {},
): PortfolioProblem {
  const { terms = [{}], ...others } = rest;
  const candidates = programs.map(({ u, f, s = 0, unit, fee }, j): Candidate => {
    const none = asList(f[0]!);
    const silver = f[1] === undefined ? none : asList(f[1]);
    return {
      id: String.fromCharCode(97 + j),
      specialty: s,
      utility: u,
      unit: unit ?? null,
      feeUsd: fee ?? null,
      chance: { none, silver, gold: f[2] === undefined ? silver : asList(f[2]) },
    };
  });
  return {
    objective: 'expectedBest',
    outsideUtility: 0,
    budgetUsd,
    scenarioWeights: [1],
    candidates,
    locks: [],
    bans: [],
    ...others,
    specialties: terms.map((own, s) => ({
      id: `S${s}`,
      feeUsd: programs.map((_, k) => k).concat(programs.length),
      gold: 0,
      silver: 0,
      most: null,
      ...own,
    })),
  };
}

/** The chosen ids with their signals: `a b+ c++` for none, silver and gold. */
export const inShort = (problem: PortfolioProblem, choices: readonly string[]): string =>
  problem.candidates
    .flatMap(({ id }, j) => {
      const choice = choices[j];
      return choice === 'skip' ? [] : [`${id}${choice === 'silver' ? '+' : choice === 'gold' ? '++' : ''}`];
    })
    .join(' ');
