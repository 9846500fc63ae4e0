// A program the user keeps. The label is frozen so that the row can be read whatever becomes of the catalog.
import * as z from 'zod/mini';
import { Pid } from './ids.ts';

export const Stage = z.enum([
  'considering',
  'applying',
  'applied',
  'invited',
  'interviewed',
  'ranked',
  'withdrawn',
  'closed',
]);
export type Stage = z.infer<typeof Stage>;
export const STAGES: readonly Stage[] = Stage.options;

export const STAGE_WORDS: Record<Stage, string> = {
  considering: 'Considering',
  applying: 'Applying',
  applied: 'Applied',
  invited: 'Invited',
  interviewed: 'Interviewed',
  ranked: 'Ranked',
  withdrawn: 'Withdrawn',
  closed: 'They said no',
};
export const stageOptions = STAGES.map((value) => ({ value, label: STAGE_WORDS[value] }));

export const ShortlistEntry = z.strictObject({
  pid: Pid,
  label: z.string(),
  stage: Stage,
  note: z.string().check(z.maxLength(20_000)),
});
export type ShortlistEntry = z.infer<typeof ShortlistEntry>;

/** The user's own word on the pick list: always in, or never. */
export const PickMark = z.strictObject({
  pid: Pid,
  label: z.string(),
  mark: z.enum(['lock', 'ban']),
});
export type PickMark = z.infer<typeof PickMark>;
