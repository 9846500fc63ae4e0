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
 * Whether one row could take the place of another, level for level: no less chance at any open level in any scenario, no
 * higher fee. The caller sees to it that it has no less utility and is of the same specialty.
 */
function coverTest(model: PortfolioModel): (better: number, row: number) => boolean {
  const { count, scenarios, chance, specialty, ownFee, specialties } = model;
  const levels = specialties.map((terms) => openLevels(terms).filter((level) => level > 0));
  // All chances of a row side by side, none at a closed level: what one test reads lies together.
  const width = 3 * scenarios;
  const odds = new Float64Array(count * width);
  for (let row = 0; row < count; row++)
    for (const level of levels[specialty[row]!]!)
      odds.set(
        chance[level]!.subarray(row * scenarios, (row + 1) * scenarios),
        row * width + (level - 1) * scenarios,
      );
  return (better, row) => {
    if (ownFee && ownFee[better]! > ownFee[row]!) return false;
    const from = better * width;
    const to = row * width;
    for (let i = 0; i < width; i++) if (odds[from + i]! < odds[to + i]!) return false;
    return true;
  };
}

/**
 * The rows of a model that may matter, ascending. Kept: locked rows, rows that share a signal unit (their signal is not
 * theirs alone to give away), and rows with fewer better ones than free places in their specialty. Rows that are equal
 * in everything are told apart by their place. Time O(N log N + N · kept · scenarios) at worst.
 */
export function undominated(model: PortfolioModel): Int32Array {
  const { count, specialty, unit, locked, ownFee, specialties } = model;
  const covers = coverTest(model);
  const room = specialties.map(({ most }, s) => {
    const mine = locked.reduce((sum, is, row) => sum + (is === 1 && specialty[row] === s ? 1 : 0), 0);
    const paid = ownFee ? Math.min(most, mostByOwnFee(model, ownFee, s)) : most;
    return paid - mine;
  });
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

/** Better ones remembered per row: one of them is nearly always free. */
const REMEMBERED = 8;

/**
 * By row, some rows that could take its place, the weakest first; none for rows that share a unit. While one of them is
 * not chosen, adding the row itself is never the best addition. Time O(N² · scenarios) at worst.
 */
export function coverers(model: PortfolioModel): readonly Int32Array[] {
  const { count, specialty, unit } = model;
  const covers = coverTest(model);
  return Array.from({ length: count }, (_, row) => {
    const found: number[] = [];
    if (unit[row]! < 0)
      for (let better = row + 1; better < count && found.length < REMEMBERED; better++)
        if (specialty[better] === specialty[row] && unit[better]! < 0 && covers(better, row))
          found.push(better);
    return Int32Array.from(found);
  });
}
