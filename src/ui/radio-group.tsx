// One of a few, all in sight. Native radios: arrows move, Space chooses.
import { FieldSet, type FieldWords, useFieldIds } from './field.tsx';
import styles from './radio-group.module.css';

export interface RadioChoice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

export interface RadioGroupProps<Value extends string> extends FieldWords {
  readonly value: Value | undefined;
  readonly choices: readonly RadioChoice<Value>[];
  readonly onCommit: (value: Value) => void;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, hint, error, value, choices, onCommit } = props;
  const ids = useFieldIds();
  return (
    <FieldSet ids={ids} label={label} hint={hint} error={error}>
      {choices.map((choice) => {
        const hintId = choice.hint === undefined ? undefined : `${ids.control}-${choice.value}`;
        return (
          <div key={choice.value}>
            <label class={styles.line}>
              <input
                class={styles.mark}
                type="radio"
                name={ids.control}
                value={choice.value}
                checked={choice.value === value}
                aria-describedby={hintId}
                onChange={() => onCommit(choice.value)}
              />
              <span>{choice.label}</span>
            </label>
            {hintId !== undefined && (
              <p class={styles.hint} id={hintId}>
                {choice.hint}
              </p>
            )}
          </div>
        );
      })}
    </FieldSet>
  );
}
