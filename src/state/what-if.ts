// What the what-if that is on changes, what each deal-breaker does, and specialties side by side: answers of the engine
// for the profile screens.
import { computed } from '@preact/signals';
import type { SpecialtyId } from '#domain/ids.ts';
import { asOwnCriterion } from '#domain/own-criterion.ts';
import type { ApplicantType } from '#domain/profile.ts';
import type { WhatIfEffect } from '#domain/scenario.ts';
import type { SpecialtyPortrait } from '#domain/specialty-portrait.ts';
import type { DealBreakerEffect } from '#domain/wishes.ts';
import { engine } from '#worker/engine-client.ts';
import { type Answer, answerTo } from './answers.ts';
import { ownCriteria } from './own-criteria.ts';
import { realProfile, realWishes } from './real-self.ts';
import { shortlist } from './shortlist.ts';
import { wishes } from './wishes.ts';

/** The user without any what-if; undefined while loading. */
export const realSelf = computed(() => {
  const [profile, want] = [realProfile.value.value, realWishes.value.value];
  if (profile === undefined || want === undefined || ownCriteria.value === undefined) return undefined;
  const own = ownCriteria.value.map((each) => asOwnCriterion(each, want.weights[each.key] ?? 0));
  return { profile, wishes: want, ...(own.length > 0 && { own }) };
});

/** Against the real profile and wishes; nothing is different while no what-if is on. */
export const whatIfOf = (): Answer<WhatIfEffect> =>
  answerTo(
    () => realSelf.value,
    (real, who) => engine().whatIf({ ...who, ...real }, who),
  );

/** One a deal-breaker; asked anew when the shortlist changes, too. */
export const dealBreakerEffectsOf = (): Answer<DealBreakerEffect[]> =>
  answerTo(
    () => (wishes.value?.dealBreakers.length ? shortlist.value?.map(({ pid }) => pid) : undefined),
    (kept, who) => engine().dealBreakers(kept, who),
  );

/** @param question specialties, and the groups whose published figures are wanted. */
export const specialtiesOf = (
  question: () =>
    | { readonly ids: readonly SpecialtyId[]; readonly types: readonly ApplicantType[] }
    | undefined,
): Answer<SpecialtyPortrait[]> =>
  answerTo(question, ({ ids, types }, who) => engine().specialties(ids, types, who));
