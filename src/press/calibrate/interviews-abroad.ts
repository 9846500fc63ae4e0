// Graduates of schools abroad. Not US citizens: the base from the number of programs they rank and P(take) from their
// headline rate; a pooled P(take) where ranks are not published. US citizens: nothing is published by specialty, so they
// are the others moved by the national difference, and much wider.
import type { ChanceModel, HeadlineRate, InterviewBase } from '#domain/model.ts';
import { countVariance } from '#engine/chance/score-curve.ts';
import { logistic, logit } from '#engine/strength.ts';
import { ASSUMPTIONS } from './assumptions.ts';
import {
  baseForInterviews,
  baseForMatch,
  entryOf,
  type InterviewInputs,
  mean,
  moved,
  openHeadline,
  spread,
  takeForMatchIfAny,
  type TypicalList,
  typicalList,
} from './interviews.ts';
import { anyYes } from './typical-list.ts';

interface Abroad {
  readonly specialty: string;
  readonly headline: HeadlineRate;
  readonly list: TypicalList;
  readonly known: {
    readonly base: number;
    readonly take: number;
    readonly years: string;
    readonly source: string;
  } | null;
}

function abroadOf(model: ChanceModel, inputs: InterviewInputs, specialty: string): Abroad | null {
  const headline = inputs.headlineOf(specialty, 'non-us-img');
  if (!headline) return null;
  const list = typicalList(model, inputs.shapes, specialty, 'non-us-img', headline);
  const interviews = inputs.interviewsAbroad(specialty);
  if (!interviews) return { specialty, headline, list, known: null };
  const base = baseForInterviews(list, interviews.mean);
  const take = takeForMatchIfAny(list, base, openHeadline(headline));
  return {
    specialty,
    headline,
    list,
    known: { base, take, years: interviews.years, source: interviews.source },
  };
}

export function abroadBases(
  model: ChanceModel,
  inputs: InterviewInputs,
  specialties: readonly string[],
): InterviewBase[] {
  const all = specialties.flatMap((specialty) => abroadOf(model, inputs, specialty) ?? []);
  const takes = all.flatMap(({ known }) => (known ? [logit(known.take)] : []));
  const pooled = { value: logistic(mean(takes)), sd: spread(takes) };
  const { usImg, nonUsImg, years, source } = inputs.national;
  const apart = logit(usImg) - logit(nonUsImg);
  const nationalSource = inputs.keyOf(
    `No figures of US citizens from schools abroad are published by specialty: those of other graduates abroad, moved by the national difference (${source})`,
  );
  return all.flatMap(({ specialty, headline, list, known }): InterviewBase[] => {
    const match = openHeadline(headline);
    const countSd = Math.sqrt(countVariance(match, headline.people));
    const take = known?.take ?? pooled.value;
    const solve = (m: number) => baseForMatch(list, take, m);
    const base = known?.base ?? solve(match);
    const baseSd = known
      ? Math.hypot(ASSUMPTIONS.rankCountSd, countSd)
      : moved(solve, match, Math.hypot(countSd, pooled.sd / 2));
    const own = entryOf(
      specialty,
      'non-us-img',
      list,
      { base, baseSd, take, takeSd: pooled.sd },
      {
        evidence: known ? 'ranks' : 'headline',
        years: known?.years ?? headline.years,
        source: known ? inputs.keyOf(known.source) : headline.source,
        headline,
      },
    );
    const usList = typicalList(model, inputs.shapes, specialty, 'us-img', null);
    const solveUs = (m: number) => baseForMatch(usList, take, m);
    const expected = anyYes(list.cells, base, take, list.strengths);
    const shifted = logistic(logit(expected) + apart);
    const usSd = moved(solveUs, shifted, Math.hypot(countSd, ASSUMPTIONS.usImgSd));
    const us = entryOf(
      specialty,
      'us-img',
      usList,
      { base: solveUs(shifted), baseSd: usSd, take, takeSd: pooled.sd },
      { evidence: 'national', years, source: nationalSource, headline: null },
    );
    return [own, us];
  });
}
