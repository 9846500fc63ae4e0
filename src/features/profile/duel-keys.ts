// Answers by single keys. They are heard only where nothing is being typed, and the user can turn them off: a key pressed
// by mistake, or by a voice, must not answer for them (WCAG 2.2, 2.1.4).
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DuelChoice } from '#domain/duel.ts';

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

export function useDuelKeys(on: boolean, act: (choice: DuelChoice | 'undo') => void): void {
  const latest = useRef(act);
  latest.current = act;
  // As soon as the question is seen: whoever answers fast must not be missed.
  useLayoutEffect(() => {
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
