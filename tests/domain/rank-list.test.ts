import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pid } from '#domain/ids.ts';
import {
  courseOf,
  currentOf,
  freshEntryId,
  lastStep,
  ListId,
  MOST_ENTRIES,
  MOST_STEPS,
  orderOf,
  type RankEntry,
  RankList,
  type RankStep,
  statesOf,
  withStep,
} from '#domain/rank-list.ts';

const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const pid = (id: number) => Pid.parse(`p0000000${letters[Math.floor(id / 32) % 32]}${letters[id % 32]}`);
const entry = (id: number): RankEntry => ({ id, pid: pid(id), label: `Program ${id}` });
const listOf = (count: number): RankList => ({
  listId: ListId.parse('r000000'),
  name: 'Psychiatry',
  kind: 'primary',
  madeAt: 0,
  chosenAt: 0,
  start: {
    n: 0,
    from: 'empty',
    order: Array.from({ length: count }, (_, at) => entry(at + 1)),
    bin: [],
  },
  steps: [],
  ticks: [],
  rathers: [],
});
const ids = (list: RankList) => orderOf(list).order.map(({ id }) => id);
const binIds = (list: RankList) => orderOf(list).bin.map(({ id }) => id);
let clock = 0;
/** Far apart, so that no two moves are one change. */
const at = () => (clock += 60_000);
const move = (id: number, to: number): RankStep => ({ kind: 'move', at: at(), id, from: 0, to });
const undone = (list: RankList) => {
  const { undo } = courseOf(list);
  return undo === null ? list : withStep(list, { kind: 'return', at: at(), to: undo });
};
const redone = (list: RankList) => {
  const { redo } = courseOf(list);
  return redo === null ? list : withStep(list, { kind: 'return', at: at(), to: redo });
};

