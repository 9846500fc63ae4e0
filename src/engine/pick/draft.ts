// A portfolio in the making and what it is worth: prefix and suffix products by scenario, so that the value with one program
// changed costs O(scenarios). It decides nothing.
import { Ledger } from './ledger.ts';
import type { PortfolioModel } from './portfolio-model.ts';
import { NONE, SKIP } from './portfolio-problem.ts';

export class Draft extends Ledger {
  /** Chosen rows, best first, `size` of them. */
  readonly list: Int32Array;
  size = 0;
  /** Chosen rows better than each row. */
  readonly above: Int32Array;
  /** By place · scenarios + scenario: P(nothing above wins), what those above are worth, what this and below are. */
  readonly open: Float64Array;
  readonly won: Float64Array;
  readonly rest: Float64Array;
  /** What a sure place worth u, put in at a place, would add: Σ f · (u · lift − drag), both weighed. */
  readonly lift: Float64Array;
  readonly drag: Float64Array;

  constructor(model: PortfolioModel, levels: Uint8Array = new Uint8Array(model.count)) {
    super(model);
    const { count, scenarios } = model;
    const places = (count + 1) * scenarios;
    this.list = new Int32Array(count);
    this.above = new Int32Array(count);
    this.open = new Float64Array(places);
    this.won = new Float64Array(places);
    this.rest = new Float64Array(places);
    this.lift = new Float64Array(places);
    this.drag = new Float64Array(places);
    levels.forEach((level, row) => {
      if (level > 0) this.put(row, level);
    });
    this.rebuild();
  }

  /** The locked rows without a signal: where every search starts. */
  static locked(model: PortfolioModel): Draft {
    return new Draft(
      model,
      model.locked.map((is) => (is === 1 ? NONE : SKIP)),
    );
  }

  /** Recomputes the list and its products; must follow `put` before a value is asked for. Time O(N + size · scenarios). */
  rebuild(): void {
    const { count, scenarios, weights, gain, chance } = this.model;
    const { levels, list, above, open, won, rest, lift, drag } = this;
    let size = 0;
    open.fill(1, 0, scenarios);
    won.fill(0, 0, scenarios);
    for (let row = count - 1; row >= 0; row--) {
      above[row] = size;
      const level = levels[row]!;
      if (level === 0) continue;
      list[size] = row;
      const odds = chance[level]!;
      const u = gain[row]!;
      for (let q = 0, at = size * scenarios, i = row * scenarios; q < scenarios; q++, at++, i++) {
        const f = odds[i]!;
        won[at + scenarios] = won[at]! + open[at]! * f * u;
        open[at + scenarios] = open[at]! * (1 - f);
      }
      size++;
    }
    this.size = size;
    for (let r = size; r >= 0; r--) {
      const row = r < size ? list[r]! : -1;
      const odds = row < 0 ? null : chance[levels[row]!]!;
      const u = row < 0 ? 0 : gain[row]!;
      for (let q = 0, at = r * scenarios, i = row * scenarios; q < scenarios; q++, at++, i++) {
        const f = odds ? odds[i]! : 0;
        const below = odds ? f * u + (1 - f) * rest[at + scenarios]! : 0;
        const share = weights[q]! * open[at]!;
        rest[at] = below;
        lift[at] = share;
        drag[at] = share * below;
      }
    }
  }

  /** Value above the base. */
  value(): number {
    const { scenarios, weights } = this.model;
    let value = 0;
    for (let q = 0; q < scenarios; q++) value += weights[q]! * this.rest[q]!;
    return value;
  }

  /** What adding a row that is not chosen would add to the value. Time O(scenarios), and the whole search lives here. */
  gainOf(row: number, level: number): number {
    const { scenarios, gain, chance } = this.model;
    const { lift, drag } = this;
    const u = gain[row]!;
    const odds = chance[level]!;
    let at = this.above[row]! * scenarios;
    let i = row * scenarios;
    let sum = 0;
    for (const end = i + scenarios; i < end; i++, at++) sum += odds[i]! * (u * lift[at]! - drag[at]!);
    return sum;
  }

  /**
   * Value above the base with one row at another level, the rest as at the last `rebuild`. Time O(scenarios).
   * A row whose unit shares its level with other chosen rows is the business of `valueTogether`.
   */
  valueWith(row: number, level: number): number {
    const { scenarios, weights, gain, chance } = this.model;
    const { open, won, rest, levels, above } = this;
    const u = gain[row]!;
    const odds = chance[level]!;
    let at = above[row]! * scenarios;
    const after = levels[row]! > 0 ? scenarios : 0;
    let value = 0;
    for (let q = 0, i = row * scenarios; q < scenarios; q++, i++, at++) {
      const f = odds[i]!;
      value += weights[q]! * (won[at]! + open[at]! * (f * u + (1 - f) * rest[at + after]!));
    }
    return value;
  }

  /** `valueWith` for any row: the chosen rows of its unit move together. Time O(N + size · scenarios) if they do. */
  valueTogether(row: number, level: number): number {
    if (!this.movesOthers(row, level)) return this.valueWith(row, level);
    const before = this.levels[row]!;
    const shared = this.unitLevel[this.model.unit[row]!]!;
    this.put(row, level);
    this.rebuild();
    const value = this.value();
    if (before === SKIP) {
      this.put(row, shared);
      this.put(row, SKIP);
    } else this.put(row, before);
    this.rebuild();
    return value;
  }
}
