// Whether typical lists, asked of the engine as the app asks it, give the published rates; and what is not published.
import type { ChanceModel, InterviewBase } from '#domain/model.ts';
import type { ApplicantType } from '#domain/profile.ts';
import { chanceIndex } from '#engine/chance/chance-index.ts';
import { interviewAtNodes, interviewContext } from '#engine/chance/interview.ts';
import { STRENGTH } from '#engine/strength.ts';
import type { ListShapes } from './list-shapes.ts';
import { listCells } from './typical-list.ts';

export interface Reproduction {
  readonly specialty: string;
  readonly type: ApplicantType;
  readonly headline: number;
  /** P(match) of a typical list; among those with an invitation where the entry was solved so. */
  readonly match: number;
  readonly invitations: number;
}

function reproduce(model: ChanceModel, shapes: ListShapes, entry: InterviewBase): Reproduction | null {
  const { specialty, type, headline, take } = entry;
  const index = chanceIndex(model);
  const mix = index.group(specialty, type)?.mix ?? index.pooledMix(type);
  if (!headline || !mix) return null;
  const cells = listCells(model, shapes.shapeOf(specialty, type));
  let [people, match, any, invitations] = [0, 0, 0, 0];
  for (const [step2, n] of mix.points) {
    const context = interviewContext(index, { specialty, type, step2 });
    if (!context) return null;
    const chances = cells.map((cell) => ({ n: cell.n, at: interviewAtNodes(context, cell.terms) }));
    people += n;
    STRENGTH.weights.forEach((weight, k) => {
      const none = (of: (p: number) => number) =>
        chances.reduce((product, cell) => product * (1 - of(cell.at[k] ?? 0)) ** cell.n, 1);
      match += n * weight * (1 - none((p) => p * take.value));
      any += n * weight * (1 - none((p) => p));
      invitations += n * weight * chances.reduce((sum, cell) => sum + cell.n * (cell.at[k] ?? 0), 0);
    });
  }
  return {
    specialty,
    type,
    headline: headline.rate,
    match: entry.evidence === 'ranks' ? match / any : match / people,
    invitations: invitations / people,
  };
}

export const reproductions = (model: ChanceModel, shapes: ListShapes): Reproduction[] =>
  model.interviews.flatMap((entry) => reproduce(model, shapes, entry) ?? []);

export interface Gaps {
  /** Specialties of the catalog without a base rate, and without any chance of an invitation, by type. */
  readonly noBaseRate: Readonly<Record<ApplicantType, readonly string[]>>;
  readonly noInterview: Readonly<Record<ApplicantType, readonly string[]>>;
}

export function gapsOf(model: ChanceModel, specialties: readonly string[]): Gaps {
  const index = chanceIndex(model);
  const lacking = (has: (specialty: string, type: ApplicantType) => unknown) => {
    const of = (type: ApplicantType) => specialties.filter((specialty) => !has(specialty, type));
    return {
      'us-md': of('us-md'),
      'us-do': of('us-do'),
      'us-img': of('us-img'),
      'non-us-img': of('non-us-img'),
    };
  };
  return { noBaseRate: lacking(index.group), noInterview: lacking(index.interview) };
}
