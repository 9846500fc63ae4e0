// The shortlist as the screens see it: the programs the user keeps.
import type { ReadonlySignal } from '@preact/signals';
import type { Pid } from '#domain/ids.ts';
import { ShortlistEntry, type Stage } from '#domain/shortlist.ts';
import { type Kept, letRowGo, takeRowBack } from '#storage/rows.ts';
import { changeShortlistEntry, readShortlist } from '#storage/shortlist.ts';
import type { LaneOutcome } from './lane.ts';
import { rowsByPid } from './rows-by-pid.ts';

const table = rowsByPid('shortlist', readShortlist, changeShortlistEntry);

/** Undefined while loading. */
export const shortlist: ReadonlySignal<readonly ShortlistEntry[] | undefined> = table.rows;

export type ShortlistOutcome =
  | LaneOutcome<Kept<ShortlistEntry> | null>
  | { readonly kind: 'refused'; readonly reason: 'not-on-shortlist' };

/** Puts a program on the shortlist. One that was let go comes back with its stage and note. */
export function keepProgram(pid: Pid, label: string): Promise<ShortlistOutcome> {
  return table.change(pid, (current) =>
    current
      ? takeRowBack(current)
      : { value: { pid, label, stage: 'considering', note: '' }, deletedAt: null },
  );
}

async function edit(pid: Pid, part: Partial<ShortlistEntry>): Promise<ShortlistOutcome> {
  const checked = ShortlistEntry.safeParse({ pid, label: '', stage: 'considering', note: '', ...part });
  if (!checked.success) return { kind: 'refused', reason: 'invalid' };
  const outcome = await table.change(pid, (current) =>
    current?.deletedAt === null ? { ...current, value: { ...current.value, ...part } } : current,
  );
  return outcome.kind === 'written' && outcome.value?.deletedAt !== null
    ? { kind: 'refused', reason: 'not-on-shortlist' }
    : outcome;
}

export const moveToStage = (pid: Pid, stage: Stage): Promise<ShortlistOutcome> => edit(pid, { stage });

/** @param text at most 20,000 characters. */
export const writeNote = (pid: Pid, text: string): Promise<ShortlistOutcome> => edit(pid, { note: text });

/** Takes a program off the shortlist; `takeBack` undoes it whole. */
export const letGo = (pid: Pid): Promise<ShortlistOutcome> => table.change(pid, letRowGo(Date.now()));

export const takeBack = (pid: Pid): Promise<ShortlistOutcome> => table.change(pid, takeRowBack);
