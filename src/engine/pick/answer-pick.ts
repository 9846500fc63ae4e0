// The pick list in the words of a screen: rows, prices and the few reasons that lifted each.
import type { PickAnswer, PickEntry, PickRequest } from '#domain/query.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { programRow } from '#engine/catalog/program-row.ts';
import { explainFit } from '#engine/fit/explain.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { newestSchedule } from './fees.ts';
import { type Picked, pickByFit } from './pick-by-fit.ts';

const REASONS_SHOWN = 3;

/** Answers a pick request; without a fee schedule in the catalog nothing can be priced, so nothing is picked. */
export function answerPick(catalog: Catalog, model: FitModel, request: PickRequest): PickAnswer {
  const schedule = newestSchedule(catalog.rules.fees);
  if (!schedule) return { kind: 'refused', reason: 'no-fees', needUsd: 0 };
  const picked = pickByFit(catalog, model, schedule, request);
  if (picked.kind === 'refused') return picked;
  const entry = ({ row, locked, feeUsd }: Picked): PickEntry => ({
    row: programRow(catalog, model, row),
    locked,
    feeUsd,
    reasons: explainFit(catalog, model, row)
      .filter(({ value }) => value !== null && value > 0)
      .slice(0, REASONS_SHOWN),
  });
  return {
    ...picked,
    entries: picked.entries.map(entry),
    next: picked.next.map(entry),
    leftUsd: request.budgetUsd - picked.feeUsd,
    fees: { season: schedule.season, source: schedule.source, note: schedule.note ?? null },
  };
}
