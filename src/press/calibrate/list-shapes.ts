// How many applications and signals a typical list holds, by specialty and applicant type.
import type { ApplicantType } from '#domain/profile.ts';
import type { ListShape } from './typical-list.ts';
import { ASSUMPTIONS } from './assumptions.ts';
import type { ChartingRow, SignalsRow, StatTables } from './tables.ts';

/** The words of the survey for the types whose lists it counts over all specialties. */
const NATIONAL: Readonly<Record<ApplicantType, string>> = {
  'us-md': 'US MD',
  'us-do': 'US DO',
  'us-img': 'IMG',
  'non-us-img': 'IMG',
};
/** The national note: "about 36 per specialty" beside a mean of 81.8 over all specialties (AAMC, 2025–26). */
const PER_SPECIALTY_FACTOR = 'all specialties together';
const PER_SPECIALTY_SHARE = 36 / 81.8;

/** Programs last seen earlier may be gone. */
const CONFIRMED_FROM = 2024;

export interface ListShapes {
  /** @param specialty the catalog's name. */
  readonly shapeOf: (specialty: string, type: ApplicantType) => ListShape;
  /** Whether the number of applications in this specialty is published. */
  readonly isPublished: (specialty: string) => boolean;
  /** Applications of a typical US MD list by the name a table uses. */
  readonly applicationsOf: (tableName: string) => number;
}

export function listShapes(tables: StatTables, nameOf: (name: string) => string): ListShapes {
  const loads = tables.survey.filter(
    ({ metric }) => metric === 'applications_per_applicant' || metric === 'applications_per_applicant_mean',
  );
  const national = (factor: string) =>
    loads.find((r) => r.specialty === 'ALL' && r.factor === factor)?.value ?? Number.NaN;
  const perSpecialty = national(PER_SPECIALTY_FACTOR) * PER_SPECIALTY_SHARE;

  const published = new Map<string, { year: number; value: number }>();
  for (const { specialty, year, value } of loads) {
    const name = nameOf(specialty);
    if (specialty !== 'ALL' && value !== undefined && year >= (published.get(name)?.year ?? 0))
      published.set(name, { year, value });
  }
  const programs = new Map<string, number>();
  for (const { specialty, last_seen_year } of tables.programs)
    if (last_seen_year >= CONFIRMED_FROM) programs.set(specialty, (programs.get(specialty) ?? 0) + 1);

  const specialtiesRanked = (row: ChartingRow): number | null => {
    const { n_matched: m = 0, n_unmatched: u = 0 } = row;
    const { specialties_ranked_mean_matched: a, specialties_ranked_mean_unmatched: b } = row;
    return a === undefined || b === undefined || m + u === 0 ? null : (m * a + u * b) / (m + u);
  };
  const ranked = new Map<string, number>();
  for (const row of tables.charting) {
    const mean = row.applicant_type === 'Non-US IMG' ? specialtiesRanked(row) : null;
    if (mean !== null) ranked.set(nameOf(row.specialty), mean);
  }
  const rankedAll = [...ranked.values()];
  const rankedMean = rankedAll.reduce((sum, x) => sum + x, 0) / rankedAll.length;

  const applicationsFor = (specialty: string, type: ApplicantType): number => {
    const us = published.get(specialty)?.value ?? perSpecialty;
    const scale = national(NATIONAL[type]) / national(NATIONAL['us-md']);
    // Graduates abroad rank few specialties: their national count over the specialties they rank is the list in one.
    const abroad = national(NATIONAL[type]) / (ranked.get(specialty) ?? rankedMean);
    const wanted = type === 'us-md' || type === 'us-do' ? us * scale : abroad;
    return Math.round(Math.min(wanted, programs.get(specialty) ?? wanted));
  };

  const counts = tables.signals
    .filter(({ record_type, metric }) => record_type === 'count' && metric === 'signals_per_applicant')
    .map((row) => ({ ...row, specialty: nameOf(row.specialty) }));
  const signals = (specialty: string) => {
    const rows = counts.filter((r: SignalsRow) => r.specialty === specialty);
    const season = Math.max(0, ...rows.map(({ match_year }) => match_year ?? 0));
    const count = (silver: boolean) =>
      rows.find((r) => r.match_year === season && (r.tier === 'silver') === silver)?.value ?? 0;
    return { gold: count(false), silver: count(true) };
  };
  const { inState, aligned } = ASSUMPTIONS.typicalList;
  return {
    shapeOf: (specialty, type) => ({
      applications: applicationsFor(specialty, type),
      ...signals(specialty),
      inState: inState[0],
      aligned: aligned[0],
    }),
    isPublished: (specialty) => published.has(specialty),
    applicationsOf: (tableName) => applicationsFor(nameOf(tableName), 'us-md'),
  };
}
