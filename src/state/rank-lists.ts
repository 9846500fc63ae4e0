// The rank lists as the screens see them. Every change of an order is one step at the end of its list; undo is a step,
// too, so nothing is ever lost by it.
import { computed, type ReadonlySignal } from '@preact/signals';
import { crockfordText, type Pid } from '#domain/ids.ts';
import {
  type CheckKey,
  currentOf,
  freshEntryId,
  lastStep,
  ListId,
  type ListKind,
  ListName,
  MOST_ENTRIES,
  MOST_LISTS,
  orderOf,
  type RankEntry,
  RankList,
  type RankStep,
  type Rather,
  withStep,
} from '#domain/rank-list.ts';
import { changeRankList, readRankLists } from '#storage/rank-lists.ts';
import { type Kept, letRowGo, takeRowBack } from '#storage/rows.ts';
import type { LaneOutcome } from './lane.ts';
import { rowsById } from './rows-by-id.ts';

const table = rowsById('rankLists', ({ listId }) => listId, readRankLists, changeRankList);

/** The oldest first; undefined while loading. */
export const rankLists: ReadonlySignal<readonly RankList[] | undefined> = computed(() =>
  table.rows.value?.toSorted((a, b) => a.madeAt - b.madeAt || a.listId.localeCompare(b.listId)),
);

/** The list on screen; undefined while loading and where there is none. */
export const currentList: ReadonlySignal<RankList | undefined> = computed(() =>
  currentOf(rankLists.value ?? []),
);

export type RankOutcome =
  | LaneOutcome<Kept<RankList> | null>
  | { readonly kind: 'refused'; readonly reason: 'full' | 'too-many-lists' };

const freshListId = (): ListId =>
  ListId.parse(`r${crockfordText(crypto.getRandomValues(new Uint8Array(10)))}`);

export interface NewList {
  readonly name: string;
  readonly kind: ListKind;
  readonly from: 'empty' | 'score' | 'copy';
  /** Lines it starts with, best first; their ids are given anew. */
  readonly order: readonly Omit<RankEntry, 'id'>[];
  readonly bin?: readonly Omit<RankEntry, 'id'>[];
}

/** Makes a list and shows it. */
export async function startList(wanted: NewList): Promise<RankOutcome & { readonly listId?: ListId }> {
  if ((rankLists.peek()?.length ?? 0) >= MOST_LISTS) return { kind: 'refused', reason: 'too-many-lists' };
  const now = Date.now();
  let id = 0;
  const numbered = (entries: readonly Omit<RankEntry, 'id'>[]) =>
    entries.map((entry) => ({ ...entry, id: ++id }));
  const checked = RankList.safeParse({
    listId: freshListId(),
    name: wanted.name.trim(),
    kind: wanted.kind,
    madeAt: now,
    chosenAt: now,
    start: { n: 0, from: wanted.from, order: numbered(wanted.order), bin: numbered(wanted.bin ?? []) },
    steps: [],
    ticks: [],
    rathers: [],
  });
  if (!checked.success) return { kind: 'refused', reason: 'invalid' };
  const outcome = await table.change(checked.data.listId, () => ({ value: checked.data, deletedAt: null }));
  return { ...outcome, listId: checked.data.listId };
}

const change = (listId: ListId, edit: (list: RankList) => RankList): Promise<RankOutcome> =>
  table.change(listId, (current) => {
    if (current === null || current.deletedAt !== null) return current;
    const value = edit(current.value);
    return value === current.value ? current : { ...current, value };
  });

export const chooseList = (listId: ListId): Promise<RankOutcome> => {
  const now = Date.now();
  return change(listId, (list) => ({ ...list, chosenAt: now }));
};

export async function renameList(listId: ListId, name: string): Promise<RankOutcome> {
  if (!ListName.safeParse(name.trim()).success) return { kind: 'refused', reason: 'invalid' };
  return change(listId, (list) => ({ ...list, name: name.trim() }));
}

/** Lets a list go; `takeListBack` undoes it whole. */
export const letListGo = (listId: ListId): Promise<RankOutcome> => table.change(listId, letRowGo(Date.now()));
export const takeListBack = (listId: ListId): Promise<RankOutcome> => table.change(listId, takeRowBack);

type Told<Step> = Step extends RankStep ? Omit<Step, 'at'> : never;
/** A step without its moment. */
export type NewStep = Told<RankStep>;

/** Puts a step at the end of a list. */
export function takeStep(listId: ListId, step: NewStep): Promise<RankOutcome> {
  const at = Date.now();
  return change(listId, (list) => withStep(list, { ...step, at } as RankStep));
}

/** Adds lines; `to` is the place of the first, the end by default. Refused where not all of them find room. */
export async function addEntries(
  listId: ListId,
  entries: readonly { readonly pid: Pid; readonly label: string; readonly trackCode?: string }[],
  to?: number,
): Promise<RankOutcome> {
  const here = rankLists.peek()?.find((list) => list.listId === listId);
  const used = here ? orderOf(here).order.length : 0;
  if (used + entries.length > MOST_ENTRIES) return { kind: 'refused', reason: 'full' };
  const at = Date.now();
  return change(listId, (list) => {
    const first = freshEntryId(list);
    const numbered = entries.map((entry, index) => ({ ...entry, id: first + index }));
    return withStep(list, {
      kind: 'add',
      at,
      entries: numbered,
      to: to ?? orderOf(list).order.length,
    });
  });
}

/** Why the last change was made, in the user's words; empty takes the reason away. */
export function writeReason(listId: ListId, step: number, reason: string): Promise<RankOutcome> {
  return change(listId, (list) => {
    const index = step - list.start.n - 1;
    const told = list.steps[index];
    if (!told) return list;
    const { reason: _before, ...rest } = told;
    const words = reason.trim().slice(0, 500);
    return {
      ...list,
      steps: list.steps.with(index, (words === '' ? rest : { ...rest, reason: words }) as RankStep),
    };
  });
}

/** Ticks an item of the checklist about the list as it is now, or takes the tick away. */
export function tick(listId: ListId, key: CheckKey, on: boolean): Promise<RankOutcome> {
  const at = Date.now();
  return change(listId, (list) => {
    const others = list.ticks.filter((each) => each.key !== key);
    return { ...list, ticks: on ? [...others, { key, at, after: lastStep(list) }] : others };
  });
}

const MOST_RATHERS = 500;

/** Keeps what was said of two lines; the newest word on a pair counts. It moves nothing. */
export function sayRather(listId: ListId, said: Omit<Rather, 'at'>): Promise<RankOutcome> {
  const at = Date.now();
  const pair = ({ a, b }: Pick<Rather, 'a' | 'b'>) => [a, b].toSorted((x, y) => x - y).join('/');
  return change(listId, (list) => ({
    ...list,
    rathers: [...list.rathers.filter((each) => pair(each) !== pair(said)), { ...said, at }].slice(
      -MOST_RATHERS,
    ),
  }));
}
