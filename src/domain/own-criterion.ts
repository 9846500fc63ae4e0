// A criterion that is the user's own: what people told them, a scorecard, a gut feeling, or a scale they made up. It
// enters the fit only when the user gives it a weight.
import * as z from 'zod/mini';
import { Pid } from './ids.ts';
import { Weight } from './wishes.ts';

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
    }),
  ),
});
export type OwnCriterion = z.infer<typeof OwnCriterion>;
