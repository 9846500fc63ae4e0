// The words of every program, sorted, each with the programs that hold it and how much a hit there is worth.
import type { Catalog } from '#engine/catalog/catalog.ts';
import { tokensOf } from './tokens.ts';

export interface SearchIndex {
  readonly count: number;
  /** All words, in code-unit order. */
  readonly words: readonly string[];
  /** Which letters and digits each word holds, one bit each: what lacks too many of them cannot be meant. */
  readonly letters: Uint32Array;
  /** Postings of word w are `rows[starts[w] … starts[w+1])`. */
  readonly starts: Uint32Array;
  readonly rows: Uint16Array;
  readonly worth: Uint8Array;
}

/** Bits of the characters of a word: a–z, then digits and all others folded into the six left over. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i) - 97;
    bits |= 1 << (code >= 0 && code < 26 ? code : 26 + (word.charCodeAt(i) % 6));
  }
  return bits >>> 0;
}

const WORTH = { name: 6, city: 5, institution: 4, specialty: 3, state: 3, code: 8 };

/** Builds the index of all programs. O(words of the catalog). */
export function buildSearchIndex(catalog: Catalog): SearchIndex {
  const { columns, specialties, states, places, hospitals } = catalog;
  const postings = new Map<string, Map<number, number>>();
  const add = (row: number, text: string, worth: number) => {
    for (const word of tokensOf(text)) {
      let at = postings.get(word);
      if (!at) postings.set(word, (at = new Map()));
      if ((at.get(row) ?? 0) < worth) at.set(row, worth);
    }
  };
  for (let row = 0; row < columns.count; row++) {
    add(row, columns.name[row] ?? '', WORTH.name);
    add(row, places[columns.place[row] ?? -1]?.city ?? '', WORTH.city);
    add(row, hospitals[columns.hospital[row] ?? -1]?.name ?? '', WORTH.institution);
    add(row, specialties[columns.specialty[row] ?? 0]?.name ?? '', WORTH.specialty);
    const state = states[columns.state[row] ?? 0];
    add(row, `${state?.code ?? ''} ${state?.name ?? ''}`, WORTH.state);
    const record = catalog.record(row);
    add(row, String(record.facts['acgmeId']?.[0]?.[0] ?? ''), WORTH.code);
    for (const track of record.tracks) {
      add(row, track.code, WORTH.code);
      add(row, track.institution, WORTH.institution);
    }
  }
  const words = [...postings.keys()].toSorted();
  const total = words.reduce((sum, word) => sum + (postings.get(word)?.size ?? 0), 0);
  const index = {
    starts: new Uint32Array(words.length + 1),
    rows: new Uint16Array(total),
    worth: new Uint8Array(total),
  };
  let at = 0;
  words.forEach((word, w) => {
    index.starts[w] = at;
    for (const [row, worth] of postings.get(word) ?? []) {
      index.rows[at] = row;
      index.worth[at++] = worth;
    }
  });
  index.starts[words.length] = at;
  return { count: columns.count, words, letters: Uint32Array.from(words, lettersOf), ...index };
}

/** First word not before `text`. */
export function lowerBound(words: readonly string[], text: string): number {
  let lo = 0;
  let hi = words.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if ((words[mid] ?? '') < text) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
