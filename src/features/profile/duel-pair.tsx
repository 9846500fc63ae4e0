// The two sides of a question as two large buttons, and the ways out of it: no difference, skip, undo. By thumb, by
// keyboard, or by ear; a press while the next question is on its way does nothing.
import { useEffect, useRef } from 'preact/hooks';
import type { DuelChoice, ShownCriterion } from '#domain/duel.ts';
import { Button } from '#ui/button.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './duel-pair.module.css';
import { sideWords } from './rather-words.ts';

export interface DuelPairProps {
  readonly shown: readonly ShownCriterion[];
  /** How many answers came before. */
  readonly before: number;
  readonly keys: boolean;
  readonly onChoose: (choice: DuelChoice) => void;
  readonly onUndo: () => void;
}

const CHOICE_OF_KEY: Readonly<Record<string, DuelChoice | 'undo'>> = {
  '1': 'a',
  ArrowLeft: 'a',
  '2': 'b',
  ArrowRight: 'b',
  '0': 'same',
  s: 'skip',
  u: 'undo',
};

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, select, textarea, dialog, summary') !== null;

/** Answers by single keys, as long as the user wants them to and nothing is being typed. */
function useKeys(on: boolean, act: (choice: DuelChoice | 'undo') => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      const choice = CHOICE_OF_KEY[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      const withOthers = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
      if (choice === undefined || withOthers || isTyping(event.target)) return;
      event.preventDefault();
      latest.current(choice);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}

export function DuelPair({ shown, before, keys, onChoose, onUndo }: DuelPairProps) {
  useKeys(keys, (choice) => (choice === 'undo' ? onUndo() : onChoose(choice)));
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
