// Published invitation rates of a typical US MD list, one per specialty: what programs report before what applicants
// report. Neither is what a typical US MD senior gets; how far they lie apart is read off the specialties with both.
import type { InterviewEvidence } from '#domain/model.ts';
import { logistic, logit } from '#engine/strength.ts';
import { byText } from '#press/canonical.ts';
import type { SignalsRow, StatTables, SurveyRow } from './tables.ts';

export interface InterviewRate {
  readonly specialty: string;
  /** Invitations per application, 0–1. */
  readonly rate: number;
  readonly evidence: InterviewEvidence;
  readonly year: number;
  readonly source: string;
}

const newest = <T>(rows: readonly T[], year: (row: T) => number): T | undefined =>
  rows.toSorted((a, b) => year(b) - year(a))[0];
const yearOf = (row: SignalsRow) => row.match_year ?? 0;

/** Metrics in which programs say what share of their applicants they invited. */
const PROGRAM_METRICS = new Set([
  'pct_of_applicants_interviewed_median',
  'interview_offer_rate',
  'pct_of_applicants_invited',
]);
/** Surveys of applicants say so in these words; everything else is counted by programs. */
const APPLICANT_POPULATION = /applicants|^$/;
/** The oldest program-side figure that still says something of a season with signals. */
const FIRST_YEAR = 2020;

/** Signals an applicant had in a season: as the row notes it, else the count of that season or of one beside it. */
function signalsIn(rows: readonly SignalsRow[], row: SignalsRow): number | null {
  const noted = /(\d+) signals/.exec(row.note ?? '');
  if (noted) return Number(noted[1]);
  const counts = rows.filter(
    (r) =>
      r.specialty === row.specialty &&
      r.record_type === 'count' &&
      r.metric === 'signals_per_applicant' &&
      Math.abs(yearOf(r) - yearOf(row)) <= 1,
  );
  const nearest = newest(counts, (r) => -Math.abs(yearOf(r) - yearOf(row)));
  if (!nearest) return null;
  return counts.reduce((sum, r) => sum + (yearOf(r) === yearOf(nearest) ? (r.value ?? 0) : 0), 0);
}

function bySignal(
  tables: StatTables,
  specialty: string,
  applications: number,
): { rate: number; year: number; source: string; byPrograms: boolean } | null {
  const rates = tables.signals.filter(
    (r) => r.specialty === specialty && r.record_type === 'rate' && r.metric === 'interview_rate_pct',
  );
  const none = newest(
    rates.filter((r) => r.tier === 'none'),
    yearOf,
  );
  const signaled = rates.find(
    (r) => r.tier === 'signaled' && r.source === none?.source && yearOf(r) === (none ? yearOf(none) : -1),
  );
  if (none?.value === undefined || signaled?.value === undefined) return null;
  const signals = signalsIn(tables.signals, signaled) ?? signalsIn(tables.signals, none);
  if (signals === null) return null;
  const share = Math.min(1, signals / applications);
  return {
    rate: (share * signaled.value + (1 - share) * none.value) / 100,
    year: yearOf(none),
    source: none.source,
    byPrograms: !APPLICANT_POPULATION.test(none.population ?? ''),
  };
}

function fromPrograms(tables: StatTables, specialty: string): InterviewRate | null {
  const rows = tables.survey.filter(
    (r) => r.specialty === specialty && PROGRAM_METRICS.has(r.metric) && r.year >= FIRST_YEAR,
  );
  const row = newest(rows, ({ year }) => year);
  if (row?.value === undefined) return null;
  return { specialty, rate: row.value / 100, evidence: 'program-side', year: row.year, source: row.source };
}

function splitByPrograms(tables: StatTables, specialty: string, applications: number): InterviewRate | null {
  const split = bySignal(tables, specialty, applications);
  return split?.byPrograms
    ? { specialty, rate: split.rate, evidence: 'by-signal', year: split.year, source: split.source }
    : null;
}

/** What applicants report, as it stands. */
function fromApplicants(tables: StatTables, specialty: string, applications: number): InterviewRate | null {
  const loads = (metric: string) =>
    tables.survey.filter((r) => r.specialty === specialty && r.metric === metric);
  const offers = newest(loads('interview_offers_per_applicant'), ({ year }) => year);
  const sent = loads('applications_per_applicant').find(({ source }) => source === offers?.source);
  if (offers?.value !== undefined && sent?.value !== undefined)
    return {
      specialty,
      rate: offers.value / sent.value,
      evidence: 'applicant-side',
      year: offers.year,
      source: offers.source,
    };
  const all = newest(
    tables.signals.filter(
      (r) => r.specialty === specialty && r.record_type === 'rate' && r.tier === 'all applications',
    ),
    yearOf,
  );
  if (all?.value !== undefined)
    return {
      specialty,
      rate: all.value / 100,
      evidence: 'applicant-side',
      year: yearOf(all),
      source: all.source,
    };
  const split = bySignal(tables, specialty, applications);
  return split && !split.byPrograms
    ? { specialty, rate: split.rate, evidence: 'applicant-side', year: split.year, source: split.source }
    : null;
}

export interface InterviewRates {
  readonly rates: readonly InterviewRate[];
  /** Logits between what applicants and what programs report of one specialty and time, and where both do. */
  readonly gap: number;
  readonly shownBy: readonly string[];
}

/** Both sides speak of one time when they lie no farther apart. */
const SAME_TIME_YEARS = 1;

/**
 * Programs count all applicants, of whom US MD seniors do better than most; applicants who answer surveys are those who
 * did well. A typical US MD list lies between: half the gap above the one, half below the other.
 * @param applicationsOf applications of a typical US MD list, by the table's name of a specialty.
 */
export function interviewRates(
  tables: StatTables,
  applicationsOf: (specialty: string) => number,
): InterviewRates {
  const names = [...tables.survey, ...tables.signals].map((r: SurveyRow | SignalsRow) => r.specialty);
  const specialties = [...new Set(names)].filter((name) => !name.startsWith('ALL')).toSorted(byText);
  const sides = specialties.map((specialty) => {
    const applications = applicationsOf(specialty);
    return {
      specialty,
      programs: fromPrograms(tables, specialty) ?? splitByPrograms(tables, specialty, applications),
      applicants: fromApplicants(tables, specialty, applications),
    };
  });
  const pairs = sides.flatMap(({ specialty, programs, applicants }) =>
    programs && applicants && Math.abs(programs.year - applicants.year) <= SAME_TIME_YEARS
      ? [{ specialty, gap: logit(applicants.rate) - logit(programs.rate) }]
      : [],
  );
  const gap = pairs.reduce((sum, pair) => sum + pair.gap, 0) / Math.max(1, pairs.length);
  const moved = (side: InterviewRate, by: number) => ({ ...side, rate: logistic(logit(side.rate) + by) });
  return {
    rates: sides.flatMap(({ programs, applicants }): InterviewRate[] => {
      if (programs) return [moved(programs, gap / 2)];
      return applicants ? [moved(applicants, -gap / 2)] : [];
    }),
    gap,
    shownBy: pairs.map(({ specialty }) => specialty),
  };
}
