// A line or a block of text. Every keystroke can be kept as a draft; the change is reported when the field is left.
import type { ComponentProps } from 'preact';
import { box, describedBy, FieldFrame, type FieldWords, useFieldIds } from './field.tsx';
import styles from './text-field.module.css';
import { useTyped } from './typed.ts';

export interface TextFieldProps extends FieldWords {
  readonly value: string;
  /** On each keystroke, with the whole text. */
  readonly onType?: (text: string) => void;
  /** When the field is left or Enter is pressed, if anything was typed. */
  readonly onCommit?: (text: string) => void;
  /** More than one makes it a block that grows with its text. */
  readonly lines?: number;
  readonly type?: 'text' | 'search' | 'email' | 'tel' | 'url' | 'password';
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly autoComplete?: string;
  readonly inputMode?: NonNullable<ComponentProps<'input'>['inputMode']>;
  readonly disabled?: boolean;
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    labelHidden,
    hint,
    error,
    value,
    onType,
    onCommit,
    lines = 1,
    type = 'text',
    ...rest
  } = props;
  const ids = useFieldIds();
  const typed = useTyped(value);
  const take = (text: string) => {
    typed.type(text);
    onType?.(text);
  };
  const leave = () => {
    const text = typed.leave();
    if (text !== null) onCommit?.(text);
  };
  const shared = {
    ...rest,
    ...describedBy(ids, { hint, error }),
    id: ids.control,
    value: typed.text,
    onBlur: leave,
  };
  return (
    <FieldFrame ids={ids} label={label} labelHidden={labelHidden} hint={hint} error={error}>
      {lines > 1 ? (
        <textarea
          {...shared}
          class={`${box} ${styles.block}`}
          rows={lines}
          onInput={(event) => take(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          class={box}
          // The typings tie each kind of input to roles of its own; ours are all plain text boxes.
          type={type as 'text'}
          onInput={(event) => take(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') leave();
          }}
        />
      )}
    </FieldFrame>
  );
}
