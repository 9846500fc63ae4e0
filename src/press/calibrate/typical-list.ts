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
const scaleOf = (base: number) => (cell: ListCell) => Math.exp(-base - cell.logOdds);

/** Mean chance of an invitation per application. */
export function invitationRate(cells: readonly ListCell[], base: number, strengths: Strengths): number {
  const scales = cells.map(scaleOf(base));
  let expected = 0;
  strengths.factors.forEach((factor, i) => {
    let here = 0;
    cells.forEach(({ n }, c) => {
      here += n / (1 + (scales[c] ?? 0) * factor);
    });
    expected += (strengths.weights[i] ?? 0) * here;
  });
  return expected / applicationsIn(cells);
}

export interface ListYield {
  /** Mean number of invitations among people with at least one. */
  readonly invitationsIfAny: number;
  /** P(match), and among people with at least one invitation. */
  readonly match: number;
  readonly matchIfAny: number;
}

/** @param base log odds of an invitation without terms at strength 0; `take` is P(would take me | interview). */
export function listYield(
  cells: readonly ListCell[],
  base: number,
  take: number,
  strengths: Strengths,
): ListYield {
  const scales = cells.map(scaleOf(base));
  let [invitations, match, any] = [0, 0, 0];
  strengths.factors.forEach((factor, i) => {
    let [expected, logNoMatch, logNone] = [0, 0, 0];
    cells.forEach(({ n }, c) => {
      const no = (scales[c] ?? 0) * factor;
      const p = 1 / (1 + no);
      expected += n * p;
      logNoMatch += n * Math.log1p(-p * take);
      logNone += n * Math.log(no * p);
    });
    const weight = strengths.weights[i] ?? 0;
    invitations += weight * expected;
    match -= weight * Math.expm1(logNoMatch);
    any -= weight * Math.expm1(logNone);
  });
  return { invitationsIfAny: invitations / any, match, matchIfAny: match / any };
}

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
