// What "which would you rather" can ask about: criteria whose direction is settled and that differ among the programs in
// play. Nothing is asked about that is known of too few to compare, and nothing alike everywhere.
import { CRITERIA } from '#domain/criterion.ts';
import type { DuelCriterion } from '#domain/duel.ts';
import type { Asker } from '#domain/query.ts';
import { CRITERION_KEYS, type CriterionKey, type Preferences, type Weight } from '#domain/wishes.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { valueIn } from '#engine/fit/score.ts';

/** Criteria that have no better end until the user says which they like. */
const LIKING_OF: Partial<Record<CriterionKey, keyof Preferences>> = {
  citySize: 'citySize',
  hospitalSize: 'hospitalSize',
  classSize: 'classSize',
  setting: 'setting',
  trackType: 'trackType',
};
/** Asked about when the user has not said: what they weigh, and while that is less than this, what differs most. */
const LEAST_ASKED = 3;
const FILLED_UP_TO = 6;
const LEAST_DIFFERENCE = 0.05;

/** The same asker with everything weighed alike, so that every criterion is measured and can be explained. */
export function evenly(asker: Asker): Asker {
  const weights: Record<string, Weight> = {};
  for (const key of CRITERION_KEYS) weights[key] = 1;
  return {
    ...asker,
    wishes: { ...asker.wishes, weights },
    ...(asker.own && { own: asker.own.map((each) => ({ ...each, weight: 1 as const })) }),
  };
}

interface Measured extends Omit<DuelCriterion, 'asked'> {
  /** How much can be told by it: the spread of its values over all programs in play. */
  readonly spread: number;
}

function measured(
  criterion: string,
  label: string,
  liking: string | null,
  model: FitModel,
  rows: readonly number[],
): Measured {
  const column = model.columns.find((each) => each.criterion === criterion);
  let [known, sum, square, lo, hi] = [0, 0, 0, 1, 0];
  for (const row of column ? rows : []) {
    const x = column ? valueIn(column, row) : Number.NaN;
    if (Number.isNaN(x)) continue;
    known++;
    sum += x;
    square += x * x;
    lo = Math.min(lo, x);
    hi = Math.max(hi, x);
  }
  const variance = known > 1 ? Math.max(0, square / known - (sum / known) ** 2) : 0;
  const cannot = known < 2 ? 'unknown' : hi - lo <= LEAST_DIFFERENCE ? 'alike' : null;
  return {
    criterion,
    label,
    liking,
    cannot,
    spread: (Math.sqrt(variance) * known) / Math.max(1, rows.length),
  };
}

/**
 * @param asker as they are, for their weights and what they want to be asked.
 * @param even the model of `evenly(asker)`.
 * @param rows programs in play.
 */
export function duelCriteria(asker: Asker, even: FitModel, rows: readonly number[]): DuelCriterion[] {
  const { preferences, weights, askAbout } = asker.wishes;
  const likingOf = (key: CriterionKey) => {
    const field = LIKING_OF[key];
    return field ? String(preferences[field]) : null;
  };
  const all = [
    ...CRITERION_KEYS.map((key) => measured(key, CRITERIA[key].label, likingOf(key), even, rows)),
    ...(asker.own ?? []).map(({ key, label }) => measured(key, label, null, even, rows)),
  ];
  const able = all.filter(({ cannot }) => cannot === null);
  const asked = askAbout ?? askedUnlessSaid(able, (key) => (weights[key] ?? 0) > 0);
  return all.map(({ spread: _spread, ...each }) => ({
    ...each,
    asked: each.cannot === null && asked.includes(each.criterion),
  }));
}

function askedUnlessSaid(able: readonly Measured[], isWeighed: (criterion: string) => boolean): string[] {
  const chosen = able.filter(({ criterion }) => isWeighed(criterion)).map(({ criterion }) => criterion);
  if (chosen.length >= LEAST_ASKED) return chosen;
  // Never something of which the user has not said which end they like.
  const others = able
    .filter(({ criterion, liking }) => liking === null && !chosen.includes(criterion))
    .toSorted((a, b) => b.spread - a.spread)
    .map(({ criterion }) => criterion);
  return [...chosen, ...others].slice(0, FILLED_UP_TO);
}
