// The user's own values of fields, as the screens and the engine see them.
import { computed, type ReadonlySignal } from '@preact/signals';
import { Correction, correctionId, type OwnValue, ownValueOf } from '#domain/correction.ts';
import type { FieldKey } from '#domain/field.ts';
import type { Pid } from '#domain/ids.ts';
import { changeCorrection, readCorrections } from '#storage/corrections.ts';
import { type Kept, letRowGo, takeRowBack } from '#storage/rows.ts';
import type { LaneOutcome } from './lane.ts';
import { rowsById } from './rows-by-id.ts';

const table = rowsById('corrections', correctionId, readCorrections, changeCorrection);

/** Undefined while loading. */
export const corrections: ReadonlySignal<readonly Correction[] | undefined> = table.rows;

/** The same as the engine needs them: a new list only when one of them changes. */
export const ownValues: ReadonlySignal<readonly OwnValue[] | undefined> = computed(() =>
  corrections.value?.map(ownValueOf),
);

export const correctionOf = (pid: Pid, field: FieldKey): Correction | undefined =>
  corrections.value?.find((each) => each.pid === pid && each.field === field);

export type CorrectionOutcome = LaneOutcome<Kept<Correction> | null>;

/** Puts a value of the user's own in place; one that is there gives way. */
export async function correct(correction: Correction): Promise<CorrectionOutcome> {
  const checked = Correction.safeParse(correction);
  if (!checked.success) return { kind: 'refused', reason: 'invalid' };
  return table.change(correctionId(correction), () => ({ value: checked.data, deletedAt: null }));
}

/** What is published counts again; `takeCorrectionBack` undoes it whole. */
export const withdrawCorrection = (pid: Pid, field: FieldKey): Promise<CorrectionOutcome> =>
  table.change(correctionId({ pid, field }), letRowGo(Date.now()));

export const takeCorrectionBack = (pid: Pid, field: FieldKey): Promise<CorrectionOutcome> =>
  table.change(correctionId({ pid, field }), takeRowBack);
