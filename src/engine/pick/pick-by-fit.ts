// The first pick list: the best fits of one specialty that the budget pays for, locks first, bans never. It knows
// nothing of chances and says so by its name.
import { UNCONFIRMED_BEFORE } from '#domain/catalog.ts';
import type { Pid } from '#domain/ids.ts';
import type { PickRequest } from '#domain/query.ts';
import type { FeeSchedule } from '#domain/rules.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { orderByFit } from '#engine/fit/order.ts';
import { affordableCount, feeOfCount, feeOfNth } from './fees.ts';

export interface Picked {
  readonly row: number;
  readonly locked: boolean;
  readonly feeUsd: number;
}

export type PickByFit =
  | {
      readonly kind: 'list';
      readonly entries: readonly Picked[];
      readonly next: readonly Picked[];
      readonly feeUsd: number;
      readonly candidates: number;
      readonly excluded: number;
      readonly limitedBy: 'budget' | 'programs';
    }
  | {
      readonly kind: 'refused';
      readonly reason: 'budget-below-one-fee' | 'locks-over-budget' | 'no-programs';
      readonly needUsd: number;
    };

const NEXT = 10;

/**
 * Picks by fit. A lock holds even where a deal-breaker excludes or the row is unconfirmed: the user's own word wins.
 * Errors are answers: `needUsd` says what the smallest possible budget would be.
 */
export function pickByFit(
  catalog: Catalog,
  model: FitModel,
  schedule: FeeSchedule,
  request: PickRequest,
): PickByFit {
  const { columns, rowOf, specialties } = catalog;
  const specialty = specialties.findIndex((s) => s.id === request.specialty);
  const rowsOf = (pids: readonly Pid[]) =>
    pids.map((pid) => rowOf.get(pid) ?? -1).filter((row) => row >= 0 && columns.specialty[row] === specialty);
  const bans = new Set(rowsOf(request.bans));
  const locks = [...new Set(rowsOf(request.locks))].filter((row) => !bans.has(row));
  const locked = new Set(locks);

  let excluded = 0;
  const free: number[] = [];
  for (let row = 0; row < columns.count; row++) {
    if (columns.specialty[row] !== specialty || bans.has(row) || locked.has(row)) continue;
    const hidden =
      (columns.lastSeenYear[row] ?? 0) < UNCONFIRMED_BEFORE ||
      (columns.independent[row] === 1 && specialties[specialty]?.kind !== 'independent');
    if (hidden) continue;
    if (model.excluded[row]) excluded++;
    else free.push(row);
  }
  const candidates = free.length + locks.length;
  if (candidates === 0) return { kind: 'refused', reason: 'no-programs', needUsd: 0 };
  const oneFee = feeOfCount(schedule, 1);
  if (request.budgetUsd < oneFee) return { kind: 'refused', reason: 'budget-below-one-fee', needUsd: oneFee };
  const locksFee = feeOfCount(schedule, locks.length);
  if (locksFee > request.budgetUsd)
    return { kind: 'refused', reason: 'locks-over-budget', needUsd: locksFee };

  const byFit = (rows: readonly number[]) => Array.from(orderByFit(model.scores, columns.nameRank, rows));
  const count = affordableCount(schedule, request.budgetUsd, candidates);
  const ordered = byFit(free);
  const chosen = new Set([...locks, ...ordered.slice(0, count - locks.length)]);
  const list = byFit([...chosen]);
  const priced = (row: number, at: number): Picked => ({
    row,
    locked: locked.has(row),
    feeUsd: feeOfNth(schedule, at + 1),
  });
  return {
    kind: 'list',
    entries: list.map(priced),
    next: ordered
      .slice(count - locks.length, count - locks.length + NEXT)
      .map((row, at) => priced(row, count + at)),
    feeUsd: feeOfCount(schedule, count),
    candidates,
    excluded,
    limitedBy: count === candidates ? 'programs' : 'budget',
  };
}
