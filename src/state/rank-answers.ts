// What the engine says of a rank list, as signals.
import type { LandingAnswer, RankAnswer, RankLine } from '#domain/rank-query.ts';
import { engine } from '#worker/engine-client.ts';
import { type Answer, answerTo } from './answers.ts';

export const rankOf = (question: () => readonly RankLine[] | undefined): Answer<RankAnswer> =>
  answerTo<readonly RankLine[], RankAnswer>(question, async (lines, who) => engine().rank(lines, who));

/** Where the list may lead. Asked only after a deliberate press. */
export const landingOf = (question: () => readonly RankLine[] | undefined): Answer<LandingAnswer> =>
  answerTo<readonly RankLine[], LandingAnswer>(question, async (lines, who) => engine().landing(lines, who));
