// Leaves out programs that some best portfolio does without. Exact: a program with as many better ones as can be chosen
// always finds one of them unused, and changing places with it, level for level, cannot hurt in any scenario.
import { FEE_SLACK, openLevels, type PortfolioModel } from './portfolio-model.ts';

/** Most programs of one specialty that the budget pays for with own fees, cheapest first. */
function mostByOwnFee(model: PortfolioModel, ownFee: Float64Array, s: number): number {
  const fees = ownFee.filter((_, row) => model.specialty[row] === s).sort();
  let left = model.budget;
  let most = 0;
  while (most < fees.length && fees[most]! <= left + FEE_SLACK) left -= fees[most++]!;
  return most;
}

/**
 * The rows of a model that may matter, ascending. Kept: locked rows, rows that share a signal unit (their signal is not
 * theirs alone to give away), and rows with fewer better ones than free places in their specialty.
 * Better means: no less utility, no less chance at any open level in any scenario, no higher fee. Rows that are equal
 * in all of this are told apart by their place. Time O(N log N + N · kept · scenarios) at worst.
 */
export function undominated(model: PortfolioModel): Int32Array {
  const { count, scenarios, chance, specialty, unit, locked, ownFee, specialties } = model;
  const levels = specialties.map((terms) => openLevels(terms).filter((level) => level > 0));
  const room = specialties.map(({ most }, s) => {
    const mine = locked.reduce((sum, is, row) => sum + (is === 1 && specialty[row] === s ? 1 : 0), 0);
    const paid = ownFee ? Math.min(most, mostByOwnFee(model, ownFee, s)) : most;
    return paid - mine;
  });
  /** Whether `better` could take the place of `row`; `better` has no less utility. */
  const covers = (better: number, row: number): boolean => {
    if (ownFee && ownFee[better]! > ownFee[row]!) return false;
    for (const level of levels[specialty[row]!]!) {
      const odds = chance[level]!;
      for (let q = 0; q < scenarios; q++)
        if (odds[better * scenarios + q]! < odds[row * scenarios + q]!) return false;
    }
    return true;
  };
  // Only kept rows need counting: of the rows that cover one, the first as many as there is room for are kept.
  const free: number[][] = specialties.map(() => []);
  const kept: number[] = [];
  for (let row = count - 1; row >= 0; row--) {
    const s = specialty[row]!;
    if (locked[row] === 1 || unit[row]! >= 0) {
      kept.push(row);
      continue;
    }
    let better = 0;
    const most = room[s]!;
    const others = free[s]!;
    for (let i = 0; i < others.length && better < most; i++) if (covers(others[i]!, row)) better++;
    if (better >= most) continue;
    others.push(row);
    kept.push(row);
  }
  return Int32Array.from(kept).toReversed();
}
