// The profile as the screens see it: the real one, or that of the what-if that is on.
import type { ReadonlySignal } from '@preact/signals';
import type { ZodMiniType } from 'zod/mini';
import { EMPTY_PROFILE, Letters, Profile, Research, Scores } from '#domain/profile.ts';
import type { LaneOutcome } from './lane.ts';
import { realProfile } from './real-self.ts';
import { halfOf } from './scenarios.ts';

const row = halfOf('profile', realProfile);

/** Undefined while loading, then the profile or the empty one. */
export const profile: ReadonlySignal<Profile | undefined> = row.value;

type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined };
/** Fields made of fields, which are changed one by one, too. */
const GROUPS = { scores: Scores, research: Research, letters: Letters } as const;
type Group = keyof typeof GROUPS;
const GROUP_NAMES: readonly Group[] = ['scores', 'research', 'letters'];

/** Only the fields to change; a field set to undefined is forgotten. */
export type ProfileChange = Changes<Omit<Profile, Group>> & {
  readonly scores?: Changes<Scores> | undefined;
  readonly research?: Changes<Research> | undefined;
  readonly letters?: Changes<Letters> | undefined;
};

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

/** A group with its changes; nothing is left of one whose every field is forgotten. */
function mergeGroup(current: object | undefined, change: Fields | undefined, isNeeded: boolean) {
  if (change === undefined) return current;
  const merged = merge(current ?? {}, change);
  return isNeeded || Object.keys(merged).length > 0 ? merged : undefined;
}

/** Saves the fields given, each for itself: one that is not valid keeps no other from being saved. */
export async function saveProfile(change: ProfileChange): Promise<SaveOutcome> {
  const { scores, research, letters, ...fields } = change;
  const refusedFields: string[] = [];
  const passed = sieve(Profile.shape, fields, '', refusedFields);
  const given = { scores, research, letters };
  const passedGroups = new Map<Group, Fields>();
  for (const group of GROUP_NAMES) {
    const inside = given[group];
    if (inside) passedGroups.set(group, sieve(GROUPS[group].shape, inside, `${group}.`, refusedFields));
  }
  const taken = [passed, ...passedGroups.values()].reduce((sum, each) => sum + Object.keys(each).length, 0);
  if (taken === 0 && refusedFields.length > 0) return { kind: 'refused', reason: 'invalid', refusedFields };
  const outcome = await row.change((current) => {
    const groups = GROUP_NAMES.map((group) => [
      group,
      mergeGroup(current[group], passedGroups.get(group), group === 'scores'),
    ]);
    const next = Profile.safeParse(
      merge({ ...EMPTY_PROFILE, ...merge(current, passed) }, Object.fromEntries(groups)),
    );
    return next.success ? next.data : current;
  });
  return { ...outcome, refusedFields };
}
