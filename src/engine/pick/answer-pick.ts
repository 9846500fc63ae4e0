// The pick list in the words of a screen: rows, prices, chances and the few reasons that lifted each. By chance where
// figures are published, else by fit only, and it says which and why.
import type { FitOnlyReason, PickAnswer, PickCurve, PickEntry, PickRequest } from '#domain/query.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { programRow } from '#engine/catalog/program-row.ts';
import { answeringPid } from '#engine/catalog/redirects.ts';
import { type Chances, chancesFor, type RowNews } from '#engine/chance/chance-answer.ts';
import { explainFit } from '#engine/fit/explain.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { candidatesOf } from './candidates.ts';
import { feeOfCount, newestSchedule } from './fees.ts';
import { listCurve } from './list-curve.ts';
import { newestLimit } from './list-problem.ts';
import { type PickByChance, pickByChance } from './pick-by-chance.ts';
import { pickByFit } from './pick-by-fit.ts';

const REASONS_SHOWN = 3;

function chancesIn(
  catalog: Catalog,
  model: FitModel,
  { heard }: PickRequest,
  row: number,
): Chances | FitOnlyReason {
  if (!catalog.model) return 'no-model';
  const news = heard.flatMap(({ pid, outcome }): RowNews[] => {
    const at = catalog.rowOf.get(answeringPid(catalog, pid));
    return at === undefined ? [] : [{ row: at, level: 'none', outcome }];
  });
  const chances = chancesFor(catalog.model, catalog, model.asker.profile, news);
  const { kind } = chances.answer(row);
  if (kind === 'noApplicantType') return 'no-applicant-type';
  return kind === 'estimate' ? chances : 'nothing-published';
}

/** Everything a list is made from, or why there can be none. */
function termsOf(catalog: Catalog, model: FitModel, request: PickRequest) {
  const schedule = newestSchedule(catalog.rules.fees);
  if (!schedule) return { kind: 'refused', reason: 'no-fees', needUsd: 0 } as const;
  const { budgetUsd } = request;
  const from = candidatesOf(catalog, model, request);
  const rows = [...from.locks, ...from.free];
  if (rows.length === 0) return { kind: 'refused', reason: 'no-programs', needUsd: 0 } as const;
  const oneFee = feeOfCount(schedule, 1);
  if (!(budgetUsd >= oneFee))
    return { kind: 'refused', reason: 'budget-below-one-fee', needUsd: oneFee } as const;
  const locksFee = feeOfCount(schedule, from.locks.length);
  if (locksFee > budgetUsd)
    return { kind: 'refused', reason: 'locks-over-budget', needUsd: locksFee } as const;
  const name = catalog.specialties.find(({ id }) => id === request.specialty)?.name ?? '';
  const limit = newestLimit(catalog.rules.signals, name);
  return { kind: 'terms', from, terms: { rows, locks: from.locks, budgetUsd, schedule, limit } } as const;
}

/** What more money would buy; null where no list can be made or chances are not known. */
export function answerCurve(catalog: Catalog, model: FitModel, request: PickRequest): PickCurve {
  const found = termsOf(catalog, model, request);
  if (found.kind === 'refused') return null;
  const chances = chancesIn(catalog, model, request, found.terms.rows[0] ?? -1);
  return typeof chances === 'string' ? null : listCurve(catalog, model, chances, found.terms);
}

/** Answers a pick request; without a fee schedule in the catalog nothing can be priced, so nothing is picked. */
export function answerPick(catalog: Catalog, model: FitModel, request: PickRequest): PickAnswer {
  const found = termsOf(catalog, model, request);
  if (found.kind === 'refused') return found;
  const { from, terms } = found;
  const { rows, schedule, budgetUsd } = terms;
  const locked = new Set(from.locks);
  const entry = (row: number, feeUsd: number): PickEntry => ({
    row: programRow(catalog, model, row),
    locked: locked.has(row),
    feeUsd,
    reasons: explainFit(catalog, model, row)
      .filter(({ value }) => value !== null && value > 0)
      .slice(0, REASONS_SHOWN),
    signal: 'none',
    chance: null,
    gain: null,
  });
  const common = (count: number, feeUsd: number) => ({
    kind: 'list' as const,
    feeUsd,
    leftUsd: budgetUsd - feeUsd,
    candidates: rows.length,
    excluded: from.excluded,
    limitedBy:
      count === rows.length
        ? ('programs' as const)
        : feeOfCount(schedule, count + 1) > budgetUsd
          ? ('budget' as const)
          : ('gain' as const),
    fees: { season: schedule.season, source: schedule.source, note: schedule.note ?? null },
  });
  const byFit = (why: FitOnlyReason): PickAnswer => {
    const { entries, next, feeUsd } = pickByFit(catalog, model, schedule, budgetUsd, from);
    return {
      ...common(entries.length, feeUsd),
      entries: entries.map((each) => entry(each.row, each.feeUsd)),
      next: next.map((each) => entry(each.row, each.feeUsd)),
      chance: null,
      fitOnly: why,
    };
  };

  const chances = chancesIn(catalog, model, request, rows[0] ?? -1);
  if (typeof chances === 'string') return byFit(chances);
  const picked = pickByChance(catalog, model, chances, terms);
  // The doors above let no bad problem through; should one slip by, the list by fit is still true.
  if (picked.kind === 'refused') return byFit('nothing-published');
  const dressed = ({ row, feeUsd, signal, chance, gain }: PickByChance['entries'][number]): PickEntry => ({
    ...entry(row, feeUsd),
    signal,
    chance,
    gain,
  });
  return {
    ...common(picked.entries.length, picked.feeUsd),
    entries: picked.entries.map(dressed),
    next: picked.next.map(dressed),
    chance: picked.chance,
    fitOnly: null,
  };
}
