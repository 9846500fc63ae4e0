// The tables of statistics in, the model and what was measured out. Pure: the same tables give the same bytes.
import { ChanceModel, type Coefficient, type HeadlineRate, type SlopeLine } from '#domain/model.ts';
import type { ApplicantType } from '#domain/profile.ts';
import { strengthScale } from '#engine/chance/strength-prior.ts';
import { chanceIndex } from '#engine/chance/chance-index.ts';
import { ASSUMPTIONS } from './assumptions.ts';
import { type Blocks, blocksOf, groupsOf, latestHeadline, pooledMixOf } from './groups.ts';
import { abroadBases } from './interviews-abroad.ts';
import { doBases, mdBases, mdBasesWithoutHeadline, pooledTake, usualInvitations } from './interviews-us.ts';
import type { InterviewInputs } from './interviews.ts';
import { type InterviewRates, interviewRates } from './interview-rates.ts';
import { type ListShapes, listShapes } from './list-shapes.ts';
import { type CurveError, leftOutError, lineError } from './measure.ts';
import { oddsTerms, type Shrinkage, shrinkageOf } from './odds-terms.ts';
import { fitLine, type Line } from './slope-fit.ts';
import { linePoint } from './measure.ts';
import { type SourceBook, sourceBook } from './source-book.ts';
import { catalogNames, SPECIALTY_NAMES } from './specialty-names.ts';
import { pooledLogVariance, type RankSpread, rankSpreads, scoreShare, slopeRatios } from './strength-fit.ts';
import type { StatTables } from './tables.ts';

const digits = (x: number) => Math.round(x * 1000) / 1000;

type Ranged = readonly [value: number, lo: number, hi: number];
const coefficient = (
  [value, lo, hi]: Ranged,
  { years, source }: { readonly years: string; readonly source: string },
  book: SourceBook,
): Coefficient => ({ value, lo, hi, years, source: book.keyOf(source) });

export interface LineCandidate {
  readonly name: string;
  readonly line: Line;
  readonly leftOut: CurveError;
}

export interface Calibration {
  readonly model: ChanceModel;
  readonly blocks: Blocks;
  readonly shapes: ListShapes;
  readonly inputs: InterviewInputs;
  readonly rates: InterviewRates;
  readonly usual: ReturnType<typeof usualInvitations>;
  readonly shrinkage: Shrinkage;
  readonly spreads: readonly RankSpread[];
  readonly ratios: ReturnType<typeof slopeRatios>;
  /** Lines of US MD slopes that were tried, the taken one first. */
  readonly candidates: readonly LineCandidate[];
}

/** The assumed line, unless one refitted to the bands predicts specialties it has not seen better. */
function mdLines(blocks: Blocks): LineCandidate[] {
  const bands = blocks.bands.filter(({ type, lastYear }) => type === 'us-md' && lastYear < 2026);
  const { at0, perLogit, sd } = ASSUMPTIONS.slopes['us-md'];
  const assumed: Line = { at0: at0[0], perLogit: perLogit[0], sd };
  const refitted = (tilted: boolean) => fitLine(bands.flatMap(linePoint), tilted);
  return [
    { name: 'assumed', line: assumed, leftOut: lineError(bands, assumed) },
    { name: 'refitted, flat', line: refitted(false), leftOut: leftOutError(bands, false) },
    { name: 'refitted, tilted', line: refitted(true), leftOut: leftOutError(bands, true) },
  ].toSorted((a, b) => a.leftOut.points - b.leftOut.points);
}

