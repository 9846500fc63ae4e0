// What the program page may say of chances: the estimate of an invitation, and the historical rate of the user's group.
import type { ProgramChance } from '#domain/query.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { baseRate } from './base-rate.ts';
import { chancesFor } from './chance-answer.ts';

export function programChance(
  catalog: Catalog,
  { asker: { profile } }: FitModel,
  row: number,
): ProgramChance {
  const { model, specialties, columns } = catalog;
  if (!model) return { interview: { kind: 'noModel' }, baseRate: null };
  const { applicantType, scores } = profile;
  const rate =
    applicantType && scores.step2 !== undefined
      ? baseRate(model, {
          specialty: specialties[columns.specialty[row] ?? -1]?.name ?? '',
          applicantType,
          step2: scores.step2,
        })
      : null;
  return {
    interview: chancesFor(model, catalog, profile).answer(row),
    baseRate: rate?.kind === 'refused' ? null : rate,
  };
}
