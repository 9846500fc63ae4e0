// What a portfolio may have used up, as numbered states: a grid of counts (or of dollars, with own fees) times a block of
// spent signals. It holds only what fits the budget, and nothing of programs or values.
import { FEE_SLACK, type PortfolioModel } from './portfolio-model.ts';

export interface StateSpace {
  /** Cells of the grid; a cell's predecessors come before it. */
  readonly cells: number;
  /** USD at most at each cell. */
  readonly spend: Float64Array;
  /** By step: the cell before one more application of that kind, or `cells` where there is none. */
  readonly before: readonly Int32Array[];
  /** The same by step as runs of cells that lie equally far behind: first cell, last cell, how far, first cell, … */
  readonly runs: readonly Int32Array[];
  /** The step each row takes. */
  readonly step: Int32Array;
  /** States per cell: combinations of signals spent. */
  readonly block: number;
  /** By specialty: the block is [hi][gold][silver][lo]; lo is also what one silver moves, (silver + 1) · lo one gold. */
  readonly gold: Int32Array;
  readonly silver: Int32Array;
  readonly lo: Int32Array;
  /** False where own fees had to be rounded down to fit a grid: then the space allows too much. */
  readonly sharp: boolean;
}

const LARGEST_BOX = 4_000_000;
/** Steps of a purse whose fees have no common unit, or too small a one. */
const COARSE = 2000;

/** The largest unit all amounts are whole multiples of, or null where there is none above a hundredth of a cent. */
function commonUnit(amounts: Float64Array): number | null {
  for (const scale of [1, 100, 10_000]) {
    const whole = Array.from(amounts, (usd) => Math.round(usd * scale));
    if (!whole.every((n, i) => Math.abs(n - amounts[i]! * scale) <= 1e-7)) continue;
    let unit = 0;
    for (const n of whole) {
      let [a, b] = [unit, n];
      while (b > 0) [a, b] = [b, a % b];
      unit = a;
    }
    return unit > 0 ? unit / scale : 1;
  }
  return null;
}

interface Axes {
  /** Largest digit of each axis. */
  readonly top: readonly number[];
  /** By step: how far it moves on each axis. */
  readonly moves: readonly (readonly number[])[];
  readonly step: Int32Array;
  readonly spend: (digits: readonly number[]) => number;
  readonly sharp: boolean;
}

/** One axis per specialty that has rows. */
function countAxes(model: PortfolioModel): Axes {
  const { specialties, specialty } = model;
  return {
    top: specialties.map(({ most }) => most),
    moves: specialties.map((_, s) => specialties.map((_, axis) => (axis === s ? 1 : 0))),
    step: specialty,
    spend: (digits) => digits.reduce((usd, n, s) => usd + (specialties[s]?.fee[n] ?? Number.NaN), 0),
    sharp: true,
  };
}

/** One axis of dollars, and one per specialty whose cap could bind. */
function dollarAxes(model: PortfolioModel, ownFee: Float64Array, maxCells: number): Axes {
  const { specialties, specialty } = model;
  const total = ownFee.reduce((sum, usd) => sum + usd, 0);
  const purse = Math.min(model.budget, total) + FEE_SLACK;
  const rowsOf = (s: number) => specialty.filter((own) => own === s).length;
  const capped = specialties.flatMap(({ most }, s) => (most < rowsOf(s) ? [s] : []));
  const room = Math.floor(maxCells / capped.reduce((all, s) => all * (specialties[s]!.most + 1), 1));
  const exact = commonUnit(ownFee);
  const sharp = exact !== null && purse / exact < room;
  const unit = sharp ? exact : Math.max(purse / Math.max(1, Math.min(COARSE, room - 1)), 1e-9);
  const price = ownFee.map((usd) => (sharp ? Math.round(usd / unit) : Math.floor(usd / unit)));
  const kinds = new Map<string, number>();
  const moves: number[][] = [];
  const step = specialty.map((s, row) => {
    const move = [...capped.map((c) => (c === s ? 1 : 0)), price[row]!];
    const key = move.join();
    const known = kinds.get(key);
    if (known !== undefined) return known;
    kinds.set(key, moves.length);
    return moves.push(move) - 1;
  });
  return {
    top: [...capped.map((s) => specialties[s]!.most), Math.floor(purse / unit)],
    moves,
    step,
    spend: (digits) => digits[capped.length]! * unit,
    sharp,
  };
}

/** Runs of neighbouring cells with the same distance to the cell before; the cells without one are in none. */
function runsOf(before: Int32Array): Int32Array {
  const runs: number[] = [];
  for (let first = 0; first < before.length; ) {
    const back = first - before[first]!;
    let next = first + 1;
    while (next < before.length && back === next - before[next]!) next++;
    if (back >= 0) runs.push(first, next - 1, back);
    first = next;
  }
  return Int32Array.from(runs);
}

/**
 * The states of a model with no shared units, or null when they are more than `maxStates`.
 * Rows that share a unit must have been settled or freed before (see unit-levels.ts).
 */
export function stateSpace(model: PortfolioModel, maxStates: number): StateSpace | null {
  const { specialties } = model;
  const gold = Int32Array.from(specialties, (terms) => terms.gold);
  const silver = Int32Array.from(specialties, (terms) => terms.silver);
  const lo = new Int32Array(specialties.length);
  let block = 1;
  for (let s = specialties.length - 1; s >= 0; s--) {
    lo[s] = block;
    block *= (gold[s]! + 1) * (silver[s]! + 1);
    if (block > maxStates) return null;
  }
  const maxCells = Math.floor(maxStates / block);
  const axes = model.ownFee ? dollarAxes(model, model.ownFee, maxCells) : countAxes(model);
  const stride: number[] = [];
  let box = 1;
  for (let axis = axes.top.length - 1; axis >= 0; axis--) {
    stride[axis] = box;
    box *= (axes.top[axis] ?? 0) + 1;
    if (box > LARGEST_BOX) return null;
  }
  const cellOf = new Int32Array(box).fill(-1);
  const spend: number[] = [];
  const keys: number[] = [];
  const digits = axes.top.map(() => 0);
  for (let key = 0; key < box; key++) {
    const usd = axes.spend(digits);
    if (usd <= model.budget + FEE_SLACK) {
      if (keys.length === maxCells) return null;
      cellOf[key] = keys.push(key) - 1;
      spend.push(usd);
    }
    for (let axis = digits.length - 1; axis >= 0; axis--) {
      if (digits[axis]! < axes.top[axis]!) {
        digits[axis] = digits[axis]! + 1;
        break;
      }
      digits[axis] = 0;
    }
  }
  const before = axes.moves.map((move) => {
    const back = move.reduce((sum, by, axis) => sum + by * stride[axis]!, 0);
    const allows = (key: number) => {
      for (let axis = 0; axis < move.length; axis++) {
        const digit = Math.floor(key / stride[axis]!) % (axes.top[axis]! + 1);
        if (digit < move[axis]!) return false;
      }
      return true;
    };
    return Int32Array.from(keys, (key) => (allows(key) ? cellOf[key - back]! : keys.length));
  });
  return {
    cells: spend.length,
    spend: Float64Array.from(spend),
    before,
    runs: before.map(runsOf),
    step: axes.step,
    block,
    gold,
    silver,
    lo,
    sharp: axes.sharp,
  };
}
