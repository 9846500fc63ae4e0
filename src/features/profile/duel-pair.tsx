// The two sides of a question as two large buttons, and the ways out of it: no difference, skip, undo. The question is
// spoken, too, when it changes.
import type { DuelChoice, ShownCriterion } from '#domain/duel.ts';
import { Button } from '#ui/button.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './duel-pair.module.css';
import { sideWords } from './rather-words.ts';

export interface DuelPairProps {
  readonly shown: readonly ShownCriterion[];
  /** How many answers came before. */
  readonly before: number;
  /** Keys answer, so they are shown. */
  readonly keys: boolean;
  readonly onChoose: (choice: DuelChoice) => void;
  readonly onUndo: () => void;
}

export function DuelPair({ shown, before, keys, onChoose, onUndo }: DuelPairProps) {
  const side = (which: 'a' | 'b') => (
    <button
      type="button"
      class={styles.side}
      onClick={() => onChoose(which)}
      aria-label={`${which === 'a' ? 'First' : 'Second'}: ${sideWords(shown, which)}`}
    >
      <span class={styles.name}>
        {keys && <kbd class={styles.key}>{which === 'a' ? '1' : '2'}</kbd>}
        {which === 'a' ? 'This one' : 'Or this one'}
      </span>
      {shown.map((each) => (
        <span key={each.criterion} class={styles.line}>
          <span class={styles.label}>{each.label}</span>
          <span class={styles.value}>{which === 'a' ? each.aWords : each.bWords}</span>
        </span>
      ))}
    </button>
  );
  return (
    <>
      <div class={styles.pair} style={{ '--lines': shown.length }} role="group" aria-label="Two programs">
        {side('a')}
        {side('b')}
      </div>
      <div class={styles.others}>
        <Button onClick={() => onChoose('same')}>No difference</Button>
        <Button onClick={() => onChoose('skip')}>Skip</Button>
        <Button icon="undo" onClick={onUndo}>
          Undo
        </Button>
      </div>
      {keys && (
        <p class={styles.hint}>
          Keys: 1 or ← for the first, 2 or → for the second, 0 no difference, S skip, U undo.
        </p>
      )}
      <VisuallyHidden role="status">
        {`Question ${before + 1}. First: ${sideWords(shown, 'a')}. Second: ${sideWords(shown, 'b')}.`}
      </VisuallyHidden>
    </>
  );
}
