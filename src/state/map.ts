// What the map of programs shows, as signals.
import type { MapAnchor, MapAnswer, MapQuery } from '#domain/map.ts';
import { engine } from '#worker/engine-client.ts';
import { type Answer, answerTo } from './answers.ts';

export const mapOf = (question: () => MapQuery | undefined): Answer<MapAnswer> =>
  answerTo<MapQuery, MapAnswer>(question, async (query, who) => engine().map(query, who));

/** The user's own places on the map; follows the profile. */
export const anchorsOf = (): Answer<MapAnchor[]> =>
  answerTo<true, MapAnchor[]>(
    () => true,
    async (_all, who) => engine().anchors(who),
  );
