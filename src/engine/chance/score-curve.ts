// P(match | Step 2) inside one group: logistic(a + slope · (s − 250)/15), with `a` set so that the average over the
// scores of the group is the group's published rate. What the slope is, and how sure, is decided elsewhere.
import type { ChanceRange } from '#domain/model.ts';
import { logistic, logit } from '#engine/strength.ts';
import { normalDraws, DRAWS, shownRange } from './parameter-draws.ts';
import type { Random } from '#engine/random.ts';

/** The scale of Step 2 CK: mean and standard deviation of US first-takers 2024–25 (USMLE score interpretation, Table 2). */
const CENTER = 250;
export const POINTS_PER_SCALED = 15;

/** Step 2 in standard deviations from 250. */
export const scaled = (step2: number): number => (step2 - CENTER) / POINTS_PER_SCALED;
/** And back. */
export const scoreAt = (scaledScore: number): number => CENTER + POINTS_PER_SCALED * scaledScore;

/** `[Step 2, people]`, ascending. */
export type ScorePoints = readonly (readonly [number, number])[];

export interface Slope {
  readonly value: number;
  readonly sd: number;
}

export const peopleIn = (points: ScorePoints): number => points.reduce((sum, [, n]) => sum + n, 0);

/** Mean and standard deviation of the scores, in standard deviations from 250. */
export function momentsOf(points: ScorePoints): { readonly mean: number; readonly sd: number } {
  const people = peopleIn(points);
  const mean = points.reduce((sum, [s, n]) => sum + n * scaled(s), 0) / people;
  const variance = points.reduce((sum, [s, n]) => sum + n * (scaled(s) - mean) ** 2, 0) / people;
  return { mean, sd: Math.sqrt(variance) };
}

/** Scores on their scale with the share of people at each: what the intercept is solved over, many times. */
interface Shares {
  readonly at: Float64Array;
  readonly share: Float64Array;
}

function sharesOf(points: ScorePoints): Shares {
  const people = peopleIn(points);
  return {
    at: Float64Array.from(points, ([s]) => scaled(s)),
    share: Float64Array.from(points, ([, n]) => n / people),
  };
}

/**
 * The `a` with Σ share · logistic(a + slope · at) = `rate`, 0 < rate < 1, slope ≥ 0.
 * Newton steps kept inside a bracket; the left side rises with `a`, so there is one solution.
 */
function interceptFor({ at, share }: Shares, rate: number, slope: number): number {
  const count = at.length;
  const level = logit(rate);
  let low = level - slope * (at[count - 1] ?? 0);
  let high = level - slope * (at[0] ?? 0);
  let a = (low + high) / 2;
  for (let step = 0; step < 80 && high > low; step++) {
    let gap = -rate;
    let rise = 0;
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-a - slope * (at[i] ?? 0)));
      gap += (share[i] ?? 0) * p;
      rise += (share[i] ?? 0) * p * (1 - p);
    }
    if (gap > 0) high = a;
    else low = a;
    const newton = a - gap / rise;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - a) < 1e-10) return next;
    a = next;
  }
  return a;
}

/** People a published band of ten points holds are counted this far to either side, less the farther away. */
const REACH = 10;
/** The highest point stands for an open band and the lowest for a rare one: they reach farther outward. */
const OUTER_REACH = 30;

/** How many people of the group had about this score. */
function peopleNear(points: ScorePoints, step2: number): number {
  const first = points[0]?.[0] ?? step2;
  const last = points.at(-1)?.[0] ?? step2;
  return points.reduce((sum, [s, n]) => {
    const outward = (s === last && step2 > s) || (s === first && step2 < s);
    return sum + n * Math.max(0, 1 - Math.abs(step2 - s) / (outward ? OUTER_REACH : REACH));
  }, 0);
}

/** Variance of the logit of a rate seen in `people`: Beta counts with Jeffreys' prior, in their normal approximation. */
export const countVariance = (rate: number, people: number): number =>
  1 / (rate * people + 0.5) + 1 / ((1 - rate) * people + 0.5);

/** A rate can be 0 or 1 only by count: then half a person is added to either side. */
export const openRate = (rate: number, people: number): number =>
  rate > 0 && rate < 1 ? rate : (rate * people + 0.5) / (people + 1);

/** A higher score never lowers a chance: a falling slope is people choosing a second specialty, not a cause. */
const rising = (slope: number) => Math.max(0, slope);

const chanceAt = (shares: Shares, rate: number, slope: number, x: number): number => {
  const b = rising(slope);
  return logistic(interceptFor(shares, rate, b) + b * x);
};

/** P(match) at a score with the parameters in the middle. `points` ascend. */
export const curveAt = (points: ScorePoints, rate: number, slope: number, step2: number): number =>
  chanceAt(sharesOf(points), rate, slope, scaled(step2));

/**
 * The same with its 80 % range: slope, level from year to year, and the few people behind it are drawn together.
 * @param levelSd logits the headline rate may be off.
 */
export function curveRange(
  points: ScorePoints,
  rate: number,
  slope: Slope,
  levelSd: number,
  step2: number,
  random: Random,
): ChanceRange {
  const shares = sharesOf(points);
  const x = scaled(step2);
  const level = logit(rate);
  const people = peopleNear(points, step2);
  const [slopes, levels, counts] = normalDraws(DRAWS, 3, random);
  const values = new Float64Array(DRAWS);
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawnRate = logistic(level + levelSd * (levels?.[draw] ?? 0));
    const drawn = chanceAt(shares, drawnRate, slope.value + slope.sd * (slopes?.[draw] ?? 0), x);
    const noise = Math.sqrt(countVariance(drawn, people)) * (counts?.[draw] ?? 0);
    values[draw] = logistic(logit(drawn) + noise);
  }
  return shownRange(chanceAt(shares, rate, slope.value, x), values);
}
