// What a press, a key or a drag does to the list, each with the words that are spoken for it.
import { signal } from '@preact/signals';
import { courseOf, lastStep, orderOf, type RankEntry, type RankList } from '#domain/rank-list.ts';
import { programName } from '#domain/words.ts';
import { takeStep } from '#state/rank-lists.ts';
import { announce } from './announce.ts';

/** The list whose last change is offered to be undone or explained; null after that line was closed. */
export const changed = signal<string | null>(null);

const nameOf = ({ label }: RankEntry) => programName(label);

/** `at 3 of 12, below Harbor Medical Center`. @param to from 0. */
export function placeWords(order: readonly RankEntry[], to: number): string {
  const above = order[to - 1];
  return `${to + 1} of ${order.length}${above ? `, below ${nameOf(above)}` : ', the top'}`;
}

/** @param to from 0; outside the list it is the nearer end. */
export function moveTo(list: RankList, id: number, to: number): void {
  const { order } = orderOf(list);
  const from = order.findIndex((entry) => entry.id === id);
  const entry = order[from];
  const goal = Math.min(Math.max(0, to), order.length - 1);
  if (!entry || goal === from) return;
  void takeStep(list.listId, { kind: 'move', id, from, to: goal });
  changed.value = list.listId;
  const after = order.toSpliced(from, 1).toSpliced(goal, 0, entry);
  announce(`${nameOf(entry)} is now at ${placeWords(after, goal)}.`);
}

export function putAside(list: RankList, id: number): void {
  const { order } = orderOf(list);
  const from = order.findIndex((entry) => entry.id === id);
  const entry = order[from];
  if (!entry) return;
  void takeStep(list.listId, { kind: 'bin', id, from });
  changed.value = list.listId;
  announce(`${nameOf(entry)} is under “Do not rank”. ${order.length - 1} left on the list.`);
}

/** Back at the end: whoever comes back is ranked again by hand. */
export function takeBackIn(list: RankList, id: number): void {
  const { order, bin } = orderOf(list);
  const entry = bin.find((each) => each.id === id);
  if (!entry) return;
  void takeStep(list.listId, { kind: 'unbin', id, to: order.length });
  changed.value = list.listId;
  announce(`${nameOf(entry)} is back on the list, at ${order.length + 1}, the end.`);
}

export function removeEntry(list: RankList, id: number): void {
  const { order, bin } = orderOf(list);
  const entry = [...order, ...bin].find((each) => each.id === id);
  if (!entry) return;
  void takeStep(list.listId, { kind: 'remove', id });
  changed.value = list.listId;
  announce(`${nameOf(entry)} is off this list.`);
}

export function chooseTrack(list: RankList, id: number, code: string | null): void {
  void takeStep(list.listId, { kind: 'track', id, code });
  changed.value = list.listId;
  announce(code === null ? 'The track is open again.' : `Track ${code} is chosen.`);
}

/** Goes back to the list as it was after a step. */
export function goBackTo(list: RankList, step: number, words: string): void {
  if (step === lastStep(list)) return;
  void takeStep(list.listId, { kind: 'return', to: step });
  announce(words);
}

export function undo(list: RankList): void {
  const { undo: step } = courseOf(list);
  if (step === null) announce('There is nothing to undo.');
  else goBackTo(list, step, 'Undone. The list is as it was before.');
}

export function redo(list: RankList): void {
  const { redo: step } = courseOf(list);
  if (step === null) announce('There is nothing to redo.');
  else goBackTo(list, step, 'Done again.');
}
