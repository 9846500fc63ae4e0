// The lines of slopes the model takes, and why: for US MD the assumed one, unless one refitted to the bands predicts
// specialties it has not seen better.
import type { Coefficient, SlopeLine } from '#domain/model.ts';
import type { ApplicantType } from '#domain/profile.ts';
import { ASSUMPTIONS } from './assumptions.ts';
import type { BandBlock } from './blocks.ts';
import { type CurveError, leftOutError, lineError, linePoint, pooledBlocks } from './measure.ts';
import { fitLine, type Line } from './slope-fit.ts';
import type { SourceBook } from './source-book.ts';

const digits = (x: number) => Math.round(x * 1000) / 1000;

export type Ranged = readonly [value: number, lo: number, hi: number];

export const coefficient = (
  [value, lo, hi]: Ranged,
  { years, source }: { readonly years: string; readonly source: string },
  book: SourceBook,
): Coefficient => ({ value, lo, hi, years, source: book.keyOf(source) });

export interface LineCandidate {
  readonly name: string;
  readonly line: Line;
  readonly leftOut: CurveError;
}

/** Lines that were tried; the first is the one to take. The assumed line is not fitted here, so it is judged as it stands. */
export function mdLines(bands: readonly BandBlock[]): readonly [LineCandidate, ...LineCandidate[]] {
  const pooled = pooledBlocks(bands);
  const { at0, perLogit, sd } = ASSUMPTIONS.slopes['us-md'];
  const line: Line = { at0: at0[0], perLogit: perLogit[0], sd };
  const assumed: LineCandidate = { name: 'assumed', line, leftOut: lineError(pooled, line) };
  const refitted = (name: string, tilted: boolean): LineCandidate => ({
    name,
    line: fitLine(pooled.flatMap(linePoint), tilted),
    leftOut: leftOutError(pooled, tilted),
  });
  const others = [refitted('refitted, flat', false), refitted('refitted, tilted', true)];
  const best = others.reduce((a, b) => (b.leftOut.points < a.leftOut.points ? b : a), assumed);
  return [best, ...[assumed, ...others].filter((one) => one !== best)];
}

export function slopeLines(md: LineCandidate, book: SourceBook): Record<ApplicantType, SlopeLine> {
  const about = ASSUMPTIONS.slopes;
  const lineOf = (type: ApplicantType): SlopeLine => ({
    at0: coefficient(about[type].at0, about, book),
    perLogit: coefficient(about[type].perLogit, about, book),
    sd: about[type].sd,
  });
  const refit = { years: '2020-2024', source: `Fitted to the published Step 2 bands (${md.name})` };
  const { at0, perLogit, sd } = md.line;
  const around = (x: number, by: number): Ranged => [digits(x), digits(x - by), digits(x + by)];
  const mdLine: SlopeLine =
    md.name === 'assumed'
      ? lineOf('us-md')
      : {
          at0: coefficient(around(at0, sd / 2), refit, book),
          perLogit: coefficient(around(perLogit, sd / 4), refit, book),
          sd: digits(sd),
        };
  return {
    'us-md': mdLine,
    'us-do': lineOf('us-do'),
    'us-img': lineOf('us-img'),
    'non-us-img': lineOf('non-us-img'),
  };
}

export const plainLine = ({ at0, perLogit, sd }: SlopeLine): Line => ({
  at0: at0.value,
  perLogit: perLogit.value,
  sd,
});
