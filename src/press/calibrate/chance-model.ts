// The tables of statistics in, the model and what was found on the way out. Pure: the same tables give the same model.
import type { ChanceModel, HeadlineRate } from '#domain/model.ts';
import type { ApplicantType } from '#domain/profile.ts';
import { chanceIndex } from '#engine/chance/chance-index.ts';
import { strengthScale } from '#engine/chance/strength-prior.ts';
import { byText } from '#press/canonical.ts';
import { ASSUMPTIONS } from './assumptions.ts';
import { type Blocks, blocksOf, groupsOf, latestHeadline, pooledMixOf } from './groups.ts';
import { abroadBases } from './interviews-abroad.ts';
import { doBases, mdBases, mdBasesWithoutHeadline, pooledTake, usualInvitations } from './interviews-us.ts';
import type { InterviewInputs } from './interviews.ts';
import { type InterviewRates, interviewRates } from './interview-rates.ts';
import { coefficient, type LineCandidate, mdLines, plainLine, slopeLines } from './lines.ts';
import { type ListShapes, listShapes } from './list-shapes.ts';
import { oddsTerms, type Shrinkage, shrinkageOf } from './odds-terms.ts';
import { type SourceBook, sourceBook } from './source-book.ts';
import { catalogNames, SPECIALTY_NAMES } from './specialty-names.ts';
import { pooledLogVariance, type RankSpread, rankSpreads, scoreShare, slopeRatios } from './strength-fit.ts';
import type { StatTables } from './tables.ts';

const digits = (x: number) => Math.round(x * 1000) / 1000;

export interface Calibration {
  readonly model: ChanceModel;
  readonly blocks: Blocks;
  readonly shapes: ListShapes;
  readonly rates: InterviewRates;
  readonly usual: ReturnType<typeof usualInvitations>;
  readonly shrinkage: Shrinkage;
  readonly ratios: ReturnType<typeof slopeRatios>;
  /** Lines of US MD slopes that were tried, the taken one first. */
  readonly candidates: readonly LineCandidate[];
}

/** Programs ranked are a little fewer than interviews attended (NRMP Applicant Survey). */
const attendedPerRanked = ({ applicants }: StatTables): number =>
  applicants.reduce((sum, r) => sum + r.median_interviews_attended, 0) /
  applicants.reduce((sum, r) => sum + r.median_ranked, 0);

