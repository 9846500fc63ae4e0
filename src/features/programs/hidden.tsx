// What the list leaves out, said in one line, each with the way to see it: nothing is hidden in silence.
import type { ListAnswer } from '#domain/query.ts';
import { changeView } from './shown.ts';
import styles from './screen.module.css';

export function Hidden({ answer }: { readonly answer: ListAnswer }) {
  const { dealBreaker, unconfirmed, independent } = answer.hidden;
  const parts = [
    dealBreaker > 0 && (
      <span key="deal">
        {dealBreaker} out by your <a href="/profile#deal-breakers">deal-breakers</a>
      </span>
    ),
    unconfirmed > 0 && (
      <button
        key="unconfirmed"
        type="button"
        class={styles.inline}
        onClick={() => changeView({ unconfirmed: true })}
      >
        {unconfirmed} not seen since 2024
      </button>
    ),
    independent > 0 && (
      <button
        key="independent"
        type="button"
        class={styles.inline}
        onClick={() => changeView({ independent: true })}
      >
        {independent} entered after another residency
      </button>
    ),
  ].filter((part) => part !== false);
  if (parts.length === 0) return null;
  return (
    <p class={styles.hidden}>Hidden: {parts.flatMap((part, at) => (at === 0 ? [part] : [' · ', part]))}</p>
  );
}
