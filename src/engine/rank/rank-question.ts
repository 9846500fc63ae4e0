// Reads a `rank-outcome` question from outside. Refuses with one plain sentence instead of guessing.
import { checkPairs, type Pair } from './couple-check.ts';
import { type CoupleList, coupleList, type ProgramChance } from './couple-list.ts';

export interface RankRefusal {
  readonly kind: 'refused';
  readonly reason:
    | 'not-an-object'
    | 'bad-programs'
    | 'bad-chance'
    | 'duplicate-program'
    | 'bad-shared-sd'
    | 'bad-couple'
    | 'bad-pairs'
    | 'unknown-program';
  readonly sentence: string;
}

export type RankQuestion =
  | { readonly kind: 'list'; readonly q: readonly number[]; readonly sharedSd: number }
  | { readonly kind: 'couple'; readonly list: CoupleList };

/** Beyond this the 15 nodes no longer describe the strength: it is nearly a coin that decides all programs at once. */
const MOST_SHARED_SD = 5;

const refused = (reason: RankRefusal['reason'], sentence: string): RankRefusal => ({
  kind: 'refused',
  reason,
  sentence,
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Programs = { readonly kind: 'programs'; readonly programs: readonly ProgramChance[] };

function readPrograms(value: unknown, whose: string): Programs | RankRefusal {
  if (!Array.isArray(value)) return refused('bad-programs', `${whose} must be a list of {id, q}.`);
  if (value.length === 0) return refused('bad-programs', `${whose} is empty: list at least one program.`);
  const programs: ProgramChance[] = [];
  const ids = new Set<string>();
  for (const [at, item] of value.entries()) {
    const id: unknown = isRecord(item) ? item.id : undefined;
    const q: unknown = isRecord(item) ? item.q : undefined;
    if (typeof id !== 'string' || id === '')
      return refused('bad-programs', `Program ${at + 1} of ${whose} has no id.`);
    if (typeof q !== 'number' || !(q >= 0 && q <= 1))
      return refused('bad-chance', `The chance q of program ${id} must be a number from 0 to 1.`);
    if (ids.has(id)) return refused('duplicate-program', `Program ${id} is listed twice.`);
    ids.add(id);
    programs.push({ id, q });
  }
  return { kind: 'programs', programs };
}

function readPairs(value: unknown): readonly Pair[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const side = (id: unknown): id is string | null => id === null || (typeof id === 'string' && id !== '');
  const pairs: Pair[] = [];
  for (const pair of value) {
    if (!Array.isArray(pair) || pair.length !== 2) return undefined;
    const [first, second]: readonly unknown[] = pair;
    if (!side(first) || !side(second)) return undefined;
    pairs.push([first, second]);
  }
  return pairs;
}

function readCouple(
  first: readonly ProgramChance[],
  couple: unknown,
  sharedSd: number,
): RankQuestion | RankRefusal {
  if (!isRecord(couple)) return refused('bad-couple', 'couple must be {programs, pairs}.');
  const second = readPrograms(couple.programs, 'couple.programs');
  if (second.kind === 'refused') return second;
  const pairs = readPairs(couple.pairs);
  if (!pairs) return refused('bad-pairs', 'couple.pairs must be a list of [id or null, id or null].');
  const check = checkPairs(
    pairs.map(([a]) => a),
    pairs.map(([, b]) => b),
  );
  if (check.kind === 'refused')
    return refused('bad-pairs', check.problems[0]?.sentence ?? 'The pairs cannot be read.');
  const list = coupleList(first, second.programs, check.pairs, sharedSd);
  if (!list) return refused('unknown-program', 'A pair names a program that is not among the programs.');
  return { kind: 'couple', list };
}

/** Reads a question; `undefined` or `null` for `couple` means alone. */
export function parseRankQuestion(question: unknown): RankQuestion | RankRefusal {
  if (!isRecord(question)) return refused('not-an-object', 'The question must be an object.');
  const { sharedSd } = question;
  const own = readPrograms(question.programs, 'programs');
  if (own.kind === 'refused') return own;
  if (typeof sharedSd !== 'number' || !(sharedSd >= 0 && sharedSd <= MOST_SHARED_SD))
    return refused('bad-shared-sd', `sharedSd must be a number from 0 to ${MOST_SHARED_SD}.`);
  if (question.couple !== undefined && question.couple !== null)
    return readCouple(own.programs, question.couple, sharedSd);
  return { kind: 'list', q: own.programs.map(({ q }) => q), sharedSd };
}
