// Exact for any number of scenarios, shared units and odd fees, where few programs matter: the best are decided first, and
// a branch is left when even knowing the scenario (scenario-bound.ts) could not lift it over the best list known.
// Bounded by a count of evaluations; when those are spent it says so and proves nothing.
import { FEE_SLACK, openLevels, type PortfolioModel } from './portfolio-model.ts';
import { GOLD, SILVER, SKIP } from './portfolio-problem.ts';
import type { BoundTables } from './scenario-bound.ts';
import { stateAt, statesOf } from './state-dp.ts';

export interface BranchAnswer {
  readonly levels: Uint8Array;
  /** False when the evaluations allowed were spent first. */
  readonly proved: boolean;
}

/** A branch must promise this much more, against work on rounding. */
const MARGIN = 1e-13;
const NO_SIGNAL = -1;

class Branches {
  readonly model: PortfolioModel;
  readonly tables: BoundTables;
  readonly states: number;
  readonly levelsOf: readonly (readonly number[])[];
  readonly levels: Uint8Array;
  readonly best: Uint8Array;
  readonly unitLevel: Uint8Array;
  /** P(nothing above wins), by depth · scenarios + scenario. */
  readonly open: Float64Array;
  /** By depth · 4 + level: what the branch could reach, what it has won, its cell and its signals left. */
  readonly promise: Float64Array;
  readonly won: Float64Array;
  readonly cell: Int32Array;
  readonly signals: Int32Array;
  bestValue: number;
  left: number;

  constructor(model: PortfolioModel, tables: BoundTables, start: Uint8Array, value: number, most: number) {
    const { count, scenarios, specialties } = model;
    this.model = model;
    this.tables = tables;
    this.states = statesOf(tables.space);
    this.levelsOf = specialties.map(openLevels);
    this.levels = new Uint8Array(count);
    this.best = start.slice();
    this.unitLevel = new Uint8Array(model.units);
    this.open = new Float64Array((count + 1) * scenarios).fill(1);
    this.promise = new Float64Array((count + 1) * 4);
    this.won = new Float64Array((count + 1) * 4);
    this.cell = new Int32Array((count + 1) * 4);
    this.signals = new Int32Array((count + 1) * 4);
    this.bestValue = value;
    this.left = most;
  }

  get goal(): number {
    return this.bestValue + MARGIN * Math.max(1, Math.abs(this.bestValue));
  }

  /** Signals left after this level of a row; a shared unit keeps its level and pays once. */
  signalsAfter(row: number, level: number, left: number): number {
    const { lo, silver, gold } = this.tables.space;
    const s = this.model.specialty[row]!;
    const u = this.model.unit[row]!;
    if (u >= 0 && this.unitLevel[u]! > SKIP) return this.unitLevel[u] === level ? left : NO_SIGNAL;
    const one = lo[s]!;
    if (level === SILVER) return Math.floor(left / one) % (silver[s]! + 1) > 0 ? left - one : NO_SIGNAL;
    const oneGold = one * (silver[s]! + 1);
    if (level === GOLD) return Math.floor(left / oneGold) % (gold[s]! + 1) > 0 ? left - oneGold : NO_SIGNAL;
    return left;
  }

  /** Fills in the branch of one level of a row; its promise is −∞ where the level cannot be. */
  look(row: number, level: number, cell: number, signals: number, won: number, usd: number): void {
    const { model, tables, open } = this;
    const { scenarios, weights, chance, gain, ownFee, budget } = model;
    const at = (model.count - row) * 4 + level;
    this.promise[at] = Number.NEGATIVE_INFINITY;
    const { space } = tables;
    const nextCell = level === SKIP ? cell : space.before[space.step[row]!]![cell]!;
    if (nextCell === space.cells || (level === SKIP && model.locked[row] === 1)) return;
    if (level > SKIP && ownFee && usd + ownFee[row]! > budget + FEE_SLACK) return;
    const nextSignals = level === SKIP ? signals : this.signalsAfter(row, level, signals);
    if (nextSignals === NO_SIGNAL) return;
    const state = (row * this.states + stateAt(space, nextCell, nextSignals)) * scenarios;
    // Too little left for the locked programs below.
    if (tables.value[state] === Number.NEGATIVE_INFINITY) return;
    const from = (model.count - row - 1) * scenarios;
    let have = won;
    let more = 0;
    for (let q = 0; q < scenarios; q++) {
      const share = weights[q]! * open[from + q]!;
      const f = chance[level]![row * scenarios + q]!;
      have += share * f * gain[row]!;
      more += share * (1 - f) * tables.value[state + q]!;
    }
    this.left -= scenarios;
    this.promise[at] = have + more;
    this.won[at] = have;
    this.cell[at] = nextCell;
    this.signals[at] = nextSignals;
  }

