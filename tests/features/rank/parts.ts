// A rank list over the small catalog, for tests of what stands beside it.
import { linesOf } from '#features/rank/model.ts';
import { ListId, orderOf, type RankEntry, type RankList, type RankStep } from '#domain/rank-list.ts';
import type { RankAnswer, RankLine } from '#domain/rank-query.ts';
import type { Asker } from '#domain/query.ts';
import { answerRank } from '#engine/rank/answer-rank.ts';
import { fitModels } from '#engine/fit/fit-model.ts';
import { pid, PROGRAMS, smallCatalog } from '../../fixtures/small-catalog.ts';

const catalog = smallCatalog();
const models = fitModels(catalog);

export const entry = (id: number, letter: string, more: Partial<RankEntry> = {}): RankEntry => ({
  id,
  pid: pid(letter),
  label: String(PROGRAMS.find((each) => each.pid === pid(letter))?.name[0]?.[0] ?? `Program ${letter}`),
  ...more,
});

export const listOf = (order: readonly RankEntry[], more: Partial<RankList> = {}): RankList => ({
  listId: ListId.parse('r000000'),
  name: 'Psychiatry',
  kind: 'primary',
  madeAt: 0,
  chosenAt: 0,
  start: { n: 0, from: 'empty', order: [...order], bin: [] },
  steps: [],
  ticks: [],
  rathers: [],
  ...more,
});

export const withSteps = (list: RankList, ...steps: RankStep[]): RankList => ({ ...list, steps });

export function answerFor(list: RankList, asker: Asker): RankAnswer {
  const lines = orderOf(list).order.map(
    ({ id, pid: program }): RankLine => ({ id, pid: program, invited: false }),
  );
  return answerRank(catalog, models(asker), lines);
}

export const shownLines = (list: RankList, asker: Asker) =>
  linesOf(orderOf(list).order, answerFor(list, asker));
