// The pick list where nothing is known of chances: the best fits of one specialty that the budget pays for, locks first.
import type { FeeSchedule } from '#domain/rules.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { orderByFit } from '#engine/fit/order.ts';
import type { Candidates } from './candidates.ts';
import { affordableCount, feeOfCount, feeOfNth } from './fees.ts';

export interface Picked {
  readonly row: number;
  readonly feeUsd: number;
}

export interface PickByFit {
  readonly entries: readonly Picked[];
  readonly next: readonly Picked[];
  readonly feeUsd: number;
}

const NEXT = 10;

/** Picks by fit. The budget must pay for the locks (`answerPick` sees to it). */
export function pickByFit(
  catalog: Catalog,
  model: FitModel,
  schedule: FeeSchedule,
  budgetUsd: number,
  { free, locks }: Candidates,
): PickByFit {
  const byFit = (rows: readonly number[]) =>
    Array.from(orderByFit(model.scores, catalog.columns.nameRank, rows));
  const count = affordableCount(schedule, budgetUsd, free.length + locks.length);
  const ordered = byFit(free);
  const chosen = count - locks.length;
  const priced = (row: number, at: number): Picked => ({ row, feeUsd: feeOfNth(schedule, at + 1) });
  return {
    entries: byFit([...locks, ...ordered.slice(0, chosen)]).map(priced),
    next: ordered.slice(chosen, chosen + NEXT).map((row, at) => priced(row, count + at)),
    feeUsd: feeOfCount(schedule, count),
  };
}
