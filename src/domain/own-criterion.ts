// A criterion that is the user's own: what people told them, a scorecard, a gut feeling, or a scale they made up. It
// enters the fit only when the user gives it a weight.
import * as z from 'zod/mini';
import { Pid } from './ids.ts';
import { CustomKey, Weight } from './wishes.ts';

const Share = z.number().check(z.gte(0), z.lte(1));

export const OwnCriterion = z.strictObject({
  /** `insight:culture`, `scorecard`, `gut`, `custom:beach`. */
  key: z.string().check(z.regex(/^(insight|scorecard|gut|custom)(:[a-z0-9-]{1,40})?$/)),
  label: z.string().check(z.minLength(1), z.maxLength(80)),
  weight: Weight,
  /** A program without a mark is unknown, never zero. */
  marks: z.array(
    z.strictObject({
      pid: Pid,
      value: Share,
      /** How far the value can be trusted: the share of the weight that counts as known. 1 for the user's own word. */
      certainty: Share,
      /** The mark as the user gave it, where they gave one. */
      words: z.optional(z.string().check(z.maxLength(80))),
    }),
  ),
});
export type OwnCriterion = z.infer<typeof OwnCriterion>;

/** How the user marks a program on a criterion they made up. More is always better. */
export const OwnScale = z.discriminatedUnion('kind', [
  /** 1 to 5. */
  z.strictObject({ kind: z.literal('stars') }),
  /** 0 no, 1 yes. */
  z.strictObject({ kind: z.literal('yes-no') }),
  /** 0 to 10. */
  z.strictObject({ kind: z.literal('ten') }),
  /** Words from worst to best; a mark is a place among them, from 0. */
  z.strictObject({
    kind: z.literal('levels'),
    levels: z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.minLength(2), z.maxLength(7)),
  }),
]);
export type OwnScale = z.infer<typeof OwnScale>;

/** Lowest and highest mark of a scale. */
export function markBounds(scale: OwnScale): { readonly lowest: number; readonly highest: number } {
  switch (scale.kind) {
    case 'stars':
      return { lowest: 1, highest: 5 };
    case 'yes-no':
      return { lowest: 0, highest: 1 };
    case 'ten':
      return { lowest: 0, highest: 10 };
    case 'levels':
      return { lowest: 0, highest: scale.levels.length - 1 };
  }
}

/** A criterion the user made up, with the marks they gave. Its weight is with the other weights of the wishes. */
export const CustomCriterion = z.strictObject({
  key: CustomKey,
  label: z.string().check(z.minLength(1), z.maxLength(80)),
  scale: OwnScale,
  /** A program without a mark is unknown, never the lowest. */
  marks: z.array(z.strictObject({ pid: Pid, mark: z.int() })).check(z.maxLength(1000)),
});
export type CustomCriterion = z.infer<typeof CustomCriterion>;

/** What the engine needs of a made-up criterion: marks as 0–1, each the user's own word. */
export function asOwnCriterion({ key, label, scale, marks }: CustomCriterion, weight: Weight): OwnCriterion {
  const { lowest, highest } = markBounds(scale);
  const share = (mark: number) => Math.min(1, Math.max(0, (mark - lowest) / (highest - lowest)));
  return {
    key,
    label,
    weight,
    marks: marks.map(({ pid, mark }) => ({
      pid,
      value: share(mark),
      certainty: 1,
      words: markWords(scale, mark),
    })),
  };
}

/** A mark in words: `4 of 5 stars`, `yes`, `7 of 10`, or the word of its level. */
export function markWords(scale: OwnScale, mark: number): string {
  switch (scale.kind) {
    case 'stars':
      return `${mark} of 5 stars`;
    case 'yes-no':
      return mark === 1 ? 'yes' : 'no';
    case 'ten':
      return `${mark} of 10`;
    case 'levels':
      return scale.levels[mark] ?? 'not rated';
  }
}
