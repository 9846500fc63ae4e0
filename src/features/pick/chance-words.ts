// Chances of a list in words: bands and ranges, never a bare number.
import type { SeasonShift } from '#domain/model.ts';
import type { FitOnlyReason, PickChance } from '#domain/query.ts';
import { outOfTen } from '#domain/words.ts';

export function anyPlaceWords({ any }: PickChance): string {
  return `Of people like you with a list like this, ${outOfTen(any)} would find a place from it.`;
}

export function exactWords({ exact, withinPercent }: PickChance): string {
  if (exact) return 'No list within this budget is worth more by these numbers.';
  if (withinPercent < 1) return 'No list within this budget is worth even one percent more by these numbers.';
  return `A list within this budget could be worth at most ${Math.ceil(withinPercent)} percent more by these numbers.`;
}

export const FIT_ONLY_WORDS: Record<FitOnlyReason, string> = {
  'no-applicant-type': 'By fit only, as yet: say in your profile how you apply, and chances come in.',
  'nothing-published':
    'By fit only: nobody has published figures for this specialty and for people who apply as you do.',
  'no-model': 'By fit only: this catalog carries no figures for chances.',
};

const SIZES: Record<SeasonShift['size'], string> = {
  none: '',
  slight: 'a little',
  clear: 'clearly',
  strong: 'much',
};

/** What the season has said so far; null before anything was heard. */
export function seasonWords({ direction, size, invited, rejected }: SeasonShift): string | null {
  if (invited + rejected === 0) return null;
  const heard = [
    invited > 0 && `${invited} ${invited === 1 ? 'invitation' : 'invitations'}`,
    rejected > 0 && `${rejected} ${rejected === 1 ? 'rejection' : 'rejections'}`,
  ].filter(Boolean);
  const so =
    direction === 'as expected'
      ? 'about what was expected of your list'
      : `${SIZES[size]} ${direction} than your score alone says`;
  return `After ${heard.join(' and ')}: ${so}. The chances here take that in.`;
}

export function signalsWords({ gold, silver }: NonNullable<PickChance['signals']>): string {
  if (silver.limit === 0) return `${gold.used} of ${gold.limit} signals`;
  return `${gold.used} of ${gold.limit} gold signals, ${silver.used} of ${silver.limit} silver`;
}
