// The `match` question: a `match-instance/1` document in, a matching and what blocks it out.
import { seededRandom } from '#engine/random.ts';
import { type InstanceRefusal, parseMatchInstance } from './match-instance.ts';
import { type MarketAnswer, solveMarket } from './solve-market.ts';

export type MatchAnswer = ({ readonly kind: 'matching' } & MarketAnswer) | InstanceRefusal;

/** Fixed, so that the same document has the same answer. */
const SEED = 20_260_320;

/** Answers a document as JSON gave it. */
export function answerMatch(document: unknown): MatchAnswer {
  const parsed = parseMatchInstance(document);
  if (parsed.kind === 'refused') return parsed;
  return { kind: 'matching', ...solveMarket(parsed.instance, seededRandom(SEED)) };
}
