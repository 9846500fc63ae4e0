// The ten best programs before and after a change of the wishes.
import type { Placed, TopEffect } from '#domain/scenario.ts';
import { programRow } from '#engine/catalog/program-row.ts';
import { orderByFit } from '#engine/fit/order.ts';
import { rowsInPlay, type Side } from './in-play.ts';
import { TOP_TO_SETTLE } from './next-question.ts';

const best = (side: Side): number[] =>
  Array.from(orderByFit(side.model.scores, side.catalog.columns.nameRank, rowsInPlay(side))).slice(
    0,
    TOP_TO_SETTLE,
  );

/** Without a fit there is no order: then `before` holds no places. */
export function topEffect(before: Side, after: Side): TopEffect {
  const fit = { before: before.model.scores !== null, after: after.model.scores !== null };
  const [first, second] = [fit.before ? best(before) : [], fit.after ? best(after) : []];
  const pidIn = (side: Side, row: number) => side.catalog.columns.pid[row] ?? '';
  const places = new Map(first.map((row, at) => [pidIn(before, row), at + 1]));
  const kept = new Set(second.map((row) => pidIn(after, row)));
  return {
    after: second.map(
      (row): Placed => ({
        row: programRow(after.catalog, after.model, row),
        was: places.get(pidIn(after, row)) ?? null,
      }),
    ),
    gone: first
      .filter((row) => !kept.has(pidIn(before, row)))
      .map((row) => programRow(before.catalog, before.model, row)),
    fit,
  };
}
