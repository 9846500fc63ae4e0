// E3, E4, E5 and E8: exact for one scenario. Programs are added in ascending utility; one better than all present turns
// a value v into (1−f)·v + f·u, which rises with v, so the best of each state is enough (for fees: Kapur and Hong,
// arXiv 2205.01869; counts and signals take the place of dollars). It must not be used across scenarios, whose
// values do not rise together.
import type { PortfolioModel } from './portfolio-model.ts';
import { type Method, SKIP } from './portfolio-problem.ts';
import { type StateSpace, stateSpace } from './state-space.ts';

/** Bounds the work to about 0.1 s and the record of decisions to 24 MB. */
const MOST_STATES = 100_000;
export const MOST_STEPS = 24_000_000;

/** Where nothing but locked programs can be left out, too little of a resource has no value at all. */
const NO_WAY = Number.NEGATIVE_INFINITY;

// An array that belongs to the module is a constant to the compiler, and its loops take half the instructions. So the
// long loop has these for a table of states and for the levels one program chose.
const table = new Float64Array(MOST_STATES);
const chosen = new Uint8Array(MOST_STATES);

/** Places a table of states takes. */
export const statesOf = (space: StateSpace): number => space.cells * space.block;

/** Place of a state: the long loop runs over neighbouring cells, for signals spent at most. */
export const stateAt = (space: StateSpace, cell: number, signals: number): number =>
  signals * space.cells + cell;

/** A state's best value before any program: 0, for "at most this much used". */
export const emptyValues = (space: StateSpace): Float64Array => new Float64Array(statesOf(space));

/** One program on one run of states. */
interface Addition {
  first: number;
  last: number;
  /** By level: how far behind a state lies the one before, and the chance. */
  back: number;
  silverBack: number;
  goldBack: number;
  f1: number;
  f2: number;
  f3: number;
  gain: number;
  /** Added to the value without the program: 0, or NO_WAY for a locked one. */
  skip: number;
}

/** Raises one run of states, going down, so that every read is of the state before this program. */
function raise(values: Float64Array, addition: Addition): void {
  const { first, last, back, silverBack, goldBack, f1, f2, f3, gain, skip } = addition;
  const [a1, a2, a3, b1, b2, b3] = [1 - f1, 1 - f2, 1 - f3, f1 * gain, f2 * gain, f3 * gain];
  for (let state = last; state >= first; state--) {
    let best = values[state]! + skip;
    const none = a1 * values[state - back]! + b1;
    if (none > best) best = none;
    const silver = a2 * values[state - silverBack]! + b2;
    if (silver > best) best = silver;
    const gold = a3 * values[state - goldBack]! + b3;
    if (gold > best) best = gold;
    values[state] = best;
  }
}

/**
 * The same, and writes the levels to `chosen`: a copy of the loop, because either would slow the other. It works in
 * `table`, whatever values it is handed.
 */
function decide(_: Float64Array, addition: Addition): void {
  const { first, last, back, silverBack, goldBack, f1, f2, f3, gain, skip } = addition;
  const [a1, a2, a3, b1, b2, b3] = [1 - f1, 1 - f2, 1 - f3, f1 * gain, f2 * gain, f3 * gain];
  for (let state = last; state >= first; state--) {
    let best = table[state]! + skip;
    let level = 0;
    const none = a1 * table[state - back]! + b1;
    if (none > best) {
      best = none;
      level = 1;
    }
    const silver = a2 * table[state - silverBack]! + b2;
    if (silver > best) {
      best = silver;
      level = 2;
    }
    const gold = a3 * table[state - goldBack]! + b3;
    if (gold > best) {
      best = gold;
      level = 3;
    }
    table[state] = best;
    chosen[state] = level;
  }
}

/**
 * Adds one program to every state, in place, by `add` run by run. `values` are of scenario `q`, placed by `stateAt`.
 */
export function addProgram(
  model: PortfolioModel,
  space: StateSpace,
  row: number,
  q: number,
  values: Float64Array,
  add: (values: Float64Array, addition: Addition) => void = raise,
): void {
  const { scenarios, chance, gain } = model;
  const { cells, block } = space;
  const before = space.before[space.step[row]!]!;
  const runs = space.runs[space.step[row]!]!;
  const s = model.specialty[row]!;
  const i = row * scenarios + q;
  const locked = model.locked[row] === 1;
  const silverMove = space.lo[s]!;
  const silvers = space.silver[s]! + 1;
  const goldMove = silverMove * silvers;
  const golds = space.gold[s]! + 1;
  const f1 = chance[1][i]!;
  const run: Addition = {
    first: 0,
    last: 0,
    back: 0,
    silverBack: 0,
    goldBack: 0,
    f1,
    f2: f1,
    f3: f1,
    gain: gain[row]!,
    skip: locked ? NO_WAY : 0,
  };
  for (let signals = block - 1; signals >= 0; signals--) {
    // A level that has no signal left is replaced by "none", which never beats itself: no test in the loop of states.
    const hasSilver = Math.floor(signals / silverMove) % silvers > 0;
    const hasGold = Math.floor(signals / goldMove) % golds > 0;
    run.f2 = hasSilver ? chance[2][i]! : f1;
    run.f3 = hasGold ? chance[3][i]! : f1;
    const base = signals * cells;
    for (let at = runs.length - 3; at >= 0; at -= 3) {
      run.first = base + runs[at]!;
      run.last = base + runs[at + 1]!;
      run.back = runs[at + 2]!;
      run.silverBack = run.back + (hasSilver ? silverMove * cells : 0);
      run.goldBack = run.back + (hasGold ? goldMove * cells : 0);
      add(values, run);
    }
    if (locked)
      for (let cell = 0; cell < cells; cell++) if (before[cell] === cells) values[base + cell] = NO_WAY;
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
    if (level === SKIP) continue;
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
  const decisions = new Uint8Array(states * model.count);
  table.fill(0, 0, states);
  for (let row = 0; row < model.count; row++) {
    chosen.fill(SKIP, 0, states);
    addProgram(model, space, row, 0, table, decide);
    decisions.set(chosen.subarray(0, states), row * states);
  }
  const byCell = table.slice(stateAt(space, 0, space.block - 1), states);
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
