// Why the fit is what it is, one line a criterion: a trace for the value, the words measured, the weight, the source.
import type { FitReason } from '#domain/query.ts';
import { points } from '#domain/words.ts';
import { sourceWords } from '#state/sources.ts';
import { Blank } from '#ui/fact-list.tsx';
import { Trace } from '#ui/trace.tsx';
import { weightWord } from '#ui/weight-slider.tsx';
import styles from './reasons.module.css';

function Reason({ label, meaning, weight, value, words, facts }: FitReason) {
  const [fact] = facts;
  return (
    <li class={styles.reason}>
      <span class={styles.label}>
        {label}
        <small class={styles.small}>
          {words ?? <Blank>not published</Blank>}
          {fact && ` · ${sourceWords(fact)}`}
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

export function Reasons({ reasons }: { readonly reasons: readonly FitReason[] }) {
  return (
    <ul class={styles.list}>
      {reasons.map((reason) => (
        <Reason key={reason.criterion} {...reason} />
      ))}
    </ul>
  );
}
