// The two plain greedies: add the program and level with the greatest gain, or the greatest gain per dollar, as long as
// one fits. Starts and yardsticks for the search; neither is claimed to be best (C2, C3).
import { Draft } from './draft.ts';
import { openLevels, type PortfolioModel } from './portfolio-model.ts';

export type GreedyRule = 'gain' | 'gainPerUsd';

/** A dollar figure below any price, so that a free application beats every paid one. */
const NEXT_TO_FREE = 1e-9;

/**
 * Adds to a draft until nothing that fits adds value; `added` hears of every step.
 * Gains only fall as a portfolio grows, so what a program added when last looked at bounds what it adds now, and most
 * need no second look (Minoux 1978); where units share a signal they may rise again. Time O(steps · N · levels · scenarios) at worst.
 */
export function fill(draft: Draft, rule: GreedyRule, added?: (draft: Draft) => void): void {
  const { model } = draft;
  const { count, specialty, unit, units, ownFee, specialties } = model;
  const levels = specialties.map((terms) => openLevels(terms).filter((level) => level > 0));
  const shifts = new Uint8Array(specialties.length * 16);
  const price = new Float64Array(specialties.length);
  const atMost = new Float64Array(count * 4).fill(Number.POSITIVE_INFINITY);
  for (;;) {
    draft.shifts(shifts);
    specialties.forEach(({ fee }, s) => {
      const n = draft.counts[s]!;
      price[s] = (fee[n + 1] ?? 0) - (fee[n] ?? 0);
    });
    const now = draft.value();
    let most = 0;
    let bestRow = -1;
    let bestLevel = 0;
    for (let row = 0; row < count; row++) {
      if (draft.levels[row]! > 0) continue;
      const s = specialty[row]!;
      const usd = rule === 'gain' ? 1 : Math.max(NEXT_TO_FREE, ownFee ? ownFee[row]! : price[s]!);
      for (const level of levels[s]!) {
        const alone = unit[row]! < 0;
        if (units === 0 && atMost[4 * row + level]! / usd <= most) continue;
        if (!draft.canShift(shifts, row, level)) continue;
        const by = alone ? draft.gainOf(row, level) : draft.valueTogether(row, level) - now;
        atMost[4 * row + level] = by;
        const worth = by / usd;
        if (worth > most) {
          most = worth;
          bestRow = row;
          bestLevel = level;
        }
      }
    }
    if (bestRow < 0) return;
    draft.put(bestRow, bestLevel);
    draft.rebuild();
    added?.(draft);
  }
}

/** A plain greedy portfolio, from the locked programs up. */
export function plainGreedy(model: PortfolioModel, rule: GreedyRule): Draft {
  const draft = Draft.locked(model);
  fill(draft, rule);
  return draft;
}
