// What a portfolio in the making has used up of its limits: counts, signals, shared units and dollars. It knows nothing of
// values.
import { FEE_SLACK, type PortfolioModel } from './portfolio-model.ts';
import { GOLD, SILVER, SKIP } from './portfolio-problem.ts';

export class Ledger {
  readonly model: PortfolioModel;
  /** Level 0–3 by row. */
  readonly levels: Uint8Array;
  readonly counts: Int32Array;
  readonly goldUsed: Int32Array;
  readonly silverUsed: Int32Array;
  readonly unitLevel: Uint8Array;
  readonly unitCount: Int32Array;
  ownSpend = 0;

  constructor(model: PortfolioModel) {
    const { count, specialties, units } = model;
    this.model = model;
    this.levels = new Uint8Array(count);
    this.counts = new Int32Array(specialties.length);
    this.goldUsed = new Int32Array(specialties.length);
    this.silverUsed = new Int32Array(specialties.length);
    this.unitLevel = new Uint8Array(units);
    this.unitCount = new Int32Array(units);
  }

  /** USD spent. Infinite where a count is past the price list. */
  get spend(): number {
    const { ownFee, specialties } = this.model;
    if (ownFee) return this.ownSpend;
    let usd = 0;
    for (let s = 0; s < specialties.length; s++) {
      const { fee } = specialties[s]!;
      const n = this.counts[s]!;
      usd += n < fee.length ? fee[n]! : Number.POSITIVE_INFINITY;
    }
    return usd;
  }

  /** Whether every limit holds; locks are not its business. */
  fits(): boolean {
    const { specialties, budget } = this.model;
    for (let s = 0; s < specialties.length; s++) {
      const { gold, silver, most } = specialties[s]!;
      if (this.goldUsed[s]! > gold || this.silverUsed[s]! > silver || this.counts[s]! > most) return false;
    }
    return this.spend <= budget + FEE_SLACK;
  }

  /**
   * Puts a row at a level, whatever the limits. The chosen rows of a shared unit take the level together.
   */
  put(row: number, level: number): void {
    const { specialty, unit, ownFee } = this.model;
    const old = this.levels[row]!;
    if (old === level) return;
    const s = specialty[row]!;
    if (old === SKIP) this.counts[s]!++;
    if (level === SKIP) this.counts[s]!--;
    if (ownFee) {
      if (old === SKIP) this.ownSpend += ownFee[row]!;
      if (level === SKIP) this.ownSpend -= ownFee[row]!;
    }
    this.levels[row] = level;
    const u = unit[row]!;
    if (u < 0) {
      this.#signal(s, old, -1);
      this.#signal(s, level, 1);
      return;
    }
    if (old === SKIP) this.unitCount[u]!++;
    if (level === SKIP) this.unitCount[u]!--;
    const shared = this.unitLevel[u]!;
    const now = level === SKIP && this.unitCount[u]! > 0 ? shared : level;
    if (now === shared) return;
    this.#signal(s, shared, -1);
    this.#signal(s, now, 1);
    this.unitLevel[u] = now;
    for (let other = 0; other < unit.length; other++)
      if (unit[other] === u && this.levels[other]! > 0) this.levels[other] = now;
  }

  #signal(s: number, level: number, by: number): void {
    if (level === GOLD) this.goldUsed[s]! += by;
    if (level === SILVER) this.silverUsed[s]! += by;
  }

  /** Whether putting the row at the level would move other chosen rows of its unit. */
  movesOthers(row: number, level: number): boolean {
    const u = this.model.unit[row]!;
    if (u < 0 || level === SKIP) return false;
    const others = this.unitCount[u]! - (this.levels[row]! > 0 ? 1 : 0);
    return others > 0 && this.unitLevel[u] !== level;
  }

  /** Whether every limit would hold with one row at another level. Time O(specialties). */
  fitsWith(row: number, level: number): boolean {
    const before = this.levels[row]!;
    if (before === level) return this.fits();
    const u = this.model.unit[row]!;
    const shared = u < 0 ? SKIP : this.unitLevel[u]!;
    this.put(row, level);
    const fits = this.fits();
    if (before === SKIP) {
      if (u >= 0 && this.unitCount[u]! > 1) this.put(row, shared);
      this.put(row, SKIP);
    } else this.put(row, before);
    return fits;
  }

  /**
   * Which changes of level the limits allow now, by specialty · 16 + from · 4 + to, for rows that share no unit.
   * Own fees are left to `canShift`.
   */
  shifts(into: Uint8Array): void {
    const { specialties, ownFee } = this.model;
    const spend = ownFee ? 0 : this.spend;
    const purse = ownFee ? Number.POSITIVE_INFINITY : this.model.budget + FEE_SLACK;
    let over = 0;
    for (let s = 0; s < specialties.length; s++) if (!this.#holds(s, 0, 0, 0)) over++;
    for (let s = 0; s < specialties.length; s++) {
      const { fee } = specialties[s]!;
      const n = this.counts[s]!;
      // Another specialty over its limits cannot be helped by a change in this one.
      const others = over - (this.#holds(s, 0, 0, 0) ? 0 : 1);
      for (let from = SKIP; from <= GOLD; from++)
        for (let to = SKIP; to <= GOLD; to++) {
          const more = (to > SKIP ? 1 : 0) - (from > SKIP ? 1 : 0);
          const gold = (to === GOLD ? 1 : 0) - (from === GOLD ? 1 : 0);
          const silver = (to === SILVER ? 1 : 0) - (from === SILVER ? 1 : 0);
          const usd =
            more === 0 || ownFee ? spend : spend - fee[n]! + (fee[n + more] ?? Number.POSITIVE_INFINITY);
          into[s * 16 + from * 4 + to] =
            others === 0 && this.#holds(s, more, gold, silver) && usd <= purse ? 1 : 0;
        }
    }
  }

  #holds(s: number, more: number, gold: number, silver: number): boolean {
    const terms = this.model.specialties[s]!;
    return (
      this.counts[s]! + more <= terms.most &&
      this.goldUsed[s]! + gold <= terms.gold &&
      this.silverUsed[s]! + silver <= terms.silver
    );
  }

  /** Whether the limits would hold with one row at another level, by a table from `shifts` where it can. */
  canShift(table: Uint8Array, row: number, level: number): boolean {
    const { unit, specialty, ownFee, budget } = this.model;
    if (unit[row]! >= 0) return this.fitsWith(row, level);
    const from = this.levels[row]!;
    if (table[specialty[row]! * 16 + from * 4 + level] === 0) return false;
    if (!ownFee) return true;
    const more = (level > SKIP ? 1 : 0) - (from > SKIP ? 1 : 0);
    return this.ownSpend + more * ownFee[row]! <= budget + FEE_SLACK;
  }
}