function slopeLines(md: LineCandidate, book: SourceBook): Record<ApplicantType, SlopeLine> {
  const lineOf = (type: ApplicantType): SlopeLine => {
    const { at0, perLogit, sd } = ASSUMPTIONS.slopes[type];
    const about = ASSUMPTIONS.slopes;
    return {
      at0: coefficient(at0, about, book),
      perLogit: coefficient(perLogit, about, book),
      sd,
    };
  };
  const lines = {
    'us-md': lineOf('us-md'),
    'us-do': lineOf('us-do'),
    'us-img': lineOf('us-img'),
    'non-us-img': lineOf('non-us-img'),
  };
  if (md.name === 'assumed') return lines;
  const { at0, perLogit, sd } = md.line;
  const refit = { years: '2020-2024', source: `Fitted to the published Step 2 bands (${md.name})` };
  const near = (x: number): Ranged => [digits(x), digits(x - sd / 2), digits(x + sd / 2)];
  return {
    ...lines,
    'us-md': {
      at0: coefficient(near(at0), refit, book),
      perLogit: coefficient(near(perLogit), refit, book),
      sd: digits(sd),
    },
  };
}

/** Programs ranked are a little fewer than interviews attended (NRMP Applicant Survey). */
const attendedPerRanked = ({ applicants }: StatTables): number =>
  applicants.reduce((sum, r) => sum + r.median_interviews_attended, 0) /
  applicants.reduce((sum, r) => sum + r.median_ranked, 0);

function nationalImg({ stats }: StatTables) {
  const row = stats
    .filter(
      (r) =>
        r.specialty === 'ALL' && r.us_img_match_pct !== undefined && r.non_us_img_match_pct !== undefined,
    )
    .toSorted((a, b) => b.match_year - a.match_year)[0];
  if (row?.us_img_match_pct === undefined || row.non_us_img_match_pct === undefined)
    throw new Error('specialty_stats: no national rates of graduates abroad');
  return {
    usImg: row.us_img_match_pct / 100,
    nonUsImg: row.non_us_img_match_pct / 100,
    years: String(row.match_year),
    source: row.source,
  };
}

