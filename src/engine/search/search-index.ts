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

/** Rows that hold a word, each with what a hit there is worth; by word. */
type Postings = Map<string, Map<number, number>>;

function collect(catalog: Catalog, rows: Iterable<number>): Postings {
  const { columns, specialties, states, places, hospitals } = catalog;
  const postings: Postings = new Map();
  const add = (row: number, text: string, worth: number) => {
    for (const word of tokensOf(text)) {
      let at = postings.get(word);
      if (!at) postings.set(word, (at = new Map()));
      if ((at.get(row) ?? 0) < worth) at.set(row, worth);
    }
  };
  for (const row of rows) {
    add(row, columns.name[row] ?? '', WORTH.name);
    add(row, places[columns.place[row] ?? -1]?.city ?? '', WORTH.city);
    add(row, hospitals[columns.hospital[row] ?? -1]?.name ?? '', WORTH.institution);
    add(row, specialties[columns.specialty[row] ?? 0]?.name ?? '', WORTH.specialty);
    const state = states[columns.state[row] ?? 0];
    add(row, `${state?.code ?? ''} ${state?.name ?? ''}`, WORTH.state);
    const { facts, tracks } = catalog.record(row);
    for (const [code] of [...(facts['acgmeId'] ?? []), ...(facts['nrmpCode'] ?? [])])
      add(row, String(code), WORTH.code);
    for (const track of tracks) {
      add(row, track.code, WORTH.code);
      add(row, track.institution, WORTH.institution);
    }
  }
  return postings;
}

/** Builds the index of all programs. O(words of the catalog). */
export function buildSearchIndex(catalog: Catalog): SearchIndex {
  const { columns } = catalog;
  const postings = collect(catalog, columns.pid.keys());
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

/**
 * The index of a catalog with the user's own words in it, made from the published one: only rows they touched are read
 * anew, and what was published of those is still found, too.
 */
export function withOwnRows(index: SearchIndex, catalog: Catalog): SearchIndex {
  const { count } = catalog.columns;
  const touched = new Set(catalog.own?.values.keys());
  for (let row = index.count; row < count; row++) touched.add(row);
  const more = collect(catalog, touched);
  const words = [...new Set([...index.words, ...more.keys()])].toSorted();
  const starts = new Uint32Array(words.length + 1);
  const rows: number[] = [];
  const worth: number[] = [];
  let old = 0;
  words.forEach((word, w) => {
    starts[w] = rows.length;
    const added = more.get(word);
    if (index.words[old] === word) {
      const [from = 0, to = 0] = [index.starts[old], index.starts[old + 1]];
      for (let at = from; at < to; at++) {
        const row = index.rows[at] ?? 0;
        rows.push(row);
        worth.push(Math.max(index.worth[at] ?? 0, added?.get(row) ?? 0));
        added?.delete(row);
      }
      old++;
    }
    for (const [row, value] of added ?? []) {
      rows.push(row);
      worth.push(value);
    }
  });
  starts[words.length] = rows.length;
  return {
    count,
    words,
    letters: Uint32Array.from(words, lettersOf),
    starts,
    rows: Uint16Array.from(rows),
    worth: Uint8Array.from(worth),
  };
}

/** Rows in which a code (an ACGME number or an NRMP code) stands whole. */
export function rowsWithCode(index: SearchIndex, code: string): number[] {
  const word = tokensOf(code)[0] ?? '';
  const w = lowerBound(index.words, word);
  if (word === '' || index.words[w] !== word) return [];
  const found: number[] = [];
  for (let at = index.starts[w] ?? 0; at < (index.starts[w + 1] ?? 0); at++) {
    if (index.worth[at] === WORTH.code) found.push(index.rows[at] ?? 0);
  }
  return found;
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
