// A number that may be unknown. What was typed stays in the field even when it is no number; only a number within
// bounds, or nothing at all, is reported. An empty field is unknown, never zero.
import { useState } from 'preact/hooks';
import { box, describedBy, FieldFrame, type FieldWords, useFieldIds } from './field.tsx';
import styles from './number-field.module.css';
import { useTyped } from './typed.ts';

export interface NumberFieldProps extends FieldWords {
  readonly value: number | undefined;
  /** When the field is left or Enter is pressed; undefined when it was emptied. */
  readonly onCommit: (value: number | undefined) => void;
  /** On each keystroke that leaves a number within bounds, or nothing. */
  readonly onType?: (value: number | undefined) => void;
  readonly min?: number;
  readonly max?: number;
  /** Whole numbers only, unless said otherwise. */
  readonly decimals?: boolean;
  /** Written before or after the number: `$`, `mi`. */
  readonly before?: string;
  readonly after?: string;
  readonly placeholder?: string;
}

type Reading = { kind: 'number'; value: number | undefined } | { kind: 'refused'; sentence: string };

export interface NumberBounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly decimals?: boolean | undefined;
}

/** Reads what a person typed: spaces, thousands commas and a leading `$` are forgiven. */
export function readNumber(text: string, { min, max, decimals = false }: NumberBounds): Reading {
  const bare = text.replaceAll(/[\s,$]/g, '');
  if (bare === '') return { kind: 'number', value: undefined };
  const shape = decimals ? /^-?(\d+\.?\d*|\.\d+)$/ : /^-?\d+$/;
  if (!shape.test(bare)) {
    return { kind: 'refused', sentence: decimals ? 'Enter a number.' : 'Enter a whole number.' };
  }
  const value = Number(bare);
  if (min !== undefined && max !== undefined && (value < min || value > max)) {
    return { kind: 'refused', sentence: `Enter a number from ${min} to ${max}.` };
  }
  if (min !== undefined && value < min) return { kind: 'refused', sentence: `Enter ${min} or more.` };
  if (max !== undefined && value > max) return { kind: 'refused', sentence: `Enter ${max} or less.` };
  return { kind: 'number', value };
}

export function NumberField(props: NumberFieldProps) {
  const {
    label,
    labelHidden,
    hint,
    error,
    value,
    onCommit,
    onType,
    min,
    max,
    decimals,
    before,
    after,
    placeholder,
  } = props;
  const ids = useFieldIds();
  const typed = useTyped(value === undefined ? '' : String(value));
  const [refusal, setRefusal] = useState<string | undefined>();
  const bounds = { min, max, decimals };
  const words = { label, labelHidden, hint, error: refusal ?? error };

  const leave = () => {
    const text = typed.leave();
    if (text === null) return;
    const reading = readNumber(text, bounds);
    setRefusal(reading.kind === 'refused' ? reading.sentence : undefined);
    if (reading.kind === 'number') onCommit(reading.value);
  };
  return (
    <FieldFrame ids={ids} {...words}>
      <span class={styles.line}>
        {before && <span aria-hidden="true">{before}</span>}
        <input
          class={box}
          id={ids.control}
          type="text"
          inputMode={decimals ? 'decimal' : 'numeric'}
          autocomplete="off"
          placeholder={placeholder}
          value={typed.text}
          {...describedBy(ids, words)}
          onInput={(event) => {
            const text = event.currentTarget.value;
            typed.type(text);
            const reading = readNumber(text, bounds);
            if (reading.kind !== 'number') return;
            setRefusal(undefined);
            onType?.(reading.value);
          }}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Enter') leave();
          }}
        />
        {after && <span aria-hidden="true">{after}</span>}
      </span>
    </FieldFrame>
  );
}
