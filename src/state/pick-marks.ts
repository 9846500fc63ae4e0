// Locks and bans on the pick list, as the screens see them.
import type { ReadonlySignal } from '@preact/signals';
import type { Pid } from '#domain/ids.ts';
import type { PickMark } from '#domain/shortlist.ts';
import { changePickMark, readPickMarks } from '#storage/pick-marks.ts';
import { type Kept, letRowGo } from '#storage/rows.ts';
import type { LaneOutcome } from './lane.ts';
import { rowsByPid } from './rows-by-pid.ts';

const table = rowsByPid('pickMarks', readPickMarks, changePickMark);

/** Undefined while loading. */
export const pickMarks: ReadonlySignal<readonly PickMark[] | undefined> = table.rows;

/** @param mark null takes the mark away. */
export function markPick(
  pid: Pid,
  label: string,
  mark: PickMark['mark'] | null,
): Promise<LaneOutcome<Kept<PickMark> | null>> {
  return table.change(
    pid,
    mark === null ? letRowGo(Date.now()) : () => ({ value: { pid, label, mark }, deletedAt: null }),
  );
}
