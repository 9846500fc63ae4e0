// The frame of a field: its label, a hint, and an error beside it, all tied to the control by id.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './field.module.css';
import { Icon } from './icon.tsx';
import hidden from './visually-hidden.module.css';

/** The class of the box around every typed control. */
export const box = styles.box;

export interface FieldWords {
  readonly label: string;
  /** A short line of help, read with the field. */
  readonly hint?: string | undefined;
  /** The label is spoken only: for a field whose place says what it is. */
  readonly labelHidden?: boolean | undefined;
  /** What is wrong and how to mend it; its presence marks the field as invalid. */
  readonly error?: string | undefined;
}

export interface FieldIds {
  readonly control: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string;
}

export function useFieldIds(): FieldIds {
  const id = useId();
  return { control: id, label: `${id}-label`, hint: `${id}-hint`, error: `${id}-error` };
}

/** The attributes that tie a control to its hint and error. */
export function describedBy(ids: FieldIds, { hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  const parts = [hint && ids.hint, error && ids.error].filter(Boolean);
  return {
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': error ? true : undefined,
  };
}

export interface FieldFrameProps extends FieldWords {
  readonly ids: FieldIds;
  readonly children: ComponentChildren;
}

export function FieldFrame({ ids, label, labelHidden = false, hint, error, children }: FieldFrameProps) {
  return (
    <div class={styles.field}>
      <label class={labelHidden ? hidden.hidden : styles.label} id={ids.label} for={ids.control}>
        {label}
      </label>
      <FieldHint ids={ids} hint={hint} />
      {children}
      <FieldError ids={ids} error={error} />
    </div>
  );
}

/** A field made of several controls: the label is the legend of the group. */
export function FieldSet({ ids, label, hint, error, children }: FieldFrameProps) {
  return (
    <fieldset class={styles.field} {...describedBy(ids, { hint, error })} aria-invalid={undefined}>
      <legend class={styles.label} id={ids.label}>
        {label}
      </legend>
      <FieldHint ids={ids} hint={hint} />
      {children}
      <FieldError ids={ids} error={error} />
    </fieldset>
  );
}

export function FieldHint({ ids, hint }: { readonly ids: FieldIds; readonly hint: string | undefined }) {
  return hint ? (
    <p class={styles.hint} id={ids.hint}>
      {hint}
    </p>
  ) : null;
}

export function FieldError({ ids, error }: { readonly ids: FieldIds; readonly error: string | undefined }) {
  return error ? (
    <p class={styles.error} id={ids.error}>
      <Icon name="warn" />
      {error}
    </p>
  ) : null;
}

/** Fields that belong together, in one column on a narrow screen and two where there is room. */
export function FieldGrid({ children }: { readonly children: ComponentChildren }) {
  return <div class={styles.grid}>{children}</div>;
}
