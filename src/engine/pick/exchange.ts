// The search where no exact method applies: change one, two or three programs' levels at a time as long as the value
// rises. It only ever improves what it is given, and its time is bounded by a count of evaluations, never by a clock.
import { coverers } from './dominance.ts';
import type { Draft } from './draft.ts';
import { openLevels, type PortfolioModel } from './portfolio-model.ts';
import { SKIP } from './portfolio-problem.ts';

/** Evaluations left: one per program, level and scenario looked at, and a few for the looking. */
export interface Allowance {
  left: number;
}

interface Change {
  row: number;
  level: number;
}

/** What looking at a change costs beside its scenarios, in the same unit. */
const OVERHEAD = 4;

/** Smallest rise that counts, against going round in circles on rounding. */
const RISE = 1e-12;

class Exchange {
  readonly draft: Draft;
  readonly allowance: Allowance;
  readonly levels: readonly (readonly number[])[];
  readonly shifts: Uint8Array;
  readonly best: Change = { row: -1, level: SKIP };
  readonly saved: Uint8Array;
  readonly coverers: readonly Int32Array[];
  /** Value of the portfolio held; the draft's own products may be those of an attempt that failed. */
  held: number;

  constructor(draft: Draft, allowance: Allowance, coverers: readonly Int32Array[]) {
    const { specialties } = draft.model;
    this.draft = draft;
    this.allowance = allowance;
    this.levels = specialties.map(openLevels);
    this.shifts = new Uint8Array(specialties.length * 16);
    this.saved = new Uint8Array(draft.model.count);
    this.coverers = coverers;
    this.held = draft.value();
  }

  levelsOf(row: number): readonly number[] {
    return this.levels[this.draft.model.specialty[row]!]!;
  }

  canBe(row: number, level: number): boolean {
    return level !== this.draft.levels[row] && !(level === SKIP && this.draft.model.locked[row] === 1);
  }

  /** Whether a better program than this one is free to be added in its place. */
  isCovered(row: number, except: number, exceptToo: number): boolean {
    const { levels } = this.draft;
    const better = this.coverers[row]!;
    for (let i = 0; i < better.length; i++) {
      const other = better[i]!;
      if (levels[other] === SKIP && other !== except && other !== exceptToo) return true;
    }
    return false;
  }

  /** The best single change of the draft as it stands, or its own value if it fits; −∞ when nothing does. */
  scan(except: number, exceptToo: number): number {
    const { draft, shifts, best, levels } = this;
    const { count, scenarios, specialty, unit, ownFee } = draft.model;
    draft.shifts(shifts);
    const now = draft.value();
    best.row = -1;
    let most = draft.fits() ? 0 : Number.NEGATIVE_INFINITY;
    let looked = 0;
    for (let row = 0; row < count; row++) {
      if (row === except || row === exceptToo) continue;
      if (draft.levels[row] === SKIP && this.isCovered(row, except, exceptToo)) continue;
      const s = specialty[row]!;
      const open = levels[s]!;
      // Most rows are not chosen, pay by count and share nothing: the short way.
      const short = draft.levels[row] === SKIP && unit[row]! < 0 && ownFee === null;
      for (let k = 0; k < open.length; k++) {
        const level = open[k]!;
        if (short) {
          if (shifts[s * 16 + level] === 0 || level === SKIP) continue;
        } else if (!this.canBe(row, level) || !draft.canShift(shifts, row, level)) continue;
        looked++;
        const by = short ? draft.gainOf(row, level) : draft.valueTogether(row, level) - now;
        if (by > most) {
          most = by;
          best.row = row;
          best.level = level;
        }
      }
    }
    this.allowance.left -= (looked + draft.size + 1) * (scenarios + OVERHEAD);
    return now + most;
  }

  apply(row: number, level: number): void {
    this.draft.put(row, level);
    this.draft.rebuild();
  }

  /** After a first change: the best second one, then whatever still fits on top. True if the value rose past `goal`. */
  complete(goal: number, first: number, second: number): boolean {
    const { draft, best } = this;
    let value = this.scan(first, second);
    for (let more = 0; more < 2 && value <= goal && best.row >= 0; more++) {
      const before = value;
      this.apply(best.row, best.level);
      value = this.scan(first, second);
      if (value <= before) return false;
    }
    if (value <= goal) return false;
    if (best.row >= 0) this.apply(best.row, best.level);
    return draft.value() > goal;
  }

  /** Tries `change` and keeps it only if it says that the value rose. The next change rebuilds the draft. */
  attempt(change: () => boolean): boolean {
    const { draft, saved } = this;
    saved.set(draft.levels);
    if (change()) {
      this.held = draft.value();
      return true;
    }
    for (let row = 0; row < saved.length; row++)
      if (draft.levels[row] !== saved[row]) draft.put(row, saved[row]!);
    return false;
  }

  /** One pass over single and double changes. */
  pairs(): boolean {
    const { draft } = this;
    draft.rebuild();
    let rose = this.attempt(() => this.complete(this.goal(), -1, -1));
    for (let row = draft.model.count - 1; row >= 0; row--) {
      for (const level of this.levelsOf(row)) {
        if (draft.levels[row] === SKIP) break;
        if (this.allowance.left <= 0) return false;
        if (!this.canBe(row, level)) continue;
        const goal = this.goal();
        rose =
          this.attempt(() => {
            this.apply(row, level);
            return this.complete(goal, row, -1);
          }) || rose;
      }
    }
    return rose;
  }

  /** One pass over triple changes, the first of a chosen program. */
  triples(): boolean {
    const { draft } = this;
    const { count } = draft.model;
    for (let a = count - 1; a >= 0; a--)
      for (const levelA of this.levelsOf(a)) {
        if (draft.levels[a] === SKIP) break;
        if (!this.canBe(a, levelA)) continue;
        for (let b = 0; b < count; b++) {
          if (b === a) continue;
          for (const levelB of this.levelsOf(b)) {
            if (this.allowance.left <= 0) return false;
            if (!this.canBe(b, levelB)) continue;
            const goal = this.goal();
            const rose = this.attempt(() => {
              draft.put(a, levelA);
              this.apply(b, levelB);
              return this.complete(goal, a, b);
            });
            if (rose) return true;
          }
        }
      }
    return false;
  }

  goal(): number {
    return this.held + RISE * Math.max(1, this.held);
  }
}

/** Evaluations one pass over triple changes of a draft would take. */
function tripleCost(draft: Draft): number {
  const { count, scenarios } = draft.model;
  return draft.size * 3 * (count * 3) ** 2 * (scenarios + OVERHEAD);
}

/**
 * Improves a draft in place until no change helps or the allowance is spent. It must fit its limits.
 * `reach` says how many programs may change together; triples are tried only where a whole pass is affordable.
 */
export type Improve = (draft: Draft, allowance: Allowance, reach: 'pairs' | 'triples') => void;

/** The search for the drafts of one model. */
export function exchangeSearch(model: PortfolioModel): Improve {
  const covered = coverers(model);
  return (draft, allowance, reach) => {
    const exchange = new Exchange(draft, allowance, covered);
    for (;;) {
      while (allowance.left > 0 && exchange.pairs());
      if (reach === 'pairs' || tripleCost(draft) > allowance.left || !exchange.triples()) break;
    }
    draft.rebuild();
  };
}
