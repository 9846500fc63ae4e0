// One of a few, by the system's own picker.
import { box, describedBy, FieldFrame, type FieldWords, useFieldIds } from './field.tsx';
import styles from './select-field.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectFieldProps<Value extends string> extends FieldWords {
  readonly value: Value | undefined;
  readonly choices: readonly Choice<Value>[];
  readonly onCommit: (value: Value | undefined) => void;
  /** The words for nothing chosen; without them a choice must be made. */
  readonly none?: string;
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, labelHidden, hint, error, value, choices, onCommit, none } = props;
  const ids = useFieldIds();
  return (
    <FieldFrame ids={ids} label={label} labelHidden={labelHidden} hint={hint} error={error}>
      <span class={styles.frame}>
        <select
          class={box}
          id={ids.control}
          value={value ?? ''}
          {...describedBy(ids, { hint, error })}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onCommit(choices.find((choice) => choice.value === chosen)?.value);
          }}
        >
          {(none !== undefined || value === undefined) && <option value="">{none ?? 'Choose one'}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </span>
    </FieldFrame>
  );
}
