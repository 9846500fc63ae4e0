// What several people said of one program, brought to one value per dimension, with how far it can be trusted. It never
// turns silence into the middle of the scale: too little is unknown, and what strangers write online counts for nothing.
// [Note: How few is unknown] Ratings are averaged with the weights below. With W the sum of the weights and d the
// disagreement, certainty = W / (W + 1 + d²): one pair of own eyes, agreed, is worth one half. Below W = 0.7, less than
// one faculty voice, the dimension is unknown. The value itself is not pulled to the middle; a fit counts the weight of
// the dimension as known for its `certainty` only, and as unknown for the rest.
// From this rule: a further voice within two points of the average never lowers certainty.
import {
  INSIGHT_DIMENSION_KEYS,
  type Insight,
  type InsightDimension,
  type InsightStrength,
} from '#domain/insight.ts';

/** Weights in tenths, so that their sums are exact. */
const WEIGHT: Record<InsightStrength, number> = {
  'own-eyes': 10,
  resident: 8,
  alum: 8,
  faculty: 7,
  hearsay: 3,
  online: 0,
};
const LEAST_WEIGHT = 7;
const DOUBT = 10;

export type InsightValue =
  | {
      readonly kind: 'unknown';
      readonly reason: 'nobody-rated' | 'online-only' | 'too-few';
      /** People who rated it, online aside. */
      readonly voices: number;
      readonly online: number;
    }
  | {
      readonly kind: 'known';
      /** 0 at a rating of 1, 1 at a rating of 5. */
      readonly value: number;
      /** From 0 to below 1: the share of the criterion's weight that counts as known. */
      readonly certainty: number;
      readonly voices: number;
      readonly online: number;
      /** Ratings, 1 … 5. */
      readonly lowest: number;
      readonly highest: number;
      /** 0 when all say the same, 1 when half say one and half say five. Absent for a single voice. */
      readonly disagreement?: number;
    };

export type InsightValues = Readonly<Record<InsightDimension, InsightValue>>;

interface Voice {
  readonly insight: Insight;
  readonly rating: number;
}

/** One value per dimension, from the insights of one program in any order. */
export function insightValues(insights: readonly Insight[]): InsightValues {
  const ratings = new Map<InsightDimension, Voice[]>(INSIGHT_DIMENSION_KEYS.map((key) => [key, []]));
  for (const insight of insights) {
    const { subject } = insight;
    if (subject.kind === 'dimension' && subject.rating !== undefined)
      ratings.get(subject.dimension)?.push({ insight, rating: subject.rating });
  }
  const values = [...ratings].map(([key, said]) => [key, valueOf(said)] as const);
  return Object.fromEntries(values) as Record<InsightDimension, InsightValue>;
}

function valueOf(said: readonly Voice[]): InsightValue {
  const online = said.filter(({ insight }) => WEIGHT[insight.strength] === 0).length;
  const voices = independent(said.filter(({ insight }) => WEIGHT[insight.strength] > 0));
  const count = { voices: voices.length, online };
  if (voices.length === 0)
    return { kind: 'unknown', reason: online > 0 ? 'online-only' : 'nobody-rated', ...count };
  // Whole numbers throughout, so that no order of the voices changes a digit.
  let weight = 0;
  let sum = 0;
  let squares = 0;
  for (const { insight, rating } of voices) {
    const w = WEIGHT[insight.strength];
    weight += w;
    sum += w * rating;
    squares += w * rating * rating;
  }
  if (weight < LEAST_WEIGHT) return { kind: 'unknown', reason: 'too-few', ...count };
  // The largest variance on a scale from 1 to 5 is 4.
  const variance = (squares * weight - sum * sum) / (weight * weight);
  const parted = Math.min(1, variance / 4);
  const all = voices.map(({ rating }) => rating);
  return {
    kind: 'known',
    value: (sum - weight) / (4 * weight),
    certainty: weight / (weight + DOUBT * (1 + parted)),
    ...count,
    lowest: Math.min(...all),
    highest: Math.max(...all),
    ...(voices.length > 1 ? { disagreement: Math.sqrt(parted) } : {}),
  };
}

/** One voice a person: of several ratings the strongest, then the latest. What the user saw is one voice, the user's. */
function independent(said: readonly Voice[]): Voice[] {
  const byPerson = new Map<string, Voice>();
  for (const voice of said) {
    const who = personOf(voice.insight);
    const other = byPerson.get(who);
    if (!other || outweighs(voice.insight, other.insight)) byPerson.set(who, voice);
  }
  return [...byPerson.values()];
}

/** A rating without a name is told apart by its conversation, and without that counts by itself. */
function personOf({ strength, contactId, conversationId, insightId }: Insight): string {
  if (strength === 'own-eyes') return 'user';
  if (contactId !== undefined) return `contact:${contactId}`;
  return conversationId === undefined ? `insight:${insightId}` : `conversation:${conversationId}`;
}

function outweighs(a: Insight, b: Insight): boolean {
  const stronger = WEIGHT[a.strength] - WEIGHT[b.strength];
  if (stronger !== 0) return stronger > 0;
  return a.on === b.on ? a.insightId > b.insightId : a.on > b.on;
}
