// The history of a rank list in plain words, newest first, each with the step to go back to.
import { continues, type RankEntry, type RankList, type RankStep, statesOf } from '#domain/rank-list.ts';
import { programName } from '#domain/words.ts';

export interface HistoryLine {
  /** Number of the last step it speaks of: going back to it means the list as it was then. */
  readonly step: number;
  readonly at: number;
  readonly words: string;
  readonly reason: string | null;
  /** The list is as it was after this line. */
  readonly isNow: boolean;
}

const DAY_AND_TIME = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });
export const momentWords = (at: number): string => DAY_AND_TIME.format(at);

const STARTS: Record<RankList['start']['from'], string> = {
  empty: 'Started empty',
  score: 'Started from the order by score',
  copy: 'Started as a copy',
  'older-steps': 'Older changes, folded together',
};

function namesOf(list: RankList): (id: number) => string {
  const labels = new Map<number, string>();
  const note = (entries: readonly RankEntry[]) => {
    for (const { id, label } of entries) labels.set(id, programName(label));
  };
  for (const { order, bin } of statesOf(list)) {
    note(order);
    note(bin);
  }
  return (id) => labels.get(id) ?? 'a line';
}

function wordsOf(
  step: RankStep,
  from: number | null,
  nameOf: (id: number) => string,
  momentOf: (n: number) => string,
) {
  switch (step.kind) {
    case 'add': {
      const [only, ...others] = step.entries;
      if (only && others.length === 0) return `Added ${nameOf(only.id)} at ${step.to + 1}`;
      return `Added ${step.entries.length} programs from ${step.to + 1} on`;
    }
    case 'move':
      return `Moved ${nameOf(step.id)} from ${(from ?? step.from) + 1} to ${step.to + 1}`;
    case 'bin':
      return `Put ${nameOf(step.id)} under “Do not rank”, from ${step.from + 1}`;
    case 'unbin':
      return `Took ${nameOf(step.id)} back onto the list, at ${step.to + 1}`;
    case 'remove':
      return `Removed ${nameOf(step.id)}`;
    case 'track':
      return step.code === null
        ? `Left the track of ${nameOf(step.id)} open`
        : `Chose track ${step.code} for ${nameOf(step.id)}`;
    case 'return':
      return `Went back to ${momentOf(step.to)}`;
    case 'set':
      return 'Went back to an older order';
  }
}

/** Newest first; the last line is the start. */
export function historyOf(list: RankList): readonly HistoryLine[] {
  const { start, steps } = list;
  const nameOf = namesOf(list);
  const momentOf = (n: number) =>
    n <= start.n ? 'the start' : `how it was ${momentWords(steps[n - start.n - 1]?.at ?? list.madeAt)}`;
  const lines: { step: number; at: number; words: string; reason: string | null }[] = [
    { step: start.n, at: list.madeAt, words: STARTS[start.from], reason: null },
  ];
  let from: number | null = null;
  steps.forEach((step, index) => {
    const isMore = continues(steps[index - 1], step);
    if (isMore) lines.pop();
    else from = step.kind === 'move' ? step.from : null;
    lines.push({
      step: start.n + index + 1,
      at: step.at,
      words: wordsOf(step, from, nameOf, momentOf),
      reason: step.reason ?? null,
    });
  });
  const last = lines.at(-1);
  const lastStep = steps.at(-1);
  const now = lastStep?.kind === 'return' ? lastStep.to : last?.step;
  return lines.map((line) => ({ ...line, isNow: line.step === now || line === last })).toReversed();
}

/** Words that speak of a chance where only the wish counts. */
const OF_CHANCE =
  /\b(?:safe[rs]?|safety|chances?|odds|likel(?:y|ier)|unlikely|realistic(?:ally)?|long ?shot|reach|competitive|easier|easy to get|they (?:like|love|want|rank|will rank)\w*|ranked me|get in|won'?t (?:take|get|rank))\b/i;

/** Whether a reason for a move speaks of being taken rather than of wanting to go. */
export const speaksOfChance = (reason: string): boolean => OF_CHANCE.test(reason);
