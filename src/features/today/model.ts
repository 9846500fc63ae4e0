// What Today has to say: what to do first, and how the shortlist stands. Counts only; it never guesses what is due.
import type { CatalogChanges } from '#domain/change.ts';
import type { Profile } from '#domain/profile.ts';
import { STAGES, type ShortlistEntry, type Stage } from '#domain/shortlist.ts';
import type { Wishes } from '#domain/wishes.ts';

export interface FirstAct {
  readonly key: 'specialty' | 'wishes' | 'keep';
  readonly title: string;
  readonly words: string;
  readonly href: string;
  readonly done: boolean;
}

/** Wishes that carry a weight before a list can be said to be the user's own. */
const ENOUGH_WISHES = 3;

export function firstActs(
  profile: Profile,
  wishes: Wishes,
  shortlist: readonly ShortlistEntry[],
): readonly FirstAct[] {
  const weighed = Object.values(wishes.weights).filter((weight) => weight > 0).length;
  return [
    {
      key: 'specialty',
      title: 'Choose a specialty',
      words: 'Your list, your fees and your rank order are made for it.',
      href: '/profile',
      done: profile.specialties.length > 0 || profile.exploring === true,
    },
    {
      key: 'wishes',
      title: 'Set your home and three wishes',
      words: 'Say what matters and how much. Everything else can wait.',
      href: '/profile#wishes',
      done: profile.home !== undefined && weighed >= ENOUGH_WISHES,
    },
    {
      key: 'keep',
      title: 'Look at the list and keep what you like',
      words: 'Press the star. Programs you keep stay yours through every update.',
      href: '/programs',
      done: shortlist.length > 0,
    },
  ];
}

const NUMBERS = ['No', 'One', 'Two', 'Three'];

export function headline(acts: readonly FirstAct[]): string {
  const open = acts.filter((act) => !act.done).length;
  if (open === acts.length) return 'Three steps to your list';
  if (open === 0) return 'Nothing is due today';
  return `${NUMBERS[open] ?? open} ${open === 1 ? 'step' : 'steps'} to go`;
}

/** How many programs stand at each stage, in the order of the season; stages with none are left out. */
export function stageCounts(
  shortlist: readonly ShortlistEntry[],
): readonly { readonly stage: Stage; readonly count: number }[] {
  return STAGES.map((stage) => ({
    stage,
    count: shortlist.filter((entry) => entry.stage === stage).length,
  })).filter(({ count }) => count > 0);
}

/** @param hour 0–23, where the user is. */
export function greeting(hour: number): string {
  if (hour < 5 || hour >= 18) return 'Good evening';
  return hour < 12 ? 'Good morning' : 'Good afternoon';
}

/** What another release of the catalog means for the notebook, in a line; null where there is nothing to look at. */
export function changesLine(changes: CatalogChanges): string | null {
  if (changes.kind !== 'changes') return null;
  const count = changes.programs.length;
  if (count > 0)
    return count === 1 ? 'One of your programs is affected.' : `${count} of your programs are affected.`;
  return changes.others.length > 0 ? 'None of your programs is affected.' : null;
}
