// The wishes as the screens see them: weights, preferences, deal-breakers.
import type { ReadonlySignal } from '@preact/signals';
import { CriterionKey, DealBreaker, EMPTY_WISHES, Preferences, Weight, type Wishes } from '#domain/wishes.ts';
import { changeWishes, readWishes } from '#storage/wishes.ts';
import type { LaneOutcome } from './lane.ts';
import { oneRow } from './one-row.ts';

const row = oneRow('wishes', EMPTY_WISHES, readWishes, changeWishes);

/** Undefined while loading, then the wishes or the empty ones. */
export const wishes: ReadonlySignal<Wishes | undefined> = row.value;

export type WishOutcome = LaneOutcome<Wishes>;
const INVALID: WishOutcome = { kind: 'refused', reason: 'invalid' };

/** @param weight 0–5; 0 leaves the criterion out. */
export async function setWeight(criterion: CriterionKey, weight: number): Promise<WishOutcome> {
  if (!CriterionKey.safeParse(criterion).success || !Weight.safeParse(weight).success) return INVALID;
  return row.change((current) => {
    const { [criterion]: _before, ...others } = current.weights;
    return { ...current, weights: weight === 0 ? others : { ...others, [criterion]: weight } };
  });
}

export async function setPreference<K extends keyof Preferences>(
  preference: K,
  value: Preferences[K],
): Promise<WishOutcome> {
  if (!Object.hasOwn(Preferences.shape, preference)) return INVALID;
  if (!Preferences.shape[preference].safeParse(value).success) return INVALID;
  return row.change((current) => ({
    ...current,
    preferences: { ...current.preferences, [preference]: value },
  }));
}

/** One of each kind: a second of the same kind takes the place of the first. */
export async function addDealBreaker(dealBreaker: DealBreaker): Promise<WishOutcome> {
  if (!DealBreaker.safeParse(dealBreaker).success) return INVALID;
  return row.change((current) => {
    const at = current.dealBreakers.findIndex(({ kind }) => kind === dealBreaker.kind);
    return {
      ...current,
      dealBreakers:
        at < 0 ? [...current.dealBreakers, dealBreaker] : current.dealBreakers.with(at, dealBreaker),
    };
  });
}

export function removeDealBreaker(kind: DealBreaker['kind']): Promise<WishOutcome> {
  return row.change((current) => ({
    ...current,
    dealBreakers: current.dealBreakers.filter((dealBreaker) => dealBreaker.kind !== kind),
  }));
}
