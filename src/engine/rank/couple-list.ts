// A couple's joint list as numbers: which program of each partner a row needs, and the chances of those programs. Shared by
// the exact sum and the draws; it holds no opinion about the order.
import { type StrengthChances, strengthChances } from './strength-chances.ts';
import type { Pair } from './couple-check.ts';

export interface ProgramChance {
  readonly id: string;
  /** Chance that it would take this partner, 0–1. */
  readonly q: number;
}

export interface CoupleList {
  /** Per row, the number of the first partner's program, or −1 where that partner is not placed. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Chances of the programs the rows name, in the numbering of the rows. One strength is shared by both partners. */
  readonly firstChances: StrengthChances;
  readonly secondChances: StrengthChances;
}

/** Numbers one column; only programs that a row names get a number. Undefined where a row names an unknown program. */
function numberColumn(column: readonly (string | null)[], programs: readonly ProgramChance[]) {
  const qOf = new Map(programs.map(({ id, q }) => [id, q]));
  const numberOf = new Map<string, number>();
  const q: number[] = [];
  const rows = new Int32Array(column.length).fill(-1);
  for (const [row, id] of column.entries()) {
    if (id === null) continue;
    let number = numberOf.get(id);
    if (number === undefined) {
      const chance = qOf.get(id);
      if (chance === undefined) return undefined;
      number = q.push(chance) - 1;
      numberOf.set(id, number);
    }
    rows[row] = number;
  }
  return { rows, q };
}

/** Undefined where a pair names a program that has no chance. */
export function coupleList(
  first: readonly ProgramChance[],
  second: readonly ProgramChance[],
  pairs: readonly Pair[],
  sharedSd: number,
): CoupleList | undefined {
  const a = numberColumn(
    pairs.map(([id]) => id),
    first,
  );
  const b = numberColumn(
    pairs.map(([, id]) => id),
    second,
  );
  if (!a || !b) return undefined;
  return {
    first: a.rows,
    second: b.rows,
    firstChances: strengthChances(a.q, sharedSd),
    secondChances: strengthChances(b.q, sharedSd),
  };
}
