// Rank lists: one row a list, its id the list's. A list let go stays stored, so that it can be taken back.
import { type ListId, RankList } from '#domain/rank-list.ts';
import type { NotebookDb } from './notebook-db.ts';
import { changeRow, readRows, type RowChange, type RowShape } from './rows.ts';

const RANK_LISTS: RowShape<RankList> = {
  table: 'rankLists',
  schema: RankList,
  idOf: (list) => list.listId,
};

export const readRankLists = (db: NotebookDb) => readRows(db, RANK_LISTS);

/** @param now milliseconds since 1970. */
export const changeRankList = (
  db: NotebookDb,
  id: ListId,
  changes: readonly RowChange<RankList>[],
  now: number,
) => changeRow(db, RANK_LISTS, id, changes, now);
