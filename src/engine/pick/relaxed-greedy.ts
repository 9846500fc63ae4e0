// E1 and E2: one specialty, or several treated as one at the lowest price of any. If what the cheaper world would choose
// can be paid for in this one, it is the best here too. No signals, no locks, one scenario.
import { marginalGreedy } from './marginal-greedy.ts';
import { FEE_SLACK, hasSignals, type PortfolioModel } from './portfolio-model.ts';
import type { Method } from './portfolio-problem.ts';

/** Whether Chade and Smith's conditions hold but for the number of specialties. */
const isPlain = (model: PortfolioModel): boolean =>
  model.scenarios === 1 && model.locks === 0 && model.ownFee === null && !hasSignals(model);

/** The least any count can cost per application, USD. */
function lowestPrice(model: PortfolioModel): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const { fee } of model.specialties)
    for (let k = 1; k < fee.length; k++) lowest = Math.min(lowest, fee[k]! / k);
  return lowest;
}

/** The levels of the best portfolio, or null where the conditions do not hold or the check fails. */
export function solveByGreedy(model: PortfolioModel): { levels: Uint8Array; method: Method } | null {
  if (!isPlain(model)) return null;
  const { specialties, specialty, budget, count } = model;
  const buyable = specialties.filter(({ most }) => most > 0);
  const single = buyable.length === 1;
  const affordable = Math.floor((budget + FEE_SLACK) / lowestPrice(model));
  const most = single ? buyable[0]!.most : Math.min(count, affordable);
  // Rows of a specialty that cannot be bought at all would only be in the way.
  const rows = Int32Array.from(specialty.keys()).filter((row) => specialties[specialty[row]!]!.most > 0);
  const { picks } = marginalGreedy(
    Float64Array.from(rows, (row) => model.gain[row]!),
    Float64Array.from(rows, (row) => model.chance[1][row]!),
    most,
  );
  const levels = new Uint8Array(count);
  const counts = new Int32Array(specialties.length);
  for (const pick of picks) {
    const row = rows[pick]!;
    levels[row] = 1;
    counts[specialty[row]!]!++;
  }
  let usd = 0;
  for (let s = 0; s < specialties.length; s++) {
    const n = counts[s]!;
    if (n > specialties[s]!.most) return null;
    usd += specialties[s]!.fee[n]!;
  }
  if (usd > budget + FEE_SLACK) return null;
  return { levels, method: single ? 'marginal-greedy' : 'relaxed-greedy' };
}