/** @param date ISO date of the newest table. */
export function calibrate(tables: StatTables, date: string): Calibration {
  const book = sourceBook();
  const nameOf = catalogNames(new Set(tables.programs.map(({ specialty }) => specialty)));
  const blocks = blocksOf(tables, nameOf);
  const candidates = mdLines(blocks);
  const slopes = slopeLines(
    candidates[0] ?? {
      name: 'assumed',
      line: { at0: 0, perLogit: 0, sd: 0 },
      leftOut: { bands: 0, points: 0 },
    },
    book,
  );
  const plain = (line: SlopeLine): Line => ({
    at0: line.at0.value,
    perLogit: line.perLogit.value,
    sd: line.sd,
  });
  const groups = groupsOf(
    blocks,
    {
      'us-md': plain(slopes['us-md']),
      'us-do': plain(slopes['us-do']),
      'us-img': plain(slopes['us-img']),
      'non-us-img': plain(slopes['non-us-img']),
    },
    book,
  );
  const counts = new Map(
    tables.charting.flatMap((r) =>
      r.applicant_type === 'Non-US IMG' && r.n_matched !== undefined && r.n_unmatched !== undefined
        ? [[r.specialty, { matched: r.n_matched, unmatched: r.n_unmatched }] as const]
        : [],
    ),
  );
  const spreads = rankSpreads(tables.quantiles, counts);
  const shapes = listShapes(tables, nameOf);
  const rates = interviewRates(tables, shapes.applicationsOf);
  const headlines = new Map<string, HeadlineRate | null>();
  const headlineOf = (specialty: string, type: ApplicantType) => {
    const key = `${type} ${specialty}`;
    const known = headlines.get(key) ?? latestHeadline(blocks, specialty, type, book);
    headlines.set(key, known);
    return known;
  };
  const attended = attendedPerRanked(tables);
  const specialties = [
    ...new Set([
      ...groups.map(({ specialty }) => specialty),
      ...rates.rates.map(({ specialty }) => nameOf(specialty)),
    ]),
  ].toSorted();

  const skeleton: ChanceModel = {
    format: 'cairn-model/1',
    date,
    sources: {},
    specialtyNames: { ...SPECIALTY_NAMES },
    slopes,
    drift: coefficient(ASSUMPTIONS.drift.value, ASSUMPTIONS.drift, book),
    openBand: coefficient(ASSUMPTIONS.openBand.value, ASSUMPTIONS.openBand, book),
    pooledMixSd: ASSUMPTIONS.pooledMixSd,
    pooledMixes: {
      'us-md': pooledMixOf(groups, 'us-md', book),
      'us-do': pooledMixOf(groups, 'us-do', book),
      'non-us-img': pooledMixOf(groups, 'non-us-img', book),
    },
    groups,
    strength: {
      sd: { value: 0.6, lo: 0.4, hi: 0.8, years: date.slice(0, 4), source: '' },
      scoreShare: { value: 0.6, lo: 0.4, hi: 0.8, years: date.slice(0, 4), source: '' },
    },
    terms: oddsTerms(tables.signals, book),
    typicalList: {
      inState: coefficient(ASSUMPTIONS.typicalList.inState, ASSUMPTIONS.typicalList, book),
      aligned: coefficient(ASSUMPTIONS.typicalList.aligned, ASSUMPTIONS.typicalList, book),
    },
    interviews: [],
  };
  const inputs: InterviewInputs = {
    year: Number(date.slice(0, 4)),
    shapes,
    rates: new Map(rates.rates.map((rate) => [nameOf(rate.specialty), rate])),
    headlineOf,
    interviewsAbroad: (specialty) => {
      const found = spreads.find((s) => nameOf(s.specialty) === specialty);
      return found ? { mean: found.mean * attended, source: found.source, years: found.years } : null;
    },
    national: nationalImg(tables),
    keyOf: book.keyOf,
  };
  const strengthSource =
    'Spread of the number of programs ranked by graduates abroad beyond what chance spreads, less what their scores explain';
  const shareSource =
    'Set so that typical lists with a published invitation rate reproduce the published Step 2 curves';
  const withStrength = (model: ChanceModel, sd: number, share: number): ChanceModel => ({
    ...model,
    strength: {
      sd: {
        value: digits(sd),
        lo: digits(sd * 0.7),
        hi: digits(sd * 1.2),
        years: '2026',
        source: book.keyOf(strengthSource),
      },
      scoreShare: {
        value: digits(share),
        lo: digits(share * 0.7),
        hi: Math.min(1, digits(share * 1.4)),
        years: '2020-2026',
        source: book.keyOf(shareSource),
      },
    },
  });
  let [sd, share] = [0.6, 0.6];
  for (let round = 0; round < 3; round++) {
    const trial = withStrength(skeleton, sd, share);
    const abroad = chanceIndex(trial);
    const explained = spreads.map(({ specialty, people }) => {
      const name = nameOf(specialty);
      const scale = strengthScale(abroad, {
        specialty: name,
        type: 'non-us-img',
        headline: headlineOf(name, 'non-us-img'),
      });
      return { people, variance: (scale.perScaledScore * scale.groupSd) ** 2 };
    });
    const people = explained.reduce((sum, x) => sum + x.people, 0);
    const byScore = explained.reduce((sum, x) => sum + x.people * x.variance, 0) / people;
    sd = Math.sqrt(Math.max(0.05, pooledLogVariance(spreads) - byScore));
    share = scoreShare((x) => withStrength(skeleton, sd, x), inputs);
  }
  const ready = withStrength(skeleton, sd, share);
  const md = mdBases(ready, inputs, specialties);
  const take = pooledTake(md.map((entry) => entry.take.value));
  const takeOf = (specialty: string) => md.find((entry) => entry.specialty === specialty)?.take ?? take;
  const interviews = [
    ...md,
    ...mdBasesWithoutHeadline(ready, inputs, specialties, take),
    ...doBases(ready, inputs, specialties, takeOf),
    ...abroadBases(ready, inputs, specialties),
  ];
  const model = ChanceModel.parse({ ...ready, interviews, sources: book.all() });
  return {
    model,
    blocks,
    shapes,
    inputs,
    rates,
    usual: usualInvitations(inputs),
    shrinkage: shrinkageOf(tables.signals),
    spreads,
    ratios: slopeRatios(model, inputs),
    candidates,
  };
}
