// E3, E4, E5 and E8: exact for one scenario. Programs are added in ascending utility; one better than all present turns
// a value v into (1−f)·v + f·u, which rises with v, so the best of each state is enough (for fees: Kapur and Hong,
// arXiv 2205.01869; counts and signals take the place of dollars). It must not be used across scenarios, whose
// values do not rise together.
import type { PortfolioModel } from './portfolio-model.ts';
import type { Method } from './portfolio-problem.ts';
import { type StateSpace, stateSpace } from './state-space.ts';

/** Bounds the work to about 0.1 s and the record of decisions to 24 MB. */
export const MOST_STATES = 100_000;
export const MOST_STEPS = 24_000_000;

/** A state's best value before any program: 0, for "at most this much used". */
export const emptyValues = (space: StateSpace): Float64Array => new Float64Array(space.cells * space.block);

/** Where nothing but locked programs can be left out, too little of a resource has no value at all. */
const NO_WAY = Number.NEGATIVE_INFINITY;

/**
 * Adds one program to every state, in place. `values` are of scenario `q`, cell · block + signals spent at most.
 * `decisions`, if given, receives the level chosen per state from `at` on. Nothing is allocated.
 * Going down in cells and in signals keeps every read of the state before this program.
 */
export function addProgram(
  model: PortfolioModel,
  space: StateSpace,
  row: number,
  q: number,
  values: Float64Array,
  decisions: Uint8Array | null,
  at: number,
): void {
  const { scenarios, chance, gain } = model;
  const { cells, block } = space;
  const before = space.before[space.step[row]!]!;
  const s = model.specialty[row]!;
  const u = gain[row]!;
  const i = row * scenarios + q;
  const b1 = chance[1][i]! * u;
  const a1 = 1 - chance[1][i]!;
  const locked = model.locked[row] === 1;
  if (block === 1) {
    for (let cell = cells - 1; cell >= 0; cell--) {
      const from = before[cell]!;
      const stay = locked ? NO_WAY : values[cell]!;
      const take = from < 0 ? NO_WAY : a1 * values[from]! + b1;
      const better = take > stay;
      values[cell] = better ? take : stay;
      if (better && decisions) decisions[at + cell] = 1;
    }
    return;
  }
  const a2 = 1 - chance[2][i]!;
  const b2 = chance[2][i]! * u;
  const a3 = 1 - chance[3][i]!;
  const b3 = chance[3][i]! * u;
  const silverMove = space.lo[s]!;
  const goldMove = silverMove * (space.silver[s]! + 1);
  const hiMove = goldMove * (space.gold[s]! + 1);
  for (let cell = cells - 1; cell >= 0; cell--) {
    const base = cell * block;
    const from = before[cell]!;
    if (from < 0) {
      if (locked) values.fill(NO_WAY, base, base + block);
      continue;
    }
    const back = (from - cell) * block;
    // A level that has no signal left is replaced by "none", which never beats itself: no test in the inner loop.
    for (let top = base + block; top > base; top -= goldMove) {
      const bottom = top - goldMove;
      const hasGold = (bottom - base) % hiMove > 0;
      const c3 = hasGold ? a3 : a1;
      const d3 = hasGold ? b3 : b1;
      const back3 = hasGold ? back - goldMove : back;
      for (let half = 0; half < 2; half++) {
        const hasSilver = half === 0;
        const c2 = hasSilver ? a2 : a1;
        const d2 = hasSilver ? b2 : b1;
        const back2 = hasSilver ? back - silverMove : back;
        const end = hasSilver ? bottom + silverMove : bottom;
        for (let x = (hasSilver ? top : bottom + silverMove) - 1; x >= end; x--) {
          let best = locked ? NO_WAY : values[x]!;
          let level = 0;
          const none = a1 * values[x + back]! + b1;
          if (none > best) {
            best = none;
            level = 1;
          }
          const silver = c2 * values[x + back2]! + d2;
          if (silver > best) {
            best = silver;
            level = 2;
          }
          const gold = c3 * values[x + back3]! + d3;
          if (gold > best) {
            best = gold;
            level = 3;
          }
          values[x] = best;
          if (level > 0 && decisions) decisions[at + x] = level;
        }
      }
    }
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
    const level = decisions[row * space.cells * block + at * block + spent]!;
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
  const states = space.cells * space.block;
  const values = emptyValues(space);
  const decisions = new Uint8Array(states * model.count);
  for (let row = 0; row < model.count; row++)
    addProgram(model, space, row, 0, values, decisions, row * states);
  const byCell = Float64Array.from(
    { length: space.cells },
    (_, cell) => values[(cell + 1) * space.block - 1]!,
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
