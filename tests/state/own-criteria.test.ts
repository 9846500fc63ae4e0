import 'fake-indexeddb/auto';
import { effect } from '@preact/signals';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pid } from '#domain/ids.ts';
import type { ShownCriterion } from '#domain/duel.ts';

const pid = Pid.parse('p00000000a');
const SHOWN: readonly ShownCriterion[] = [
  { criterion: 'home', label: 'Close to home', liking: null, a: 1, b: 0.2, aWords: '2 mi', bWords: '900 mi' },
  {
    criterion: 'cost',
    label: 'Cost of living',
    liking: null,
    a: 0.1,
    b: 0.8,
    aWords: 'dear',
    bWords: 'cheap',
  },
];

async function load() {
  vi.resetModules();
  const [notebook, own, wishes, duel] = await Promise.all([
    import('#state/notebook.ts'),
    import('#state/own-criteria.ts'),
    import('#state/wishes.ts'),
    import('#state/duel.ts'),
  ]);
  const state = { ...notebook, ...own, ...wishes, ...duel };
  stops.push(
    effect(() => void [state.ownCriteria.value, state.wishes.value, state.duelAnswers.value]),
    () => state.openedNotebook.peek()?.db.close(),
  );
  await vi.waitFor(() =>
    expect([state.ownCriteria.value, state.wishes.value, state.duelAnswers.value]).not.toContain(undefined),
  );
  return state;
}

const stops: (() => void)[] = [];
let state: Awaited<ReturnType<typeof load>>;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  state = await load();
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

describe('a criterion of one’s own', () => {
  const make = async () => {
    await state.makeCriterion(' Near a beach ', { kind: 'stars' });
    return state.ownCriteria.value?.[0]?.key ?? '';
  };

  it('is kept with its marks over a reload, a mark of a program once', async () => {
    const key = await make();
    await state.markProgram(key, pid, 2);
    await state.markProgram(key, pid, 5);
    state = await load();
    expect(state.ownCriteria.value).toEqual([
      { key, label: 'Near a beach', scale: { kind: 'stars' }, marks: [{ pid, mark: 5 }] },
    ]);
  });

  it('takes no mark off its scale, no empty name, no scale of one word', async () => {
    const key = await make();
    await state.markProgram(key, pid, 6);
    await state.markProgram(key, pid, 0);
    expect(state.ownCriteria.value?.[0]?.marks).toEqual([]);
    expect(await state.renameCriterion(key, ' ')).toMatchObject({ kind: 'refused' });
    expect(await state.makeCriterion('x', { kind: 'levels', levels: ['one'] })).toMatchObject({
      kind: 'refused',
    });
  });

  it('is removed with its weight, and comes back with both', async () => {
    const key = await make();
    await state.setWeight(key, 4);
    await state.markProgram(key, pid, 3);
    const undo = state.removeCriterion(key);
    await vi.waitFor(() => expect(state.wishes.value?.weights).toEqual({}));
    expect(state.ownCriteria.value).toEqual([]);
    undo();
    await vi.waitFor(() => expect(state.wishes.value?.weights).toEqual({ [key]: 4 }));
    expect(state.ownCriteria.value?.[0]?.marks).toEqual([{ pid, mark: 3 }]);
  });

  it('weighs nothing under a name that is no criterion’s', async () => {
    expect(await state.setWeight('custom:Not A Key', 3)).toMatchObject({ kind: 'refused' });
    expect(await state.setWeights({ 'nothing:x': 3 })).toMatchObject({ kind: 'refused' });
    await state.setWeights({ home: 3, cost: 0 });
    expect(state.wishes.value?.weights).toEqual({ home: 3 });
  });
});

describe('answers to which would you rather', () => {
  const choices = () => state.duelAnswers.value?.map(({ choice }) => choice);

  it('are kept one by one in their order, over a reload', async () => {
    await state.answerDuel(SHOWN, 'a');
    await state.answerDuel(SHOWN, 'skip');
    await state.answerDuel(SHOWN, 'same');
    state = await load();
    expect(choices()).toEqual(['a', 'skip', 'same']);
    expect(state.duelAnswers.value?.[0]?.shown).toEqual(SHOWN);
  });

  it('are taken back one after another, and all at once, which is undone', async () => {
    await state.answerDuel(SHOWN, 'a');
    await state.answerDuel(SHOWN, 'b');
    await state.takeAnswerBack(state.duelAnswers.value?.at(-1)?.key ?? '');
    expect(choices()).toEqual(['a']);
    await state.answerDuel(SHOWN, 'same');
    const undo = state.startDuelAnew();
    expect(choices()).toEqual([]);
    undo();
    await vi.waitFor(() => expect(choices()).toEqual(['a', 'same']));
    state = await load();
    expect(choices()).toEqual(['a', 'same']);
  });

  it('are refused when nothing was shown', async () => {
    expect(await state.answerDuel([], 'a')).toEqual({ kind: 'refused', reason: 'invalid' });
    expect(choices()).toEqual([]);
  });
});
