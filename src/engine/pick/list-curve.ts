// What more money would buy for one list, to the point where nobody sends more: asked for apart, so that the list itself
// does not wait for its picture.
import type { PickCurve } from '#domain/query.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import type { Chances } from '#engine/chance/chance-answer.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { budgetCurve } from './budget-curve.ts';
import { feeOfCount } from './fees.ts';
import { type ListTerms, listProblem } from './list-problem.ts';

/** The curve is drawn to so many applications, or to the budget where that pays for more. */
const APPLICATIONS = 60;
/** More points say no more to the eye. */
const POINTS = 60;

export function listCurve(catalog: Catalog, model: FitModel, chances: Chances, terms: ListTerms): PickCurve {
  const { problem, rows } = listProblem(catalog, model, chances, terms);
  const upTo = Math.max(terms.budgetUsd, feeOfCount(terms.schedule, Math.min(rows.length, APPLICATIONS)));
  const curve = budgetCurve(problem, upTo);
  if (curve.kind === 'refused') return null;
  // Without weights the worth is a probability; shown in points like all the others.
  const scale = model.scores ? 1 : 100;
  const { points } = curve;
  const every = Math.max(1, Math.ceil(points.length / POINTS));
  return points
    .filter((_, at) => at % every === 0 || at === points.length - 1)
    .map(({ feeUsd, value }) => ({ usd: feeUsd, worth: value * scale }));
}
