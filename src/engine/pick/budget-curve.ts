// What more money would buy: the value of the best portfolio at each fee, so that a screen can say where adding more
// hardly helps. Exact where an exact method gives every fee at once; otherwise the steps of the greedies, and it says so.
import { solveByClassPaths } from './any-place.ts';
import { undominated } from './dominance.ts';
import { Draft } from './draft.ts';
import { fill } from './plain-greedy.ts';
import { solvePortfolio } from './portfolio.ts';
import { checkPortfolio } from './portfolio-check.ts';
import { narrowed, type PortfolioModel, portfolioModel } from './portfolio-model.ts';
import type { PortfolioProblem, PortfolioRefusal } from './portfolio-problem.ts';
import { singleOrder } from './relaxed-greedy.ts';
import { solveByStates } from './state-dp.ts';
import { portfolioValue } from './value.ts';

export interface CurvePoint {
  /** The least this value costs. */
  readonly feeUsd: number;
  readonly value: number;
  /** Applications. */
  readonly count: number;
}

export interface BudgetCurve {
  readonly kind: 'curve';
  /** Ascending in fee and in value; between two points the lower one holds. */
  readonly points: readonly CurvePoint[];
  readonly exact: boolean;
}

const chosen = (levels: Uint8Array) => levels.reduce((sum, level) => sum + (level > 0 ? 1 : 0), 0);

/** Points that cost more than another of at least their value are dropped. Values may differ by rounding alone. */
function rising(points: readonly CurvePoint[]): CurvePoint[] {
  const sorted = points.toSorted((a, b) => a.feeUsd - b.feeUsd || b.value - a.value);
  const kept: CurvePoint[] = [];
  for (const point of sorted) {
    const last = kept[kept.length - 1];
    if (!last || point.value > last.value + 1e-13 * Math.max(1, Math.abs(last.value))) kept.push(point);
  }
  return kept;
}

/** E1: one run is the whole curve. */
function bySingleOrder(model: PortfolioModel): CurvePoint[] | null {
  const order = singleOrder(model);
  if (!order) return null;
  const points: CurvePoint[] = [{ feeUsd: 0, value: model.base, count: 0 }];
  let value = model.base;
  order.gains.forEach((gain, at) => {
    value += gain;
    points.push({ feeUsd: order.fee[at + 1]!, value, count: at + 1 });
  });
  return points;
}

/** E6: the frontier of the split. */
const byClassPaths = (model: PortfolioModel): CurvePoint[] | null =>
  solveByClassPaths(model)?.map(({ usd, levels }) => {
    const own = levels();
    return { feeUsd: usd, value: portfolioValue(model, own), count: chosen(own) };
  }) ?? null;

/** E3, E4, E5, E8: every cell of the grid is a budget. */
function byStates(model: PortfolioModel): CurvePoint[] | null {
  if (model.scenarios > 1 || model.units > 0) return null;
  const small = narrowed(model, undominated(model));
  const answer = solveByStates(small);
  if (!answer) return null;
  const { byCell, space, levelsAt } = answer;
  const cells = Array.from(byCell.keys()).filter((cell) => byCell[cell]! > Number.NEGATIVE_INFINITY);
  const points = cells.map((cell) => ({
    feeUsd: space.spend[cell]!,
    value: model.base + byCell[cell]!,
    count: cell,
  }));
  return rising(points).map(({ feeUsd, value, count: cell }) => ({
    feeUsd,
    value,
    count: chosen(levelsAt(cell)),
  }));
}

/** Every step of both greedies. */
function byGreedies(model: PortfolioModel): CurvePoint[] {
  const points: CurvePoint[] = [];
  const note = (draft: Draft) =>
    points.push({ feeUsd: draft.spend, value: model.base + draft.value(), count: draft.size });
  for (const rule of ['gain', 'gainPerUsd'] as const) {
    const draft = Draft.locked(model);
    note(draft);
    fill(draft, rule, note);
  }
  return points;
}

/**
 * The curve from the locked programs alone to `upToUsd`. It passes through the portfolio `solvePortfolio` gives for the
 * problem's own budget, where that is within.
 */
export function budgetCurve(problem: PortfolioProblem, upToUsd: number): BudgetCurve | PortfolioRefusal {
  const wide = { ...problem, budgetUsd: upToUsd };
  const refusal = checkPortfolio(wide);
  if (refusal) return refusal;
  const model = portfolioModel(wide);
  if (model.count === 0)
    return { kind: 'curve', points: [{ feeUsd: 0, value: model.base, count: 0 }], exact: true };
  const exact = bySingleOrder(model) ?? byClassPaths(model) ?? byStates(model);
  if (exact) return { kind: 'curve', points: rising(exact), exact: true };
  const own = problem.budgetUsd <= upToUsd ? solvePortfolio(problem) : null;
  const known =
    own?.kind === 'solved'
      ? [{ feeUsd: own.feeUsd, value: own.value, count: own.choices.filter((c) => c !== 'skip').length }]
      : [];
  return { kind: 'curve', points: rising([...byGreedies(model), ...known]), exact: false };
}
