// What a rank list leads to: the chance to match, and where. Under applicant-proposing deferred acceptance and a true
// list one lands at the first program listed that would take one (Gale and Shapley 1962; Roth 1982), so the order decides
// where and never whether. It never proposes an order.
import { type StrengthChances, strengthChances } from './strength-chances.ts';

/** Chances are never shown as surer than this, on either side. */
const NARROWEST = 0.04;
/** A sum of products this near to a certainty is one. */
const ROUNDING = 1e-12;

export interface ListOutcome {
  /** Chance to match at all, 0–1. */
  readonly pMatch: number;
  /** 80 % range of it over the shared strength, at least four points to either side. */
  readonly lo: number;
  readonly hi: number;
  /** Chance to land at each position of the list; with `unmatched` they add up to one. */
  readonly landing: readonly number[];
  readonly unmatched: number;
}

/** An 80 % range that holds `p` and is never narrower than four points to either side; a certainty stays one. */
export function atLeastFourPoints(p: number, lo: number, hi: number): { lo: number; hi: number } {
  if (p <= ROUNDING || p >= 1 - ROUNDING) return { lo: p, hi: p };
  return { lo: Math.max(0, Math.min(lo, p - NARROWEST)), hi: Math.min(1, Math.max(hi, p + NARROWEST)) };
}

/** 1 − Π(1 − p): the chance that at least one says yes, for programs that decide independently. */
function chanceOfAny(p: ArrayLike<number>): number {
  let none = 1;
  for (let j = 0; j < p.length; j++) none *= 1 - (p[j] ?? 0);
  return 1 - none;
}

/**
 * Outcome of listing the programs of `chances` in `order` (numbers of programs, best first; absent means as they come).
 * Landing at position r = Σ_k w_k · p_r · Π over positions above (1 − p). P(match | strength) rises with the strength, so
 * its 80 % range is its value at the 10 % and the 90 % point.
 */
export function outcomeOf(chances: StrengthChances, order?: ArrayLike<number>): ListOutcome {
  const { points, weights, at, low, high } = chances;
  const length = order ? order.length : chances.count;
  const landing = new Float64Array(length);
  let unmatched = 0;
  for (let k = 0; k < points; k++) {
    let alive = weights[k] ?? 0;
    for (let r = 0; r < length; r++) {
      const lands = alive * (at[(order ? (order[r] ?? 0) : r) * points + k] ?? 0);
      landing[r] = (landing[r] ?? 0) + lands;
      alive -= lands;
    }
    unmatched += alive;
  }
  const pMatch = Math.min(
    1,
    landing.reduce((sum, p) => sum + p, 0),
  );
  const listed = (all: Float64Array) => (order ? Array.from(order, (j) => all[j] ?? 0) : all);
  return {
    pMatch,
    ...atLeastFourPoints(pMatch, chanceOfAny(listed(low)), chanceOfAny(listed(high))),
    landing: Array.from(landing),
    unmatched,
  };
}

/** Outcome of a list of chances in its order; `q[r]` is the chance that the program at position r would take you. */
export const listOutcome = (q: ArrayLike<number>, sharedSd: number): ListOutcome =>
  outcomeOf(strengthChances(q, sharedSd));

/**
 * v = Σ u · P(land there) + u₀ · P(unmatched), in the unit of the utilities. `utility[r]` belongs to position r.
 * The order of falling utility has the highest value, whatever the chances.
 */
export function listValue(outcome: ListOutcome, utility: ArrayLike<number>, outside = 0): number {
  let value = outside * outcome.unmatched;
  outcome.landing.forEach((p, r) => {
    value += p * (utility[r] ?? 0);
  });
  return value;
}