function nationalAbroad({ stats }: StatTables): InterviewInputs['national'] {
  const row = stats
    .filter((r) => r.specialty === 'ALL' && r.us_img_match_pct !== undefined)
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

function ranksOf({ charting, quantiles }: StatTables): RankSpread[] {
  const counts = charting.flatMap(
    ({ specialty, applicant_type, n_matched: matched, n_unmatched: unmatched }) =>
      applicant_type === 'Non-US IMG' && matched !== undefined && unmatched !== undefined
        ? [[specialty, { matched, unmatched }] as const]
        : [],
  );
  return rankSpreads(quantiles, new Map(counts));
}

function inputsOf(
  tables: StatTables,
  date: string,
  found: {
    readonly blocks: Blocks;
    readonly shapes: ListShapes;
    readonly rates: InterviewRates;
    readonly spreads: readonly RankSpread[];
  },
  nameOf: (name: string) => string,
  book: SourceBook,
): InterviewInputs {
  const headlines = new Map<string, HeadlineRate | null>();
  const headlineOf = (specialty: string, type: ApplicantType) => {
    const key = `${type} ${specialty}`;
    const known = headlines.get(key) ?? latestHeadline(found.blocks, specialty, type, book);
    headlines.set(key, known);
    return known;
  };
  const attended = attendedPerRanked(tables);
  return {
    year: Number(date.slice(0, 4)),
    shapes: found.shapes,
    rates: new Map(found.rates.rates.map((rate) => [nameOf(rate.specialty), rate])),
    headlineOf,
    interviewsAbroad: (specialty) => {
      const ranks = found.spreads.find((one) => nameOf(one.specialty) === specialty);
      return ranks ? { mean: ranks.mean * attended, source: ranks.source, years: ranks.years } : null;
    },
    national: nationalAbroad(tables),
    keyOf: book.keyOf,
  };
}

const STRENGTH_SOURCE =
  'Spread of the number of programs ranked by graduates abroad beyond what chance spreads, less what their scores explain';
const SHARE_SOURCE =
  'Set so that typical lists with a published invitation rate are as steep in Step 2 as the published curves';
/** Where the search for both numbers of strength starts, and how often each is set from the other. */
const FIRST_GUESS = 0.6;
const ROUNDS = 2;
const LEAST_VARIANCE = 0.05;

/** Spread and share depend on each other a little: each is set from the other until they agree. */
function withStrength(
  model: ChanceModel,
  inputs: InterviewInputs,
  spreads: readonly RankSpread[],
  nameOf: (name: string) => string,
): ChanceModel {
  const set = (sd: number, share: number): ChanceModel => ({
    ...model,
    strength: {
      sd: {
        value: digits(sd),
        lo: digits(sd * 0.7),
        hi: digits(sd * 1.2),
        years: '2026',
        source: inputs.keyOf(STRENGTH_SOURCE),
      },
      scoreShare: {
        value: digits(share),
        lo: digits(share * 0.7),
        hi: Math.min(1, digits(share * 1.4)),
        years: '2020-2026',
        source: inputs.keyOf(SHARE_SOURCE),
      },
    },
  });
  let [sd, share] = [FIRST_GUESS, FIRST_GUESS];
  for (let round = 0; round < ROUNDS; round++) {
    const index = chanceIndex(set(sd, share));
    const people = spreads.reduce((sum, one) => sum + one.people, 0);
    const byScore = spreads.reduce((sum, one) => {
      const specialty = nameOf(one.specialty);
      const headline = inputs.headlineOf(specialty, 'non-us-img');
      const scale = strengthScale(index, { specialty, type: 'non-us-img', headline });
      return sum + (one.people / people) * (scale.perScaledScore * scale.groupSd) ** 2;
    }, 0);
    sd = Math.sqrt(Math.max(LEAST_VARIANCE, pooledLogVariance(spreads) - byScore));
    share = scoreShare((tried) => set(sd, tried), inputs);
  }
  return set(sd, share);
}

/** @param date ISO date of the newest table. */
export function calibrate(tables: StatTables, date: string): Calibration {
  const book = sourceBook();
  const nameOf = catalogNames(new Set(tables.programs.map(({ specialty }) => specialty)));
  const blocks = blocksOf(tables, nameOf);
  const candidates = mdLines(blocks.bands);
  const slopes = slopeLines(candidates[0], book);
  const lines = {
    'us-md': plainLine(slopes['us-md']),
    'us-do': plainLine(slopes['us-do']),
    'us-img': plainLine(slopes['us-img']),
    'non-us-img': plainLine(slopes['non-us-img']),
  };
  const groups = groupsOf(blocks, lines, book);
  const shapes = listShapes(tables, nameOf);
  const rates = interviewRates(tables, shapes.applicationsOf);
  const spreads = ranksOf(tables);
  const inputs = inputsOf(tables, date, { blocks, shapes, rates, spreads }, nameOf, book);
  const unset = { value: FIRST_GUESS, lo: FIRST_GUESS, hi: FIRST_GUESS, years: '', source: '' };
  const bare: ChanceModel = {
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
    strength: { sd: unset, scoreShare: unset },
    terms: oddsTerms(tables.signals, book),
    typicalList: {
      inState: coefficient(ASSUMPTIONS.typicalList.inState, ASSUMPTIONS.typicalList, book),
      aligned: coefficient(ASSUMPTIONS.typicalList.aligned, ASSUMPTIONS.typicalList, book),
    },
    interviews: [],
  };
  const ready = withStrength(bare, inputs, spreads, nameOf);
  const specialties = [
    ...new Set([...groups.map(({ specialty }) => specialty), ...inputs.rates.keys()]),
  ].toSorted(byText);
  const md = mdBases(ready, inputs, specialties);
  const take = pooledTake(md.map((entry) => entry.take.value));
  const takeOf = (specialty: string) => md.find((entry) => entry.specialty === specialty)?.take ?? take;
  const interviews = [
    ...md,
    ...mdBasesWithoutHeadline(ready, inputs, specialties, take),
    ...doBases(ready, inputs, specialties, takeOf),
    ...abroadBases(ready, inputs, specialties),
  ];
  const model: ChanceModel = { ...ready, interviews, sources: book.all() };
  return {
    model,
    blocks,
    shapes,
    rates,
    usual: usualInvitations(inputs),
    shrinkage: shrinkageOf(tables.signals),
    ratios: slopeRatios(model, inputs),
    candidates,
  };
}
