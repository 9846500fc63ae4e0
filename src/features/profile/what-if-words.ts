// What a what-if changes, in words: what was changed by hand, and what came of it.
import { CRITERIA } from '#domain/criterion.ts';
import type { ChanceBand } from '#domain/model.ts';
import type { Profile } from '#domain/profile.ts';
import type { WhatIfEffect } from '#domain/scenario.ts';
import type { CriterionKey, Wishes } from '#domain/wishes.ts';

interface Self {
  readonly profile: Profile;
  readonly wishes: Wishes;
}

const FIELD_WORDS: Record<keyof Profile, string> = {
  specialties: 'specialties',
  backup: 'backup',
  exploring: 'still exploring or not',
  applicantType: 'how you apply',
  graduationYear: 'graduation year',
  school: 'school',
  home: 'home',
  ties: 'ties',
  visa: 'visa',
  scores: 'exams',
  usClinicalMonths: 'clinical experience',
  research: 'research',
  letters: 'letters',
  couple: 'matching as two',
  budgetUsd: 'budget',
};
const isMeasured = (key: string): key is CriterionKey => Object.hasOwn(CRITERIA, key);
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Names of what differs between the real self and the what-if; empty while it is still a plain copy. */
export function changedWords(
  real: Self,
  other: Self,
  ownLabels: ReadonlyMap<string, string>,
): readonly string[] {
  const fields = (Object.keys(FIELD_WORDS) as (keyof Profile)[])
    .filter((field) => !same(real.profile[field], other.profile[field]))
    .map((field) => FIELD_WORDS[field]);
  const keys = new Set([...Object.keys(real.wishes.weights), ...Object.keys(other.wishes.weights)]);
  const weights = [...keys]
    .filter((key) => (real.wishes.weights[key] ?? 0) !== (other.wishes.weights[key] ?? 0))
    .map((key) => {
      const label = isMeasured(key) ? CRITERIA[key].label : (ownLabels.get(key) ?? 'a criterion of your own');
      return `the weight of “${label}”`;
    });
  const likes = same(real.wishes.preferences, other.wishes.preferences) ? [] : ['what you like'];
  const breakers = same(real.wishes.dealBreakers, other.wishes.dealBreakers) ? [] : ['deal-breakers'];
  return [...fields, ...weights, ...likes, ...breakers];
}

export function programsWords({ before, after }: WhatIfEffect['programs']): string {
  const count = (n: number) => n.toLocaleString('en-US');
  if (before === after) return `${count(after)} programs to choose from, as before.`;
  return `${count(after)} programs to choose from instead of ${count(before)}.`;
}

const BANDS: readonly ChanceBand[] = [
  'likely',
  'target to likely',
  'target',
  'reach to target',
  'reach',
  'reach, target or likely',
];

/** `12 likely, 80 target`; bands without a program are left out. */
export const bandWords = (counts: ReadonlyMap<ChanceBand, number>): string =>
  BANDS.flatMap((band) => {
    const n = counts.get(band) ?? 0;
    return n > 0 ? [`${n.toLocaleString('en-US')} ${band}`] : [];
  }).join(', ');

/** What became of the bands of chance, in a sentence or two; null where nothing can be said. */
export function bandsWords(bands: WhatIfEffect['bands']): string | null {
  if (bands === null) return null;
  const { of, better, worse } = bands;
  const programs = (n: number) => (n === 1 ? '1 program' : `${n.toLocaleString('en-US')} programs`);
  if (better + worse === 0) return `The band of chance stays the same at all ${programs(of)}.`;
  const parts = [
    better > 0 ? `better at ${programs(better)}` : '',
    worse > 0 ? `worse at ${programs(worse)}` : '',
  ].filter(Boolean);
  return `The band of chance is ${parts.join(' and ')} of ${of.toLocaleString('en-US')}.`;
}
