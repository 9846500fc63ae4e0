// The criteria the user made up, as the screens see them. Their weights are among the wishes; here are the names, the
// scales and the marks.
import type { ReadonlySignal } from '@preact/signals';
import type { Pid } from '#domain/ids.ts';
import { CustomCriterion, markBounds, type OwnScale } from '#domain/own-criterion.ts';
import { changeOwnCriterion, readOwnCriteria } from '#storage/own-criteria.ts';
import { type Kept, letRowGo, takeRowBack } from '#storage/rows.ts';
import type { LaneOutcome } from './lane.ts';
import { rowsById } from './rows-by-id.ts';
import { setWeight, wishes } from './wishes.ts';

const table = rowsById<CustomCriterion, string>(
  'ownCriteria',
  ({ key }) => key,
  readOwnCriteria,
  changeOwnCriterion,
);

/** Undefined while loading. */
export const ownCriteria: ReadonlySignal<readonly CustomCriterion[] | undefined> = table.rows;

export type OwnCriterionOutcome = LaneOutcome<Kept<CustomCriterion> | null>;
const INVALID: OwnCriterionOutcome = { kind: 'refused', reason: 'invalid' };

/** @param label 1–80 characters. */
export async function makeCriterion(label: string, scale: OwnScale): Promise<OwnCriterionOutcome> {
  const made = CustomCriterion.safeParse({
    key: `custom:${crypto.randomUUID()}`,
    label: label.trim(),
    scale,
    marks: [],
  });
  if (!made.success) return INVALID;
  return table.change(made.data.key, () => ({ value: made.data, deletedAt: null }));
}

export async function renameCriterion(key: string, label: string): Promise<OwnCriterionOutcome> {
  if (!CustomCriterion.shape.label.safeParse(label.trim()).success) return INVALID;
  return table.change(
    key,
    (current) => current && { ...current, value: { ...current.value, label: label.trim() } },
  );
}

/** @param mark on the criterion's scale; null takes the mark away, and the program is unknown again. */
export function markProgram(key: string, pid: Pid, mark: number | null): Promise<OwnCriterionOutcome> {
  return table.change(key, (current) => {
    if (!current) return current;
    const { scale, marks } = current.value;
    const { lowest, highest } = markBounds(scale);
    if (mark !== null && (mark < lowest || mark > highest)) return current;
    const others = marks.filter((each) => each.pid !== pid);
    return {
      ...current,
      value: { ...current.value, marks: mark === null ? others : [...others, { pid, mark }] },
    };
  });
}

/** Removes a criterion with its weight. @returns undoes it whole, every mark with it. */
export function removeCriterion(key: string): () => void {
  const weight = wishes.peek()?.weights[key] ?? 0;
  if (weight > 0) void setWeight(key, 0);
  void table.change(key, letRowGo(Date.now()));
  return () => {
    void table.change(key, takeRowBack);
    if (weight > 0) void setWeight(key, weight);
  };
}
