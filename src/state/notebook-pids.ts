// The programs the user has written something about, wherever in the notebook: whose changes they want to hear of.
import { computed, type ReadonlySignal } from '@preact/signals';
import type { Pid } from '#domain/ids.ts';
import { orderOf } from '#domain/rank-list.ts';
import { corrections } from './corrections.ts';
import { pickMarks } from './pick-marks.ts';
import { rankLists } from './rank-lists.ts';
import { shortlist } from './shortlist.ts';

/** Pids of the catalog, each once, in order; undefined while the notebook is being read. */
export const notebookPids: ReadonlySignal<readonly Pid[] | undefined> = computed(() => {
  const ranked = rankLists.value?.flatMap((list) => {
    const { order, bin } = orderOf(list);
    return [...order, ...bin];
  });
  const tables = [shortlist.value, pickMarks.value, corrections.value, ranked];
  if (tables.includes(undefined)) return undefined;
  const pids = new Set(tables.flatMap((rows) => (rows ?? []).map(({ pid }) => pid)));
  // A program the user added themselves is in no catalog.
  return [...pids].filter((pid) => pid.startsWith('p')).toSorted();
});
