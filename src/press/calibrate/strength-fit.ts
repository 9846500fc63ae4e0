// Two numbers of strength: its spread among people with one score, and the share of a published slope of matching that
// acts on one invitation. See [Note: Two slopes].
import type { ChanceModel } from '#domain/model.ts';
import { chanceIndex } from '#engine/chance/chance-index.ts';
import { scoreAt } from '#engine/chance/score-curve.ts';
import { strengthScale } from '#engine/chance/strength-prior.ts';
import { logit } from '#engine/strength.ts';
import { ratedSolutions } from './interviews-us.ts';
import type { InterviewInputs } from './interviews.ts';
import type { QuantilesRow } from './tables.ts';
import { anyYes, groupStrengths, reached } from './typical-list.ts';

export interface RankSpread {
  readonly specialty: string;
  readonly people: number;
  /** Mean programs ranked, matched and unmatched people together. */
  readonly mean: number;
  /** Variance of the logarithm of the expected number, over what chance alone would spread. */
  readonly logVariance: number;
  readonly years: string;
  readonly source: string;
}

/**
 * Programs ranked by matched and unmatched graduates abroad, put together. A count spreads by chance as much as its
 * mean (Poisson); what it spreads beyond is people being different: log variance ln(1 + excess/mean²).
 * @param counts matched and unmatched people by the table's name of a specialty.
 */
export function rankSpreads(
  rows: readonly QuantilesRow[],
  counts: ReadonlyMap<string, { readonly matched: number; readonly unmatched: number }>,
): RankSpread[] {
  const ranks = rows.filter(
    (r) => r.measure === 'contiguous_ranks' && r.applicant_type === 'Non-US IMG' && r.mean !== undefined,
  );
  return [...new Set(ranks.map(({ specialty }) => specialty))].flatMap((specialty): RankSpread[] => {
    const side = (cohort: QuantilesRow['cohort']) =>
      ranks.find((r) => r.specialty === specialty && r.cohort === cohort);
    const [up, down, count] = [side('matched'), side('not_matched'), counts.get(specialty)];
    if (!up || !down || !count) return [];
    const share = count.matched / (count.matched + count.unmatched);
    const [a, b] = [up.mean ?? 0, down.mean ?? 0];
    const mean = share * a + (1 - share) * b;
    const square = share * ((up.sd ?? 0) ** 2 + a * a) + (1 - share) * ((down.sd ?? 0) ** 2 + b * b);
    const excess = square - mean * mean - mean;
    return [
      {
        specialty,
        people: up.n + down.n,
        mean,
        logVariance: Math.log1p(Math.max(0, excess) / (mean * mean)),
        years: String(up.match_year),
        source: up.source,
      },
    ];
  });
}

/** Pooled over specialties by people. */
export const pooledLogVariance = (spreads: readonly RankSpread[]): number =>
  spreads.reduce((sum, { people, logVariance }) => sum + people * logVariance, 0) /
  spreads.reduce((sum, { people }) => sum + people, 0);

/** How steep the match rate of a typical list is in the score, over how steep the published curve is: one a group. */
export function slopeRatios(
  model: ChanceModel,
  inputs: InterviewInputs,
): { specialty: string; ratio: number }[] {
  const index = chanceIndex(model);
  return ratedSolutions(model, inputs).flatMap(({ specialty, headline, list, base, take }) => {
    const group = index.group(specialty, 'us-md');
    if (!group?.slope) return [];
    const scale = strengthScale(index, { specialty, type: 'us-md', headline });
    const matchAt = (scaledScore: number) =>
      logit(anyYes(list.cells, base, take, groupStrengths(scale, [[scoreAt(scaledScore), 1]])));
    const { groupMean, groupSd } = scale;
    const rise = (matchAt(groupMean + groupSd) - matchAt(groupMean - groupSd)) / (2 * groupSd);
    return [{ specialty, ratio: rise / group.slope.value }];
  });
}

/** The share at which typical lists are as steep as published curves, in the geometric mean over groups. */
export function scoreShare(modelWith: (share: number) => ChanceModel, inputs: InterviewInputs): number {
  const steepness = (share: number) => {
    const ratios = slopeRatios(modelWith(share), inputs);
    return ratios.reduce((sum, { ratio }) => sum + Math.log(ratio), 0) / ratios.length;
  };
  return reached(steepness, 0, 0.2, 1.2, 1e-4);
}
