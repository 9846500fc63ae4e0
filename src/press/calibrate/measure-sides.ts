// What mean scores say of the lines that no bands were published for, and how far rates move from year to year.
import type { ApplicantType } from '#domain/profile.ts';
import { countVariance, openRate } from '#engine/chance/score-curve.ts';
import { logit } from '#engine/strength.ts';
import type { Blocks } from './groups.ts';
import { fitLine, type Line, meanSlope } from './slope-fit.ts';

export interface SideCheck {
  readonly type: ApplicantType;
  readonly groups: number;
  /** Through the slopes that mean scores imply. */
  readonly line: Line;
}

export function sideCheck({ sides }: Blocks, type: ApplicantType): SideCheck {
  const points = sides.flatMap((block) => {
    const slope = block.type === type ? meanSlope(block) : null;
    return slope ? [{ ...slope, level: logit(openRate(block.rate, block.people)) }] : [];
  });
  return { type, groups: points.length, line: fitLine(points, false) };
}

/** Standard deviation of a rate around its level, from the same groups in two years, without the noise of counts. */
export function driftBetween(
  { sides }: Blocks,
  first: number,
  second: number,
): { groups: number; sd: number } {
  const pairs = sides.flatMap((a) => {
    const b = sides.find(
      (other) => other.year === second && other.specialty === a.specialty && other.type === a.type,
    );
    if (a.year !== first || !b) return [];
    const [before, after] = [openRate(a.rate, a.people), openRate(b.rate, b.people)];
    const noise = countVariance(before, a.people) + countVariance(after, b.people);
    return [(logit(after) - logit(before)) ** 2 - noise];
  });
  const variance = pairs.reduce((sum, x) => sum + x, 0) / pairs.length / 2;
  return { groups: pairs.length, sd: Math.sqrt(Math.max(0, variance)) };
}
