// E3, E4, E5 and E8: exact for one scenario. Programs are added in ascending utility; one better than all present turns
// a value v into (1−f)·v + f·u, which rises with v, so the best of each state is enough (for fees: Kapur and Hong,
// arXiv 2205.01869; counts and signals take the place of dollars). It must not be used across scenarios, whose
// values do not rise together.
import type { PortfolioModel } from './portfolio-model.ts';
import type { Method } from './portfolio-problem.ts';
import { type StateSpace, stateSpace } from './state-space.ts';

/** Bounds the work to about 0.1 s and the record of decisions to 24 MB. */
const MOST_STATES = 100_000;
export const MOST_STEPS = 24_000_000;

/** Where nothing but locked programs can be left out, too little of a resource has no value at all. */
const NO_WAY = Number.NEGATIVE_INFINITY;

/** Places a table of states takes: each run of cells ends with one that stands for "no such cell". */
export const statesOf = (space: StateSpace): number => (space.cells + 1) * space.block;

/** Place of a state: the long loop runs over neighbouring cells, for signals spent at most. */
export const stateAt = (space: StateSpace, cell: number, signals: number): number =>
  signals * (space.cells + 1) + cell;

/** A state's best value before any program: 0, for "at most this much used". */
export function emptyValues(space: StateSpace): Float64Array {
  const values = new Float64Array(statesOf(space));
  for (let signals = 0; signals < space.block; signals++)
    values[stateAt(space, space.cells, signals)] = NO_WAY;
  return values;
}

/** One run of cells: where it starts, where the states one silver and one gold before start, and the chances. */
interface Run {
  base: number;
  silverBase: number;
  goldBase: number;
  f1: number;
  f2: number;
  f3: number;
}

/** Raises one run of cells, going down, so that every read is of the state before this program. */
function raise(values: Float64Array, before: Int32Array, run: Run, u: number, locked: boolean): void {
  const { base, silverBase, goldBase, f1, f2, f3 } = run;
  const [a1, a2, a3, b1, b2, b3] = [1 - f1, 1 - f2, 1 - f3, f1 * u, f2 * u, f3 * u];
  for (let cell = before.length - 1; cell >= 0; cell--) {
    const from = before[cell]!;
    let best = locked ? NO_WAY : values[base + cell]!;
    const none = a1 * values[base + from]! + b1;
    if (none > best) best = none;
    const silver = a2 * values[silverBase + from]! + b2;
    if (silver > best) best = silver;
    const gold = a3 * values[goldBase + from]! + b3;
    if (gold > best) best = gold;
    values[base + cell] = best;
  }
}

/** The same, and writes the levels chosen: a copy of the loop, because the writing costs a third of it. */
function decide(
  values: Float64Array,
  before: Int32Array,
  run: Run,
  u: number,
  locked: boolean,
  decisions: Uint8Array,
): void {
  const { base, silverBase, goldBase, f1, f2, f3 } = run;
  const [a1, a2, a3, b1, b2, b3] = [1 - f1, 1 - f2, 1 - f3, f1 * u, f2 * u, f3 * u];
  for (let cell = before.length - 1; cell >= 0; cell--) {
    const from = before[cell]!;
    let best = locked ? NO_WAY : values[base + cell]!;
    let level = 0;
    const none = a1 * values[base + from]! + b1;
    if (none > best) {
      best = none;
      level = 1;
    }
    const silver = a2 * values[silverBase + from]! + b2;
    if (silver > best) {
      best = silver;
      level = 2;
    }
    const gold = a3 * values[goldBase + from]! + b3;
    if (gold > best) {
      best = gold;
      level = 3;
    }
    values[base + cell] = best;
    decisions[base + cell] = level;
  }
}

/**
 * Adds one program to every state, in place. `values` are of scenario `q`, placed by `stateAt`.
 * `decisions`, if given, receives the level chosen per state.
 */
