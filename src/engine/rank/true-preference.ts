// The true-preference guard. The Match gives nobody a better place for ranking a likelier program higher; a move made for
// that reason can only cost. The guard finds such moves and says what they risk. It gives data and never a verdict: the
// user may know something the scores do not.
import { strengthChances } from './strength-chances.ts';

export interface RankedProgram {
  readonly id: string;
  /** How much the user wants it, 0–1 (a score, a gut order); null where they have not said. */
  readonly preference: number | null;
  /** Chance that it would take them, 0–1; null where nothing is published. */
  readonly chance: number | null;
}

/** A program raised over one the user wants more, which is also the less likely of the two. */
export interface Overtaking {
  readonly raised: string;
  readonly lowered: string;
  readonly preferenceGap: number;
  readonly chanceGap: number;
  /** Chance to land at `raised` though `lowered` would have taken you too; null where a chance above them is unknown. */
  readonly regret: number | null;
}

export type PreferenceCheck =
  | { readonly kind: 'nothing-found' }
  /** Some pairs moved against the preference and toward the chance; the chance to match is the same either way. */
  | { readonly kind: 'toward-chance'; readonly overtakings: readonly Overtaking[] };

/** Smaller differences than these say nothing. */
const MARGIN = { preference: 0.05, chance: 0.05 };

/** Σ_k w_k · Π above (1 − p) · p_raised · p_lowered, with `raised` at position `at` of `order`. */
function regretOf(
  order: readonly RankedProgram[],
  at: number,
  lowered: number,
  sharedSd: number,
): number | null {
  const chances = [...order.slice(0, at + 1), order[lowered]].map((program) => program?.chance ?? null);
  if (chances.includes(null)) return null;
  const { points, weights, at: p } = strengthChances(chances.map(Number), sharedSd);
  let sum = 0;
  for (let k = 0; k < points; k++) {
    let both = (weights[k] ?? 0) * (p[at * points + k] ?? 0) * (p[(at + 1) * points + k] ?? 0);
    for (let above = 0; above < at; above++) both *= 1 - (p[above * points + k] ?? 0);
    sum += both;
  }
  return sum;
}

/**
 * Compares two orders of the same programs, best first, and lists every pair that now stands against the stated
 * preference and toward the chance, and did not before. Programs without a preference or a chance accuse nobody.
 */
export function checkPreference(
  before: readonly RankedProgram[],
  after: readonly RankedProgram[],
  sharedSd: number,
): PreferenceCheck {
  const stoodAt = new Map(before.map(({ id }, place) => [id, place]));
  const overtakings: Overtaking[] = [];
  after.forEach((upper, at) => {
    for (let below = at + 1; below < after.length; below++) {
      const lower = after[below];
      if (!lower || upper.preference === null || lower.preference === null) continue;
      if (upper.chance === null || lower.chance === null) continue;
      const preferenceGap = lower.preference - upper.preference;
      const chanceGap = upper.chance - lower.chance;
      const moved = (stoodAt.get(lower.id) ?? Infinity) < (stoodAt.get(upper.id) ?? Infinity);
      if (!moved || preferenceGap < MARGIN.preference || chanceGap < MARGIN.chance) continue;
      const regret = regretOf(after, at, below, sharedSd);
      overtakings.push({ raised: upper.id, lowered: lower.id, preferenceGap, chanceGap, regret });
    }
  });
  return overtakings.length > 0 ? { kind: 'toward-chance', overtakings } : { kind: 'nothing-found' };
}
