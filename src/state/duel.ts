// "Which would you rather" as the screens see it: the answers, one row each, and where they lead. Nothing here changes a
// wish; the screen does, when the user takes the weights over.
import { batch, computed, type ReadonlySignal } from '@preact/signals';
import { DuelAnswer, type DuelChoice, type DuelStanding, type ShownCriterion } from '#domain/duel.ts';
import { changeDuelAnswer, readDuelAnswers } from '#storage/duel-answers.ts';
import { type Kept, letRowGo, takeRowBack } from '#storage/rows.ts';
import { engine } from '#worker/engine-client.ts';
import { type Answer, answerTo } from './answers.ts';
import type { LaneOutcome } from './lane.ts';
import { rowsById } from './rows-by-id.ts';

const table = rowsById<DuelAnswer, string>(
  'duelAnswers',
  ({ key }) => key,
  readDuelAnswers,
  changeDuelAnswer,
);

/** In the order they were given; undefined while loading. */
export const duelAnswers: ReadonlySignal<readonly DuelAnswer[] | undefined> = computed(() =>
  table.rows.value?.toSorted((p, q) => p.order - q.order || (p.key < q.key ? -1 : 1)),
);

export type DuelOutcome = LaneOutcome<Kept<DuelAnswer> | null>;

export async function answerDuel(shown: readonly ShownCriterion[], choice: DuelChoice): Promise<DuelOutcome> {
  const order = (duelAnswers.peek()?.at(-1)?.order ?? 0) + 1;
  const made = DuelAnswer.safeParse({ key: `d-${crypto.randomUUID()}`, order, choice, shown });
  if (!made.success) return { kind: 'refused', reason: 'invalid' };
  return table.change(made.data.key, () => ({ value: made.data, deletedAt: null }));
}

/** Takes one answer back, whichever it is; the question may be asked again. */
export const takeAnswerBack = (key: string): Promise<DuelOutcome> => table.change(key, letRowGo(Date.now()));

/** Takes all answers back. @returns undoes it. */
export function startDuelAnew(): () => void {
  const keys = (duelAnswers.peek() ?? []).map(({ key }) => key);
  batch(() => {
    for (const key of keys) void table.change(key, letRowGo(Date.now()));
  });
  return () =>
    batch(() => {
      for (const key of keys) void table.change(key, takeRowBack);
    });
}

/** @param effect work out what the learned weights do to the ten best programs, too. */
export const duelOf = (effect: boolean): Answer<DuelStanding> =>
  answerTo(
    () => duelAnswers.value && { answers: duelAnswers.value, effect },
    (request, who) => engine().duel(request, who),
  );
