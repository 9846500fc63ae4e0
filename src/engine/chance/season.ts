// What the season says of the applicant's strength: invitations and rejections move the weights of the 15 nodes by
// Bayes' rule. Silence says nothing until the user calls it a rejection. The order of the news is nothing.
import type { SeasonShift } from '#domain/model.ts';
import { STRENGTH } from '#engine/strength.ts';

export interface SeasonNews {
  /** P(interview) at this program at each of the 15 nodes. */
  readonly atNodes: Float64Array;
  readonly outcome: 'invited' | 'rejected';
}

/** Adds in ascending order, so that the sum does not depend on the order of the terms. */
const orderless = (terms: number[]) => terms.toSorted((a, b) => a - b).reduce((sum, x) => sum + x, 0);

/** The weights of the nodes after the news; they add up to one. Without news they are those of the normal law. */
export function seasonWeights(news: readonly SeasonNews[]): Float64Array {
  const { weights } = STRENGTH;
  const logs = weights.map(
    (weight, k) =>
      Math.log(weight) +
      orderless(
        news.map(({ atNodes, outcome }) => {
          const p = atNodes[k] ?? 0;
          return outcome === 'invited' ? Math.log(p) : Math.log1p(-p);
        }),
      ),
  );
  const most = Math.max(...logs);
  const raw = logs.map((x) => Math.exp(x - most));
  const all = raw.reduce((sum, x) => sum + x, 0);
  return raw.map((x) => x / all);
}

/** Standard deviations of strength from which a shift is called slight, clear, strong. */
const SLIGHT = 0.15;
const CLEAR = 0.5;
const STRONG = 1;

/** The shift as data for a sentence: "programs find you stronger than your score alone says". */
export function seasonShift(news: readonly SeasonNews[]): SeasonShift {
  const weights = seasonWeights(news);
  const deviations = weights.reduce((sum, weight, k) => sum + weight * (STRENGTH.nodes[k] ?? 0), 0);
  const far = Math.abs(deviations);
  const invited = news.filter(({ outcome }) => outcome === 'invited').length;
  const counts = { deviations, invited, rejected: news.length - invited };
  if (far < SLIGHT) return { direction: 'as expected', size: 'none', ...counts };
  return {
    direction: deviations > 0 ? 'stronger' : 'weaker',
    size: far < CLEAR ? 'slight' : far < STRONG ? 'clear' : 'strong',
    ...counts,
  };
}
