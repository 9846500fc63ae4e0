import { describe, expect, it } from 'vitest';
import { nameWords } from '#engine/chance/chance-index.ts';
import { logistic, logit } from '#engine/strength.ts';
import { bandBlocks, mixOfSides, type SideBlock, sideBlocks } from '#press/calibrate/blocks.ts';
import { interviewRates } from '#press/calibrate/interview-rates.ts';
import { shrinkageOf } from '#press/calibrate/odds-terms.ts';
import { bandSlope, fitLine, meanSlope, shrunk } from '#press/calibrate/slope-fit.ts';
import { catalogNames, SPECIALTY_NAMES } from '#press/calibrate/specialty-names.ts';
import { pooledLogVariance, rankSpreads } from '#press/calibrate/strength-fit.ts';
import type { BinsRow, ChartingRow, SignalsRow, StatTables, SurveyRow } from '#press/calibrate/tables.ts';

const same = (name: string) => name;

describe('bands', () => {
  const row = (low: number, high: number, n?: number, percent?: number): BinsRow => ({
    specialty: 'Psychiatry',
    applicant_type: 'US MD senior',
    match_years: '2020-2024',
    bin_low: low,
    bin_high: high,
    source: 'grid',
    ...(n === undefined ? {} : { n_applicants: n }),
    ...(percent === undefined ? {} : { p_match_pct: percent }),
  });

  it('become one block with its rate; empty bands and curves without people are left out', () => {
    const blocks = bandBlocks(
      [row(0, 199, 0), row(230, 239, 100, 50), row(240, 249, undefined, 60), row(250, 300, 300, 90)],
      same,
    );
    expect(blocks).toEqual([
      expect.objectContaining({ type: 'us-md', lastYear: 2024, people: 400, rate: 0.8 }),
    ]);
    expect(blocks[0]?.bands.map(({ step2 }) => step2)).toEqual([234.5, 259]);
  });
});

describe('a slope', () => {
  it('is found again from bands that follow it', () => {
    const bands = [220, 235, 250, 265].map((step2) => ({
      step2,
      n: 1000,
      rate: logistic(0.4 + 0.9 * ((step2 - 250) / 15)),
    }));
    expect(bandSlope(bands)?.value).toBeCloseTo(0.9, 9);
  });

  it('is surer with more people', () => {
    const bands = (n: number) => [230, 250].map((step2, at) => ({ step2, n, rate: 0.4 + 0.3 * at }));
    expect(bandSlope(bands(1000))?.se).toBeLessThan(bandSlope(bands(100))?.se ?? 0);
  });

  const sides = (matched: number | null, unmatched: number | null, sd: number | null): SideBlock => ({
    specialty: 'Psychiatry',
    type: 'us-do',
    year: 2024,
    matched: { n: 100, center: matched, sd },
    unmatched: { n: 50, center: unmatched, sd },
    people: 150,
    rate: 2 / 3,
    source: 'means',
  });

  it('follows from two mean scores and their spread', () => {
    expect(meanSlope(sides(250, 240, 15))?.value).toBeCloseTo((15 * 10) / 15 ** 2, 12);
    expect(meanSlope(sides(250, null, 15))).toBeNull();
  });

  it('is less sure where the spread is assumed', () => {
    expect(meanSlope(sides(250, 240, null))?.se).toBeGreaterThan(meanSlope(sides(250, 240, 13))?.se ?? 9);
  });

  it('is drawn toward the line by how sure each is', () => {
    const half = shrunk({ value: 2, se: 0.3 }, 1, 0.3);
    expect(half.value).toBeCloseTo(1.5, 12);
    expect(half.sd).toBeCloseTo(0.3 / Math.SQRT2, 12);
    expect(shrunk({ value: 2, se: 3 }, 1, 0.3).value).toBeCloseTo(1, 1);
  });
});

describe('a line through slopes', () => {
  it('is found again, with no spread where there is none', () => {
    const points = [0, 1, 2, 3, 4].map((level) => ({ level, value: 0.7 + 0.1 * level, se: 0.05 }));
    const line = fitLine(points, true);
    expect(line.at0).toBeCloseTo(0.7, 6);
    expect(line.perLogit).toBeCloseTo(0.1, 6);
    expect(line.sd).toBeLessThan(0.02);
  });

  it('is the mean, with the spread, where it may not tilt', () => {
    const points = [0.6, 0.8, 1, 1.2, 1.4].map((value) => ({ level: 0, value, se: 0.01 }));
    const line = fitLine(points, false);
    expect(line.at0).toBeCloseTo(1, 6);
    expect(line.sd).toBeGreaterThan(0.25);
  });
});

describe('scores of both sides', () => {
  const charting = (more: Partial<ChartingRow>): ChartingRow => ({
    specialty: 'Neurology',
    applicant_type: 'Non-US IMG',
    match_year: 2026,
    n_matched: 60,
    n_unmatched: 40,
    source: 'book',
    ...more,
  });

  it('keep the people of the group and the means of both', () => {
    const [block] = sideBlocks([charting({ step2_mean_matched: 250, step2_mean_unmatched: 240 })], [], same);
    const mix = block && mixOfSides(block);
    const people = mix?.reduce((sum, [, n]) => sum + n, 0) ?? 0;
    expect(people).toBeCloseTo(100, 0);
    expect((mix?.reduce((sum, [s, n]) => sum + s * n, 0) ?? 0) / people).toBeCloseTo(246, 0);
  });

  it('are none where no center is published, and no block without both counts', () => {
    const [block] = sideBlocks([charting({})], [], same);
    expect(block && mixOfSides(block)).toBeNull();
    const { n_unmatched: _, ...matchedOnly } = charting({});
    expect(sideBlocks([matchedOnly], [], same)).toEqual([]);
  });
});

