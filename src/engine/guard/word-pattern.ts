// Patterns over the words of a sentence, as described in `#domain/communication-rule.ts`: read once, matched often.
// They are small on purpose: no pattern can run away, whatever the draft.
import type { Word } from './draft-words.ts';

type Piece =
  | { readonly kind: 'word'; readonly options: readonly Piece[][]; readonly optional: boolean }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'unless'; readonly options: readonly Piece[][] }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' };

export type WordPattern = readonly Piece[];

export type PatternRead =
  | { readonly kind: 'pattern'; readonly pattern: WordPattern }
  | { readonly kind: 'refused'; readonly reason: 'unknown-list' | 'list-in-itself'; readonly name: string };

const GAP = 3;

class Refused extends Error {
  readonly reason: 'unknown-list' | 'list-in-itself';
  readonly list: string;
  constructor(reason: 'unknown-list' | 'list-in-itself', list: string) {
    super(reason);
    this.reason = reason;
    this.list = list;
  }
}

type Lists = Readonly<Record<string, readonly string[]>>;

function piecesOf(parts: readonly string[], lists: Lists, within: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? '';
    if (part !== '(') {
      pieces.push(pieceOf(part, lists, within));
      continue;
    }
    // A group is flat: groups inside a group are not part of the language, a list does that.
    const close = parts.indexOf(')', at);
    const end = close === -1 ? parts.length : close;
    const ways: string[][] = [[]];
    for (const inner of parts.slice(at + 1, end)) {
      if (inner === '/') ways.push([]);
      else ways.at(-1)?.push(inner);
    }
    const options = ways.map((way) => piecesOf(way, lists, within));
    pieces.push({ kind: 'word', options, optional: parts[end + 1] === '?' });
    at = parts[end + 1] === '?' ? end + 1 : end;
  }
  return pieces;
}

function pieceOf(part: string, lists: Lists, within: readonly string[]): Piece {
  if (part === '^') return { kind: 'start' };
  if (part === '$') return { kind: 'end' };
  if (/^\*\d*$/.test(part)) return { kind: 'gap', most: part === '*' ? GAP : Number(part.slice(1)) };
  const isUnless = part.startsWith('!');
  const optional = part.endsWith('?');
  const bare = part.slice(isUnless ? 1 : 0, optional ? -1 : undefined);
  const options = bare.split('|').flatMap((option): Piece[][] => {
    const name = /^<([a-z-]+)>$/.exec(option)?.[1];
    if (name === undefined) return [[{ kind: 'literal', text: option }]];
    if (within.includes(name)) throw new Refused('list-in-itself', name);
    const entries = lists[name];
    if (entries === undefined) throw new Refused('unknown-list', name);
    return entries.map((entry) => piecesOf(partsOf(entry), lists, [...within, name]));
  });
  return isUnless ? { kind: 'unless', options } : { kind: 'word', options, optional };
}

const partsOf = (text: string): string[] => text.match(/[()]|[^\s()]+/g) ?? [];

/** Reads a pattern; a list that is not there, or that holds itself, refuses it. */
export function readPattern(text: string, lists: Lists): PatternRead {
  try {
    return { kind: 'pattern', pattern: piecesOf(partsOf(text), lists, []) };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', reason: error.reason, name: error.list };
    throw error;
  }
}

/** Where a match begins and ends, as positions of words; `end` is past the last. */
export interface Match {
  readonly from: number;
  readonly end: number;
}

function follow(
  pattern: WordPattern,
  piece: number,
  words: readonly Word[],
  at: number,
  then: (end: number) => number | null,
): number | null {
  const next = pattern[piece];
  if (next === undefined) return then(at);
  const rest = (from: number) => follow(pattern, piece + 1, words, from, then);
  switch (next.kind) {
    case 'start':
      return at === 0 ? rest(at) : null;
    case 'end':
      return at === words.length ? rest(at) : null;
    case 'literal':
      return words[at]?.forms.includes(next.text) ? rest(at + 1) : null;
    case 'gap': {
      for (let skip = 0; skip <= next.most && at + skip <= words.length; skip++) {
        const end = rest(at + skip);
        if (end !== null) return end;
      }
      return null;
    }
    case 'unless':
      return next.options.some((option) => follow(option, 0, words, at, (end) => end) !== null)
        ? null
        : rest(at);
    case 'word': {
      for (const option of next.options) {
        const end = follow(option, 0, words, at, rest);
        if (end !== null) return end;
      }
      return next.optional ? rest(at) : null;
    }
  }
}

/** All places where a pattern begins to match, with the nearest end of each. */
export function matchesOf(pattern: WordPattern, words: readonly Word[]): Match[] {
  const found: Match[] = [];
  for (let from = 0; from < words.length; from++) {
    const end = follow(pattern, 0, words, from, (at) => at);
    if (end !== null) found.push({ from, end });
  }
  return found;
}