const anyStep = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), id: fc.integer({ min: 1, max: 9 }), to: fc.nat(9) }),
  fc.record({ kind: fc.constant('bin' as const), id: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('unbin' as const), id: fc.integer({ min: 1, max: 9 }), to: fc.nat(9) }),
  fc.record({ kind: fc.constant('remove' as const), id: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    kind: fc.constant('track' as const),
    id: fc.integer({ min: 1, max: 9 }),
    code: fc.constantFrom('1265400C0', '1265400P0', null),
  }),
  fc.record({ kind: fc.constant('add' as const), to: fc.nat(9) }),
  fc.record({ kind: fc.constant('back' as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
);
type AnyStep = typeof anyStep extends fc.Arbitrary<infer Step> ? Step : never;

function taken(list: RankList, step: AnyStep): RankList {
  switch (step.kind) {
    case 'add': {
      const added = entry(freshEntryId(list));
      return withStep(list, { kind: 'add', at: at(), entries: [added], to: step.to });
    }
    case 'back': {
      const to = list.start.n + Math.round(step.share * list.steps.length);
      return withStep(list, { kind: 'return', at: at(), to });
    }
    case 'remove':
    case 'track':
    case 'unbin':
      return withStep(list, { ...step, at: at() });
    case 'move':
    case 'bin':
      return withStep(list, { ...step, at: at(), from: 0 });
  }
}

describe('a rank list', () => {
  it('moves one line and leaves the others in their order', () => {
    expect(ids(withStep(listOf(5), move(4, 0)))).toEqual([4, 1, 2, 3, 5]);
    expect(ids(withStep(listOf(5), move(1, 3)))).toEqual([2, 3, 4, 1, 5]);
    expect(ids(withStep(listOf(5), move(1, 99)))).toEqual([2, 3, 4, 5, 1]);
  });

  it('keeps no step that changes nothing', () => {
    const list = listOf(3);
    expect(withStep(list, move(1, 0))).toBe(list);
    expect(withStep(list, move(77, 0))).toBe(list);
  });

  it('keeps what is put aside, and takes it back where it is told to', () => {
    const aside = withStep(listOf(3), { kind: 'bin', at: at(), id: 2, from: 1 });
    expect([ids(aside), binIds(aside)]).toEqual([[1, 3], [2]]);
    const back = withStep(aside, { kind: 'unbin', at: at(), id: 2, to: 2 });
    expect([ids(back), binIds(back)]).toEqual([[1, 3, 2], []]);
  });

  it('is exactly what it was after each undo, and again after each redo', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
        const list = steps.reduce(taken, listOf(6));
        const seen = [orderOf(list)];
        let back = list;
        for (let turns = 0; courseOf(back).undo !== null; turns++) {
          if (turns > 40) throw new Error('undo does not come to an end');
          back = undone(back);
          seen.push(orderOf(back));
        }
        expect(ids(back)).toEqual([1, 2, 3, 4, 5, 6]);
        let forth = back;
        for (const state of seen.toReversed().slice(1)) {
          forth = redone(forth);
          expect(orderOf(forth)).toEqual(state);
        }
      }),
    );
  });

  it('undoes the moves of one line made in one go at once', () => {
    let list = listOf(5);
    for (const to of [3, 2, 1])
      list = withStep(list, { kind: 'move', at: 1000 * (9 - to), id: 5, from: to + 1, to });
    expect(ids(list)).toEqual([1, 5, 2, 3, 4]);
    const back = undone(list);
    expect(ids(back)).toEqual([1, 2, 3, 4, 5]);
    expect(ids(redone(back))).toEqual([1, 5, 2, 3, 4]);
  });

  it('starts a new course after a change that follows an undo, and still knows the old one', () => {
    const moved = withStep(listOf(3), move(3, 0));
    const other = withStep(undone(moved), move(2, 0));
    expect(courseOf(other).redo).toBeNull();
    expect(ids(undone(other))).toEqual([1, 2, 3]);
    expect(ids(withStep(other, { kind: 'return', at: at(), to: 1 }))).toEqual([3, 1, 2]);
  });

  it('takes a jump in the history back like any other change', () => {
    const moved = withStep(withStep(withStep(listOf(3), move(3, 0)), move(2, 0)), move(1, 0));
    const jumped = withStep(moved, { kind: 'return', at: at(), to: 0 });
    expect(ids(jumped)).toEqual([1, 2, 3]);
    expect(ids(undone(jumped))).toEqual(ids(moved));
    expect(ids(undone(undone(jumped)))).toEqual([2, 3, 1]);
  });

  it('gives an id only once, even after its line is gone', () => {
    const added = withStep(listOf(2), { kind: 'add', at: at(), entries: [entry(3)], to: 2 });
    const removed = withStep(added, { kind: 'remove', at: at(), id: 3 });
    expect(freshEntryId(removed)).toBe(4);
  });

  it('comes to the same when its oldest steps are folded away', () => {
    let list = listOf(9);
    let plain = ids(list);
    for (let turn = 0; turn <= MOST_STEPS * 2; turn++) {
      const [id, to] = [(turn % 9) + 1, (turn * 5 + Math.floor(turn / 9)) % 9];
      list = withStep(list, move(id, to));
      plain = plain.filter((each) => each !== id).toSpliced(to, 0, id);
      expect(ids(list)).toEqual(plain);
    }
    expect(list.start).toMatchObject({ from: 'older-steps' });
    expect(list.start.n).toBeGreaterThan(0);
    expect(list.steps.length).toBeLessThanOrEqual(MOST_STEPS);
    expect(RankList.safeParse(list).success).toBe(true);
    expect(statesOf(list)).toHaveLength(list.steps.length + 1);
    expect(lastStep(list)).toBe(list.start.n + list.steps.length);
  });

  it('holds what an older step came to once that step is folded away', () => {
    let list = withStep(listOf(4), move(4, 0));
    for (let turn = 0; list.steps.length < MOST_STEPS - 1; turn++)
      list = withStep(list, move((turn % 4) + 1, 3));
    list = withStep(list, { kind: 'return', at: at(), to: 1 });
    const before = ids(list);
    expect(before).toEqual([4, 1, 2, 3]);
    const folded = withStep(list, move(1, 3));
    expect(ids(folded)).toEqual([4, 2, 3, 1]);
    expect(folded.start.from).toBe('older-steps');
    const after = statesOf(folded)[folded.steps.findIndex(({ kind }) => kind === 'set') + 1];
    expect(after?.order.map(({ id }) => id)).toEqual(before);
  });

  it('never holds more lines than the Match takes, and loses none for it', () => {
    const full = listOf(MOST_ENTRIES);
    const more = withStep(full, { kind: 'add', at: at(), entries: [entry(999)], to: 0 });
    expect(more).toBe(full);
  });

  it('is on screen when it was chosen last', () => {
    const older = { ...listOf(1), chosenAt: 5 };
    const newer = { ...listOf(1), name: 'If we couple', chosenAt: 9 };
    expect(currentOf([newer, older])?.name).toBe('If we couple');
    expect(currentOf([])).toBeUndefined();
  });
});
