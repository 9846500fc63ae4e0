// What stands beside a rank list: its programs as the catalog has them, how firm the order by score is, and whether the
// user's order looks as if it was made for the chances. It never proposes an order.
import { isOwn } from '#domain/own.ts';
import type { PlaceRange, RankAnswer, RankedProgram, RankLine, RankSensitivity } from '#domain/rank-query.ts';
import type { SeasonDate } from '#domain/rules.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { fieldFacts } from '#engine/catalog/field-facts.ts';
import { programRow } from '#engine/catalog/program-row.ts';
import { answeringPid, whereaboutsOf } from '#engine/catalog/redirects.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { valueIn } from '#engine/fit/score.ts';
import { seededRandom } from '#engine/random.ts';
import { lineChances } from './line-chances.ts';
import { orderSensitivity } from './order-sensitivity.ts';
import { checkPreference, type RankedProgram as Preferred } from './true-preference.ts';

/** Two fits that round to the same of a hundred points are a tie. */
const hundredths = (fit: number) => Math.round(fit * 100);
/** The programs whose place matters most. */
const FIRST = 3;

/** Fixed, so that the same list has the same answer. */
const SEED = 20_270_303;

function programsOf(catalog: Catalog, model: FitModel, lines: readonly RankLine[]): RankedProgram[] {
  return [...new Set(lines.map(({ pid }) => pid))].map((pid) => {
    const found = whereaboutsOf(catalog, pid);
    const row = found.kind === 'split' ? undefined : catalog.rowOf.get(answeringPid(catalog, pid));
    if (row === undefined) return { pid, found, row: null, tracks: [], code: null };
    const [code] = fieldFacts(catalog, row, 'nrmpCode');
    return {
      pid,
      found,
      row: programRow(catalog, model, row),
      tracks: catalog.record(row).tracks,
      code: code ? { value: String(code.value), own: isOwn(code) } : null,
    };
  });
}

function sensitivityOf(
  catalog: Catalog,
  { columns, scores }: FitModel,
  lines: readonly RankLine[],
): RankSensitivity | null {
  if (!scores) return null;
  const { value } = scores;
  const rows = [...new Set(lines.map(({ pid }) => catalog.rowOf.get(answeringPid(catalog, pid))))].filter(
    (row) => row !== undefined && !Number.isNaN(value[row]),
  ) as number[];
  if (rows.length < 2) return null;
  const criteria = columns.map((column) => ({
    weight: column.weight,
    values: rows.map((row) => valueIn(column, row)),
  }));
  const { draws, order, firstStay, places } = orderSensitivity(
    criteria,
    [...rows.keys()],
    seededRandom(SEED),
  );
  const rangeOf = new Map(order.map((program, place) => [program, places[place]]));
  const fit = (program: number) => hundredths(value[rows[program] ?? -1] ?? 0);
  const byScore = [...rows.keys()].toSorted((a, b) => fit(b) - fit(a));
  const telling = byScore.flatMap((program, index) => {
    const next = byScore[index + 1];
    return next !== undefined && fit(program) > fit(next) ? [index + 1] : [];
  });
  const [first] = telling.toSorted((a, b) => Math.abs(a - FIRST) - Math.abs(b - FIRST) || a - b);
  return {
    draws,
    programs: rows.length,
    firm: first === undefined ? null : { first, stays: firstStay[first - 1] ?? 0 },
    places: byScore.flatMap((program): PlaceRange[] => {
      const pid = catalog.columns.pid[rows[program] ?? -1];
      if (!pid) return [];
      // The draws keep those that tie in the order they came in, which is nothing.
      const alike = byScore.filter((other) => fit(other) === fit(program));
      const ranges = alike.flatMap((other) => rangeOf.get(other) ?? []);
      const place = 1 + byScore.filter((other) => fit(other) > fit(program)).length;
      return [
        {
          pid,
          place,
          best: Math.min(place, ...ranges.map(({ best }) => best + 1)),
          worst: Math.max(place, ...ranges.map(({ worst }) => worst + 1)),
        },
      ];
    }),
  };
}

/** Fewer pairs than this are a matter of taste. */
const LEAST_PAIRS = 3;
/** So many times more pairs must lean toward the chance than away from it. */
const LEAN = 3;

function shapedIn(catalog: Catalog, model: FitModel, lines: readonly RankLine[]): RankAnswer['shaped'] {
  const known = lineChances(catalog, model, lines);
  if (!known || !model.scores) return null;
  const { value } = model.scores;
  const order = known.lines.flatMap((line): Preferred[] => {
    const fit = line ? value[line.row] : undefined;
    if (!line || fit === undefined || Number.isNaN(fit)) return [];
    return [{ id: String(line.line.id), preference: fit, chance: line.q }];
  });
  const byScore = order.toSorted((a, b) => (b.preference ?? 0) - (a.preference ?? 0));
  const away = (list: readonly Preferred[]) =>
    list.map((each) => ({ ...each, chance: 1 - (each.chance ?? 0) }));
  // What an order risks is not told here, so the strength all programs share makes no difference.
  const toward = checkPreference(byScore, order, 0);
  if (toward.kind === 'nothing-found') return null;
  const from = checkPreference(away(byScore), away(order), 0);
  const { overtakings } = toward;
  const against = from.kind === 'nothing-found' ? 0 : from.overtakings.length;
  if (overtakings.length < LEAST_PAIRS || overtakings.length < LEAN * against) return null;
  const [first] = overtakings.toSorted(
    (a, b) => b.preferenceGap * b.chanceGap - a.preferenceGap * a.chanceGap,
  );
  return first
    ? { raised: Number(first.raised), lowered: Number(first.lowered), pairs: overtakings.length }
    : null;
}

const OF_RANKING = /\brank|\bmatch (?:day|status|week)\b/i;

function datesOf({ rules: { dates } }: Catalog): SeasonDate[] {
  const bearing = dates.filter(({ event, who }) => who !== 'programs' && OF_RANKING.test(event));
  const season = Math.max(...bearing.map((date) => date.season));
  return bearing.filter((date) => date.season === season).toSorted((a, b) => a.date.localeCompare(b.date));
}

/** @param lines the user's order, best first. */
export const answerRank = (catalog: Catalog, model: FitModel, lines: readonly RankLine[]): RankAnswer => ({
  programs: programsOf(catalog, model, lines),
  sensitivity: sensitivityOf(catalog, model, lines),
  shaped: shapedIn(catalog, model, lines),
  dates: datesOf(catalog),
});
