// The historical base rate: of people of one group with about this score, how many matched. It knows nothing of one
// person and of no program; where nothing is published it says so.
import type {
  BaseRateEstimate,
  ChanceBasis,
  ChanceGroup,
  ChanceModel,
  NoPublishedData,
} from '#domain/model.ts';
import type { ApplicantType } from '#domain/profile.ts';
import type { Random } from '#engine/random.ts';
import { logit } from '#engine/strength.ts';
import { type BaseRateRefusal, parseBaseRateQuestion } from './base-rate-question.ts';
import { type ChanceIndex, chanceIndex } from './chance-index.ts';
import { readBands } from './open-band.ts';
import { freshDraws } from './parameter-draws.ts';
import {
  countVariance,
  curveRange,
  openRate,
  peopleIn,
  type ScorePoints,
  type Slope,
} from './score-curve.ts';

export type BaseRateAnswer = BaseRateEstimate | NoPublishedData | BaseRateRefusal;

const NO_DATA: NoPublishedData = { kind: 'noPublishedData' };
/** Beyond these logits (.7 % and 99.3 %) the line of slopes has seen no group. */
const LINE_ENDS = 5;

export interface SlopeOf extends Slope {
  readonly basis: ChanceBasis;
}

/** The slope of a group: its own where one is published, else the line of its type at its headline rate. */
export function slopeOf(
  model: ChanceModel,
  type: ApplicantType,
  rate: number,
  group: ChanceGroup | null,
): SlopeOf {
  const line = model.slopes[type];
  const level = Math.min(LINE_ENDS, Math.max(-LINE_ENDS, logit(rate)));
  const own = group?.slope ?? null;
  const { value, sd } = own ?? { value: line.at0.value + line.perLogit.value * level, sd: line.sd };
  const { years, source } = (own && group?.mix) ?? line.at0;
  return { value, sd, basis: { kind: 'slope', own: own !== null, per15: Math.max(0, value), years, source } };
}

interface Level {
  readonly rate: number;
  /** People the rate rests on, or null where it was given without any. */
  readonly people: number | null;
  readonly basis: ChanceBasis;
}

function levelOf(given: number | null, group: ChanceGroup | null): Level | null {
  if (given !== null) return { rate: given, people: null, basis: { kind: 'given', what: 'headlineRate' } };
  if (!group) return null;
  const { specialty, type, headline } = group;
  return { ...headline, basis: { kind: 'headline', specialty, type, ...headline } };
}

interface Scores {
  readonly points: ScorePoints;
  readonly step2: number;
  readonly pooled: boolean;
  readonly basis: ChanceBasis;
}

function scoresOf(
  index: ChanceIndex,
  given: ScorePoints | null,
  group: ChanceGroup | null,
  type: ApplicantType,
  step2: number,
): Scores | null {
  if (given) {
    const { points, read } = readBands(given, index.model.openBand.value);
    return { points, step2: read(step2), pooled: false, basis: { kind: 'given', what: 'scoreMix' } };
  }
  const mix = group?.mix ?? index.pooledMix(type);
  if (!mix) return null;
  const { points, years, source } = mix;
  const pooled = !group?.mix;
  return { points, step2, pooled, basis: { kind: 'scores', pooled, years, source } };
}

/**
 * Answers `{specialty, applicantType, step2, headlineRate?, scoreMix?}`. `headlineRate` (0–1) and `scoreMix`
 * (`[{step2, n}, …]`) replace the catalog's. `p`, `lo` and `hi` are 0–1; the range holds four in five.
 */
export function baseRate(
  model: ChanceModel,
  question: unknown,
  random: Random = freshDraws(),
): BaseRateAnswer {
  const asked = parseBaseRateQuestion(question);
  if (asked.kind === 'refused') return asked;
  const index = chanceIndex(model);
  const specialty = index.nameOf(asked.specialty);
  const group = specialty === null ? null : index.group(specialty, asked.type);
  const level = levelOf(asked.headlineRate, group);
  const scores = scoresOf(index, asked.scoreMix, group, asked.type, asked.step2);
  if (!level || !scores) return NO_DATA;
  const people = level.people ?? peopleIn(scores.points);
  const rate = openRate(level.rate, people);
  const slope = slopeOf(model, asked.type, rate, group);
  const variance =
    model.drift.value ** 2 + countVariance(rate, people) + (scores.pooled ? model.pooledMixSd ** 2 : 0);
  return {
    kind: 'estimate',
    ...curveRange(scores.points, rate, slope, Math.sqrt(variance), scores.step2, random),
    basis: [level.basis, scores.basis, slope.basis, { kind: 'score', step2: asked.step2 }],
  };
}
