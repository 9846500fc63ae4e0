// Fees, signal limits and dates of a season, as published. A season without a published price has no schedule: the
// app takes the newest there is and says so. Nothing here is carried over from one season to another.
import type { FeeSchedule, FeeStep, Rules, SeasonDate, SignalLimit } from '#domain/rules.ts';
import { byText } from './canonical.ts';
import type { Checked } from './check-table.ts';
import type { Rejection } from './outcome.ts';
import { noteFor, specialtyNameOf } from './signal-words.ts';
import type { FeeRow, SeasonDayRow, SignalRow } from './tables-season.ts';

/** The older schedule in the table stands for "about 2018" and would only mislead. */
const FIRST_FEE_SEASON = 2024;

export interface RulesResult {
  readonly rules: Rules;
  readonly rejections: readonly Rejection[];
  /** Seasons and dates that were looked for and not found. */
  readonly notPublished: readonly string[];
}

/** `two-tier schedule` → `Two-tier schedule.`: the tables jot, the app shows sentences. */
const sentence = (text: string) => {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
};
const withNote = (note: string | undefined) => (note === undefined ? {} : { note: sentence(note) });

/** Steps must start at 1, leave no gap and end open. */
const isWhole = (steps: readonly FeeStep[]) =>
  steps.every((step, at) => step.from === (at === 0 ? 1 : (steps[at - 1]?.to ?? -1) + 1)) &&
  steps.at(-1)?.to === null;

function feesOf(rows: readonly Checked<FeeRow>[], reject: (line: number, reason: string) => void) {
  const seasons = new Map<number, Checked<FeeRow>[]>();
  for (const row of rows) {
    const season = Number(row.season);
    const wanted =
      row.item === 'ERAS application' && row.scope === 'residency' && row.source_type === 'primary';
    if (wanted && season >= FIRST_FEE_SEASON) seasons.set(season, [...(seasons.get(season) ?? []), row]);
  }
  const schedules: FeeSchedule[] = [];
  for (const [season, steps] of seasons) {
    const sorted = steps.toSorted((a, b) => (a.from_n ?? 0) - (b.from_n ?? 0));
    const made = sorted.flatMap(({ from_n: from, to_n: to, price_usd: usd, unit }): FeeStep[] =>
      from === undefined || usd === undefined
        ? []
        : [{ from, to: to ?? null, usd, flat: unit.startsWith('flat') }],
    );
    const source = sorted[0]?.source;
    if (source === undefined || !isWhole(made)) {
      reject(sorted[0]?.line ?? 0, `the steps of season ${season} do not cover every count once`);
      continue;
    }
    const note = sorted.find((row) => row.note !== undefined)?.note;
    schedules.push({ season, service: 'ERAS', steps: made, source, ...withNote(note) });
  }
  return schedules.toSorted((a, b) => b.season - a.season);
}

function signalsOf(rows: readonly Checked<SignalRow>[], reject: (line: number, reason: string) => void) {
  const limits = new Map<string, { limit: SignalLimit; tiers: Set<string> }>();
  for (const row of rows) {
    if (row.record_type !== 'count' || row.metric !== 'signals_per_applicant') continue;
    const [season, count, tier] = [Number(row.match_year ?? ''), Number(row.value), row.tier ?? ''];
    if (!Number.isInteger(season) || !Number.isInteger(count) || row.value === undefined) {
      reject(row.line, 'a season or a count that is not a whole number');
      continue;
    }
    if (!['gold', 'silver', 'single', 'none'].includes(tier)) {
      reject(row.line, `tier “${tier}” is neither gold, silver, single nor none`);
      continue;
    }
    const specialtyName = specialtyNameOf(row.specialty);
    const key = `${season} ${specialtyName}`;
    const known = limits.get(key);
    // A single tier counts as gold: there is nothing above it.
    const slot = tier === 'silver' ? 'silver' : 'gold';
    if (known?.tiers.has(slot)) {
      reject(row.line, `${specialtyName} ${season} has a ${slot} count already`);
      continue;
    }
    const limit = known?.limit ?? {
      season,
      specialtyName,
      gold: 0,
      silver: 0,
      sourceType: row.source_type,
      source: row.source,
      ...withNote(noteFor(row.specialty, row.note)),
    };
    limits.set(key, {
      limit: { ...limit, [slot]: count },
      tiers: new Set([...(known?.tiers ?? []), slot]),
    });
  }
  return [...limits.values()]
    .map(({ limit }) => limit)
    .toSorted((a, b) => b.season - a.season || byText(a.specialtyName, b.specialtyName));
}

function datesOf(rows: readonly SeasonDayRow[]): SeasonDate[] {
  return rows
    .flatMap((row): SeasonDate[] =>
      row.date === undefined || row.source === undefined || row.source_type === 'absent'
        ? []
        : [
            {
              season: row.match_year,
              date: row.date,
              ...(row.time_et !== undefined && { timeEt: row.time_et }),
              event: row.event,
              who: row.who,
              sourceType: row.source_type,
              source: row.source,
              ...withNote(row.note),
            },
          ],
    )
    .toSorted(
      (a, b) => byText(a.date, b.date) || byText(a.timeEt ?? '', b.timeEt ?? '') || byText(a.event, b.event),
    );
}

export function rulesOf(
  fees: readonly Checked<FeeRow>[],
  signals: readonly Checked<SignalRow>[],
  days: readonly Checked<SeasonDayRow>[],
): RulesResult {
  const rejections: Rejection[] = [];
  const rejectIn = (table: string) => (line: number, reason: string) =>
    void rejections.push({ table, line, what: 'row', reason });
  const notPublished = [
    ...fees.filter((r) => r.source_type === 'absent').map((r) => `${r.item} ${r.season}`),
    ...days.filter((r) => r.source_type === 'absent').map((r) => `${r.match_year}: ${r.event}`),
  ];
  for (const day of days) {
    if (day.source_type === 'absent' || (day.date !== undefined && day.source !== undefined)) continue;
    rejectIn('timeline')(day.line, 'no date or no source');
  }
  return {
    rules: {
      fees: feesOf(fees, rejectIn('eras_fees')),
      signals: signalsOf(signals, rejectIn('interview_signals')),
      dates: datesOf(days),
    },
    rejections,
    notPublished,
  };
}
