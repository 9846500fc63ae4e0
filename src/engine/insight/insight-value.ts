// Several voices on one dimension of one program → one value for the fit, and how far the voices agree. Few or weak
// voices shrink to "unknown": the value stays the mean of what was said, but only a share of it counts as known.
import type { Insight, InsightDimension, InsightStrength } from '#domain/insight.ts';

/** What a voice weighs. Online posts may be false on purpose, so they are shown and never counted. */
export const STRENGTH_WEIGHT: Readonly<Record<InsightStrength, number>> = {
  'own-eyes': 1,
  resident: 0.8,
  alum: 0.8,
  faculty: 0.7,
  hearsay: 0.3,
  online: 0,
};

/** A resident's voice alone counts half: known = W / (W + this), with W the summed weight of the voices. */
const HALF_KNOWN = 0.8;
/** Under this summed weight the dimension is unknown: one or two people's hearsay settles nothing. */
const LEAST_WEIGHT = 0.65;
/** Spread of the voices (standard deviation on 0–1) from which they are called mixed, and split. */
const MIXED = 0.15;
const SPLIT = 0.3;

export interface InsightVoices {
  readonly voices: number;
  /** Lowest and highest voice, 0–1; null without a rating. */
  readonly lo: number | null;
  readonly hi: number | null;
  /** Weighted standard deviation, 0–0.5; null for fewer than two voices that count. */
  readonly spread: number | null;
  readonly agreement: 'one-voice' | 'agree' | 'mixed' | 'split' | null;
}

export type InsightValue = InsightVoices &
  (
    | {
        readonly kind: 'known';
        /** 0–1, high is good. */
        readonly value: number;
        /** Share of the criterion's weight that counts as known, 0–1. */
        readonly known: number;
      }
    | { readonly kind: 'unknown' }
  );

interface Voice {
  readonly value: number;
  readonly weight: number;
}

/**
 * One voice a person: the latest rating of a contact replaces their earlier ones. Ratings without a contact cannot be
 * told apart, so those of one strength are one voice, their mean.
 */
function voicesOf(ratings: readonly { readonly insight: Insight; readonly value: number }[]): Voice[] {
  const people = new Map<string, { insight: Insight; value: number }>();
  const nameless = new Map<InsightStrength, number[]>();
  for (const { insight, value } of ratings) {
    const { contactId, strength, on } = insight;
    if (contactId === undefined) {
      nameless.set(strength, [...(nameless.get(strength) ?? []), value]);
      continue;
    }
    const before = people.get(contactId);
    if (before === undefined || before.insight.on <= on) people.set(contactId, { insight, value });
  }
  return [
    ...[...people.values()].map(({ insight, value }) => ({ value, weight: STRENGTH_WEIGHT[insight.strength] })),
    ...[...nameless].map(([strength, values]) => ({
      value: values.reduce((sum, value) => sum + value, 0) / values.length,
      weight: STRENGTH_WEIGHT[strength],
    })),
  ];
}

/** The value of one dimension out of the insights of one program; those on other subjects are passed over. */
export function insightValue(insights: readonly Insight[], dimension: InsightDimension): InsightValue {
  const ratings = insights.flatMap((insight) => {
    const { subject } = insight;
    return subject.kind === 'dimension' && subject.dimension === dimension && subject.rating !== undefined
      ? [{ insight, value: (subject.rating - 1) / 4 }]
      : [];
  });
  const voices = voicesOf(ratings);
  const counted = voices.filter(({ weight }) => weight > 0);
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  const value = counted.reduce((sum, voice) => sum + voice.weight * voice.value, 0) / total;
  const variance = counted.reduce((sum, voice) => sum + voice.weight * (voice.value - value) ** 2, 0) / total;
  const spread = counted.length < 2 ? null : Math.sqrt(variance);
  const said = voices.map((voice) => voice.value);
  const about: InsightVoices = {
    voices: voices.length,
    lo: said.length > 0 ? Math.min(...said) : null,
    hi: said.length > 0 ? Math.max(...said) : null,
    spread,
    agreement:
      spread !== null
        ? spread < MIXED
          ? 'agree'
          : spread < SPLIT
            ? 'mixed'
            : 'split'
        : counted.length === 1
          ? 'one-voice'
          : null,
  };
  if (total < LEAST_WEIGHT) return { ...about, kind: 'unknown' };
  return { ...about, kind: 'known', value, known: total / (total + HALF_KNOWN) };
}
