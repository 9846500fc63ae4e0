// Learned shares → the 0–5 scale of the wishes. Only ratios of weights matter to the fit, so one factor is free: it is
// chosen so that rounding bends the ratios least.
import type { Weight } from '#domain/wishes.ts';

/** Highest level tried for the heaviest criterion, lowest first: equal weights come out as all 3, not all 5. */
const TOPS = [3, 4, 5];

/** The factor from shares to levels; 0 where there is no weight. */
export function levelFactor(shares: ArrayLike<number>): number {
  const list = Array.from(shares);
  const heaviest = Math.max(0, ...list);
  if (!(heaviest > 0)) return 0;
  let best = { factor: 0, bend: Number.POSITIVE_INFINITY };
  for (const top of TOPS) {
    const factor = top / heaviest;
    const bend = list.reduce((sum, share) => sum + (share - Math.round(share * factor) / factor) ** 2, 0);
    if (bend < best.bend - 1e-12) best = { factor, bend };
  }
  return best.factor;
}

export const levelOf = (share: number, factor: number): Weight =>
  Math.min(5, Math.max(0, Math.round(share * factor)));
