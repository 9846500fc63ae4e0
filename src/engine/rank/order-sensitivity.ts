// How firm an order is: the weights are guesses of the user's own mind, so they are moved a little, many times, and the
// places that hold are counted. "Your first three stay in 87 of 100 weight variations."
import { normal, type Random } from '#engine/random.ts';

/** One criterion: its weight and its values, 0–1, NaN where the value is not known. */
export interface Criterion {
  readonly weight: number;
  readonly values: ArrayLike<number>;
}

export interface OrderSensitivity {
  readonly draws: number;
  /** Positions into `rows`, best first, by the weights as given. */
  readonly order: readonly number[];
  /** Per place: draws in which the same program holds it. */
  readonly stays: readonly number[];
  /** `firstStay[k − 1]`: draws in which the first k places hold the same k programs, in any order. */
  readonly firstStay: readonly number[];
  /** Per place of `order`: the best and the worst place (0 is the top) its program took in the middle 80 % of draws. */
  readonly places: readonly { readonly best: number; readonly worst: number }[];
}

export interface SensitivityOptions {
  readonly draws: number;
  /** Standard deviation of the logarithm of each weight. */
  readonly spread: number;
}

/** A weight of 3 then mostly moves between 2 and 4: about one step of the scale. */
const ONE_STEP: SensitivityOptions = { draws: 100, spread: 0.3 };

/** Rows in order of Σ w x / Σ w over the known values; a row of which nothing is known comes last. Ties keep `before`. */
function orderBy(
  criteria: readonly Criterion[],
  weights: readonly number[],
  rows: readonly number[],
  before: readonly number[],
): number[] {
  const score = rows.map((row) => {
    let sum = 0;
    let known = 0;
    criteria.forEach(({ values }, c) => {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) return;
      sum += (weights[c] ?? 0) * value;
      known += weights[c] ?? 0;
    });
    return known > 0 ? sum / known : -1;
  });
  return before.toSorted((a, b) => (score[b] ?? 0) - (score[a] ?? 0));
}

/**
 * Draws weights around the given ones (each times e^(spread · normal)) and compares the orders of `rows`, which are
 * indices into the values of each criterion. Seeded by `random`: the same seed gives the same counts.
 */
export function orderSensitivity(
  criteria: readonly Criterion[],
  rows: readonly number[],
  random: Random,
  options: SensitivityOptions = ONE_STEP,
): OrderSensitivity {
  const weights = criteria.map(({ weight }) => weight);
  const order = orderBy(criteria, weights, rows, [...rows.keys()]);
  const placeOf = new Int32Array(rows.length);
  order.forEach((program, place) => {
    placeOf[program] = place;
  });
  const stays = rows.map(() => 0);
  const firstStay = rows.map(() => 0);
  const seen: number[][] = rows.map(() => []);
  for (let draw = 0; draw < options.draws; draw++) {
    const drawn = weights.map((weight) => weight * Math.exp(options.spread * normal(random)));
    // The first k hold the same programs exactly when none of them comes from a place past k.
    let deepest = -1;
    orderBy(criteria, drawn, rows, order).forEach((program, place) => {
      const was = placeOf[program] ?? 0;
      deepest = Math.max(deepest, was);
      if (was === place) stays[place] = (stays[place] ?? 0) + 1;
      if (deepest === place) firstStay[place] = (firstStay[place] ?? 0) + 1;
      seen[was]?.push(place);
    });
  }
  const places = seen.map((taken) => {
    const sorted = taken.toSorted((a, b) => a - b);
    const cut = Math.floor(sorted.length / 10);
    return { best: sorted[cut] ?? 0, worst: sorted[sorted.length - 1 - cut] ?? 0 };
  });
  return { draws: options.draws, order, stays, firstStay, places };
}
