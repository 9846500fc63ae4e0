// The profile as the screens see it.
import type { ReadonlySignal } from '@preact/signals';
import type { ZodMiniType } from 'zod/mini';
import { EMPTY_PROFILE, Profile, Scores } from '#domain/profile.ts';
import { changeProfile, readProfile } from '#storage/profile.ts';
import type { LaneOutcome } from './lane.ts';
import { oneRow } from './one-row.ts';

const row = oneRow('profile', EMPTY_PROFILE, readProfile, changeProfile);

/** Undefined while loading, then the profile or the empty one. */
export const profile: ReadonlySignal<Profile | undefined> = row.value;

type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined };
/** Only the fields to change; a field set to undefined is forgotten. Scores are changed one by one, too. */
export type ProfileChange = Changes<Omit<Profile, 'scores'>> & { readonly scores?: Changes<Scores> };

export type SaveOutcome = LaneOutcome<Profile> & {
  /** Fields that were not valid and not saved, e.g. `budgetUsd` or `scores.step2`; the others were. */
  readonly refusedFields: readonly string[];
};

type Fields = Record<string, unknown>;

/** The fields that may pass; the names of the others go into `refused`. */
function sieve(
  shape: Readonly<Record<string, ZodMiniType>>,
  change: object,
  prefix: string,
  refused: string[],
): Fields {
  const passed: Fields = {};
  for (const [field, value] of Object.entries(change)) {
    const schema = Object.hasOwn(shape, field) ? shape[field] : undefined;
    if (schema && (value === undefined || schema.safeParse(value).success)) passed[field] = value;
    else refused.push(`${prefix}${field}`);
  }
  return passed;
}

const merge = (current: object, change: Fields): Fields =>
  Object.fromEntries(Object.entries({ ...current, ...change }).filter(([, value]) => value !== undefined));

/** Saves the fields given, each for itself: one that is not valid keeps no other from being saved. */
export async function saveProfile(change: ProfileChange): Promise<SaveOutcome> {
  const { scores, ...fields } = change;
  const refusedFields: string[] = [];
  const passed = sieve(Profile.shape, fields, '', refusedFields);
  const passedScores = sieve(Scores.shape, scores ?? {}, 'scores.', refusedFields);
  const isEmpty = Object.keys(passed).length + Object.keys(passedScores).length === 0;
  if (isEmpty && refusedFields.length > 0) return { kind: 'refused', reason: 'invalid', refusedFields };
  const outcome = await row.change((current) => {
    const next = Profile.safeParse({
      ...EMPTY_PROFILE,
      ...merge(current, passed),
      scores: merge(current.scores, passedScores),
    });
    return next.success ? next.data : current;
  });
  return { ...outcome, refusedFields };
}
