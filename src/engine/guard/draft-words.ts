// A draft → its sentences → words in plain form, each with its place in the draft. Contractions are spelled out, curly
// quotes straightened, shorthand and common slips read as what was meant. The draft itself is never changed.
import { editsBetween } from '#engine/search/typo.ts';
import { plainForms } from './plain-form.ts';

export interface Word {
  /** The word and every plain form it may stand for. */
  readonly forms: readonly string[];
  /** Counts the commas, dashes and brackets before it. */
  readonly clause: number;
}

export interface Sentence {
  /** Place in the draft, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  /** It ends with a question mark. */
  readonly question: boolean;
}

/** How words are read; part of the rules. */
export interface Reading {
  /** Whole words, or several with spaces → what is meant. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
  readonly forgiven: readonly string[];
  readonly never: ReadonlySet<string>;
}

/** A stop after these, or after a single letter, does not end a sentence. */
const ABBREVIATIONS = /(?:^|[\s(])(?:dr|drs|mr|mrs|ms|prof|st|vs|no|e\.g|i\.e|approx|dept|univ|[a-z])\.$/i;
const MOST_WORDS_TOGETHER = 3;

/** Places where sentences end: after `.`, `?`, `!` or a line end. */
function sentenceSpans(draft: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  const close = (end: number) => {
    if (draft.slice(start, end).trim() !== '') spans.push({ start, end });
    start = end;
  };
  for (let at = 0; at < draft.length; at++) {
    const char = draft[at] ?? '';
    if (char === '\n') close(at + 1);
    if (!/[.?!…]/.test(char)) continue;
    let end = at + 1;
    while (/[.?!…"'”’)]/.test(draft[end] ?? '')) end++;
    const isLast = end >= draft.length || /\s/.test(draft[end] ?? '');
    const abbreviated = char === '.' && ABBREVIATIONS.test(draft.slice(Math.max(start, at - 8), at + 1));
    if (isLast && !abbreviated) close(end);
    at = end - 1;
  }
  close(draft.length);
  return spans;
}

const straight = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/[‘’‛ʼ`´]/g, "'")
    .toLowerCase();

/** `won't` → will not, `i'll` → i will, `program's` → program. */
function spelledOut(word: string): string[] {
  if (word === "won't") return ['will', 'not'];
  if (word === "can't" || word === 'cannot') return ['can', 'not'];
  const [, base = word, ending = ''] = /^(.+?)(n't|'ll|'re|'ve|'d|'m|'s|')$/.exec(word) ?? [];
  const full: Record<string, string> = {
    "n't": 'not',
    "'ll": 'will',
    "'re": 'are',
    "'ve": 'have',
    "'d": 'would',
    "'m": 'am',
  };
  const second = full[ending];
  return second === undefined ? [base] : [base, second];
}

const singled = (word: string) => word.replace(/(.)\1+/g, '$1');
const isSwap = (a: string, b: string) =>
  a.length === b.length &&
  editsBetween(a, b, 1) === 1 &&
  [...a].toSorted().join('') === [...b].toSorted().join('');

/** What a slip was meant to be. Short words forgive only swapped or doubled letters: `march` is no slip of `match`. */
function meant(word: string, { forgiven, never }: Reading): string {
  if (word.length < 4 || never.has(word)) return word;
  const forms = plainForms(word);
  if (forgiven.some((known) => forms.includes(known))) return word;
  const found = forgiven.find(
    (known) =>
      isSwap(word, known) ||
      (known.length > 4 && singled(word) === singled(known)) ||
      (known.length > 6 && editsBetween(word, known, 1) <= 1) ||
      (known.length > 8 && editsBetween(word, known, 2) <= 2),
  );
  return found ?? word;
}

function wordsOf(sentence: string, reading: Reading): Word[] {
  const text = straight(sentence);
  const typed: { word: string; clause: number }[] = [];
  let clause = 0;
  for (const [piece] of text.matchAll(/[#\p{L}\p{N}][\p{L}\p{N}']*|[,;:()–—]|\s-+\s|\.{2,}/gu)) {
    if (!/[\p{L}\p{N}]/u.test(piece)) {
      clause++;
      continue;
    }
    const bare = piece.startsWith('#') ? ['number', piece.slice(1)] : [piece];
    for (const word of bare) if (word !== '') typed.push({ word, clause });
  }
  const words: Word[] = [];
  for (let at = 0; at < typed.length; ) {
    const own = typed[at]?.clause ?? 0;
    let took = 1;
    let read: readonly string[] | undefined;
    for (let length = MOST_WORDS_TOGETHER; length >= 1 && read === undefined; length--) {
      const key = typed.slice(at, at + length).map(({ word }) => word);
      read = key.length === length ? reading.spellings.get(key.join(' ')) : undefined;
      took = length;
    }
    const parts = read ?? spelledOut(typed[at]?.word ?? '').map((word) => meant(word, reading));
    for (const word of parts) words.push({ forms: plainForms(word), clause: own });
    at += took;
  }
  return words;
}

/** The sentences of a draft in their order; those without a word are left out. */
export function sentencesOf(draft: string, reading: Reading): Sentence[] {
  return sentenceSpans(draft).flatMap(({ start, end }) => {
    const text = draft.slice(start, end);
    const words = wordsOf(text, reading);
    if (words.length === 0) return [];
    const lead = text.length - text.trimStart().length;
    const trail = text.length - text.trimEnd().length;
    const question = /\?[!?."'”’)]*\s*$/.test(text);
    return [{ start: start + lead, end: end - trail, words, question }];
  });
}