export function addProgram(
  model: PortfolioModel,
  space: StateSpace,
  row: number,
  q: number,
  values: Float64Array,
  decisions: Uint8Array | null,
): void {
  const { scenarios, chance, gain } = model;
  const { cells, block } = space;
  const before = space.before[space.step[row]!]!;
  const s = model.specialty[row]!;
  const u = gain[row]!;
  const i = row * scenarios + q;
  const locked = model.locked[row] === 1;
  const silverMove = space.lo[s]!;
  const silvers = space.silver[s]! + 1;
  const goldMove = silverMove * silvers;
  const golds = space.gold[s]! + 1;
  const f1 = chance[1][i]!;
  const run: Run = { base: 0, silverBase: 0, goldBase: 0, f1, f2: 0, f3: 0 };
  for (let signals = block - 1; signals >= 0; signals--) {
    // A level that has no signal left is replaced by "none", which never beats itself: no test in the loop of cells.
    const hasSilver = Math.floor(signals / silverMove) % silvers > 0;
    const hasGold = Math.floor(signals / goldMove) % golds > 0;
    run.f2 = hasSilver ? chance[2][i]! : f1;
    run.f3 = hasGold ? chance[3][i]! : f1;
    run.base = signals * (cells + 1);
    run.silverBase = run.base - (hasSilver ? silverMove * (cells + 1) : 0);
    run.goldBase = run.base - (hasGold ? goldMove * (cells + 1) : 0);
    if (decisions === null) raise(values, before, run, u, locked);
    else decide(values, before, run, u, locked, decisions);
  }
}

export interface DpAnswer {
  /** The levels that led to a cell; `best` is the cell of the best portfolio. */
  readonly levelsAt: (cell: number) => Uint8Array;
  readonly best: number;
  readonly method: Method;
  /** Best value above the base by cell, every signal allowed; −∞ where the locks do not fit. */
  readonly byCell: Float64Array;
  readonly space: StateSpace;
}

/** Which of the exact methods a space is. */
function methodOf(model: PortfolioModel, space: StateSpace): Method {
  if (model.ownFee) return 'fee-dp';
  if (space.block === 1) return 'count-dp';
  return model.specialties.filter(({ most }) => most > 0).length === 1 ? 'signal-dp' : 'product-dp';
}

/** The levels that led to a state. */
function traced(model: PortfolioModel, space: StateSpace, decisions: Uint8Array, cell: number): Uint8Array {
  const { count, specialty } = model;
  const { block, lo, silver } = space;
  const levels = new Uint8Array(count);
  let at = cell;
  let spent = block - 1;
  for (let row = count - 1; row >= 0; row--) {
    const level = decisions[row * statesOf(space) + stateAt(space, at, spent)]!;
    if (level === 0) continue;
    levels[row] = level;
    const s = specialty[row]!;
    if (level === 2) spent -= lo[s]!;
    if (level === 3) spent -= lo[s]! * (silver[s]! + 1);
    at = space.before[space.step[row]!]![at]!;
  }
  return levels;
}

/**
 * The best portfolio of one scenario, or null when its states are too many. No row may share a signal unit.
 * Time and memory O(N · states); at most `mostSteps` of them.
 */
export function solveByStates(model: PortfolioModel, mostSteps: number = MOST_STEPS): DpAnswer | null {
  const fits = Math.min(MOST_STATES, Math.floor(mostSteps / Math.max(1, model.count)));
  const space = stateSpace(model, fits);
  if (!space?.sharp) return null;
  const states = statesOf(space);
  const values = emptyValues(space);
  const decisions = new Uint8Array(states * model.count);
  for (let row = 0; row < model.count; row++)
    addProgram(model, space, row, 0, values, decisions.subarray(row * states, (row + 1) * states));
  const byCell = Float64Array.from(
    { length: space.cells },
    (_, cell) => values[stateAt(space, cell, space.block - 1)]!,
  );
  let best = 0;
  for (let cell = 1; cell < space.cells; cell++)
    if (
      byCell[cell]! > byCell[best]! ||
      (byCell[cell] === byCell[best] && space.spend[cell]! < space.spend[best]!)
    )
      best = cell;
  return {
    levelsAt: (cell) => traced(model, space, decisions, cell),
    best,
    method: methodOf(model, space),
    byCell,
    space,
  };
}
