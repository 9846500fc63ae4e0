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

export interface WordPattern {
  readonly pieces: readonly Piece[];
  /** A match needs a word out of each of these; most sentences are put aside by that alone. */
  readonly needs: readonly ReadonlySet<string>[];
}

/** `bad-group`: a bracket without its partner, or a group in a group. */
export type PatternFault = 'unknown-list' | 'list-in-itself' | 'bad-group';

export type PatternRead =
  | { readonly kind: 'pattern'; readonly pattern: WordPattern }
  | { readonly kind: 'refused'; readonly reason: PatternFault; readonly name: string };

const GAP = 3;

class Refused extends Error {
  readonly reason: PatternFault;
  readonly list: string;
  constructor(reason: PatternFault, list: string) {
    super(reason);
    this.reason = reason;
    this.list = list;
  }
}

type Lists = Readonly<Record<string, readonly string[]>>;

/** Reads patterns over one set of word lists; each list is read once and shared by all patterns that name it. */
export function patternReader(lists: Lists): (text: string) => PatternRead {
  const read = new Map<string, readonly Piece[][]>();

  function listOf(name: string, within: readonly string[]): readonly Piece[][] {
    const known = read.get(name);
    if (known) return known;
    if (within.includes(name)) throw new Refused('list-in-itself', name);
    const entries = lists[name];
    if (entries === undefined) throw new Refused('unknown-list', name);
    const options = entries.map((entry) => piecesOf(partsOf(entry), [...within, name]));
    read.set(name, options);
    return options;
  }

  function pieceOf(part: string, within: readonly string[]): Piece {
    if (part === ')') throw new Refused('bad-group', part);
    if (part === '^') return { kind: 'start' };
    if (part === '$') return { kind: 'end' };
    if (/^\*\d*$/.test(part)) return { kind: 'gap', most: part === '*' ? GAP : Number(part.slice(1)) };
    const isUnless = part.startsWith('!');
    const optional = part.endsWith('?');
    const ways = part
      .slice(isUnless ? 1 : 0, optional ? -1 : undefined)
      .split('|')
      .map((way): readonly Piece[][] => {
        const name = /^<([a-z-]+)>$/.exec(way)?.[1];
        return name === undefined ? [[{ kind: 'literal', text: way }]] : listOf(name, within);
      });
    const [only] = ways;
    const options = ways.length === 1 && only ? only : ways.flat();
    return isUnless ? { kind: 'unless', options } : { kind: 'word', options, optional };
  }

  function piecesOf(parts: readonly string[], within: readonly string[]): Piece[] {
    const pieces: Piece[] = [];
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at] ?? '';
      if (part !== '(') {
        pieces.push(pieceOf(part, within));
        continue;
      }
      // A group is flat: for a group inside a group there are lists.
      const end = parts.indexOf(')', at);
      const nested = parts.indexOf('(', at + 1);
      if (end === -1 || (nested !== -1 && nested < end)) throw new Refused('bad-group', parts.join(' '));
      const ways: string[][] = [[]];
      for (const inner of parts.slice(at + 1, end)) {
        if (inner === '/') ways.push([]);
        else ways.at(-1)?.push(inner);
      }
      const optional = parts[end + 1] === '?';
      pieces.push({ kind: 'word', options: ways.map((way) => piecesOf(way, within)), optional });
      at = optional ? end + 1 : end;
    }
    return pieces;
  }

  return (text) => {
    try {
      const pieces = piecesOf(partsOf(text), []);
      return { kind: 'pattern', pattern: { pieces, needs: needsOf(pieces) } };
    } catch (error) {
      if (error instanceof Refused) return { kind: 'refused', reason: error.reason, name: error.list };
      throw error;
    }
  };
}

const partsOf = (text: string): string[] => text.match(/[()]|[^\s()]+/g) ?? [];

/** Where a match begins and ends, as positions of words; `end` is past the last. */
export interface Match {
  readonly from: number;
  readonly end: number;
}

// A list stands in many patterns and is the same object in all of them.
const firstOfOptions = new WeakMap<readonly Piece[][], readonly string[] | null>();

function firstOf(options: readonly Piece[][]): readonly string[] | null {
  const known = firstOfOptions.get(options);
  if (known !== undefined) return known;
  const each = options.map(firstWords);
  const first = each.includes(null) ? null : each.flatMap((words) => words ?? []);
  firstOfOptions.set(options, first);
  return first;
}

/** The words a run of pieces can begin with, or null where it may begin with any or be empty. */
function firstWords(pieces: readonly Piece[]): readonly string[] | null {
  for (const piece of pieces) {
    if (piece.kind === 'literal') return [piece.text];
    if (piece.kind === 'gap' || piece.kind === 'end') return null;
    if (piece.kind === 'word') return piece.optional ? null : firstOf(piece.options);
  }
  return null;
}

function needsOf(pieces: readonly Piece[]): ReadonlySet<string>[] {
  return pieces.flatMap((piece) => {
    const first = piece.kind === 'word' || piece.kind === 'literal' ? firstWords([piece]) : null;
    return first === null ? [] : [new Set(first)];
  });
}

type Then = (end: number) => number | null;

/** Tries to match pieces from a word on, then what comes after them. The nearest end, or null. */
function follow(
  pieces: readonly Piece[],
  piece: number,
  words: readonly Word[],
  at: number,
  then: Then,
): number | null {
  const next = pieces[piece];
  if (next === undefined) return then(at);
  return step(next, words, at, (end) => follow(pieces, piece + 1, words, end, then));
}

function step(piece: Piece, words: readonly Word[], at: number, rest: Then): number | null {
  switch (piece.kind) {
    case 'start':
      return at === 0 ? rest(at) : null;
    case 'end':
      return at === words.length ? rest(at) : null;
    case 'literal':
      return words[at]?.forms.includes(piece.text) ? rest(at + 1) : null;
    case 'gap': {
      for (let skip = 0; skip <= piece.most && at + skip <= words.length; skip++) {
        const end = rest(at + skip);
        if (end !== null) return end;
      }
      return null;
    }
    case 'unless':
      return piece.options.some((option) => follow(option, 0, words, at, (end) => end) !== null)
        ? null
        : rest(at);
    case 'word': {
      for (const option of piece.options) {
        const end = follow(option, 0, words, at, rest);
        if (end !== null) return end;
      }
      return piece.optional ? rest(at) : null;
    }
  }
}

/** The shortest places where a pattern matches: none of them holds another. */
export function matchesOf({ pieces, needs }: WordPattern, words: readonly Word[]): Match[] {
  if (!needs.every((need) => words.some(({ forms }) => forms.some((form) => need.has(form))))) return [];
  // What failed once from a word on fails again: this keeps the work within pieces × words.
  const failed = new Set<number>();
  const from = (piece: number, at: number): number | null => {
    const next = pieces[piece];
    if (next === undefined) return at;
    const key = at * pieces.length + piece;
    if (failed.has(key)) return null;
    const end = step(next, words, at, (to) => from(piece + 1, to));
    if (end === null) failed.add(key);
    return end;
  };
  const found: Match[] = [];
  for (let start = words.length - 1; start >= 0; start--) {
    const end = from(0, start);
    if (end !== null && found.every((other) => other.end > end)) found.push({ from: start, end });
  }
  return found.toReversed();
}
