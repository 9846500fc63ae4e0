// One specialty of the catalog as a portfolio: the worth of a program is its fit, the chances are those of the 15 nodes
// of strength, and the limits are those of the season.
import type { Pid } from '#domain/ids.ts';
import type { FeeSchedule, SignalLimit } from '#domain/rules.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import type { Chances } from '#engine/chance/chance-answer.ts';
import { pickChances } from '#engine/chance/pick-chances.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { STRENGTH_NODES } from '#engine/strength.ts';
import { feeOfCount } from './fees.ts';
import type { Candidate, PortfolioProblem } from './portfolio-problem.ts';

/** Most applications a list is made for: more than anybody sends in one specialty. */
const MOST_APPLICATIONS = 150;
/** Worth of a program of which nothing weighed is known: the middle of what it could be, said nowhere as a fit. */
const UNKNOWN_WORTH = 50;

export interface ListProblem {
  readonly problem: PortfolioProblem;
  /** Row of the catalog by candidate. */
  readonly rows: readonly number[];
}

export interface ListTerms {
  readonly rows: readonly number[];
  readonly locks: readonly number[];
  readonly budgetUsd: number;
  readonly schedule: FeeSchedule;
  readonly limit: SignalLimit | undefined;
}

/** The newest limit of a specialty; undefined where none is published, and then nothing is signaled. */
export const newestLimit = (limits: readonly SignalLimit[], specialtyName: string): SignalLimit | undefined =>
  limits.filter((limit) => limit.specialtyName === specialtyName).toSorted((a, b) => b.season - a.season)[0];

/**
 * The problem of one list. Every row must have an estimate (`Chances.pickProgram`). Without weights all programs are
 * worth the same, and the list is the one most likely to bring any place.
 */
export function listProblem(
  catalog: Catalog,
  model: FitModel,
  chances: Chances,
  terms: ListTerms,
): ListProblem {
  const { columns } = catalog;
  const { rows, locks, budgetUsd, schedule, limit } = terms;
  const programs = rows.flatMap((row) => chances.pickProgram(row) ?? []);
  const { f } = pickChances(programs, chances.weights);
  const at = (table: Float64Array, candidate: number) =>
    Array.from(table.subarray(candidate * STRENGTH_NODES, (candidate + 1) * STRENGTH_NODES));
  const pid = (row: number): Pid => {
    const found = columns.pid[row];
    if (found === undefined) throw new RangeError(`no program in row ${row}`);
    return found;
  };
  const worth = (row: number) => {
    const value = model.scores?.value[row] ?? Number.NaN;
    return Number.isNaN(value) ? UNKNOWN_WORTH : value * 100;
  };
  const candidates = rows.map(
    (row, candidate): Candidate => ({
      id: pid(row),
      specialty: 0,
      utility: model.scores ? worth(row) : 1,
      // Tracks of one sponsor in one specialty share a signal (AAMC, program signaling).
      unit: String(columns.sponsor[row] ?? row),
      feeUsd: null,
      chance: { none: at(f.none, candidate), silver: at(f.silver, candidate), gold: at(f.gold, candidate) },
    }),
  );
  const most = Math.min(rows.length, MOST_APPLICATIONS);
  return {
    rows,
    problem: {
      objective: model.scores ? 'expectedBest' : 'pAtLeastOne',
      outsideUtility: 0,
      budgetUsd,
      scenarioWeights: Array.from(chances.weights),
      specialties: [
        {
          id: 'the-list',
          feeUsd: Array.from({ length: most + 1 }, (_, count) => feeOfCount(schedule, count)),
          gold: limit?.gold ?? 0,
          silver: limit?.silver ?? 0,
          most: null,
        },
      ],
      candidates,
      locks: locks.map(pid),
      bans: [],
    },
  };
}
