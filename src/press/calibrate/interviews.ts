// What every base of an invitation is solved from: the typical list of a group, and the equations between a list, an
// invitation rate and a match rate. Which figures are published for whom is decided in the files beside this one.
import type { ChanceModel, HeadlineRate, InterviewBase, InterviewEvidence } from '#domain/model.ts';
import type { ApplicantType } from '#domain/profile.ts';
import { chanceIndex } from '#engine/chance/chance-index.ts';
import { openRate } from '#engine/chance/score-curve.ts';
import { strengthScale } from '#engine/chance/strength-prior.ts';
import { logistic, logit } from '#engine/strength.ts';
import type { InterviewRate } from './interview-rates.ts';
import type { ListShapes } from './list-shapes.ts';
import {
  anyYes,
  groupStrengths,
  invitationRate,
  invitationsIfAny,
  type ListCell,
  listCells,
  type ListShape,
  reached,
  type Strengths,
} from './typical-list.ts';

export interface InterviewInputs {
  /** The year of the model: older figures are less sure. */
  readonly year: number;
  readonly shapes: ListShapes;
  /** By the catalog's name. */
  readonly rates: ReadonlyMap<string, InterviewRate>;
  readonly headlineOf: (specialty: string, type: ApplicantType) => HeadlineRate | null;
  /** Mean interviews of graduates abroad, from the programs they rank. */
  readonly interviewsAbroad: (
    specialty: string,
  ) => { readonly mean: number; readonly source: string; readonly years: string } | null;
  /** National headline rates of both kinds of graduates abroad. */
  readonly national: {
    readonly usImg: number;
    readonly nonUsImg: number;
    readonly years: string;
    readonly source: string;
  };
  readonly keyOf: (source: string) => string;
}

export interface TypicalList {
  readonly cells: readonly ListCell[];
  readonly strengths: Strengths;
  readonly shape: ListShape;
}

/** The typical list of one group under a model that has everything but its interview bases. */
export function typicalList(
  model: ChanceModel,
  shapes: ListShapes,
  specialty: string,
  type: ApplicantType,
  headline: HeadlineRate | null,
): TypicalList {
  const index = chanceIndex(model);
  const shape = shapes.shapeOf(specialty, type);
  const mix = index.group(specialty, type)?.mix ?? index.pooledMix(type) ?? model.pooledMixes['non-us-img'];
  return {
    cells: listCells(model, shape),
    strengths: groupStrengths(strengthScale(index, { specialty, type, headline }), mix.points),
    shape,
  };
}

/** Log odds between which a base is sought, and P(take) between its ends. */
const BASES = [-9, 6] as const;
const TAKES = [0.005, 0.97] as const;

export const baseForRate = ({ cells, strengths }: TypicalList, rate: number) =>
  reached((base) => invitationRate(cells, base, strengths), rate, ...BASES);
export const baseForInterviews = ({ cells, strengths }: TypicalList, interviewsIfAny: number) =>
  reached((base) => invitationsIfAny(cells, base, strengths), interviewsIfAny, ...BASES);
export const baseForMatch = ({ cells, strengths }: TypicalList, take: number, match: number) =>
  reached((base) => anyYes(cells, base, take, strengths), match, ...BASES);
export const takeForMatch = ({ cells, strengths }: TypicalList, base: number, match: number) =>
  reached((take) => anyYes(cells, base, take, strengths), match, ...TAKES);
/** Published rates count people with a program to rank: where many have none, the match rate is theirs alone. */
export const takeForMatchIfAny = (list: TypicalList, base: number, match: number) =>
  takeForMatch(list, base, match * anyYes(list.cells, base, 1, list.strengths));

/** Half the distance a solution moves when a rate moves `sd` logits to either side. */
export const moved = (solve: (rate: number) => number, at: number, sd: number) =>
  Math.abs(solve(logistic(logit(at) + sd)) - solve(logistic(logit(at) - sd))) / 2;

export const openHeadline = (headline: HeadlineRate) => openRate(headline.rate, headline.people);

export const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
export const spread = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, x) => sum + (x - mean(values)) ** 2, 0) / Math.max(1, values.length - 1));

/** Nothing solved here is ever surer than this, in logits. */
const LEAST_SD = 0.1;
const digits = (x: number) => Math.round(x * 1000) / 1000;

export interface Solved {
  readonly base: number;
  readonly baseSd: number;
  readonly take: number;
  readonly takeSd: number;
}

export interface About {
  readonly evidence: InterviewEvidence;
  readonly years: string;
  readonly source: string;
  readonly headline: HeadlineRate | null;
}

export function entryOf(
  specialty: string,
  type: ApplicantType,
  { shape }: TypicalList,
  { base, baseSd, take, takeSd }: Solved,
  about: About,
): InterviewBase {
  return {
    specialty,
    type,
    base: { value: digits(base), sd: digits(Math.max(LEAST_SD, baseSd)) },
    take: { value: digits(take), sd: digits(Math.max(LEAST_SD, takeSd)) },
    applications: shape.applications,
    gold: shape.gold,
    silver: shape.silver,
    ...about,
  };
}
