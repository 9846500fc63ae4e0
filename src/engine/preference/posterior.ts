// What the answers say about the weights: a seeded cloud of weight vectors that stands for the posterior.
//
// [Note: Particles] Each particle is a vector of log-weights and the log of how decided the person is. The prior puts
// log-weights at 0 ± PRIOR_SD, so that its center is equal weights whatever the number of criteria. Answers are taken
// one by one: reweight, resample when the effective size falls under half, then move each particle by random-walk
// Metropolis steps that leave the posterior of all answers so far unchanged (iterated batch importance sampling, Chopin
// 2002). A Gaussian around the mode would be cheaper, but the posterior after a few answers is a wedge, not a bell: an
// answer cuts the space of weights nearly in half.
import { normal, type Random } from '#engine/random.ts';
import { answerChance } from './choice-model.ts';
import { differencesOf, type PreferenceAnswer } from './profile-space.ts';

/** Standard deviation of a log-weight before any answer: nine in ten weights lie within a factor of 6 of the middle. */
const PRIOR_SD = 1.1;
/** Logits between a program that is best on everything and one that is worst on everything. */
const DECIDED_CENTER = Math.log(120);
const DECIDED_SD = 1.5;
const PARTICLES = 400;
const MOVES = 4;
const LEAST_EFFECTIVE = 0.5;
const SQRT6 = Math.sqrt(6);

export interface Posterior {
  readonly count: number;
  readonly dimensions: number;
  /** Row by row, each row adding up to 1. */
  readonly weights: Float64Array;
  /** How decided each particle takes the person to be. */
  readonly decided: Float64Array;
}

interface Cloud {
  /** Row by row: log-weights, then the log of decidedness. */
  readonly rows: Float64Array;
  readonly logOdds: Float64Array;
  readonly width: number;
}

const LEAST_LOG = -30;

/** Log of the prior of a row and of the answers heard from `from` on. `raw` is room for its weights. */
function logTarget(row: Float64Array, raw: Float64Array, heard: readonly Heard[], from: number): number {
  const last = row.length - 1;
  let square = 0;
  let total = 0;
  for (let c = 0; c < last; c++) {
    const value = row[c] ?? 0;
    square += (value / PRIOR_SD) ** 2;
    const weight = Math.exp(value);
    raw[c] = weight;
    total += weight;
  }
  const decided = row[last] ?? 0;
  let log = -0.5 * (square + ((decided - DECIDED_CENTER) / DECIDED_SD) ** 2);
  const scale = Math.exp(decided) / total;
  for (let at = from; at < heard.length; at++) {
    const { difference, choice } = heard[at] as Heard;
    let utility = 0;
    for (let c = 0; c < last; c++) utility += (raw[c] ?? 0) * (difference[c] ?? 0);
    log += Math.max(LEAST_LOG, Math.log(answerChance(scale * utility, choice)));
  }
  return log;
}

/** Systematic resampling (Kitagawa 1996): one draw places every particle. */
function resample(cloud: Cloud, shares: Float64Array, random: Random): Cloud {
  const count = shares.length;
  const rows = new Float64Array(cloud.rows.length);
  const start = random();
  let from = 0;
  let reached = shares[0] ?? 1;
  for (let at = 0; at < count; at++) {
    const point = (start + at) / count;
    while (reached < point && from < count - 1) reached += shares[++from] ?? 0;
    rows.set(cloud.rows.subarray(from * cloud.width, (from + 1) * cloud.width), at * cloud.width);
  }
  return { rows, logOdds: new Float64Array(count), width: cloud.width };
}

function sharesOf(logOdds: Float64Array): Float64Array {
  const top = logOdds.reduce((most, value) => Math.max(most, value), -Infinity);
  const raw = logOdds.map((value) => Math.exp(value - top));
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => value / total);
}

/** Standard deviation of each coordinate over the cloud, never quite zero. */
function spreadOf({ rows, width }: Cloud): Float64Array {
  const count = rows.length / width;
  const spread = new Float64Array(width);
  for (let c = 0; c < width; c++) {
    let sum = 0;
    let square = 0;
    for (let at = c; at < rows.length; at += width) {
      const value = rows[at] ?? 0;
      sum += value;
      square += value * value;
    }
    spread[c] = Math.sqrt(Math.max(1e-6, square / count - (sum / count) ** 2));
  }
  return spread;
}