  /** Decides the rows from `row` down, the most promising level first. `usd` is spent with own fees. */
  descend(row: number, cell: number, signals: number, won: number, usd: number): void {
    const { model, promise } = this;
    if (row < 0) {
      if (won > this.goal) {
        this.bestValue = won;
        this.best.set(this.levels);
      }
      return;
    }
    const depth = (model.count - row) * 4;
    const levels = this.levelsOf[model.specialty[row]!]!;
    for (const level of levels) this.look(row, level, cell, signals, won, usd);
    for (let tried = 0; tried < levels.length && this.left > 0; tried++) {
      let level = levels[0]!;
      for (const other of levels) if (promise[depth + other]! > promise[depth + level]!) level = other;
      if (promise[depth + level]! <= this.goal) return;
      promise[depth + level] = Number.NEGATIVE_INFINITY;
      this.take(row, level, depth + level, usd);
    }
  }

  take(row: number, level: number, at: number, usd: number): void {
    const { model, open, unitLevel } = this;
    const { scenarios, chance, unit, ownFee } = model;
    const from = (model.count - row - 1) * scenarios;
    for (let q = 0; q < scenarios; q++)
      open[from + scenarios + q] = open[from + q]! * (1 - chance[level]![row * scenarios + q]!);
    const u = unit[row]!;
    const shared = u >= 0 ? unitLevel[u]! : SKIP;
    if (u >= 0 && level > SKIP) unitLevel[u] = level;
    this.levels[row] = level;
    this.descend(
      row - 1,
      this.cell[at]!,
      this.signals[at]!,
      this.won[at]!,
      ownFee && level > SKIP ? usd + ownFee[row]! : usd,
    );
    this.levels[row] = SKIP;
    if (u >= 0) unitLevel[u] = shared;
  }
}

/**
 * Searches for a portfolio better than `start`, whose value above the base is `value` (or −∞ without one).
 * @param tables of the model with its shared units freed.
 * @param most evaluations allowed: levels looked at times scenarios.
 */
export function branchAndBound(
  model: PortfolioModel,
  tables: BoundTables,
  start: Uint8Array,
  value: number,
  most: number,
): BranchAnswer {
  const search = new Branches(model, tables, start, value, most);
  const { space } = tables;
  const inside = new Uint8Array(space.cells);
  for (const before of space.before)
    before.forEach((from, cell) => {
      if (from < space.cells && from !== cell) inside[from] = 1;
    });
  const promiseOf = (cell: number) =>
    model.weights.reduce(
      (sum, weight, q) =>
        sum +
        weight *
          tables.value[
            (model.count * search.states + stateAt(space, cell, space.block - 1)) * model.scenarios + q
          ]!,
      0,
    );
  // Only budgets that no larger one contains, the most promising first.
  const roots = Array.from(inside.keys())
    .filter((cell) => inside[cell] === 0)
    .map((cell) => ({ cell, promise: promiseOf(cell) }))
    .sort((a, b) => b.promise - a.promise);
  for (const { cell, promise } of roots) {
    if (promise <= search.goal || search.left <= 0) break;
    search.descend(model.count - 1, cell, space.block - 1, 0, 0);
  }
  return { levels: search.best, proved: search.left > 0 };
}
