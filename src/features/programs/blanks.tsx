// What nobody has published in a group of fields: named in one line, and opened to the question that would fill each
// blank and to the place where the user enters what they know.
import { type Field, FIELDS, type FieldKey } from '#domain/field.ts';
import { Button } from '#ui/button.tsx';
import { Blank } from '#ui/fact-list.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './blanks.module.css';

export interface BlanksProps {
  readonly fields: readonly FieldKey[];
  readonly onOpen: (field: FieldKey) => void;
}

export function Blanks({ fields, onOpen }: BlanksProps) {
  if (fields.length === 0) return null;
  return (
    <details class={styles.blanks}>
      <summary>
        <Blank>not published:</Blank> {fields.map((field) => FIELDS[field].label).join(' · ')}
      </summary>
      <ul class={styles.list}>
        {fields.map((field) => {
          const { label, question }: Field = FIELDS[field];
          return (
            <li key={field} class={styles.blank}>
              <p>
                {label}: <Blank>not published</Blank>
                {question && <small class={styles.question}>To ask: {question}</small>}
              </p>
              <Button look="quiet" icon="edit" onClick={() => onOpen(field)} aria-haspopup="dialog">
                Enter what you know
                <VisuallyHidden> of {label}</VisuallyHidden>
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
