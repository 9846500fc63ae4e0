// What a what-if changes beside the real profile: the ten best programs, how many are in play, and the bands of chance.
import type { ChanceBand } from '#domain/model.ts';
import type { WhatIfEffect } from '#domain/scenario.ts';
import { chancesFor } from '#engine/chance/chance-answer.ts';
import { rowsInPlay, type Side } from './in-play.ts';
import { topEffect } from './top-effect.ts';

/** From this move of the middle on, in points of a hundred, a chance is another one. */
const NOTICEABLE = 0.005;

function bandsOf(before: Side, after: Side, rows: readonly number[]): WhatIfEffect['bands'] {
  const { model } = after.catalog;
  if (!model) return null;
  const sides = [before, after] as const;
  const [was, is] = sides.map((side) => chancesFor(model, after.catalog, side.model.asker.profile));
  const counts = { of: 0, better: 0, worse: 0 };
  const [byBandBefore, byBandAfter] = [new Map<ChanceBand, number>(), new Map<ChanceBand, number>()];
  const count = (map: Map<ChanceBand, number>, band: ChanceBand) => map.set(band, (map.get(band) ?? 0) + 1);
  for (const row of rows) {
    const [a, b] = [was?.answer(row), is?.answer(row)];
    if (a?.kind !== 'estimate' || b?.kind !== 'estimate') continue;
    counts.of++;
    count(byBandBefore, a.band);
    count(byBandAfter, b.band);
    if (a.band === b.band || Math.abs(b.p - a.p) < NOTICEABLE) continue;
    if (b.p > a.p) counts.better++;
    else counts.worse++;
  }
  return counts.of === 0 ? null : { ...counts, before: byBandBefore, after: byBandAfter };
}

/** @param before the real profile and wishes. */
export function whatIf(before: Side, after: Side): WhatIfEffect {
  const [was, is] = [rowsInPlay(before), rowsInPlay(after)];
  return {
    top: topEffect(before, after),
    programs: { before: was.length, after: is.length },
    bands: bandsOf(before, after, is),
  };
}
