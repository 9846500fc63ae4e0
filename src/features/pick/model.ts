// What the pick list says around its rows: sentences for refusals and limits.
import type { PickAnswer } from '#domain/query.ts';
import type { SeasonWord } from '#domain/query.ts';
import type { ShortlistEntry, Stage } from '#domain/shortlist.ts';
import { usd } from '#domain/words.ts';

/** What a stage says of a program's answer; the others say nothing. */
const OUTCOME: Partial<Record<Stage, SeasonWord['outcome']>> = {
  invited: 'invited',
  interviewed: 'invited',
  ranked: 'invited',
  closed: 'rejected',
};

/** Invitations and rejections of the season, as the stages of the shortlist tell them. */
export const heardFrom = (shortlist: readonly ShortlistEntry[]): SeasonWord[] =>
  shortlist.flatMap(({ pid, stage }) => {
    const outcome = OUTCOME[stage];
    return outcome ? [{ pid, outcome }] : [];
  });

type Refused = Extract<PickAnswer, { kind: 'refused' }>;
type Picked = Extract<PickAnswer, { kind: 'list' }>;

export function refusalWords({ reason, needUsd }: Refused): string {
  switch (reason) {
    case 'budget-below-one-fee':
      return `One application costs ${usd(needUsd)} this season. Raise the budget to at least that.`;
    case 'locks-over-budget':
      return `The programs you locked cost ${usd(needUsd)} together. Raise the budget or unlock some; nothing was dropped.`;
    case 'no-programs':
      return 'No program is left to choose from. Take back a ban or a deal-breaker, or add another specialty.';
    case 'no-fees':
      return 'This catalog carries no application fees, so no list can be priced. Update the catalog on the Data screen.';
  }
}

/** Why the list ends where it ends. */
export function limitWords({ limitedBy, next, excluded, leftUsd }: Picked): string {
  const out = excluded > 0 ? ` ${excluded} more are out by your deal-breakers.` : '';
  if (limitedBy === 'programs')
    return `These are all there are; ${usd(leftUsd)} of your budget is left.${out}`;
  if (limitedBy === 'gain')
    return `Adding more would hardly help; ${usd(leftUsd)} of your budget is left.${out}`;
  const [following] = next;
  return following
    ? `Your budget ends the list: the next application costs ${usd(following.feeUsd)}, ${usd(leftUsd)} is left.${out}`
    : out.trim();
}
