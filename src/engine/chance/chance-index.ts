// The model looked up by specialty and applicant type. Names are matched by their words, so that
// `Internal Medicine/Pediatrics` and `internal medicine-pediatrics` are one; what else a specialty is called is data.
import type { ChanceGroup, ChanceModel, InterviewBase, ScoreMix } from '#domain/model.ts';
import type { ApplicantType } from '#domain/profile.ts';
import { tokensOf } from '#engine/search/tokens.ts';

/** `Obstetrics & Gynecology` → `obstetrics gynecology`: how names are compared. */
export const nameWords = (name: string): string =>
  tokensOf(name)
    .filter((word) => word !== 'and' && word !== 'the')
    .join(' ');

export interface ChanceIndex {
  readonly model: ChanceModel;
  /** The catalog's name of a specialty, or null where the model has never heard of it. */
  readonly nameOf: (typed: string) => string | null;
  readonly group: (specialty: string, type: ApplicantType) => ChanceGroup | null;
  readonly interview: (specialty: string, type: ApplicantType) => InterviewBase | null;
  /** Scores of a type pooled over its specialties; null for graduates abroad who are US citizens: none are published. */
  readonly pooledMix: (type: ApplicantType) => ScoreMix | null;
}

const indexes = new WeakMap<ChanceModel, ChanceIndex>();

export function chanceIndex(model: ChanceModel): ChanceIndex {
  const known = indexes.get(model);
  if (known) return known;
  const keyOf = (specialty: string, type: ApplicantType) => `${type} ${specialty}`;
  const groups = new Map(model.groups.map((group) => [keyOf(group.specialty, group.type), group]));
  const interviews = new Map(model.interviews.map((entry) => [keyOf(entry.specialty, entry.type), entry]));
  const names = new Map<string, string>(Object.entries(model.specialtyNames));
  for (const { specialty } of [...model.groups, ...model.interviews])
    names.set(nameWords(specialty), specialty);
  const index: ChanceIndex = {
    model,
    nameOf: (typed) => names.get(nameWords(typed)) ?? null,
    group: (specialty, type) => groups.get(keyOf(specialty, type)) ?? null,
    interview: (specialty, type) => interviews.get(keyOf(specialty, type)) ?? null,
    pooledMix: (type) => (type === 'us-img' ? null : model.pooledMixes[type]),
  };
  indexes.set(model, index);
  return index;
}
