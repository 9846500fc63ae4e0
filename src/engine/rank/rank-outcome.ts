// The `rank-outcome` question: a rank list with the chance of each program, and what it leads to. Alone or as a couple.
// Nothing here proposes or judges an order.
import { seededRandom } from '#engine/random.ts';
import {
  atEnd,
  atNodes,
  type CoupleChances,
  coupleOutcomeExact,
  isExactlyCountable,
} from './couple-exact.ts';
import { type CoupleDraws, coupleOutcomeDrawn, drawCouple } from './couple-draws.ts';
import type { CoupleList } from './couple-list.ts';
import { atLeastFourPoints, type ListOutcome, listOutcome } from './list-outcome.ts';
import { parseRankQuestion, type RankRefusal } from './rank-question.ts';

export interface CoupleListOutcome extends ListOutcome {
  /** `exact` up to 16 programs on the shorter side, else seeded draws. */
  readonly method: 'exact' | 'draws';
  /** Of `pMatch`; 0 where exact. */
  readonly standardError: number;
}

export type RankOutcome = ListOutcome | CoupleListOutcome | RankRefusal;

/** Fixed, so that the same list has the same answer. */
const SEED = 20_260_301;

/** Outcome of a joint list: landing per row, the 80 % range from the ends of the strength both partners share. */
export function coupleListOutcome(list: CoupleList): CoupleListOutcome {
  const exact = isExactlyCountable(list);
  const drawn = (chances: CoupleChances): CoupleDraws => drawCouple(chances, seededRandom(SEED));
  const outcome = (chances: CoupleChances) =>
    exact
      ? { ...coupleOutcomeExact(list, chances), standardError: 0 }
      : coupleOutcomeDrawn(list, drawn(chances));
  const { pMatch, landing, unmatched, standardError } = outcome(atNodes(list));
  return {
    pMatch,
    ...atLeastFourPoints(pMatch, outcome(atEnd(list, 'low')).pMatch, outcome(atEnd(list, 'high')).pMatch),
    landing: Array.from(landing),
    unmatched,
    method: exact ? 'exact' : 'draws',
    standardError,
  };
}

/**
 * Answers `{programs: [{id, q}], sharedSd, couple?: {programs: [{id, q}], pairs: [[id | null, id | null]]}}`.
 * `q` is the chance that the program would take you (0–1), `sharedSd` the standard deviation, in logits, of the strength
 * all programs see. With a couple, `programs` are the first partner's, `landing` is per pair, and the order of
 * `programs` is nothing. A question that cannot be read is refused with one sentence.
 */
export function rankOutcome(question: unknown): RankOutcome {
  const parsed = parseRankQuestion(question);
  if (parsed.kind === 'refused') return parsed;
  if (parsed.kind === 'couple') return coupleListOutcome(parsed.list);
  return listOutcome(parsed.q, parsed.sharedSd);
}
