// Where a rank list may lead, in groups of lines with 80 % ranges. Asked only by a deliberate press: the order never
// changes whether one matches, only where, so nothing here may be used to change an order.
import type { ChanceRange } from '#domain/model.ts';
import type { LandingAnswer, LandingGroup, RankLine } from '#domain/rank-query.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { DRAWS, freshDraws, normalDraws, shownRange } from '#engine/chance/parameter-draws.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { logistic, logitShift, nodeFactors } from '#engine/strength.ts';
import { type LineChance, type LineChances, lineChances } from './line-chances.ts';
import { outcomeOf } from './list-outcome.ts';
import { whatIfAdded } from './list-what-if.ts';
import { strengthChances } from './strength-chances.ts';

const FIRST = 3;
const NEXT = 6;

/** The first three, the next three, the rest: as far as the list reaches. From 1. */
function groupsOf(length: number): { readonly from: number; readonly to: number }[] {
  const ends = [...new Set([FIRST, NEXT, length].map((cut) => Math.min(cut, length)))];
  return ends.map((to, at) => ({ from: (ends[at - 1] ?? 0) + 1, to }));
}

/**
 * Each draw is one applicant this user may be: a strength, and a level of each specialty's published chance within its
 * uncertainty. Inside a draw programs decide independently.
 * @returns one column a group, and the last for no place: one value a draw.
 */
function drawLandings(
  lines: readonly { readonly chance: LineChance; readonly group: number }[],
  groups: number,
  sharedSd: number,
): readonly Float64Array[] {
  const factors = nodeFactors(sharedSd);
  const entries = [...new Set(lines.map(({ chance }) => chance.entry))];
  const [strength, ...levels] = normalDraws(DRAWS, 1 + entries.length, freshDraws());
  const shifts = lines.map(({ chance }) => logitShift(chance.q, sharedSd, factors));
  const columns = Array.from({ length: groups + 1 }, () => new Float64Array(DRAWS));
  for (let draw = 0; draw < DRAWS; draw++) {
    let alive = 1;
    lines.forEach(({ chance, group }, at) => {
      const level = levels[entries.indexOf(chance.entry)]?.[draw] ?? 0;
      const p = logistic(
        (shifts[at] ?? 0) + sharedSd * (strength?.[draw] ?? 0) + chance.entry.take.sd * level,
      );
      const column = columns[group];
      if (column) column[draw] = (column[draw] ?? 0) + alive * p;
      alive *= 1 - p;
    });
    const none = columns[groups];
    if (none) none[draw] = alive;
  }
  return columns;
}

function landingOf(
  { lines, sharedSd }: LineChances,
  asked: readonly RankLine[],
  sources: Readonly<Record<string, string>>,
): LandingAnswer {
  const groups = groupsOf(asked.length);
  const groupAt = (place: number) => groups.findIndex(({ from, to }) => place >= from && place <= to);
  const known = lines.flatMap((chance, at) => (chance ? [{ chance, group: groupAt(at + 1) }] : []));
  if (known.length === 0) return { kind: 'refused', reason: 'nothing-published' };
  const q = known.map(({ chance }) => chance.q);
  const chances = strengthChances(q, sharedSd);
  const outcome = outcomeOf(chances);
  const columns = drawLandings(known, groups.length, sharedSd);
  const ranged = (p: number, at: number): ChanceRange => {
    const { lo, hi } = shownRange(p, columns[at] ?? new Float64Array(DRAWS));
    return { p, lo, hi };
  };
  const places = [...q.keys()];
  const basis = new Map(
    known.map(({ chance: { entry } }) => [
      `${entry.specialty} ${entry.source}`,
      { specialty: entry.specialty, years: entry.years, source: sources[entry.source] ?? entry.source },
    ]),
  );
  return {
    kind: 'landing',
    groups: groups.map((group, at): LandingGroup => {
      const p = known.reduce(
        (sum, each, line) => sum + (each.group === at ? (outcome.landing[line] ?? 0) : 0),
        0,
      );
      return { ...group, ...ranged(p, at) };
    }),
    none: ranged(outcome.unmatched, groups.length),
    without: lines.flatMap((chance, at) => (chance ? [] : [asked[at]?.id ?? 0])),
    dropped: known.map(({ chance }, at) => ({
      id: chance.line.id,
      loss: outcome.pMatch - outcomeOf(chances, places.toSpliced(at, 1)).pMatch,
    })),
    oneMore: whatIfAdded(q, sharedSd, q.length, q.at(-1) ?? 0).pMatchChange,
    basis: [...basis.values()],
  };
}

/** @param lines the user's order, best first. */
export function answerLanding(catalog: Catalog, model: FitModel, lines: readonly RankLine[]): LandingAnswer {
  if (lines.length === 0) return { kind: 'refused', reason: 'empty' };
  if (!catalog.model) return { kind: 'refused', reason: 'no-model' };
  const chances = lineChances(catalog, model, lines);
  return chances
    ? landingOf(chances, lines, catalog.model.sources)
    : { kind: 'refused', reason: 'no-applicant-type' };
}
