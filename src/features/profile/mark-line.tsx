// One mark: a thing's name, and the marks of a scale to choose from. No mark is unknown, and is called so.
import type { Pid } from '#domain/ids.ts';
import { type CustomCriterion, markBounds, markWords } from '#domain/own-criterion.ts';
import { markProgram } from '#state/own-criteria.ts';
import { SelectField } from '#ui/select-field.tsx';
import styles from './criteria-screen.module.css';

export interface MarkLineProps {
  readonly criterion: CustomCriterion;
  readonly pid: Pid;
  /** What stands in the line: the program, or the criterion where the program is known. */
  readonly name: string;
  /** Spoken name of the choice. */
  readonly label: string;
}

export function MarkLine({ criterion, pid, name, label }: MarkLineProps) {
  const { key, scale, marks } = criterion;
  const { lowest, highest } = markBounds(scale);
  const mark = marks.find((each) => each.pid === pid)?.mark;
  const choices = Array.from({ length: highest - lowest + 1 }, (_, at) => ({
    value: String(highest - at),
    label: markWords(scale, highest - at),
  }));
  return (
    <li class={styles.mark}>
      <span>{name}</span>
      <SelectField
        label={label}
        labelHidden
        none="not rated"
        value={mark === undefined ? undefined : String(mark)}
        choices={choices}
        onCommit={(chosen) => void markProgram(key, pid, chosen === undefined ? null : Number(chosen))}
      />
    </li>
  );
}
