// Which blanks a person can be asked about, and how much the user cares for each. A person is asked only what their
// role lets them know first-hand.
import type { ContactRole } from '#domain/contact.ts';
import { FIELD_KEYS, FIELDS, type FieldKey } from '#domain/field.ts';
import type { CriterionKey, Wishes } from '#domain/wishes.ts';

const INSIDE: readonly ContactRole[] = ['resident', 'chief', 'director', 'coordinator'];
const ANYONE_THERE: readonly ContactRole[] = [...INSIDE, 'alum', 'attending', 'faculty'];
const ADMISSION: readonly ContactRole[] = ['director', 'coordinator'];

const WHO: Readonly<Partial<Record<FieldKey, readonly ContactRole[]>>> = {
  positions: ANYONE_THERE,
  callSchedule: [...INSIDE, 'alum'],
  moonlighting: [...INSIDE, 'alum'],
  salary: ['resident', 'chief', 'coordinator'],
  vacation: ['resident', 'chief', 'coordinator'],
  minStep2: ADMISSION,
  visaJ1: ADMISSION,
  visaH1b: ADMISSION,
  pctImg: INSIDE,
  pctDo: INSIDE,
  hospital: ANYONE_THERE,
};

/** What the user weighs and a field tells of. Whoever learns the hospital can look the rest up. */
const TELLS_OF: Readonly<Partial<Record<FieldKey, readonly CriterionKey[]>>> = {
  positions: ['classSize'],
  salary: ['cost'],
  visaJ1: ['visa'],
  visaH1b: ['visa'],
  hospital: ['hospitalSize', 'teaching', 'trauma', 'ownership', 'setting'],
};

export interface WeighedField {
  readonly field: FieldKey;
  /** The heaviest criterion the field tells of; null where the user weighs none of them. */
  readonly criterion: CriterionKey | null;
  /** 0–5. */
  readonly weight: number;
}

/** Fields that can be asked of a person, in the order of the table of fields. */
export const ASKABLE_FIELDS: readonly FieldKey[] = FIELD_KEYS.filter((field) => 'question' in FIELDS[field]);

/** Roles that know a field first-hand; empty where asking makes no sense. */
export const whoCanTell = (field: FieldKey): readonly ContactRole[] => WHO[field] ?? [];

function weighField(field: FieldKey, weights: Wishes['weights']): WeighedField {
  let heaviest: WeighedField = { field, criterion: null, weight: 0 };
  for (const criterion of TELLS_OF[field] ?? []) {
    const weight = weights[criterion] ?? 0;
    if (weight > heaviest.weight) heaviest = { field, criterion, weight };
  }
  return heaviest;
}

/**
 * Blanks worth asking about, the heaviest first, each once. Visas only for a user who weighs them: others have no use
 * for the answer.
 */
export function blanksToAsk(blanks: readonly FieldKey[], weights: Wishes['weights']): WeighedField[] {
  const blank = new Set(blanks);
  return ASKABLE_FIELDS.filter(
    (field) => blank.has(field) && (FIELDS[field].group !== 'visa' || (weights.visa ?? 0) > 0),
  )
    .map((field) => weighField(field, weights))
    .sort((a, b) => b.weight - a.weight);
}
