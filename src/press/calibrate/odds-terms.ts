// What multiplies the odds of an invitation, from published effects. Raw effects are confounded: people signal, rotate
// and stay where they already fit. They are shrunk as far as like-for-like studies of signals shrink theirs, and capped.
import type { Coefficient, OddsTerms } from '#domain/model.ts';
import { logit } from '#engine/strength.ts';
import { ASSUMPTIONS } from './assumptions.ts';
import type { SourceBook } from './source-book.ts';
import type { SignalsRow } from './tables.ts';

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const digits = (x: number) => Math.round(x * 100) / 100;

const rateOf = (
  rows: readonly SignalsRow[],
  specialty: string,
  tier: string,
  population?: string,
): number | null => {
  const row = rows.find(
    (r) =>
      r.record_type === 'rate' &&
      r.specialty === specialty &&
      r.tier === tier &&
      (population === undefined || r.population === population),
  );
  return row?.value === undefined ? null : row.value / 100;
};

/** Log odds ratio between two published rates. */
const between = (up: number | null, down: number | null): number[] =>
  up === null || down === null ? [] : [logit(up) - logit(down)];

export interface Shrinkage {
  /** Share of a raw log odds ratio that is left between programs alike in everything else. */
  readonly share: number;
  /** The like-for-like odds ratios found. */
  readonly alike: readonly number[];
}

/** Studies that compare signaled programs both with all others and with the ones that would have been signaled next. */
export function shrinkageOf(rows: readonly SignalsRow[]): Shrinkage {
  const specialties = [
    ...new Set(rows.flatMap((r) => (r.tier === 'comparator not signaled' ? [r.specialty] : []))),
  ];
  const shares: number[] = [];
  const alike: number[] = [];
  for (const specialty of specialties) {
    const [fair] = between(
      rateOf(rows, specialty, 'signaled', 'applicants'),
      rateOf(rows, specialty, 'comparator not signaled'),
    );
    const [raw] = between(rateOf(rows, specialty, 'signaled'), rateOf(rows, specialty, 'none'));
    if (fair === undefined) continue;
    alike.push(Math.exp(fair));
    if (raw !== undefined) shares.push(fair / raw);
  }
  const adjusted = rows.filter((r) => r.tier === 'signaled vs not' && r.population === 'adjusted');
  for (const { value } of adjusted) if (value !== undefined) alike.push(value);
  return { share: mean(shares), alike };
}

/** A raw odds ratio and its range, shrunk and capped. */
function tamed(raw: readonly [number, number, number], share: number): [number, number, number] {
  const cap = (x: number) => Math.min(ASSUMPTIONS.oddsCap, x);
  const [value, lo, hi] = raw.map((odds) => odds ** share);
  return [cap(value ?? 1), cap(lo ?? 1), cap(hi ?? 1)];
}

export function oddsTerms(rows: readonly SignalsRow[], book: SourceBook): OddsTerms {
  const { share } = shrinkageOf(rows);
  const term = ([value, lo, hi]: readonly number[], years: string, source: string): Coefficient => ({
    value: digits(value ?? 1),
    lo: digits(lo ?? 1),
    hi: digits(hi ?? 1),
    years,
    source: book.keyOf(source),
  });
  const effect = (specialty: string, tier: string) => {
    const row = rows.find(
      (r) =>
        r.specialty === specialty &&
        r.tier === tier &&
        r.record_type === 'odds_ratio' &&
        r.metric === 'interview_odds_ratio',
    );
    if (!row) throw new Error(`interview_signals: no interview odds ratio for ${tier}`);
    return row;
  };
  /** A range over specialties, with its geometric middle. */
  const spread = (tier: string) => {
    const { low = 1, high = 1, match_year: year, source } = effect('ALL (9 specialties)', tier);
    return term([Math.sqrt(low * high), low, high], String(year ?? ''), source);
  };
  const away = effect('ALL', 'away rotation');
  // Adjusted odds of away rotators (24 in neurosurgery) stay far above this: the range reaches up to the cap.
  const raw = away.value ?? 1;
  const awayOdds = tamed([raw, Math.sqrt(raw), Number.POSITIVE_INFINITY], share);
  const home = rows.find((r) => r.tier === 'home student' && r.record_type === 'rate');
  const plain = home && rateOf(rows, home.specialty, 'none');
  const [homeLog = 0] = between(home?.value === undefined ? null : home.value / 100, plain ?? null);
  const inState = spread('in-state permanent address');
  // A home program lies in the state of the school as well: its own gain comes on top, up to the cap.
  const own = Math.exp(homeLog) ** share;
  const homeOdds = [inState.value * own, inState.lo, Number.POSITIVE_INFINITY].map((odds) =>
    Math.min(ASSUMPTIONS.oddsCap, odds),
  );
  const shrunkNote = `; shrunk on the log scale to the share ${digits(share)} that like-for-like studies of signals leave, and capped at ${ASSUMPTIONS.oddsCap}`;
  const signalSource =
    'Like-for-like studies of signals: Leopold et al., Urology 2022; Lakhani et al., JACR 2024; J Neurosurg 2026 (adjusted). Raw odds are 3 to 35 and are not used';
  return {
    gold: term(ASSUMPTIONS.likeForLike.gold, '2022-2025', signalSource),
    silver: term(ASSUMPTIONS.likeForLike.silver, '2022-2025', signalSource),
    inState,
    aligned: spread('aligned geographic preference'),
    home: term(
      homeOdds,
      String(home?.match_year ?? ''),
      `${home?.source ?? ''}, on top of the home state${shrunkNote}`,
    ),
    away: term(awayOdds, String(away.match_year ?? 'not stated'), `${away.source}${shrunkNote}`),
  };
}