interface Heard {
  readonly difference: Float64Array;
  readonly choice: PreferenceAnswer['choice'];
}

/** Random-walk Metropolis over all answers so far; the step is the usual 2.4/√d of the spread. */
function move(cloud: Cloud, heard: readonly Heard[], random: Random): void {
  const { rows, width } = cloud;
  const spread = spreadOf(cloud);
  const step = 2.4 / Math.sqrt(width);
  const raw = new Float64Array(width);
  let current = new Float64Array(width);
  let proposed = new Float64Array(width);
  for (let at = 0; at < rows.length; at += width) {
    current.set(rows.subarray(at, at + width));
    let currentLog = logTarget(current, raw, heard, 0);
    for (let round = 0; round < MOVES; round++) {
      // Steps of mixed size: large ones cross the wedge, small ones fit its tip.
      const scale = step * (round % 2 === 0 ? 1 : 0.35);
      for (let c = 0; c < width; c++) {
        // Any symmetric step will do; this one has the spread of a normal number and costs a fifth of it.
        const nudge = (random() + random() - 1) * SQRT6;
        proposed[c] = (current[c] ?? 0) + scale * (spread[c] ?? 1) * nudge;
      }
      const proposedLog = logTarget(proposed, raw, heard, 0);
      if (Math.log(1 - random()) < proposedLog - currentLog) {
        [current, proposed] = [proposed, current];
        currentLog = proposedLog;
      }
    }
    rows.set(current, at);
  }
}

/**
 * The posterior over the weights of `criteria` after `answers`, in their order; taking one back is leaving it out and
 * asking anew. Same answers and seed of `random`: same cloud. An answer that shows no criterion changes nothing.
 */
export function posteriorOf(
  criteria: readonly string[],
  answers: readonly PreferenceAnswer[],
  random: Random,
): Posterior {
  const dimensions = criteria.length;
  const width = dimensions + 1;
  let cloud: Cloud = {
    rows: Float64Array.from({ length: PARTICLES * width }, (_, at) =>
      at % width === dimensions ? DECIDED_CENTER + DECIDED_SD * normal(random) : PRIOR_SD * normal(random),
    ),
    logOdds: new Float64Array(PARTICLES),
    width,
  };
  const heard: Heard[] = [];
  const raw = new Float64Array(width);
  const fresh = () => {
    cloud = resample(cloud, sharesOf(cloud.logOdds), random);
    move(cloud, heard, random);
  };
  for (const answer of answers) {
    const difference = differencesOf(answer, criteria);
    if (difference.every((value) => value === 0)) continue;
    heard.push({ difference, choice: answer.choice });
    for (let at = 0; at < PARTICLES; at++) {
      const row = cloud.rows.subarray(at * width, (at + 1) * width);
      const gain = logTarget(row, raw, heard, heard.length - 1) - logTarget(row, raw, heard, heard.length);
      cloud.logOdds[at] = (cloud.logOdds[at] ?? 0) + gain;
    }
    const shares = sharesOf(cloud.logOdds);
    const effective = 1 / shares.reduce((sum, share) => sum + share * share, 0);
    if (effective < LEAST_EFFECTIVE * PARTICLES) fresh();
  }
  // The end is always an even cloud, so that every reader may count particles.
  if (heard.length > 0) fresh();
  return evenly(cloud, dimensions);
}

function evenly({ rows, width }: Cloud, dimensions: number): Posterior {
  const count = rows.length / width;
  const weights = new Float64Array(count * dimensions);
  const decided = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const row = rows.subarray(at * width, at * width + dimensions);
    const total = row.reduce((sum, value) => sum + Math.exp(value), 0);
    row.forEach((value, c) => {
      weights[at * dimensions + c] = Math.exp(value) / total;
    });
    decided[at] = Math.exp(rows[at * width + dimensions] ?? 0);
  }
  return { count, dimensions, weights, decided };
}

/** The mean weight of each criterion; they add up to 1. */
export function meanWeights({ count, dimensions, weights }: Posterior): Float64Array {
  const mean = new Float64Array(dimensions);
  weights.forEach((weight, at) => {
    const c = at % dimensions;
    mean[c] = (mean[c] ?? 0) + weight / count;
  });
  return mean;
}
