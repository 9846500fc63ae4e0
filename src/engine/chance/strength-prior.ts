// How strong an applicant is to the programs of one specialty before the season says anything, in logits of one
// invitation. One number shared by all programs, integrated over the nodes of [Note: Shared strength].
// [Note: Two slopes] The published slope is one of matching. A typical list turns one logit of every invitation into
// more than one logit of matching, so only a share of the slope acts on an invitation; the share is set so that typical
// lists reproduce the published Step 2 curves.
import type { InterviewBase } from '#domain/model.ts';
import { slopeOf } from './base-rate.ts';
import type { ChanceIndex } from './chance-index.ts';
import { momentsOf, openRate, scaled } from './score-curve.ts';

export interface StrengthPrior {
  /** Mean and spread of the strength; without a score the mean is the group's and the spread holds its scores too. */
  readonly mean: number;
  readonly sd: number;
  /** How far the mean may be off because the slope is uncertain. */
  readonly meanSd: number;
}

/** What strength means in one group. Scores are in standard deviations from 250. */
export interface StrengthScale {
  /** Logits of one invitation for one scaled score, and how far that may be off. */
  readonly perScaledScore: number;
  readonly perScaledScoreSd: number;
  readonly groupMean: number;
  readonly groupSd: number;
  /** Spread among people with the same score. */
  readonly sd: number;
}

export function strengthScale(
  index: ChanceIndex,
  entry: Pick<InterviewBase, 'specialty' | 'type' | 'headline'>,
): StrengthScale {
  const { model } = index;
  const { specialty, type, headline } = entry;
  const group = index.group(specialty, type);
  const rate = headline ? openRate(headline.rate, headline.people) : 0.5;
  const slope = slopeOf(model, type, rate, group);
  // US citizens from schools abroad: no scores are published, so the ones of the other graduates abroad stand in.
  const mix = group?.mix ?? index.pooledMix(type) ?? model.pooledMixes['non-us-img'];
  const { mean, sd } = momentsOf(mix.points);
  const share = model.strength.scoreShare.value;
  const perScaledScore = share * Math.max(0, slope.value);
  return {
    perScaledScore,
    perScaledScoreSd: share * slope.sd,
    groupMean: mean,
    groupSd: sd,
    sd: model.strength.sd.value,
  };
}

/** @param step2 Step 2 CK, or null where none was entered. */
export function strengthPrior(scale: StrengthScale, step2: number | null): StrengthPrior {
  const { perScaledScore, perScaledScoreSd, groupMean, groupSd, sd } = scale;
  if (step2 === null)
    return {
      mean: perScaledScore * groupMean,
      sd: Math.hypot(sd, perScaledScore * groupSd),
      meanSd: 0,
    };
  return {
    mean: perScaledScore * scaled(step2),
    sd,
    // The level of the group is fixed by its rate: a slope that is off turns the curve around the group's mean.
    meanSd: perScaledScoreSd * Math.abs(scaled(step2) - groupMean),
  };
}
