// Why the fit is what it is, one line a criterion: a trace for the value, the words measured, the weight, the source.
import { isOwn } from '#domain/own.ts';
import type { FieldKey } from '#domain/field.ts';
import type { FitReason } from '#domain/query.ts';
import { points } from '#domain/words.ts';
import { sourceWords } from '#state/sources.ts';
import { Blank } from '#ui/fact-list.tsx';
import { Tag } from '#ui/tag.tsx';
import { Trace } from '#ui/trace.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { weightWord } from '#ui/weight-slider.tsx';
import styles from './reasons.module.css';

interface ReasonProps extends FitReason {
  readonly onOpen: (field: FieldKey) => void;
}

function Reason({ label, meaning, weight, value, words, facts, field, onOpen }: ReasonProps) {
  const [fact] = facts;
  const said = words ?? <Blank>not published</Blank>;
  return (
    <li class={styles.reason}>
      <span class={styles.label}>
        {label}
        <small class={styles.small}>
          {field ? (
            <button type="button" class={styles.said} onClick={() => onOpen(field)} aria-haspopup="dialog">
              {said}
              <VisuallyHidden>, {label}: where it is from, and a value of your own</VisuallyHidden>
            </button>
          ) : (
            said
          )}
          {fact && (isOwn(fact) ? <Tag tone="accent">yours</Tag> : ` · ${sourceWords(fact)}`)}
        </small>
      </span>
      <Trace
        value={value}
        label={
          value === null ? `${label}: not known, left out of the fit` : `${points(value)} of 100. ${meaning}`
        }
      />
      <span class={styles.weight}>
        <span aria-hidden="true">× {weight}</span>
        <span class={styles.small}>{weightWord(weight)}</span>
      </span>
    </li>
  );
}

export interface ReasonsProps {
  readonly reasons: readonly FitReason[];
  /** Opens the field behind a reason. */
  readonly onOpen: (field: FieldKey) => void;
}

export function Reasons({ reasons, onOpen }: ReasonsProps) {
  return (
    <ul class={styles.list}>
      {reasons.map((reason) => (
        <Reason key={reason.criterion} {...reason} onOpen={onOpen} />
      ))}
    </ul>
  );
}
