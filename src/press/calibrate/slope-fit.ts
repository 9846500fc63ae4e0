// Slopes of logit P(match) per scaled Step 2 point: from bands, from mean scores, and the line through many groups.
import { logistic } from '#engine/strength.ts';
import { POINTS_PER_SCALED, scaled } from '#engine/chance/score-curve.ts';
import { ASSUMPTIONS } from './assumptions.ts';
import type { Band, SideBlock } from './blocks.ts';

export interface SlopeEstimate {
  readonly value: number;
  readonly se: number;
}

/** Maximum likelihood of logit p = a + b · scaled(s) in binomial bands, by Newton's method; null where it diverges. */
export function bandSlope(bands: readonly Band[]): SlopeEstimate | null {
  let a = 0;
  let b = 0;
  let information = 0;
  for (let step = 0; step < 50; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
    for (const { step2, n, rate } of bands) {
      const x = scaled(step2);
      const p = logistic(a + b * x);
      const w = n * p * (1 - p);
      ga += n * (rate - p);
      gb += n * (rate - p) * x;
      haa += w;
      hab += w * x;
      hbb += w * x * x;
    }
    const det = haa * hbb - hab * hab;
    information = det / haa;
    const [da, db] = [(hbb * ga - hab * gb) / det, (haa * gb - hab * ga) / det];
    a += da;
    b += db;
    if (!Number.isFinite(a + b)) return null;
    if (Math.abs(da) + Math.abs(db) < 1e-10) return { value: b, se: 1 / Math.sqrt(information) };
  }
  return null;
}

/** Two normal laws with one spread have a log odds that is straight in the score, with slope difference/variance. */
export function meanSlope({ matched, unmatched }: SideBlock): SlopeEstimate | null {
  if (matched.center === null || unmatched.center === null) return null;
  const [fallback, low, high] = ASSUMPTIONS.scoreSd.value;
  const [up, down] = [matched.sd ?? fallback, unmatched.sd ?? fallback];
  const variance = (matched.n * up ** 2 + unmatched.n * down ** 2) / (matched.n + unmatched.n);
  const perPoint = POINTS_PER_SCALED;
  const value = (perPoint * (matched.center - unmatched.center)) / variance;
  const sampling = (perPoint * Math.sqrt(variance * (1 / matched.n + 1 / unmatched.n))) / variance;
  // Where the spread is assumed, the slope is as unsure as its square.
  const assumed = matched.sd === null ? Math.abs(value) * ((high - low) / fallback / 1.2816) : 0;
  return { value, se: Math.hypot(sampling, assumed) };
}

export interface Line {
  readonly at0: number;
  readonly perLogit: number;
  /** Spread of the groups around it. */
  readonly sd: number;
}

export interface LinePoint extends SlopeEstimate {
  /** logit of the headline rate. */
  readonly level: number;
}

/** Weighted least squares for given weights; a flat line where `tilted` is false. */
function leastSquares(points: readonly LinePoint[], tau: number, tilted: boolean) {
  let [s, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  for (const { level, value, se } of points) {
    const w = 1 / (se ** 2 + tau ** 2);
    s += w;
    sx += w * level;
    sy += w * value;
    sxx += w * level * level;
    sxy += w * level * value;
  }
  const det = s * sxx - sx * sx;
  const perLogit = tilted ? (s * sxy - sx * sy) / det : 0;
  return { at0: (sy - perLogit * sx) / s, perLogit, logDet: Math.log(tilted ? det : s) };
}

/** Restricted maximum likelihood of a line through slopes that differ from group to group, over a grid of spreads. */
export function fitLine(points: readonly LinePoint[], tilted: boolean): Line {
  let best: Line = { at0: 0, perLogit: 0, sd: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (let sd = 0.01; sd <= 0.8; sd += 0.005) {
    const { at0, perLogit, logDet } = leastSquares(points, sd, tilted);
    const minus = points.reduce((sum, { level, value, se }) => {
      const variance = se ** 2 + sd ** 2;
      return sum + Math.log(variance) + (value - at0 - perLogit * level) ** 2 / variance;
    }, logDet);
    if (minus < least) {
      least = minus;
      best = { at0, perLogit, sd };
    }
  }
  return best;
}

/** A group's own slope drawn toward the line by how sure each is. */
export function shrunk(own: SlopeEstimate, line: number, lineSd: number): { value: number; sd: number } {
  const [mine, theirs] = [1 / own.se ** 2, 1 / lineSd ** 2];
  return {
    value: (own.value * mine + line * theirs) / (mine + theirs),
    sd: Math.max(ASSUMPTIONS.ownSlopeFloor, Math.sqrt(1 / (mine + theirs))),
  };
}
