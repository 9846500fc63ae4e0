// Where "which would you rather" stands: the next question about real programs, and what the answers say so far. Worked
// out anew from the answers each time, so that taking one back is leaving it out.
import type {
  DuelAnswer,
  DuelCriterion,
  DuelRequest,
  DuelStanding,
  LearnedWish,
  ShownCriterion,
} from '#domain/duel.ts';
import type { Asker } from '#domain/query.ts';
import type { Weight, Wishes } from '#domain/wishes.ts';
import { answeringPid } from '#engine/catalog/redirects.ts';
import { explainFit } from '#engine/fit/explain.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { valueIn } from '#engine/fit/score.ts';
import { seededRandom } from '#engine/random.ts';
import { duelCriteria, evenly } from './duel-criteria.ts';
import { valueWords } from './duel-words.ts';
import { rowsInPlay, type Side } from './in-play.ts';
import { learnWeights } from './learn-weights.ts';
import type { PreferenceAnswer, ProfileSpace } from './profile-space.ts';
import { topEffect } from './top-effect.ts';

/** More in one question is more than a person weighs against each other. */
const MOST_SHOWN = 3;
/** Programs that questions are made of; a large specialty is looked at in even steps. */
const MOST_PROGRAMS = 360;
/** One for everybody: the same answers lead to the same weights on every device. */
const SEED = 20_261;

const isRow = (row: number | undefined): row is number => row !== undefined;

/** Rows for the space: those the user has marked themselves, and an even choice of the others. */
function sample({ catalog, model }: Side, rows: readonly number[]): number[] {
  if (rows.length <= MOST_PROGRAMS) return [...rows];
  const marked = (model.asker.own ?? [])
    .flatMap(({ marks }) => marks.map(({ pid }) => catalog.rowOf.get(answeringPid(catalog, pid))))
    .filter(isRow);
  const inPlay = new Set(rows);
  const step = rows.length / MOST_PROGRAMS;
  const evenRows = Array.from({ length: MOST_PROGRAMS }, (_, at) => rows[Math.floor(at * step)]);
  return [...new Set([...marked.filter((row) => inPlay.has(row)), ...evenRows.filter(isRow)])];
}

function spaceOf(side: Side, rows: readonly number[], criteria: readonly DuelCriterion[]): ProfileSpace {
  const chosen = sample(side, rows);
  const columns = criteria.flatMap(({ criterion }) => {
    const column = side.model.columns.find((each) => each.criterion === criterion);
    return column ? [column] : [];
  });
  return {
    criteria: columns.map(({ criterion }) => criterion),
    ids: chosen.map((row) => side.catalog.columns.pid[row] ?? ''),
    values: columns.map((column) => Float64Array.from(chosen, (row) => valueIn(column, row))),
  };
}

/** Whether an answer still means what it meant: all it showed is asked about, and liked the same way. */
const stillCounts =
  (asked: readonly DuelCriterion[]) =>
  ({ shown }: DuelAnswer): boolean =>
    shown.every(({ criterion, liking }) =>
      asked.some((each) => each.criterion === criterion && each.liking === liking),
    );

const sideOf = (shown: DuelAnswer['shown'], side: 'a' | 'b'): Record<string, number> =>
  Object.fromEntries(shown.map((each) => [each.criterion, each[side]]));

function asPreference({ shown, choice }: DuelAnswer): PreferenceAnswer[] {
  return choice === 'skip' ? [] : [{ a: sideOf(shown, 'a'), b: sideOf(shown, 'b'), choice }];
}

interface Asked {
  readonly first: string;
  readonly second: string;
  readonly a: Readonly<Record<string, number>>;
}

