// A typical list: so many applications, the signals a season allows, the usual share near home. What it yields, averaged
// over the strengths of a group, is set against published rates to find the base of an invitation and P(take).
import type { ChanceModel, TermKey } from '#domain/model.ts';
import { logOdds, type SignalLevel, withSignal } from '#engine/chance/interview.ts';
import { scaled, type ScorePoints, peopleIn } from '#engine/chance/score-curve.ts';
import type { StrengthScale } from '#engine/chance/strength-prior.ts';
import { STRENGTH } from '#engine/strength.ts';

/** Applications that share one chance. */
export interface ListCell {
  readonly n: number;
  readonly terms: readonly TermKey[];
  readonly logOdds: number;
}

export interface ListShape {
  readonly applications: number;
  readonly gold: number;
  readonly silver: number;
  /** Shares of the list. */
  readonly inState: number;
  readonly aligned: number;
}

export function listCells(model: Pick<ChanceModel, 'terms'>, shape: ListShape): ListCell[] {
  const gold = Math.min(shape.gold, shape.applications);
  const silver = Math.min(shape.silver, shape.applications - gold);
  const levels: readonly { n: number; level: SignalLevel }[] = [
    { n: gold, level: 'gold' },
    { n: silver, level: 'silver' },
    { n: shape.applications - gold - silver, level: 'none' },
  ];
  const places: readonly { share: number; terms: readonly TermKey[] }[] = [
    { share: shape.inState, terms: ['inState'] },
    { share: shape.aligned, terms: ['aligned'] },
    { share: 1 - shape.inState - shape.aligned, terms: [] },
  ];
  return levels
    .flatMap(({ n, level }) =>
      places.map(({ share, terms }) => {
        const all = withSignal(terms, level);
        return { n: n * share, terms: all, logOdds: logOdds(model, all) };
      }),
    )
    .filter(({ n }) => n > 0);
}

/** Strengths of a group with their weights: its scores times the 15 nodes. */
export interface Strengths {
  /** e^(−strength): what turns one exponential of a base into a chance at every strength. */
  readonly factors: Float64Array;
  readonly weights: Float64Array;
}

export function groupStrengths(
  scale: Pick<StrengthScale, 'perScaledScore' | 'sd'>,
  points: ScorePoints,
): Strengths {
  const people = peopleIn(points);
  const pairs = points.flatMap(([step2, n]) =>
    [...STRENGTH.nodes].map((z, k) => ({
      factor: Math.exp(-scale.perScaledScore * scaled(step2) - scale.sd * z),
      weight: ((STRENGTH.weights[k] ?? 0) * n) / people,
    })),
  );
  return {
    factors: Float64Array.from(pairs, ({ factor }) => factor),
    weights: Float64Array.from(pairs, ({ weight }) => weight),
  };
}

const applicationsIn = (cells: readonly ListCell[]) => cells.reduce((sum, { n }) => sum + n, 0);
const countsOf = (cells: readonly ListCell[]) => Float64Array.from(cells, ({ n }) => n);
const scalesOf = (cells: readonly ListCell[], base: number) =>
  Float64Array.from(cells, ({ logOdds }) => Math.exp(-base - logOdds));

/** Mean chance of an invitation per application. */
export function invitationRate(cells: readonly ListCell[], base: number, strengths: Strengths): number {
  const { factors, weights } = strengths;
  const counts = countsOf(cells);
  const scales = scalesOf(cells, base);
  let expected = 0;
  for (let i = 0; i < factors.length; i++) {
    const factor = factors[i] ?? 0;
    let here = 0;
    for (let c = 0; c < counts.length; c++) here += (counts[c] ?? 0) / (1 + (scales[c] ?? 0) * factor);
    expected += (weights[i] ?? 0) * here;
  }
  return expected / applicationsIn(cells);
}

/**
 * P(at least one yes) where an invited application is a yes with chance `yes`: P(take) gives P(match), 1 gives the
 * chance of any invitation.
 * @param base log odds of an invitation without terms at strength 0.
 */
export function anyYes(cells: readonly ListCell[], base: number, yes: number, strengths: Strengths): number {
  const { factors, weights } = strengths;
  const counts = countsOf(cells);
  const scales = scalesOf(cells, base);
  let any = 0;
  for (let i = 0; i < factors.length; i++) {
    const factor = factors[i] ?? 0;
    let logNone = 0;
    for (let c = 0; c < counts.length; c++) {
      const no = (scales[c] ?? 0) * factor;
      // 1 − yes · p with p = 1/(1 + no), without the loss of digits near p = 1.
      logNone += (counts[c] ?? 0) * Math.log((no + 1 - yes) / (1 + no));
    }
    any -= (weights[i] ?? 0) * Math.expm1(logNone);
  }
  return any;
}

/** Mean number of invitations among people with at least one. */
export const invitationsIfAny = (cells: readonly ListCell[], base: number, strengths: Strengths): number =>
  (applicationsIn(cells) * invitationRate(cells, base, strengths)) / anyYes(cells, base, 1, strengths);

const MOST_STEPS = 80;

/**
 * Where a rising function reaches `target` between two ends, to `within` of the target; the nearer end where it does
 * not. Two secant steps (Illinois), then one halving, so that flat ends do not hold it up.
 */
export function reached(
  rising: (x: number) => number,
  target: number,
  from: number,
  to: number,
  within = 1e-9,
): number {
  let [low, high] = [from, to];
  let [under, over] = [rising(low) - target, rising(high) - target];
  if (under >= 0) return low;
  if (over <= 0) return high;
  for (let step = 0; step < MOST_STEPS; step++) {
    const secant = low - (under * (high - low)) / (over - under);
    const x = step % 3 === 2 || !(secant > low && secant < high) ? (low + high) / 2 : secant;
    const gap = rising(x) - target;
    if (Math.abs(gap) <= within) return x;
    if (gap < 0) {
      low = x;
      under = gap;
      over /= 2;
    } else {
      high = x;
      over = gap;
      under /= 2;
    }
  }
  return (low + high) / 2;
}
