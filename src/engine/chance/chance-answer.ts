// The chance of an invitation at each program for one profile, with what it rests on: the `estimate` verb and the
// screens ask here. Without an applicant type or without published figures the answer says so.
import type { ChanceBasis, ChanceModel, InterviewAnswer, NoPublishedData, TermKey } from '#domain/model.ts';
import type { Profile } from '#domain/profile.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { STRENGTH } from '#engine/strength.ts';
import { slopeOf } from './base-rate.ts';
import { type ChanceIndex, chanceIndex } from './chance-index.ts';
import {
  type InterviewContext,
  interviewAtNodes,
  interviewChance,
  interviewContext,
  type SignalLevel,
  withSignal,
} from './interview.ts';
import { bandOf } from './parameter-draws.ts';
import type { PickProgram } from './pick-chances.ts';
import { programTerms } from './program-terms.ts';
import { openRate } from './score-curve.ts';
import { type SeasonNews, seasonShift, seasonWeights } from './season.ts';

/** News of the season: a row of the catalog, the signal sent there, and what the program said. */
export interface RowNews {
  readonly row: number;
  readonly level: SignalLevel;
  readonly outcome: SeasonNews['outcome'];
}

export interface Chances {
  /** P(interview | apply with this signal). */
  readonly answer: (row: number, level?: SignalLevel) => InterviewAnswer;
  /** The program as the pick list wants it; null where there is no estimate. */
  readonly pickProgram: (row: number) => PickProgram | null;
  /** Weights of the 15 nodes of strength, after the news. */
  readonly weights: Float64Array;
  readonly shift: ReturnType<typeof seasonShift>;
}

const NO_DATA: NoPublishedData = { kind: 'noPublishedData' };
function basisOf(
  index: ChanceIndex,
  context: InterviewContext,
  terms: readonly TermKey[],
  step2: number | null,
) {
  const { model } = index;
  const { entry } = context;
  const { specialty, type, headline } = entry;
  const basis: ChanceBasis[] = [
    { kind: 'interviews', evidence: entry.evidence, years: entry.years, source: entry.source },
  ];
  if (headline) basis.push({ kind: 'headline', specialty, type, ...headline });
  basis.push({ kind: 'score', step2 });
  if (step2 !== null) {
    const rate = headline ? openRate(headline.rate, headline.people) : 0.5;
    basis.push(slopeOf(model, type, rate, index.group(specialty, type)).basis);
  }
  for (const term of terms) {
    const { value, lo, hi, source } = model.terms[term];
    basis.push({ kind: 'term', term, odds: value, lo, hi, source });
  }
  return basis;
}

/** Made once for a profile and its news; many rows share one estimate, so each is made once. */
export function chancesFor(
  model: ChanceModel,
  catalog: Catalog,
  profile: Profile,
  news: readonly RowNews[] = [],
): Chances {
  const index = chanceIndex(model);
  const step2 = profile.scores.step2 ?? null;
  const termsOf = programTerms(catalog, profile);
  const contextsWith = (weights: Float64Array) => {
    const contexts = new Map<number, InterviewContext | null>();
    return (row: number) => {
      const at = catalog.columns.specialty[row] ?? -1;
      const known = contexts.get(at);
      if (known !== undefined) return known;
      const name = index.nameOf(catalog.specialties[at]?.name ?? '');
      const type = profile.applicantType;
      const made =
        name === null || !type ? null : interviewContext(index, { specialty: name, type, step2 }, weights);
      contexts.set(at, made);
      return made;
    };
  };
  const before = contextsWith(STRENGTH.weights);
  const heard = news.flatMap(({ row, level, outcome }): SeasonNews[] => {
    const context = before(row);
    return context ? [{ atNodes: interviewAtNodes(context, withSignal(termsOf(row), level)), outcome }] : [];
  });
  const weights = seasonWeights(heard);
  const shift = seasonShift(heard);
  const contextOf = contextsWith(weights);

  const made = new Map<string, InterviewAnswer>();
  const answer = (row: number, level: SignalLevel = 'none'): InterviewAnswer => {
    if (!profile.applicantType) return { kind: 'noApplicantType' };
    const context = contextOf(row);
    if (!context) return NO_DATA;
    const terms = withSignal(termsOf(row), level);
    const key = `${context.entry.specialty} ${terms.join()}`;
    const known = made.get(key);
    if (known) return known;
    const range = interviewChance(context, terms);
    const { invited, rejected } = shift;
    const season: ChanceBasis[] = heard.length > 0 ? [{ kind: 'season', invited, rejected }] : [];
    const ready: InterviewAnswer = {
      kind: 'estimate',
      ...range,
      band: bandOf(range),
      basis: [...basisOf(index, context, terms, step2), ...season],
    };
    made.set(key, ready);
    return ready;
  };
  return {
    answer,
    pickProgram: (row) => {
      const context = contextOf(row);
      return context && { context, terms: termsOf(row) };
    },
    weights,
    shift,
  };
}