/** One side in words: by criterion, its value and how it is said. */
function sideInWords({ catalog, model }: Side, pid: string) {
  const row = catalog.columns.pid.findIndex((each) => each === pid);
  const reasons = new Map(
    explainFit(catalog, model, row).map((reason) => [String(reason.criterion), reason]),
  );
  return (criterion: string): { value: number; words: string } | null => {
    const reason = reasons.get(criterion);
    if (!reason || reason.value === null) return null;
    const own = model.asker.own?.find(({ key }) => key === criterion);
    const mark = own?.marks.find((each) => catalog.rowOf.get(answeringPid(catalog, each.pid)) === row);
    return { value: reason.value, words: mark?.words ?? valueWords(reason) };
  };
}

/** A question in words, in the order of the criteria. */
function inWords(
  side: Side,
  asked: readonly DuelCriterion[],
  { first, second, a: shown }: Asked,
  swapped: boolean,
): ShownCriterion[] {
  const left = sideInWords(side, swapped ? second : first);
  const right = sideInWords(side, swapped ? first : second);
  return asked.flatMap(({ criterion, label, liking }): ShownCriterion[] => {
    if (!Object.hasOwn(shown, criterion)) return [];
    const [a, b] = [left(criterion), right(criterion)];
    if (!a || !b) return [];
    return [{ criterion, label, liking, a: a.value, b: b.value, aWords: a.words, bWords: b.words }];
  });
}

/** The wishes with what was learned; what was not asked about keeps its weight. */
function withLearned(wishes: Wishes, learned: readonly LearnedWish[]): Wishes {
  const weights: Record<string, Weight> = { ...wishes.weights };
  for (const { criterion, level } of learned) weights[criterion] = level;
  return { ...wishes, weights };
}

const withWeights = (asker: Asker, wishes: Wishes): Asker => ({
  ...asker,
  wishes,
  ...(asker.own && { own: asker.own.map((each) => ({ ...each, weight: wishes.weights[each.key] ?? 0 })) }),
});

/** @param modelOf makes the fit model of an asker in this catalog. */
export function duelStanding(
  catalog: Side['catalog'],
  modelOf: (asker: Asker) => FitModel,
  asker: Asker,
  { answers, effect }: DuelRequest,
): DuelStanding {
  const even: Side = { catalog, model: modelOf(evenly(asker)) };
  const rows = rowsInPlay(even);
  const criteria = duelCriteria(asker, even.model, rows);
  const asked = criteria.filter((each) => each.asked);
  const inOrder = answers.toSorted((p, q) => p.order - q.order || (p.key < q.key ? -1 : 1));
  const counting = inOrder.filter(stillCounts(asked));
  const told = counting.filter(({ choice }) => choice !== 'skip');
  const space = spaceOf(even, rows, asked);
  const learned = learnWeights(space, told.flatMap(asPreference), SEED, {
    passed: counting
      .filter(({ choice }) => choice === 'skip')
      .map(({ shown }) => ({ a: sideOf(shown, 'a'), b: sideOf(shown, 'b') })),
    mostShown: MOST_SHOWN,
  });
  const wishes = learned.weights.map(({ criterion, level, levelLo, levelHi, sureness }): LearnedWish => {
    const label = asked.find((each) => each.criterion === criterion)?.label ?? '';
    return { criterion, label, level, lo: levelLo, hi: levelHi, sureness };
  });
  // The better known of the two would else always stand first, and thumbs have a side of their own.
  const swapped = seededRandom(SEED + answers.length)() < 0.5;
  const after = () => withWeights(asker, withLearned(asker.wishes, wishes));
  return {
    heard: answers.length,
    setAside: answers.length - counting.length,
    criteria,
    question: learned.question && inWords(even, asked, learned.question, swapped),
    wishes,
    certainty: learned.certainty,
    expectedChange: learned.expectedChange,
    sureness: learned.sureness,
    stop: learned.stop,
    doubtful: learned.doubtful.flatMap((at) => told[at]?.key ?? []),
    ...(effect && {
      effect: topEffect({ catalog, model: modelOf(asker) }, { catalog, model: modelOf(after()) }),
    }),
  };
}