describe('the names of specialties', () => {
  const nameOf = catalogNames([
    'Internal Medicine-Pediatrics',
    'Vascular Surgery (Integrated)',
    'Psychiatry',
  ]);
  it.each([
    ['Internal Medicine/Pediatrics', 'Internal Medicine-Pediatrics'],
    ['Vascular Surgery', 'Vascular Surgery (Integrated)'],
    ['Psychiatry', 'Psychiatry'],
    ['Basket Weaving', 'Basket Weaving'],
  ])('of the tables become the catalog’s: %s', (name, catalog) => {
    expect(nameOf(name)).toBe(catalog);
  });
  it('are listed in the words they are compared by', () => {
    for (const name of Object.keys(SPECIALTY_NAMES)) expect(nameWords(name)).toBe(name);
  });
});

const signal = (more: Partial<SignalsRow>): SignalsRow => ({
  specialty: 'Urology',
  match_year: 2022,
  record_type: 'rate',
  metric: 'interview_rate_pct',
  source: 'one',
  ...more,
});

describe('like-for-like odds', () => {
  it('are read off the comparison with programs that would have been signaled next', () => {
    const { share, alike } = shrinkageOf([
      signal({ tier: 'signaled', value: 60, population: 'applicants' }),
      signal({ tier: 'comparator not signaled', value: 40, population: 'applicants' }),
      signal({ tier: 'none', value: 10, population: 'applicants' }),
    ]);
    const fair = logit(0.6) - logit(0.4);
    expect(alike[0]).toBeCloseTo(Math.exp(fair), 9);
    expect(share).toBeCloseTo(fair / (logit(0.6) - logit(0.1)), 9);
  });
});

describe('invitation rates', () => {
  const load = (metric: string, value: number, more: Partial<SurveyRow> = {}): SurveyRow => ({
    specialty: 'Urology',
    year: 2023,
    record_type: 'load',
    metric,
    value,
    source: 'survey',
    ...more,
  });
  const tables = (survey: readonly SurveyRow[], signals: readonly SignalsRow[] = []): StatTables => ({
    stats: [],
    charting: [],
    quantiles: [],
    bins: [],
    survey,
    signals,
    applicants: [],
    programs: [],
  });

  it('lie between what programs and what applicants report', () => {
    const { rates, gap } = interviewRates(
      tables([
        load('interview_offer_rate', 10),
        load('applications_per_applicant', 50),
        load('interview_offers_per_applicant', 10),
      ]),
      () => 50,
    );
    expect(gap).toBeCloseTo(logit(0.2) - logit(0.1), 9);
    expect(rates).toEqual([expect.objectContaining({ specialty: 'Urology', evidence: 'program-side' })]);
    expect(logit(rates[0]?.rate ?? 0)).toBeCloseTo((logit(0.1) + logit(0.2)) / 2, 9);
  });

  it('do not compare figures of different times', () => {
    const { gap, shownBy } = interviewRates(
      tables([
        load('interview_offer_rate', 10, { year: 2020 }),
        load('applications_per_applicant', 50),
        load('interview_offers_per_applicant', 10),
      ]),
      () => 50,
    );
    expect([gap, shownBy]).toEqual([0, []]);
  });

  it('weigh signaled and other applications by the signals of that season', () => {
    const { rates } = interviewRates(
      tables(
        [],
        [
          signal({ tier: 'signaled', value: 50, population: 'programs', note: '5 signals' }),
          signal({ tier: 'none', value: 10, population: 'programs' }),
        ],
      ),
      () => 50,
    );
    expect(rates[0]).toMatchObject({ evidence: 'by-signal', rate: expect.closeTo(0.14, 9) });
  });
});

describe('ranks of graduates abroad', () => {
  const rank = (cohort: 'matched' | 'not_matched', mean: number, sd: number) => ({
    specialty: 'Neurology',
    applicant_type: 'Non-US IMG' as const,
    match_year: 2026,
    measure: 'contiguous_ranks',
    cohort,
    n: 100,
    mean,
    sd,
    source: 'book',
  });
  it('spread by no more than chance where the variance is the mean', () => {
    const spreads = rankSpreads(
      [rank('matched', 4, 2), rank('not_matched', 4, 2)],
      new Map([['Neurology', { matched: 50, unmatched: 50 }]]),
    );
    expect(spreads[0]?.mean).toBe(4);
    expect(pooledLogVariance(spreads)).toBe(0);
  });
  it('spread more where people differ', () => {
    const [one] = rankSpreads(
      [rank('matched', 6, 4), rank('not_matched', 2, 2)],
      new Map([['Neurology', { matched: 50, unmatched: 50 }]]),
    );
    expect(one?.logVariance).toBeCloseTo(Math.log1p((30 - 16 - 4) / 16), 9);
  });
});
