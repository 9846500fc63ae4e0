// How good the Step 2 curve is, measured on the published bands: the fit, each specialty predicted from the others, the
// headline rate alone, the noise of the counts, and how often the 80 % range holds the band.
import { curveAt, curveRange, countVariance } from '#engine/chance/score-curve.ts';
import { freshDraws } from '#engine/chance/parameter-draws.ts';
import { logit } from '#engine/strength.ts';
import { type BandBlock, pointsOf } from './blocks.ts';
import { bandSlope, fitLine, type Line, type LinePoint } from './slope-fit.ts';

/** Bands with fewer people say little and are not counted. */
const COUNTED_FROM = 30;

/** Blocks of US MD seniors over several years: many people, one a specialty. The line of slopes is judged by these. */
export const pooledBlocks = (bands: readonly BandBlock[]): BandBlock[] =>
  bands.filter(({ type, years }) => type === 'us-md' && years.includes('-'));

export interface CurveError {
  /** Bands counted. */
  readonly bands: number;
  /** Root mean square error in points. */
  readonly points: number;
}

const levelOf = (block: BandBlock) => logit(block.rate);

function errorOf(
  blocks: readonly BandBlock[],
  predicted: (block: BandBlock, step2: number) => number,
): CurveError {
  const squares = blocks.flatMap((block) =>
    block.bands
      .filter(({ n }) => n >= COUNTED_FROM)
      .map(({ step2, rate }) => (100 * (predicted(block, step2) - rate)) ** 2),
  );
  return {
    bands: squares.length,
    points: Math.sqrt(squares.reduce((sum, x) => sum + x, 0) / squares.length),
  };
}

const onLine = (line: Line, block: BandBlock, step2: number) =>
  curveAt(pointsOf(block.bands), block.rate, line.at0 + line.perLogit * levelOf(block), step2);

/** Error of a line of slopes, with each block's own headline rate and scores. */
export const lineError = (blocks: readonly BandBlock[], line: Line): CurveError =>
  errorOf(blocks, (block, step2) => onLine(line, block, step2));

export const linePoint = (block: BandBlock): LinePoint[] => {
  const slope = bandSlope(block.bands);
  return slope ? [{ ...slope, level: levelOf(block) }] : [];
};

/** Error when the line for each block is fitted to the others. */
export function leftOutError(blocks: readonly BandBlock[], tilted: boolean): CurveError {
  const lines = new Map(
    blocks.map((block) => [
      block,
      fitLine(blocks.filter((other) => other !== block).flatMap(linePoint), tilted),
    ]),
  );
  return errorOf(blocks, (block, step2) =>
    onLine(lines.get(block) ?? { at0: 0, perLogit: 0, sd: 0 }, block, step2),
  );
}

/** Error of saying the headline rate at every score. */
export const headlineError = (blocks: readonly BandBlock[]): CurveError =>
  errorOf(blocks, ({ rate }) => rate);

/** What the counts alone would be off by, in points. */
export function samplingNoise(blocks: readonly BandBlock[]): CurveError {
  const variances = blocks.flatMap(({ bands }) =>
    bands.filter(({ n }) => n >= COUNTED_FROM).map(({ n, rate }) => (1e4 * rate * (1 - rate)) / n),
  );
  return {
    bands: variances.length,
    points: Math.sqrt(variances.reduce((sum, x) => sum + x, 0) / variances.length),
  };
}

/** Share of bands inside the 80 % range, 0–1, and the mean width of the range in points. */
export function coverage(blocks: readonly BandBlock[], line: Line, drift: number) {
  let [held, bands, width] = [0, 0, 0];
  for (const block of blocks) {
    const slope = { value: line.at0 + line.perLogit * levelOf(block), sd: line.sd };
    const levelSd = Math.hypot(drift, Math.sqrt(countVariance(block.rate, block.people)));
    for (const { step2, n, rate } of block.bands) {
      if (n < COUNTED_FROM) continue;
      const { lo, hi } = curveRange(pointsOf(block.bands), block.rate, slope, levelSd, step2, freshDraws());
      bands++;
      width += 100 * (hi - lo);
      if (rate >= lo && rate <= hi) held++;
    }
  }
  return { bands, held: held / bands, width: width / bands };
}
