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
  readonly at: Float64Array;
  readonly weights: Float64Array;
}

export function groupStrengths(
  scale: Pick<StrengthScale, 'perScaledScore' | 'sd'>,
  points: ScorePoints,
): Strengths {
  const people = peopleIn(points);
  const pairs = points.flatMap(([step2, n]) =>
    [...STRENGTH.nodes].map((z, k) => ({
      at: scale.perScaledScore * scaled(step2) + scale.sd * z,
      weight: ((STRENGTH.weights[k] ?? 0) * n) / people,
    })),
  );
  return {
    at: Float64Array.from(pairs, ({ at }) => at),
    weights: Float64Array.from(pairs, ({ weight }) => weight),
  };
}

export interface ListYield {
  /** Mean chance of an invitation per application. */
  readonly perApplication: number;
  /** Mean number of invitations, and among those with at least one. */
  readonly invitations: number;
  readonly invitationsIfAny: number;
  /** P(match), and among those with at least one invitation. */
  readonly match: number;
  readonly matchIfAny: number;
}

export function listYield(
  cells: readonly ListCell[],
  base: number,
  take: number,
  strengths: Strengths,
): ListYield {
  const applications = cells.reduce((sum, { n }) => sum + n, 0);
  let [invitations, match, any] = [0, 0, 0];
  for (let i = 0; i < strengths.at.length; i++) {
    const w = strengths.weights[i] ?? 0;
    let [expected, logNoMatch, logNone] = [0, 0, 0];
    for (const { n, logOdds } of cells) {
      const p = 1 / (1 + Math.exp(-(base + logOdds + (strengths.at[i] ?? 0))));
      expected += n * p;
      logNoMatch += n * Math.log1p(-p * take);
      logNone += n * Math.log1p(-Math.min(p, 1 - 1e-12));
    }
    invitations += w * expected;
    match -= w * Math.expm1(logNoMatch);
    any -= w * Math.expm1(logNone);
  }
  return {
    perApplication: invitations / applications,
    invitations,
    invitationsIfAny: invitations / any,
    match,
    matchIfAny: match / any,
  };
}

/** Where a rising function reaches `target` between two ends; the nearer end where it does not. Halved `steps` times. */
export function reached(
  rising: (x: number) => number,
  target: number,
  from: number,
  to: number,
  steps = 28,
): number {
  let [low, high] = [from, to];
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
