// The wishes as the screens see them: weights, preferences, deal-breakers. The real ones, or those of the what-if that
// is on.
import type { ReadonlySignal } from '@preact/signals';
import { CriterionKey, CustomKey, DealBreaker, Preferences, Weight, Wishes } from '#domain/wishes.ts';
import type { LaneOutcome } from './lane.ts';
import { realWishes } from './real-self.ts';
import { halfOf } from './scenarios.ts';

const row = halfOf('wishes', realWishes);

/** Undefined while loading, then the wishes or the empty ones. */
export const wishes: ReadonlySignal<Wishes | undefined> = row.value;

export type WishOutcome = LaneOutcome<Wishes>;
const INVALID: WishOutcome = { kind: 'refused', reason: 'invalid' };

const isCriterion = (key: string) => CriterionKey.safeParse(key).success || CustomKey.safeParse(key).success;

/** @param weight 0–5; 0 leaves the criterion out. */
export async function setWeight(criterion: CriterionKey | CustomKey, weight: number): Promise<WishOutcome> {
  if (!isCriterion(criterion) || !Weight.safeParse(weight).success) return INVALID;
  return row.change((current) => {
    const { [criterion]: _before, ...others } = current.weights;
    return { ...current, weights: weight === 0 ? others : { ...others, [criterion]: weight } };
  });
}

/** Puts all weights in the place of the present ones; those left out weigh nothing. */
export async function setWeights(weights: Wishes['weights']): Promise<WishOutcome> {
  const checked = Wishes.shape.weights.safeParse(weights);
  if (!checked.success || !Object.keys(checked.data).every(isCriterion)) return INVALID;
  const kept = Object.fromEntries(Object.entries(checked.data).filter(([, weight]) => weight > 0));
  return row.change((current) => ({ ...current, weights: kept }));
}

/** What "which would you rather" asks about. */
export const setAskAbout = (criteria: readonly string[]): Promise<WishOutcome> =>
  row.change((current) => ({ ...current, askAbout: [...criteria] }));

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
