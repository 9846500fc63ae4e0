// Published blocks: how many of a group matched by Step 2 band, and the scores of matched and unmatched people.
import type { ApplicantType } from '#domain/profile.ts';
import type { ScorePoints } from '#engine/chance/score-curve.ts';
import { ASSUMPTIONS } from './assumptions.ts';
import type { BinsRow, ChartingRow, GroupType, QuantilesRow } from './tables.ts';

const TYPE_OF: Readonly<Record<GroupType, ApplicantType>> = {
  'US MD senior': 'us-md',
  'US DO senior': 'us-do',
  'US IMG': 'us-img',
  'Non-US IMG': 'non-us-img',
};

export interface Band {
  /** The score that stands for the band. */
  readonly step2: number;
  readonly n: number;
  /** Share that matched, 0–1. */
  readonly rate: number;
}

/** One specialty × applicant type × span of years, by Step 2 band. Bands without people are left out. */
export interface BandBlock {
  readonly specialty: string;
  readonly type: ApplicantType;
  readonly years: string;
  readonly lastYear: number;
  readonly bands: readonly Band[];
  readonly people: number;
  readonly rate: number;
  readonly source: string;
}

/** The highest score there is; a band that ends there is open. */
const MOST_SCORE = 300;

function standsFor({ bin_low: low, bin_high: high }: BinsRow): number {
  if (high === MOST_SCORE) return ASSUMPTIONS.openBand.value[0];
  if (low === 0) return ASSUMPTIONS.lowestBand[`${low}-${high}`] ?? high - 5;
  return (low + high) / 2;
}

/** Blocks with counts; a curve read off a chart has none and is no observation. */
export function bandBlocks(rows: readonly BinsRow[], nameOf: (name: string) => string): BandBlock[] {
  const blocks = new Map<string, BinsRow[]>();
  for (const row of rows) {
    const key = `${row.specialty}|${row.applicant_type}|${row.match_years}`;
    blocks.set(key, [...(blocks.get(key) ?? []), row]);
  }
  return [...blocks.values()].flatMap((block): BandBlock[] => {
    const bands = block.flatMap((row): Band[] => {
      const { n_applicants: n = 0, p_match_pct: percent } = row;
      return n === 0 || percent === undefined ? [] : [{ step2: standsFor(row), n, rate: percent / 100 }];
    });
    const first = block[0];
    if (!first || bands.length === 0) return [];
    const people = bands.reduce((sum, { n }) => sum + n, 0);
    return [
      {
        specialty: nameOf(first.specialty),
        type: TYPE_OF[first.applicant_type],
        years: first.match_years,
        lastYear: Number(first.match_years.slice(-4)),
        bands,
        people,
        rate: bands.reduce((sum, { n, rate }) => sum + n * rate, 0) / people,
        source: first.source,
      },
    ];
  });
}

export const pointsOf = (bands: readonly Band[]): ScorePoints =>
  bands.map(({ step2, n }) => [step2, n] as const);

/** The scores of one side, matched or not; center and spread are absent where none are published. */
export interface Side {
  readonly n: number;
  readonly center: number | null;
  readonly sd: number | null;
}

/** One specialty × applicant type × year as counts and scores of both sides. */
export interface SideBlock {
  readonly specialty: string;
  readonly type: ApplicantType;
  readonly year: number;
  readonly matched: Side;
  readonly unmatched: Side;
  readonly people: number;
  readonly rate: number;
  readonly source: string;
}

/** An interquartile range in standard deviations of a normal law. */
const QUARTILES_APART = 1.349;

export function sideBlocks(
  charting: readonly ChartingRow[],
  quantiles: readonly QuantilesRow[],
  nameOf: (name: string) => string,
): SideBlock[] {
  const spread = new Map<string, number>();
  for (const { specialty, applicant_type, match_year, measure, cohort, q1, q3 } of quantiles)
    if (measure === 'step2ck' && q1 !== undefined && q3 !== undefined)
      spread.set(`${specialty}|${applicant_type}|${match_year}|${cohort}`, (q3 - q1) / QUARTILES_APART);
  return charting.flatMap((row): SideBlock[] => {
    const { n_matched: matched, n_unmatched: unmatched } = row;
    if (matched === undefined || unmatched === undefined) return [];
    const key = `${row.specialty}|${row.applicant_type}|${row.match_year}`;
    const people = matched + unmatched;
    return [
      {
        specialty: nameOf(row.specialty),
        type: TYPE_OF[row.applicant_type],
        year: row.match_year,
        matched: {
          n: matched,
          center: row.step2_mean_matched ?? row.step2_median_matched ?? null,
          sd: row.step2_sd_matched ?? spread.get(`${key}|matched`) ?? null,
        },
        unmatched: {
          n: unmatched,
          center: row.step2_mean_unmatched ?? row.step2_median_unmatched ?? null,
          sd: row.step2_sd_unmatched ?? spread.get(`${key}|not_matched`) ?? null,
        },
        people,
        rate: matched / people,
        source: row.source,
      },
    ];
  });
}

/** Scores are spread on this grid, wide enough for every group. */
const GRID_STEP = 5;
const GRID_FROM = 190;
const GRID_TO = 290;
/** Expected counts below this are left out. */
const LEAST_PEOPLE = 0.05;

const round = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;

function spreadSide(side: Side, into: Map<number, number>, center: number): void {
  const sd = side.sd ?? ASSUMPTIONS.scoreSd.value[0];
  const density = (s: number) => Math.exp(-0.5 * ((s - center) / sd) ** 2);
  const grid: number[] = [];
  for (let s = GRID_FROM; s <= GRID_TO; s += GRID_STEP) grid.push(s);
  const all = grid.reduce((sum, s) => sum + density(s), 0);
  for (const s of grid) into.set(s, (into.get(s) ?? 0) + (side.n * density(s)) / all);
}

/** The scores of a group as expected counts: two normal laws, one a side. Null where no center is published. */
export function mixOfSides({ matched, unmatched }: SideBlock): [number, number][] | null {
  const stand = matched.center ?? unmatched.center;
  if (stand === null) return null;
  const people = new Map<number, number>();
  spreadSide(matched, people, matched.center ?? stand);
  spreadSide(unmatched, people, unmatched.center ?? stand);
  return [...people].map(([s, n]): [number, number] => [s, round(n, 1)]).filter(([, n]) => n >= LEAST_PEOPLE);
}

/** Scores of many groups together, on the grid. */
export function pooledMix(mixes: readonly ScorePoints[]): [number, number][] {
  const people = new Map<number, number>();
  for (const points of mixes)
    for (const [s, n] of points) {
      const at = Math.round(s / GRID_STEP) * GRID_STEP;
      people.set(at, (people.get(at) ?? 0) + n);
    }
  return [...people].map(([s, n]): [number, number] => [s, round(n, 1)]).toSorted(([a], [b]) => a - b);
}
