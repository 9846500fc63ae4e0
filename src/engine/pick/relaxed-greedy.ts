// E1 and E2: one specialty, or several treated as one at the lowest price of any. If what the cheaper world would choose
// can be paid for in this one, it is the best here too. No signals, no locks, one scenario.
import { marginalGreedy } from './marginal-greedy.ts';
import { FEE_SLACK, hasSignals, type PortfolioModel } from './portfolio-model.ts';
import type { Method } from './portfolio-problem.ts';

/** Whether Chade and Smith's conditions hold but for the number of specialties. */
const isPlain = (model: PortfolioModel): boolean =>
  model.scenarios === 1 && model.locks === 0 && model.ownFee === null && !hasSignals(model);

/** Rows that can be bought at all; the others would only be in the way. */
const buyableRows = ({ specialty, specialties }: PortfolioModel): Int32Array =>
  Int32Array.from(specialty.keys()).filter((row) => specialties[specialty[row]!]!.most > 0);

const buyableSpecialties = ({ specialties }: PortfolioModel) => specialties.filter(({ most }) => most > 0);

function order(model: PortfolioModel, most: number): { rows: Int32Array; gains: Float64Array } {
  const rows = buyableRows(model);
  const { picks, gains } = marginalGreedy(
    Float64Array.from(rows, (row) => model.gain[row]!),
    Float64Array.from(rows, (row) => model.chance[1][row]!),
    most,
  );
  return { rows: picks.map((pick) => rows[pick]!), gains };
}

export interface SingleOrder {
  /** Rows in the order of taking; every beginning of it is the best list of its length. */
  readonly rows: Int32Array;
  readonly gains: Float64Array;
  /** USD by count. */
  readonly fee: Float64Array;
}

/** E1: the nested order of one specialty, or null where the conditions do not hold. */
export function singleOrder(model: PortfolioModel): SingleOrder | null {
  const [only, ...more] = buyableSpecialties(model);
  if (!isPlain(model) || !only || more.length > 0) return null;
  return { ...order(model, only.most), fee: only.fee };
}

/** The least any count can cost per application, USD. */
function lowestPrice(model: PortfolioModel): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const { fee } of model.specialties)
    for (let k = 1; k < fee.length; k++) lowest = Math.min(lowest, fee[k]! / k);
  return lowest;
}

/** E2: null where the conditions do not hold or the cheaper world's choice cannot be paid for. */
function relaxedRows(model: PortfolioModel): Int32Array | null {
  if (!isPlain(model)) return null;
  const { specialties, specialty, budget, count } = model;
  const affordable = Math.floor((budget + FEE_SLACK) / lowestPrice(model));
  const { rows } = order(model, Math.min(count, affordable));
  const counts = new Int32Array(specialties.length);
  for (const row of rows) counts[specialty[row]!]!++;
  let usd = 0;
  for (let s = 0; s < specialties.length; s++) {
    const n = counts[s]!;
    if (n > specialties[s]!.most) return null;
    usd += specialties[s]!.fee[n]!;
  }
  return usd > budget + FEE_SLACK ? null : rows;
}

/** The levels of the best portfolio by E1 or E2, or null. */
export function solveByGreedy(model: PortfolioModel): { levels: Uint8Array; method: Method } | null {
  const single = singleOrder(model);
  const rows = single?.rows ?? relaxedRows(model);
  if (!rows) return null;
  const levels = new Uint8Array(model.count);
  for (const row of rows) levels[row] = 1;
  return { levels, method: single ? 'marginal-greedy' : 'relaxed-greedy' };
}
