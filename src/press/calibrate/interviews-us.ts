// Seniors of US schools. MD: the base from a published invitation rate, or from the usual number of invitations where
// none is published; P(take) from the headline rate. DO: P(take) of the specialty, the base from their own headline.
import type { ChanceModel, HeadlineRate, InterviewBase, InterviewEvidence } from '#domain/model.ts';
import { countVariance } from '#engine/chance/score-curve.ts';
import { logistic, logit } from '#engine/strength.ts';
import { ASSUMPTIONS } from './assumptions.ts';
import type { InterviewRate } from './interview-rates.ts';
import {
  baseForMatch,
  baseForRate,
  entryOf,
  type InterviewInputs,
  mean,
  moved,
  openHeadline,
  spread,
  takeForMatch,
  type TypicalList,
  typicalList,
} from './interviews.ts';

const EVIDENCE_SD: Partial<Record<InterviewEvidence, number>> = {
  'program-side': ASSUMPTIONS.programSideSd,
  'by-signal': ASSUMPTIONS.programSideSd,
  'applicant-side': ASSUMPTIONS.applicantSideSd,
};

/** Logits a published invitation rate may be off: by its kind and by its age. */
const rateSd = ({ evidence, year }: InterviewRate, now: number) =>
  Math.hypot(
    EVIDENCE_SD[evidence] ?? ASSUMPTIONS.pooledSd,
    ASSUMPTIONS.ageSdPerYear * Math.max(0, now - year),
  );

/** Invitations of a typical US MD list where both a rate and a length are published: they differ less than rates do. */
export function usualInvitations({ rates, shapes }: Pick<InterviewInputs, 'rates' | 'shapes'>) {
  const all = [...rates]
    .filter(([specialty]) => shapes.isPublished(specialty))
    .map(([specialty, { rate }]) => ({
      specialty,
      invitations: rate * shapes.shapeOf(specialty, 'us-md').applications,
    }));
  const logs = all.map(({ invitations }) => Math.log(invitations));
  return { mean: Math.exp(mean(logs)), logSd: spread(logs), all };
}

export interface MdSolution {
  readonly specialty: string;
  readonly list: TypicalList;
  readonly headline: HeadlineRate;
  readonly rate: number;
  readonly base: number;
  readonly take: number;
}

function solutionAt(list: TypicalList, specialty: string, headline: HeadlineRate, rate: number): MdSolution {
  const base = baseForRate(list, rate);
  return { specialty, list, headline, rate, base, take: takeForMatch(list, base, openHeadline(headline)) };
}

/** Specialties with both an invitation rate and a headline rate: base and P(take) follow. */
export function ratedSolutions(model: ChanceModel, inputs: InterviewInputs): MdSolution[] {
  return [...inputs.rates].flatMap(([specialty, { rate }]) => {
    const headline = inputs.headlineOf(specialty, 'us-md');
    if (!headline) return [];
    const list = typicalList(model, inputs.shapes, specialty, 'us-md', headline);
    return [solutionAt(list, specialty, headline, rate)];
  });
}

/** More than this share of a list is not invited, however short the list. */
const MOST_INVITED = 0.8;
const STEPS = 24;

/**
 * No rate is published: many rates with their P(take) give the same headline. The likeliest is taken, under the
 * invitations usual elsewhere and the P(take) usual elsewhere, each with the spread seen there.
 */
function likeliestSolution(
  model: ChanceModel,
  inputs: InterviewInputs,
  specialty: string,
  headline: HeadlineRate,
  take: { readonly value: number; readonly sd: number },
): MdSolution {
  const usual = usualInvitations(inputs);
  const list = typicalList(model, inputs.shapes, specialty, 'us-md', headline);
  const { applications } = list.shape;
  const cost = ({ rate, take: t }: MdSolution) =>
    (Math.log((rate * applications) / usual.mean) / usual.logSd) ** 2 +
    ((logit(t) - logit(take.value)) / take.sd) ** 2;
  const least = Math.log((0.5 * usual.mean) / applications);
  const most = Math.log(MOST_INVITED);
  const tried = Array.from({ length: STEPS }, (_, step) =>
    solutionAt(list, specialty, headline, Math.exp(least + ((most - least) * step) / (STEPS - 1))),
  );
  return tried.reduce((best, next) => (cost(next) < cost(best) ? next : best));
}

