// Scores that come in the bands of the published tables: the last band (250–300) is open, and its middle is far above
// the people in it.
import type { ScorePoints } from './score-curve.ts';

export interface ReadScores {
  readonly points: ScorePoints;
  /** A score on the scale of `points`. Rises with the score. */
  readonly read: (step2: number) => number;
}

/** Where the open band of the published tables begins, and how exactly a mix must say so. */
const OPEN_FROM = 250;
const EDGE_SLACK = 1;
/** How many usual steps the last point must lie beyond the one before it: a band like the others lies one beyond. */
const FAR = 1.4;
const FEWEST_POINTS = 4;

const asTheyAre = (points: ScorePoints): ReadScores => ({ points, read: (step2) => step2 });

/**
 * Reads a mix given as middles of bands. Where its last point stands for the open band too high (275 after 244.5), it is
 * put where the people of that band are, and scores inside the band move with it.
 * @param openBand the score that stands for the band 250–300.
 */
export function readBands(points: ScorePoints, openBand: number): ReadScores {
  const scores = points.map(([s]) => s);
  const top = scores.at(-1) ?? 0;
  const before = scores.at(-2) ?? 0;
  if (scores.length < FEWEST_POINTS) return asTheyAre(points);
  const steps = scores.slice(1, -1).map((s, at) => s - (scores[at] ?? 0));
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const edge = before + usual / 2;
  const isOpen = Math.abs(edge - OPEN_FROM) <= EDGE_SLACK && top - before > FAR * usual && top > openBand;
  if (!isOpen) return asTheyAre(points);
  const read = (step2: number) => {
    if (step2 <= edge) return step2;
    if (step2 > top) return openBand + (step2 - top);
    return edge + ((step2 - edge) * (openBand - edge)) / (top - edge);
  };
  return { points: points.map(([s, n]) => [read(s), n] as const), read };
}
