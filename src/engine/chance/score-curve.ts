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

/**
 * The `a` with Σ n · logistic(a + slope · scaled(s)) / Σ n = `rate`, 0 < rate < 1.
 * Newton steps kept inside a bracket; the left side rises with `a`, so there is one solution.
 */
export function interceptFor(points: ScorePoints, rate: number, slope: number): number {
  const people = peopleIn(points);
  const shifts = points.map(([s]) => slope * scaled(s));
  let low = logit(rate) - Math.max(...shifts);
  let high = logit(rate) - Math.min(...shifts);
  let a = (low + high) / 2;
  for (let step = 0; step < 80 && high - low > 1e-12; step++) {
    let gap = -rate;
    let rise = 0;
    points.forEach(([, n], at) => {
      const p = logistic(a + (shifts[at] ?? 0));
      gap += (n / people) * p;
      rise += (n / people) * p * (1 - p);
    });
    if (gap > 0) high = a;
    else low = a;
    const newton = a - gap / rise;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - a) < 1e-11) return next;
    a = next;
  }
  return a;
}

/** People a published band of ten points holds are counted this far to either side, less the farther away. */
const REACH = 10;
/** The highest point stands for an open band and the lowest for a rare one: they reach farther outward. */
const OUTER_REACH = 30;

/** How many people of the group had about this score. */
export function peopleNear(points: ScorePoints, step2: number): number {
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

/** P(match) at a score with the parameters in the middle. */
export function curveAt(points: ScorePoints, rate: number, slope: number, step2: number): number {
  const b = rising(slope);
  return logistic(interceptFor(points, rate, b) + b * scaled(step2));
}

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
  const p = curveAt(points, rate, slope.value, step2);
  const people = peopleNear(points, step2);
  const [slopes, levels, counts] = normalDraws(DRAWS, 3, random);
  const values = new Float64Array(DRAWS);
  for (let draw = 0; draw < DRAWS; draw++) {
    const level = logistic(logit(rate) + levelSd * (levels?.[draw] ?? 0));
    const drawn = curveAt(points, level, slope.value + slope.sd * (slopes?.[draw] ?? 0), step2);
    const noise = Math.sqrt(countVariance(drawn, people)) * (counts?.[draw] ?? 0);
    values[draw] = logistic(logit(drawn) + noise);
  }
  return shownRange(p, values);
}
