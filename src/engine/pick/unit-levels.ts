// Tracks that share one signal. A solver that knows only single programs gets a model in which each shared unit is
// settled at one level, its signal paid; or, where only a bound is wanted, freed: the best level for nothing.
import { openLevels, type PortfolioModel } from './portfolio-model.ts';
import { GOLD, NONE, SILVER } from './portfolio-problem.ts';

/** A model like `model` in which rows of shared units have only the chances `chanceOf` gives them, unsignalled. */
function single(
  model: PortfolioModel,
  limits: { readonly gold: Int32Array; readonly silver: Int32Array },
  chanceOf: (row: number, q: number) => number,
): PortfolioModel {
  const { count, scenarios, unit, chance, specialties } = model;
  const [skip, none, silver, gold] = [chance[0], chance[1].slice(), chance[2].slice(), chance[3].slice()];
  for (let row = 0; row < count; row++) {
    if (unit[row]! < 0) continue;
    for (let q = 0; q < scenarios; q++) {
      const at = row * scenarios + q;
      none[at] = chanceOf(row, q);
      silver[at] = 0;
      gold[at] = 0;
    }
  }
  return {
    ...model,
    chance: [skip, none, silver, gold],
    unit: new Int32Array(count).fill(-1),
    units: 0,
    specialties: specialties.map((terms, s) => ({
      ...terms,
      gold: limits.gold[s]!,
      silver: limits.silver[s]!,
    })),
  };
}

/** Shared units freed: never worth less than the model, so an optimum of it is a bound. The model itself if none. */
export function unitsFreed(model: PortfolioModel): PortfolioModel {
  if (model.units === 0) return model;
  const { scenarios, chance, specialty, specialties } = model;
  const levels = specialties.map((terms) => openLevels(terms).filter((level) => level > 0));
  const limits = {
    gold: Int32Array.from(specialties, ({ gold }) => gold),
    silver: Int32Array.from(specialties, ({ silver }) => silver),
  };
  return single(model, limits, (row, q) =>
    levels[specialty[row]!]!.reduce((most, level) => Math.max(most, chance[level]![row * scenarios + q]!), 0),
  );
}

/** One way to settle all shared units, and how to read its levels back. */
export interface SettledUnits {
  readonly model: PortfolioModel;
  /** Levels of `model` for levels of the settled model. */
  readonly restore: (levels: Uint8Array) => Uint8Array;
}

/** Every way to settle the shared units within the signal limits: at most 3^units; the model itself if none. */
export function* unitSettlements(model: PortfolioModel): Generator<SettledUnits> {
  const { units, scenarios, chance, unit, specialty, specialties } = model;
  if (units === 0) {
    yield { model, restore: (levels) => levels };
    return;
  }
  const home = new Int32Array(units);
  unit.forEach((u, row) => {
    if (u >= 0) home[u] = specialty[row]!;
  });
  const level = new Uint8Array(units);
  const gold = Int32Array.from(specialties, (terms) => terms.gold);
  const silver = Int32Array.from(specialties, (terms) => terms.silver);
  function* settle(u: number): Generator<SettledUnits> {
    if (u === units) {
      const settled = level.slice();
      const levelOf = (row: number) => settled[unit[row]!]!;
      yield {
        model: single(
          model,
          { gold: gold.slice(), silver: silver.slice() },
          (row, q) => chance[levelOf(row)]![row * scenarios + q]!,
        ),
        restore: (levels) => levels.map((own, row) => (own > 0 && unit[row]! >= 0 ? levelOf(row) : own)),
      };
      return;
    }
    const s = home[u]!;
    level[u] = NONE;
    yield* settle(u + 1);
    for (const [signal, left] of [
      [SILVER, silver],
      [GOLD, gold],
    ] as const) {
      if (left[s]! < 1) continue;
      left[s] = left[s]! - 1;
      level[u] = signal;
      yield* settle(u + 1);
      left[s] = left[s]! + 1;
    }
  }
  yield* settle(0);
}
