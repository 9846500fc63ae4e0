// A rank list: what the user would want, best first, what they would rather not rank, and every step that led there.
// Nothing here knows a score or a chance, and nothing here ever puts one program before another by itself.
//
// [Note: Steps] A list is stored as where it started and the steps since. The order is what the steps come to, so a
// move is one small step at the end, and going back is a step too (`return`): it is exact, and nothing is ever
// forgotten. Steps are numbered from `start.n + 1`.
import * as z from 'zod/mini';
import { Pid } from './ids.ts';

/** A rank order list of one applicant holds at most this many (NRMP; the same limit holds for a couple's pairs). */
export const MOST_ENTRIES = 300;
/** Older steps are folded into the start. */
export const MOST_STEPS = 1000;
export const MOST_LISTS = 40;

export const ListId = z
  .string()
  .check(z.regex(/^r[0-9a-z]{6,20}$/))
  .brand<'ListId'>();
export type ListId = z.infer<typeof ListId>;

export const NRMP_CODE = /^[0-9]{7}[A-Z][0-9A-Z]$/;

const EntryId = z.int().check(z.gte(1));
const Moment = z.int().check(z.gte(0));
const Place = z.int().check(z.gte(0), z.lte(MOST_ENTRIES));
const Code = z.string().check(z.regex(NRMP_CODE));

/** One line: a program, or one track of it. The label is frozen so that it can be read whatever becomes of the catalog. */
export const RankEntry = z.strictObject({
  /** Given once within its list. */
  id: EntryId,
  pid: Pid,
  label: z.string().check(z.maxLength(400)),
  trackCode: z.optional(Code),
});
export type RankEntry = z.infer<typeof RankEntry>;

const Entries = z.array(RankEntry).check(z.maxLength(MOST_ENTRIES));
const Reason = z.optional(z.string().check(z.maxLength(500)));

export const RankStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), at: Moment, entries: Entries, to: Place, reason: Reason }),
  z.strictObject({
    kind: z.literal('move'),
    at: Moment,
    id: EntryId,
    from: Place,
    to: Place,
    reason: Reason,
  }),
  /** Out of the order, onto the pile of those not to be ranked. */
  z.strictObject({ kind: z.literal('bin'), at: Moment, id: EntryId, from: Place, reason: Reason }),
  z.strictObject({ kind: z.literal('unbin'), at: Moment, id: EntryId, to: Place, reason: Reason }),
  z.strictObject({ kind: z.literal('remove'), at: Moment, id: EntryId, reason: Reason }),
  z.strictObject({
    kind: z.literal('track'),
    at: Moment,
    id: EntryId,
    code: z.nullable(Code),
    reason: Reason,
  }),
  /** As it was after step `to`. */
  z.strictObject({ kind: z.literal('return'), at: Moment, to: z.int().check(z.gte(0)), reason: Reason }),
  /** What a `return` came to whose own steps have been folded away. */
  z.strictObject({ kind: z.literal('set'), at: Moment, order: Entries, bin: Entries, reason: Reason }),
]);
export type RankStep = z.infer<typeof RankStep>;

export const CheckKey = z.enum(['order', 'attend', 'codes', 'entered', 'certified', 'proof', 'true-order']);
export type CheckKey = z.infer<typeof CheckKey>;

/** Ticked at a moment, about the list as it was after step `after`. */
const Tick = z.strictObject({ key: CheckKey, at: Moment, after: z.int().check(z.gte(0)) });

/** "Which would you rather": what was said of two lines. */
const Rather = z.strictObject({ a: EntryId, b: EntryId, chose: z.enum(['a', 'b', 'same']), at: Moment });
export type Rather = z.infer<typeof Rather>;

export const ListKind = z.enum(['primary', 'supplemental']);
export type ListKind = z.infer<typeof ListKind>;
export const ListName = z.string().check(z.minLength(1), z.maxLength(60));

