// Where a couple lands on its joint list, by seeded draws: one bit per draw and program, 32 draws to a word. The bits are
// drawn once and kept, so that two lists compared with each other meet the same luck. It reports its standard error.
import type { Random } from '#engine/random.ts';
import type { CoupleChances, CoupleOutcome } from './couple-exact.ts';
import type { CoupleList } from './couple-list.ts';

export const DRAWS = 8192;
const WORDS = DRAWS / 32;

export interface CoupleDraws {
  /** Words `program · 256 …`: the draws in which that program takes the partner. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

/** Draws the node of the strength first, then every program's bit at that node. */
export function drawCouple(chances: CoupleChances, random: Random): CoupleDraws {
  const { points, weights } = chances;
  const node = new Uint8Array(DRAWS);
  for (let draw = 0; draw < DRAWS; draw++) {
    let rest = random();
    let k = 0;
    while (k < points - 1 && rest >= weights[k]!) rest -= weights[k++]!;
    node[draw] = k;
  }
  const bits = (at: Float64Array) => {
    const words = new Uint32Array((at.length / points) * WORDS);
    for (let w = 0; w < words.length; w++) {
      const base = Math.floor(w / WORDS) * points;
      const draw = (w % WORDS) * 32;
      let word = 0;
      for (let bit = 0; bit < 32; bit++) if (random() < at[base + node[draw + bit]!]!) word |= 1 << bit;
      words[w] = word;
    }
    return words;
  };
  return { first: bits(chances.first), second: bits(chances.second) };
}

/** Bits set in a word (Hacker's Delight, figure 5-2). */
function bitCount(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Estimated outcome of the list under kept draws. A row takes the draws that are still open and in which both programs
 * say yes. `standardError` is that of `pMatch`, at most .0055.
 */
export function coupleOutcomeDrawn(
  list: CoupleList,
  draws: CoupleDraws,
): CoupleOutcome & { readonly standardError: number } {
  const { first, second } = list;
  const open = new Int32Array(WORDS).fill(-1);
  const landing = new Float64Array(first.length);
  let left = DRAWS;
  for (let row = 0; row < first.length && left > 0; row++) {
    const a = first[row]! * WORDS;
    const b = second[row]! * WORDS;
    let hits = 0;
    for (let w = 0; w < WORDS; w++) {
      let hit = open[w]!;
      if (hit === 0) continue;
      if (a >= 0) hit &= draws.first[a + w]!;
      if (b >= 0) hit &= draws.second[b + w]!;
      hits += bitCount(hit);
      open[w]! ^= hit;
    }
    landing[row] = hits / DRAWS;
    left -= hits;
  }
  const pMatch = 1 - left / DRAWS;
  return {
    landing,
    unmatched: left / DRAWS,
    pMatch,
    standardError: Math.sqrt((pMatch * (1 - pMatch)) / DRAWS),
  };
}
