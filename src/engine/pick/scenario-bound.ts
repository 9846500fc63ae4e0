// Bounds across scenarios: knowing the scenario beforehand can only help, so the best of each scenario by itself, weighed,
// is never below the best of all together. Each is found by state-dp.ts on a model whose shared units are freed.
import { marginalGreedy } from './marginal-greedy.ts';
import { FEE_SLACK, openLevels, type PortfolioModel } from './portfolio-model.ts';
import { addProgram, emptyValues, stateAt, statesOf } from './state-dp.ts';
import { type StateSpace, stateSpace } from './state-space.ts';

/** What each state can still win from the worst programs, by how many of them there are. */
export interface BoundTables {
  readonly space: StateSpace;
  /** (rows added · states + state) · scenarios + scenario, rows added from 0 to N: what one branch reads lies together. */
  readonly value: Float64Array;
}

/** Tables of every stage, or null when they would hold more than `most` numbers. `model` shares no units. */
export function boundTables(model: PortfolioModel, most: number): BoundTables | null {
  const { count, scenarios } = model;
  const space = stateSpace(model, Math.floor(most / ((count + 1) * scenarios)));
  if (!space) return null;
  const states = statesOf(space);
  const value = new Float64Array((count + 1) * states * scenarios);
  for (let q = 0; q < scenarios; q++) {
    const now = emptyValues(space);
    for (let row = 0; row < count; row++) {
      addProgram(model, space, row, q, now);
      for (let state = 0, at = (row + 1) * states * scenarios + q; state < states; state++, at += scenarios)
        value[at] = now[state]!;
    }
  }
  return { space, value };
}

/** No scenario is worth more than with the best level everywhere for nothing, and the fee of no specialty but a count. */
function looseBound(model: PortfolioModel, q: number): number {
  const { count, scenarios, chance, specialty, specialties, gain, locks } = model;
  const levels = specialties.map(openLevels);
  const best = Float64Array.from({ length: count }, (_, row) =>
    levels[specialty[row]!]!.reduce((most, level) => Math.max(most, chance[level]![row * scenarios + q]!), 0),
  );
  const most = specialties.reduce((all, terms) => all + terms.most, 0);
  return marginalGreedy(gain, best, Math.max(most, locks)).gains.reduce((sum, by) => sum + by, 0);
}

/** A model to solve instead, its space, and how many of the heaviest scenarios the steps allow. */
interface Relaxed {
  readonly model: PortfolioModel;
  readonly space: StateSpace;
  readonly solved: number;
}

function relaxed(model: PortfolioModel, most: number): Relaxed | null {
  const space = stateSpace(model, Math.floor(most / model.count));
  return space && { model, space, solved: Math.floor(most / (statesOf(space) * model.count)) };
}

/** Weight of the scenarios to be solved that makes a coarser model not worth its loss. */
const ENOUGH = 0.5;

/**
 * The bound alone, above the base. Of the model itself, all specialties as one, and all signals as one too, the first in
 * which `most` steps solve most of the weight; the lighter scenarios are bounded loosely. `model` shares no units.
 */
export function scenarioBound(model: PortfolioModel, most: number): number {
  const { scenarios, weights } = model;
  const order = Array.from(weights.keys()).sort((a, b) => weights[b]! - weights[a]! || a - b);
  const covers = (n: number) => order.slice(0, n).reduce((sum, q) => sum + weights[q]!, 0);
  let best: Relaxed | null = null;
  const whole = model.ownFee ? model : merged(model);
  for (const coarser of [model, whole, signalsAsOne(whole)]) {
    const next = relaxed(coarser, most);
    if (next && (!best || next.solved > best.solved)) best = next;
    if (best && (best.solved >= scenarios || covers(best.solved) >= ENOUGH)) break;
  }
  const solved = best ? order.slice(0, best.solved) : [];
  const loose = order.slice(solved.length).reduce((sum, q) => sum + weights[q]! * looseBound(model, q), 0);
  if (!best || solved.length === 0) return loose;
  const { space } = best;
  const byCell = new Float64Array(space.cells);
  for (const q of solved) {
    const now = emptyValues(space);
    for (let row = 0; row < model.count; row++) addProgram(best.model, space, row, q, now);
    for (let cell = 0; cell < space.cells; cell++)
      byCell[cell] = byCell[cell]! + weights[q]! * now[stateAt(space, cell, space.block - 1)]!;
  }
  // Counts are the same in all scenarios; only which programs they are may differ.
  return loose + byCell.reduce((top, value) => Math.max(top, value), Number.NEGATIVE_INFINITY);
}

/** Every signal as good as the better one, and as many as both together: never worth less. */
function signalsAsOne(model: PortfolioModel): PortfolioModel {
  const { chance, specialties, specialty, scenarios } = model;
  const [skip, none, silver, gold] = chance;
  const either = gold.map((f, i) => {
    const terms = specialties[specialty[Math.floor(i / scenarios)]!]!;
    return Math.max(terms.gold > 0 ? f : 0, terms.silver > 0 ? silver[i]! : 0);
  });
  return {
    ...model,
    chance: [skip, none, new Float64Array(silver.length), either],
    specialties: specialties.map((terms) => ({
      ...terms,
      gold: Math.min(terms.most, terms.gold + terms.silver),
      silver: 0,
    })),
  };
}

/**
 * All specialties as one with the limits of all together, and the least any split of a count costs: never worth less
 * than the model, and small enough to solve. Caps inside are let go.
 */
export function merged(model: PortfolioModel): PortfolioModel {
  const { specialties, budget, count } = model;
  let fee = new Float64Array(1);
  for (const terms of specialties) {
    const both = new Float64Array(fee.length + terms.most).fill(Number.POSITIVE_INFINITY);
    for (let a = 0; a < fee.length; a++)
      for (let b = 0; b <= terms.most; b++) both[a + b] = Math.min(both[a + b]!, fee[a]! + terms.fee[b]!);
    let most = both.length;
    while (most > 1 && both[most - 1]! > budget + FEE_SLACK) most--;
    fee = both.slice(0, most);
  }
  const most = fee.length - 1;
  const sum = (of: 'gold' | 'silver') =>
    Math.min(
      most,
      specialties.reduce((all, terms) => all + terms[of], 0),
    );
  return {
    ...model,
    specialty: new Int32Array(count),
    specialties: [{ fee, gold: sum('gold'), silver: sum('silver'), most }],
  };
}
