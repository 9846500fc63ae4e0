// A rank list as the screen shows it: each line with what the catalog knows of it and its place by score. The order is
// the user's; a score stands beside it.
import type { Pid } from '#domain/ids.ts';
import type { RankEntry, RankList } from '#domain/rank-list.ts';
import type { RankAnswer, RankedProgram, RankLine, RankSensitivity } from '#domain/rank-query.ts';
import type { ShortlistEntry, Stage } from '#domain/shortlist.ts';
import { points, programName } from '#domain/words.ts';

export interface ScorePlace {
  /** From 1. */
  readonly place: number;
  /** Others share it: their fits round to the same of a hundred points. */
  readonly tie: boolean;
  /** Programs with a score. */
  readonly of: number;
}

export interface Line {
  readonly entry: RankEntry;
  /** From 1. */
  readonly place: number;
  readonly name: string;
  /** Undefined while the catalog has not answered. */
  readonly program: RankedProgram | undefined;
  readonly byScore: ScorePlace | null;
}

const pidOf = (program: RankedProgram | undefined) => program?.row?.pid;

/** Places by score of the programs of a list, each once, by the pid that answers for it. */
export function scorePlaces(programs: readonly RankedProgram[]): ReadonlyMap<Pid, ScorePlace> {
  const fits = new Map<Pid, number>();
  for (const { row } of programs) if (row?.fit) fits.set(row.pid, points(row.fit.value));
  const all = [...fits.values()];
  return new Map(
    [...fits].map(([pid, fit]) => [
      pid,
      {
        place: 1 + all.filter((other) => other > fit).length,
        tie: all.filter((other) => other === fit).length > 1,
        of: all.length,
      },
    ]),
  );
}

export function linesOf(order: readonly RankEntry[], answer: RankAnswer | undefined): readonly Line[] {
  const programs = new Map((answer?.programs ?? []).map((program) => [program.pid, program]));
  const places = scorePlaces(answer?.programs ?? []);
  return order.map((entry, index) => {
    const program = programs.get(entry.pid);
    const pid = pidOf(program);
    return {
      entry,
      place: index + 1,
      name: programName(program?.row?.name ?? entry.label),
      program,
      byScore: (pid && places.get(pid)) ?? null,
    };
  });
}

const INVITED: readonly Stage[] = ['invited', 'interviewed', 'ranked'];
export const wasInvited = ({ stage }: Pick<ShortlistEntry, 'stage'>): boolean => INVITED.includes(stage);

export function rankLines(
  order: readonly RankEntry[],
  shortlist: readonly ShortlistEntry[],
): readonly RankLine[] {
  const invited = new Set(shortlist.filter(wasInvited).map(({ pid }) => pid));
  return order.map(({ id, pid }) => ({ id, pid, invited: invited.has(pid) }));
}

/** Kept programs that are not on the list: those with an interview first, then by name. */
export function candidatesOf(
  { order, bin }: { readonly order: readonly RankEntry[]; readonly bin: readonly RankEntry[] },
  shortlist: readonly ShortlistEntry[],
): readonly ShortlistEntry[] {
  const here = new Set([...order, ...bin].map(({ pid }) => pid));
  const turn = (entry: ShortlistEntry) => (wasInvited(entry) ? 0 : 1);
  return shortlist
    .filter(({ pid, stage }) => !here.has(pid) && stage !== 'closed' && stage !== 'withdrawn')
    .toSorted((a, b) => turn(a) - turn(b) || a.label.localeCompare(b.label));
}

const ENDINGS: Record<Intl.LDMLPluralRule, string> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  other: 'th',
  zero: 'th',
  many: 'th',
};
const ORDINALS = new Intl.PluralRules('en-US', { type: 'ordinal' });
export const ordinal = (n: number): string => `${n}${ENDINGS[ORDINALS.select(n)]}`;

/** `by score 7th`, `by score 7th, a tie`, `score agrees`, or that there is none. */
export function byScoreWords({ byScore, place, program }: Line): string {
  if (byScore) {
    if (byScore.place === place && !byScore.tie) return 'score agrees';
    return `by score ${ordinal(byScore.place)}${byScore.tie ? ', a tie' : ''}`;
  }
  return program === undefined ? '' : 'no score';
}

export interface Neighbors {
  readonly upper: Line;
  readonly lower: Line;
  /** `said`: what you said last speaks against the order. `against`: the lower one fits better. `close`: hardly apart. */
  readonly why: 'said' | 'against' | 'close';
  /** Points of fit between them. */
  readonly apart: number;
}

/** Fits this many points apart are close. */
const CLOSE = 1;

/** Neighbors worth a question, the most telling first. What was said of a pair and agrees with the order settles it. */
export function neighborsToSettle(
  lines: readonly Line[],
  { rathers }: Pick<RankList, 'rathers'>,
): Neighbors[] {
  const turn = { said: 0, against: 1, close: 2 } as const;
  return lines
    .slice(1)
    .flatMap((lower, index): Neighbors[] => {
      const upper = lines[index];
      const [fitA, fitB] = [upper?.program?.row?.fit, lower.program?.row?.fit];
      if (!upper || !fitA || !fitB || pidOf(upper.program) === pidOf(lower.program)) return [];
      const apart = points(fitB.value) - points(fitA.value);
      const [x, y] = [upper.entry.id, lower.entry.id];
      const said = rathers.find(({ a, b }) => (a === x && b === y) || (a === y && b === x));
      if (said) {
        const chosen = said.chose === 'same' ? null : said[said.chose];
        return chosen === y ? [{ upper, lower, why: 'said', apart: Math.abs(apart) }] : [];
      }
      if (apart > CLOSE) return [{ upper, lower, why: 'against', apart }];
      return Math.abs(apart) <= CLOSE ? [{ upper, lower, why: 'close', apart: Math.abs(apart) }] : [];
    })
    .toSorted(
      (a, b) => turn[a.why] - turn[b.why] || (a.why === 'close' ? a.apart - b.apart : b.apart - a.apart),
    );
}

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `By score, the first three stay the same three in 87 of 100 small changes of your weights.` */
export function firmnessWords({ firm, draws }: RankSensitivity): string {
  if (!firm) return 'By score they all tie: your wishes do not tell them apart.';
  const { first, stays } = firm;
  const count = NUMBERS[first] ?? String(first);
  const words = first === 1 ? 'the first stays first' : `the first ${count} stay the same ${count}`;
  return `By score, ${words} in ${stays} of ${draws} small changes of your weights.`;
}

/** What would make a list by score: the lines with a score, best first, then the others as they stand. */
export function scoreOrder(lines: readonly Line[]): readonly Line[] {
  const fit = (line: Line) => line.program?.row?.fit?.value ?? -1;
  return lines.toSorted((a, b) => fit(b) - fit(a));
}