export function mdBases(
  model: ChanceModel,
  inputs: InterviewInputs,
  specialties: readonly string[],
): InterviewBase[] {
  const { rates, headlineOf, keyOf } = inputs;
  const rated = ratedSolutions(model, inputs);
  const usual = usualInvitations(inputs);
  const take = pooledTake(rated.map((solution) => solution.take));
  const pooledSource = `No invitation rate of this specialty is published: the likeliest beside its match rate, judged by the ${usual.all.length} specialties with about ${Math.round(usual.mean)} invitations to a list`;
  return specialties.flatMap((specialty): InterviewBase[] => {
    const headline = headlineOf(specialty, 'us-md');
    if (!headline) return [];
    const known = rates.get(specialty);
    const solution =
      rated.find((one) => one.specialty === specialty) ??
      likeliestSolution(model, inputs, specialty, headline, take);
    const { list, rate } = solution;
    const sd = known ? rateSd(known, inputs.year) : ASSUMPTIONS.pooledSd;
    const takeAt = (r: number) => logit(solutionAt(list, specialty, headline, r).take);
    const solved = {
      base: solution.base,
      baseSd: moved((r) => baseForRate(list, r), rate, sd),
      take: solution.take,
      takeSd: moved(takeAt, rate, sd),
    };
    const evidence: InterviewEvidence = known?.evidence ?? 'pooled';
    const years = known ? String(known.year) : headline.years;
    const source = keyOf(known?.source ?? pooledSource);
    return [entryOf(specialty, 'us-md', list, solved, { evidence, years, source, headline })];
  });
}

/** P(take) where a specialty has none of its own: the middle of those that have, as logits. */
export function pooledTake(takes: readonly number[]): { value: number; sd: number } {
  const logits = takes.map(logit);
  return { value: logistic(mean(logits)), sd: spread(logits) };
}

/** Specialties with an invitation rate and no headline. */
export function mdBasesWithoutHeadline(
  model: ChanceModel,
  inputs: InterviewInputs,
  specialties: readonly string[],
  take: { readonly value: number; readonly sd: number },
): InterviewBase[] {
  const { shapes, rates, headlineOf, keyOf } = inputs;
  return specialties.flatMap((specialty): InterviewBase[] => {
    const known = rates.get(specialty);
    if (!known || headlineOf(specialty, 'us-md')) return [];
    const { rate, evidence, year, source } = known;
    const list = typicalList(model, shapes, specialty, 'us-md', null);
    const solve = (r: number) => baseForRate(list, r);
    const solved = {
      base: solve(rate),
      baseSd: moved(solve, rate, rateSd(known, inputs.year)),
      take: take.value,
      takeSd: take.sd,
    };
    const about = { evidence, years: String(year), source: keyOf(source), headline: null };
    return [entryOf(specialty, 'us-md', list, solved, about)];
  });
}

/** How much of the doubt about P(take) a base solved from a match rate takes over. */
const TAKE_DOUBT = 0.5;

export function doBases(
  model: ChanceModel,
  inputs: InterviewInputs,
  specialties: readonly string[],
  takeOf: (specialty: string) => { readonly value: number; readonly sd: number },
): InterviewBase[] {
  return specialties.flatMap((specialty): InterviewBase[] => {
    const headline = inputs.headlineOf(specialty, 'us-do');
    if (!headline) return [];
    const list = typicalList(model, inputs.shapes, specialty, 'us-do', headline);
    const take = takeOf(specialty);
    const match = openHeadline(headline);
    const solve = (m: number) => baseForMatch(list, take.value, m);
    const sd = Math.hypot(Math.sqrt(countVariance(match, headline.people)), TAKE_DOUBT * take.sd);
    const solved = { base: solve(match), baseSd: moved(solve, match, sd), take: take.value, takeSd: take.sd };
    const { years, source } = headline;
    return [entryOf(specialty, 'us-do', list, solved, { evidence: 'headline', years, source, headline })];
  });
}
