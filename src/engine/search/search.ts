// Search as you type: every word typed must be found, as a whole word, as a beginning, through an alias, or forgiven.
import { ALIASES } from './aliases.ts';
import { lettersOf, lowerBound, type SearchIndex } from './search-index.ts';
import { tokensOf } from './tokens.ts';
import { editsBetween, forgivenEdits } from './typo.ts';

const QUALITY = { whole: 10, beginning: 6, alias: 7, forgiven: 3 };

export interface SearchHits {
  /** Per program: 0 is no hit, more is better. Empty text hits everything alike. */
  readonly score: Float32Array;
  /** The words as understood, when a spelling was forgiven; else null. */
  readonly understood: string | null;
}

/** Words of the index that stand for a typed word, each with the quality of the match. */
function meanings(index: SearchIndex, token: string): Map<number, number> {
  const found = new Map<number, number>();
  for (let w = lowerBound(index.words, token); w < index.words.length; w++) {
    const word = index.words[w] ?? '';
    if (!word.startsWith(token)) break;
    // The nearer a beginning comes to the whole word, the better.
    found.set(w, word === token ? QUALITY.whole : (QUALITY.beginning * (1 + token.length / word.length)) / 2);
  }
  return found;
}

/** Bits set in a 32-bit word (Hacker's Delight, §5–1). */
function bitsIn(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Words a misspelled one may stand for, the nearest only. What is typed may be the beginning of the word. */
function forgiven(index: SearchIndex, token: string): Map<number, number> {
  const found = new Map<number, number>();
  const letters = lettersOf(token);
  let limit = forgivenEdits(token.length);
  for (let w = 0; w < index.words.length && limit > 0; w++) {
    // Each letter of the token that the word lacks costs an edit of its own.
    if (bitsIn(letters & ~(index.letters[w] ?? 0)) > limit) continue;
    const word = index.words[w] ?? '';
    if (word.length < 3 || word.length < token.length - limit) continue;
    const whole = editsBetween(token, word, limit);
    const beginning =
      word.length > token.length ? editsBetween(token, word.slice(0, token.length), limit) + 0.5 : limit + 1;
    const near = Math.min(whole, beginning);
    if (near > limit) continue;
    if (Math.floor(near) < limit) {
      limit = Math.max(1, Math.floor(near));
      for (const [other, quality] of found) if (quality < QUALITY.forgiven / limit) found.delete(other);
    }
    found.set(w, QUALITY.forgiven / Math.max(1, near));
  }
  return found;
}

function spread(index: SearchIndex, found: ReadonlyMap<number, number>): Float32Array {
  const best = new Float32Array(index.count);
  for (const [w, quality] of found) {
    for (let at = index.starts[w] ?? 0; at < (index.starts[w + 1] ?? 0); at++) {
      const row = index.rows[at] ?? 0;
      const score = quality * (index.worth[at] ?? 0);
      if (score > (best[row] ?? 0)) best[row] = score;
    }
  }
  return best;
}

/** Scores that need every one of several words: the weakest counts for all. */
function together(parts: readonly Float32Array[], share: number): Float32Array {
  const [first, ...rest] = parts;
  const out = Float32Array.from(first ?? []);
  for (const part of rest)
    for (let row = 0; row < out.length; row++) out[row] = Math.min(out[row] ?? 0, part[row] ?? 0);
  return out.map((score) => score * share);
}

/** Two neighbors typed apart that people write as one ("ob gyn", "med peds"). */
function joined(tokens: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const pair = `${tokens[i]}${tokens[i + 1] ?? ''}`;
    if (i + 1 < tokens.length && Object.hasOwn(ALIASES, pair)) {
      out.push(pair);
      i++;
    } else out.push(tokens[i] ?? '');
  }
  return out;
}

/** Searches all programs. ≤ 5 ms for the whole catalog on the reference machine (`npm run bench`). */
export function search(index: SearchIndex, text: string): SearchHits {
  const tokens = joined(tokensOf(text));
  const total = new Float32Array(index.count);
  if (tokens.length === 0) return { score: total.fill(1), understood: null };
  const understood: string[] = [];
  let wasForgiven = false;
  total.fill(1);
  for (const token of tokens) {
    const direct = meanings(index, token);
    let score = spread(index, direct);
    const alias = Object.hasOwn(ALIASES, token) ? ALIASES[token] : undefined;
    if (alias) {
      const through = together(
        alias.map((word) => spread(index, meanings(index, word))),
        QUALITY.alias / QUALITY.whole,
      );
      score = score.map((value, row) => Math.max(value, through[row] ?? 0));
    }
    let word = token;
    if (direct.size === 0 && !alias) {
      const near = forgiven(index, token);
      score = spread(index, near);
      const [best] = [...near].toSorted((a, b) => b[1] - a[1]);
      if (best) {
        word = index.words[best[0]] ?? token;
        wasForgiven = true;
      }
    }
    understood.push(word);
    for (let row = 0; row < total.length; row++) {
      const part = score[row] ?? 0;
      total[row] = part === 0 || total[row] === 0 ? 0 : (total[row] ?? 0) + part;
    }
  }
  return { score: total, understood: wasForgiven ? understood.join(' ') : null };
}
