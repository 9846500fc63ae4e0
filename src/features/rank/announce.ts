// What is said to those who listen while the order changes. One place for the whole screen, so that the newest word
// takes the place of the one before.
import { signal } from '@preact/signals';

const words = signal('');
export const announced: { readonly value: string } = words;

let turn = false;

/** The same words twice are two announcements: an unseen space tells them apart. */
export function announce(sentence: string): void {
  turn = !turn;
  words.value = sentence === '' ? '' : `${sentence}${turn ? '\u00a0' : ''}`;
}