export const RankList = z.strictObject({
  listId: ListId,
  name: ListName,
  /** A supplemental list holds the preliminary years for the advanced programs of a primary one. */
  kind: ListKind,
  madeAt: Moment,
  /** The list on screen is the one chosen last. */
  chosenAt: Moment,
  start: z.strictObject({
    n: z.int().check(z.gte(0)),
    from: z.enum(['empty', 'score', 'copy', 'older-steps']),
    order: Entries,
    bin: Entries,
  }),
  steps: z.array(RankStep).check(z.maxLength(MOST_STEPS)),
  ticks: z.array(Tick).check(z.maxLength(20)),
  rathers: z.array(Rather).check(z.maxLength(500)),
});
export type RankList = z.infer<typeof RankList>;

export interface RankOrder {
  readonly order: readonly RankEntry[];
  readonly bin: readonly RankEntry[];
}

const at = (to: number, length: number) => Math.min(Math.max(0, to), length);

/** A step that speaks of a line that is not there changes nothing: two tabs may have acted at once. */
function applied(state: RankOrder, step: RankStep, states: readonly RankOrder[], startN: number): RankOrder {
  const { order, bin } = state;
  switch (step.kind) {
    case 'add': {
      const here = new Set([...order, ...bin].map(({ id }) => id));
      const fresh = step.entries.filter(({ id }) => !here.has(id)).slice(0, MOST_ENTRIES - order.length);
      return { order: order.toSpliced(at(step.to, order.length), 0, ...fresh), bin };
    }
    case 'move': {
      const from = order.findIndex(({ id }) => id === step.id);
      const entry = order[from];
      if (!entry) return state;
      const rest = order.toSpliced(from, 1);
      return { order: rest.toSpliced(at(step.to, rest.length), 0, entry), bin };
    }
    case 'bin': {
      const entry = order.find(({ id }) => id === step.id);
      return entry ? { order: order.filter((each) => each !== entry), bin: [...bin, entry] } : state;
    }
    case 'unbin': {
      const entry = bin.find(({ id }) => id === step.id);
      if (!entry || order.length >= MOST_ENTRIES) return state;
      return {
        order: order.toSpliced(at(step.to, order.length), 0, entry),
        bin: bin.filter((each) => each !== entry),
      };
    }
    case 'remove':
      return {
        order: order.filter(({ id }) => id !== step.id),
        bin: bin.filter(({ id }) => id !== step.id),
      };
    case 'track': {
      const told = (entry: RankEntry): RankEntry => {
        if (entry.id !== step.id) return entry;
        const { trackCode: _before, ...rest } = entry;
        return step.code === null ? rest : { ...rest, trackCode: step.code };
      };
      return { order: order.map(told), bin: bin.map(told) };
    }
    case 'return':
      return states[step.to - startN] ?? state;
    case 'set':
      return { order: step.order, bin: step.bin };
  }
}

const known = new WeakMap<RankList, readonly RankOrder[]>();

/** The list after each step, the start first: `states[k]` is after step `start.n + k`. */
export function statesOf(list: RankList): readonly RankOrder[] {
  const ready = known.get(list);
  if (ready) return ready;
  const states: RankOrder[] = [{ order: list.start.order, bin: list.start.bin }];
  let state = states[0] as RankOrder;
  for (const step of list.steps) {
    state = applied(state, step, states, list.start.n);
    states.push(state);
  }
  known.set(list, states);
  return states;
}

export const orderOf = (list: RankList): RankOrder => statesOf(list).at(-1) as RankOrder;

/** Number of the last step. */
export const lastStep = (list: RankList): number => list.start.n + list.steps.length;

/** An id no line of the list has or had. */
export function freshEntryId(list: RankList): number {
  const added = list.steps.flatMap((step) => {
    if (step.kind === 'add') return step.entries;
    return step.kind === 'set' ? [...step.order, ...step.bin] : [];
  });
  return 1 + Math.max(0, ...[...list.start.order, ...list.start.bin, ...added].map(({ id }) => id));
}

