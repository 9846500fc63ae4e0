// Groups with a published rate: for each specialty × applicant type the newest block by Step 2 band, else the newest
// by sides, else the bare count; with scores and slope where they are published.
import type { ChanceGroup, HeadlineRate, ScoreMix } from '#domain/model.ts';
import type { ApplicantType } from '#domain/profile.ts';
import { openRate, type ScorePoints } from '#engine/chance/score-curve.ts';
import { logit } from '#engine/strength.ts';
import { byText } from '#press/canonical.ts';
import {
  type BandBlock,
  bandBlocks,
  mixOfSides,
  pointsOf,
  pooledMix,
  type SideBlock,
  sideBlocks,
} from './blocks.ts';
import { bandSlope, type Line, meanSlope, shrunk, type SlopeEstimate } from './slope-fit.ts';
import type { SourceBook } from './source-book.ts';
import type { StatsRow, StatTables } from './tables.ts';

/** In this scope everyone is counted once, in the specialty they wanted most; other scopes count people twice. */
const FIRST_CHOICE = 'all tracks (first-choice basis)';

export interface Blocks {
  readonly bands: readonly BandBlock[];
  readonly sides: readonly SideBlock[];
  readonly counts: readonly CountBlock[];
}

interface CountBlock {
  readonly specialty: string;
  readonly type: ApplicantType;
  readonly year: number;
  readonly people: number;
  readonly rate: number;
  readonly source: string;
}

function countBlocks(rows: readonly StatsRow[], nameOf: (name: string) => string): CountBlock[] {
  return rows.flatMap((row): CountBlock[] => {
    const { non_us_img_applicants: people, non_us_img_matched: matched } = row;
    if (row.track_scope !== FIRST_CHOICE || !people || matched === undefined) return [];
    return [
      {
        specialty: nameOf(row.specialty),
        type: 'non-us-img',
        year: row.match_year,
        people,
        rate: matched / people,
        source: row.source,
      },
    ];
  });
}

export const blocksOf = (tables: StatTables, nameOf: (name: string) => string): Blocks => ({
  bands: bandBlocks(tables.bins, nameOf),
  sides: sideBlocks(tables.charting, tables.quantiles, nameOf),
  counts: countBlocks(tables.stats, nameOf),
});

const newest = <T>(blocks: readonly T[], year: (block: T) => number): T | undefined =>
  blocks.toSorted((a, b) => year(b) - year(a))[0];

/** Every specialty × type with a rate of its own, by type and name. */
function groupKeys({ bands, sides, counts }: Blocks): { specialty: string; type: ApplicantType }[] {
  const keys = new Map<string, { specialty: string; type: ApplicantType }>();
  for (const { specialty, type } of [...bands, ...sides, ...counts])
    keys.set(`${type} ${specialty}`, { specialty, type });
  return [...keys].toSorted(([a], [b]) => byText(a, b)).map(([, key]) => key);
}

const headlineOf = (
  block: { readonly rate: number; readonly people: number; readonly source: string },
  years: string,
  book: SourceBook,
): HeadlineRate => ({
  rate: Math.round(block.rate * 10_000) / 10_000,
  people: block.people,
  years,
  source: book.keyOf(block.source),
});

/** The newest rate there is, whatever else is published with it: what a typical list of today must reproduce. */
export function latestHeadline(
  blocks: Blocks,
  specialty: string,
  type: ApplicantType,
  book: SourceBook,
): HeadlineRate | null {
  const mine = <T extends { specialty: string; type: ApplicantType }>(all: readonly T[]) =>
    all.filter((block) => block.specialty === specialty && block.type === type);
  const side = newest([...mine(blocks.sides), ...mine(blocks.counts)], ({ year }) => year);
  const band = newest(mine(blocks.bands), ({ lastYear }) => lastYear);
  if (side && side.year >= (band?.lastYear ?? 0)) return headlineOf(side, String(side.year), book);
  return band ? headlineOf(band, band.years, book) : null;
}

interface Found {
  readonly headline: HeadlineRate;
  readonly mix: ScoreMix | null;
  readonly own: SlopeEstimate | null;
}

function foundFor(blocks: Blocks, specialty: string, type: ApplicantType, book: SourceBook): Found | null {
  const mine = <T extends { specialty: string; type: ApplicantType }>(all: readonly T[]) =>
    all.filter((block) => block.specialty === specialty && block.type === type);
  const band = newest(mine(blocks.bands), ({ lastYear }) => lastYear);
  if (band) {
    const { years } = band;
    const points = pointsOf(band.bands).map(([s, n]): [number, number] => [s, n]);
    const mix = { points, years, source: book.keyOf(band.source) };
    return { headline: headlineOf(band, years, book), mix, own: bandSlope(band.bands) };
  }
  const side = newest(mine(blocks.sides), ({ year }) => year);
  if (side) {
    const points = mixOfSides(side);
    const years = String(side.year);
    const mix = points && { points, years, source: book.keyOf(side.source) };
    return { headline: headlineOf(side, years, book), mix, own: meanSlope(side) };
  }
  const count = newest(mine(blocks.counts), ({ year }) => year);
  return count ? { headline: headlineOf(count, String(count.year), book), mix: null, own: null } : null;
}

/** The groups of the model; a group's own slope is drawn toward the line of its type. */
export function groupsOf(
  blocks: Blocks,
  lines: Readonly<Record<ApplicantType, Line>>,
  book: SourceBook,
): ChanceGroup[] {
  return groupKeys(blocks).flatMap(({ specialty, type }): ChanceGroup[] => {
    const found = foundFor(blocks, specialty, type, book);
    if (!found) return [];
    const { headline, mix, own } = found;
    const line = lines[type];
    const level = logit(openRate(headline.rate, headline.people));
    const slope = own && shrunk(own, line.at0 + line.perLogit * level, line.sd);
    const digits = (x: number) => Math.round(x * 1000) / 1000;
    return [
      {
        specialty,
        type,
        headline,
        mix,
        slope: slope && { value: digits(slope.value), sd: digits(slope.sd) },
      },
    ];
  });
}

/** Scores of all groups of one type together. */
export function pooledMixOf(groups: readonly ChanceGroup[], type: ApplicantType, book: SourceBook): ScoreMix {
  const own = groups.flatMap(({ type: of, mix }) => (of === type && mix ? [mix] : []));
  const years = own.map((mix) => mix.years.slice(-4)).toSorted(byText);
  return {
    points: pooledMix(own.map(({ points }): ScorePoints => points)),
    years: `${years[0] ?? ''}-${years.at(-1) ?? ''}`,
    source: book.keyOf(`Scores of the ${own.length} groups of this type with published ones, together`),
  };
}
