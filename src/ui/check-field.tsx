// Yes or no, by a check box whose whole line can be pressed.
import styles from './check-field.module.css';
import { describedBy, FieldError, FieldHint, type FieldWords, useFieldIds } from './field.tsx';

export interface CheckFieldProps extends FieldWords {
  readonly checked: boolean;
  readonly onCommit: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export function CheckField({ label, hint, error, checked, onCommit, disabled = false }: CheckFieldProps) {
  const ids = useFieldIds();
  return (
    <div class={styles.field}>
      <label class={styles.line} for={ids.control}>
        <input
          class={styles.mark}
          id={ids.control}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          {...describedBy(ids, { hint, error })}
          onChange={(event) => onCommit(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <div class={styles.beside}>
        <FieldHint ids={ids} hint={hint} />
        <FieldError ids={ids} error={error} />
      </div>
    </div>
  );
}