/** Half of the steps is folded into the start; what is left comes to the same as before. */
function folded(list: RankList): RankList {
  const states = statesOf(list);
  const cut = Math.ceil(list.steps.length / 2);
  const n = list.start.n + cut;
  const { order, bin } = states[cut] as RankOrder;
  return {
    ...list,
    start: { n, from: 'older-steps', order: [...order], bin: [...bin] },
    steps: list.steps.slice(cut).map((step, index): RankStep => {
      if (step.kind !== 'return' || step.to >= n) return step;
      const after = states[cut + index + 1] as RankOrder;
      return {
        kind: 'set',
        at: step.at,
        order: [...after.order],
        bin: [...after.bin],
        ...(step.reason !== undefined && { reason: step.reason }),
      };
    }),
  };
}

/**
 * Puts one step at the end. The same list comes back where the step would change nothing; a `return` is always kept,
 * because it also says where undo and redo go on from.
 */
export function withStep(list: RankList, step: RankStep): RankList {
  const room = list.steps.length >= MOST_STEPS ? folded(list) : list;
  const next = { ...room, steps: [...room.steps, step] };
  const states = statesOf(room);
  known.set(next, [...states, applied(orderOf(room), step, states, room.start.n)]);
  if (step.kind === 'return') return next;
  const [before, after] = [orderOf(list), orderOf(next)];
  const same = (a: readonly RankEntry[], b: readonly RankEntry[]) =>
    a.length === b.length &&
    a.every((entry, i) => entry.id === b[i]?.id && entry.trackCode === b[i]?.trackCode);
  return same(before.order, after.order) && same(before.bin, after.bin) ? list : next;
}

/** Moves of one line this close together are one change to the user: nine presses on "up" are undone at once. */
const SAME_CHANGE_MS = 20_000;

export function continues(before: RankStep | undefined, step: RankStep | undefined): boolean {
  return (
    before?.kind === 'move' &&
    step?.kind === 'move' &&
    before.id === step.id &&
    before.reason === undefined &&
    step.at - before.at <= SAME_CHANGE_MS
  );
}

export interface Course {
  /** The step to return to for an undo or a redo; null where there is none. */
  readonly undo: number | null;
  readonly redo: number | null;
}

/**
 * Where undo and redo lead. A `return` to the change before or after walks along the line of changes without leaving it;
 * any other change, a jump in the history too, is put behind the present one, and those after it leave the line. They
 * stay in the history.
 */
export function courseOf(list: RankList): Course {
  const { n } = list.start;
  const stepAt = (position: number | undefined) => list.steps[(position ?? n) - n - 1];
  const isOne = (before: number | undefined, after: number | undefined) =>
    continues(stepAt(before), stepAt(after));
  let line: number[] = [n];
  let cursor = 0;
  const around = (): Course => {
    let [back, on] = [cursor, cursor + 1];
    while (back > 1 && isOne(line[back - 1], line[back])) back--;
    while (on < line.length - 1 && isOne(line[on], line[on + 1])) on++;
    return { undo: line[back - 1] ?? null, redo: line[on] ?? null };
  };
  /** By step: the place on the line it stands for. */
  const standsFor: number[] = [n];
  list.steps.forEach((step, index) => {
    const number = n + index + 1;
    const goal = step.kind === 'return' ? standsFor[step.to - n] : undefined;
    const { undo, redo } = around();
    if (goal !== undefined && (goal === undo || goal === redo)) {
      cursor = line.indexOf(goal);
      standsFor.push(goal);
      return;
    }
    line = [...line.slice(0, cursor + 1), number];
    cursor = line.length - 1;
    standsFor.push(number);
  });
  return around();
}

/** The list on screen: the one chosen last. */
export const currentOf = (lists: readonly RankList[]): RankList | undefined =>
  lists.toSorted((a, b) => b.chosenAt - a.chosenAt || b.madeAt - a.madeAt)[0];
