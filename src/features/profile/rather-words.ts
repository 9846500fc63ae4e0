// What "which would you rather" says: how sure it is, what a side is, how a weight may lie.
import type { DuelAnswer, DuelCriterion, DuelStanding, LearnedWish, ShownCriterion } from '#domain/duel.ts';

const LIKING_WORDS: Readonly<Record<string, string>> = {
  small: 'small is better',
  middle: 'middling is better',
  large: 'large is better',
  urban: 'in a metropolitan area is better',
  rural: 'outside a metropolitan area is better',
  categorical: 'categorical is better',
  advanced: 'advanced is better',
  preliminary: 'preliminary is better',
};

/** `City size, large is better`. */
export const criterionWords = ({ label, liking }: Pick<DuelCriterion, 'label' | 'liking'>): string =>
  liking === null ? label : `${label}, ${LIKING_WORDS[liking] ?? liking}`;

export const cannotWords = (cannot: NonNullable<DuelCriterion['cannot']>): string =>
  cannot === 'alike' ? 'alike at all programs' : 'not known of enough programs';

/** One side as it is spoken: `Close to home, 42 mi; Cost of living, 8% above the US average`. */
export const sideWords = (shown: readonly ShownCriterion[], side: 'a' | 'b'): string =>
  shown.map((each) => `${each.label}, ${side === 'a' ? each.aWords : each.bWords}`).join('; ');

/** `about 3 of your ten best`, whole programs, never a bare fraction. */
function aboutPrograms(expected: number): string {
  const whole = Math.round(expected);
  return whole <= 1 ? 'about one of your ten best' : `about ${whole} of your ten best`;
}

export interface Certainty {
  readonly title: string;
  readonly more: string;
}

/** How sure the answers make it, by what could still change and never by how many were given. */
export function certaintyWords({ sureness, expectedChange, stop }: DuelStanding, told: number): Certainty {
  if (told === 0) return { title: 'Nothing is known yet', more: '' };
  const more =
    expectedChange < 0.5
      ? 'Your ten best would stay.'
      : `More answers could still change ${aboutPrograms(expectedChange)}.`;
  if (stop === 'settled') return { title: 'Settled', more: `${more} You can stop here.` };
  if (stop === 'many-asked')
    return { title: 'As sure as answers make it', more: `${more} You have given plenty; more hardly help.` };
  switch (sureness) {
    case 'firm':
    case 'settled':
      return { title: 'Nearly sure', more };
    case 'rough':
      return { title: 'A rough idea', more };
    case 'open':
      return { title: 'Still open', more };
  }
}

/** `quite`, or `some to a lot` where the range spans several words. @param wordOf the word of a whole weight. */
export function rangeOfWeight({ lo, hi }: LearnedWish, wordOf: (weight: number) => string): string {
  const [from, to] = [wordOf(Math.round(lo)), wordOf(Math.round(hi))];
  return from === to ? from : `${from} to ${to}`;
}

export const SURENESS_WORDS: Record<LearnedWish['sureness'], string> = {
  open: 'still open',
  rough: 'a rough idea',
  firm: 'firm',
};

/** An answer as a sentence: `You took (Close to home, 12 mi) over (Close to home, 900 mi).` */
export function answerWords({ shown, choice }: DuelAnswer): string {
  const [a, b] = [sideWords(shown, 'a'), sideWords(shown, 'b')];
  if (choice === 'same') return `No difference for you between “${a}” and “${b}”.`;
  return choice === 'a' ? `You took “${a}” over “${b}”.` : `You took “${b}” over “${a}”.`;
}
