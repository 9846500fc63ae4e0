// The chance that each line of a rank list would take the user: after an invitation what is published of ranked
// applicants, before it the chance of an invitation as well. Null where nobody has published what it would rest on.
import type { InterviewBase } from '#domain/model.ts';
import type { RankLine } from '#domain/rank-query.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { answeringPid } from '#engine/catalog/redirects.ts';
import { chancesFor, type RowNews } from '#engine/chance/chance-answer.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';

export interface LineChance {
  readonly line: RankLine;
  readonly row: number;
  /** 0–1. */
  readonly q: number;
  readonly entry: InterviewBase;
}

export interface LineChances {
  /** One a line, in their order. */
  readonly lines: readonly (LineChance | null)[];
  /** Logits of the strength all programs see. */
  readonly sharedSd: number;
}

/** Null where the catalog carries no figures, or the user has not said how they apply. */
export function lineChances(
  catalog: Catalog,
  { asker: { profile } }: FitModel,
  lines: readonly RankLine[],
): LineChances | null {
  const { model, rowOf } = catalog;
  if (!model || !profile.applicantType) return null;
  const rows = lines.map(({ pid }) => rowOf.get(answeringPid(catalog, pid)));
  const news = new Map<number, RowNews>();
  rows.forEach((row, at) => {
    if (row !== undefined && lines[at]?.invited) news.set(row, { row, level: 'none', outcome: 'invited' });
  });
  const chances = chancesFor(model, catalog, profile, [...news.values()]);
  return {
    sharedSd: model.strength.sd.value,
    lines: lines.map((line, at) => {
      const row = rows[at];
      const program = row === undefined ? null : chances.pickProgram(row);
      if (row === undefined || !program) return null;
      const { entry } = program.context;
      const invitation = chances.answer(row);
      if (line.invited) return { line, row, q: entry.take.value, entry };
      if (invitation.kind !== 'estimate') return null;
      return { line, row, q: invitation.p * entry.take.value, entry };
    }),
  };
}
