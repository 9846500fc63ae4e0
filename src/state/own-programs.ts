// The programs the user added, as the screens and the engine see them.
import type { ReadonlySignal } from '@preact/signals';
import type { Pid } from '#domain/ids.ts';
import { OwnProgram, ownPid } from '#domain/own-program.ts';
import { changeOwnProgram, readOwnPrograms } from '#storage/own-programs.ts';
import { type Kept, letRowGo, takeRowBack } from '#storage/rows.ts';
import type { LaneOutcome } from './lane.ts';
import { rowsById } from './rows-by-id.ts';

const table = rowsById('ownPrograms', ({ pid }) => pid as string, readOwnPrograms, changeOwnProgram);

/** Undefined while loading. */
export const ownPrograms: ReadonlySignal<readonly OwnProgram[] | undefined> = table.rows;

/** A pid nobody has yet. */
export const freshPid = (): Pid => ownPid(crypto.getRandomValues(new Uint8Array(9)));

export type OwnProgramOutcome = LaneOutcome<Kept<OwnProgram> | null>;

/** Adds a program, or puts its new words in place of the old. */
export async function saveOwnProgram(program: OwnProgram): Promise<OwnProgramOutcome> {
  const checked = OwnProgram.safeParse(program);
  if (!checked.success) return { kind: 'refused', reason: 'invalid' };
  return table.change(program.pid, () => ({ value: checked.data, deletedAt: null }));
}

/** Takes a program out of every list; `takeOwnProgramBack` undoes it whole. What was written about it stays. */
export const removeOwnProgram = (pid: Pid): Promise<OwnProgramOutcome> =>
  table.change(pid, letRowGo(Date.now()));

export const takeOwnProgramBack = (pid: Pid): Promise<OwnProgramOutcome> => table.change(pid, takeRowBack);
