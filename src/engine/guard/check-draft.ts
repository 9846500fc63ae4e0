// Reads a draft against the communication rules and says what a rule speaks of, with the sentence it is in. It quotes
// and never judges: what is allowed is for the source and the user's dean to say. It never sends or changes anything.
import type { CommunicationRule, CommunicationRules } from '#domain/communication-rule.ts';
import { type Reading, type Sentence, sentencesOf, type Word } from './draft-words.ts';
import { type Match, matchesOf, type PatternFault, patternReader, type WordPattern } from './word-pattern.ts';

export interface Finding {
  readonly rule: CommunicationRule;
  /** The sentence in the draft, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
}

export type DraftCheck =
  | { readonly kind: 'clear' }
  /** In the order of the draft; at most one of a rule for each sentence. */
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] };

interface ReadyPattern {
  readonly says: WordPattern;
  readonly mood: 'asks' | 'tells' | 'any';
  readonly with: readonly WordPattern[];
  readonly without: readonly WordPattern[];
  readonly evenNegated: boolean;
}

export interface Guard {
  readonly reading: Reading;
  readonly requests: readonly WordPattern[];
  readonly disclaimers: readonly WordPattern[];
  readonly rules: readonly { readonly rule: CommunicationRule; readonly patterns: readonly ReadyPattern[] }[];
}

export type GuardRead =
  | { readonly kind: 'guard'; readonly guard: Guard }
  | { readonly kind: 'refused'; readonly reason: PatternFault; readonly name: string };

/** Makes the rules ready to read drafts with. Refuses rules that name a word list that is not there. */
export function guardOf(rules: CommunicationRules): GuardRead {
  let refused: GuardRead | undefined;
  const readPattern = patternReader(rules.words);
  const ready = (text: string): WordPattern => {
    const read = readPattern(text);
    if (read.kind === 'pattern') return read.pattern;
    refused ??= read;
    return { pieces: [], needs: [] };
  };
  const guard: Guard = {
    reading: {
      spellings: new Map(
        Object.entries(rules.spellings).map(([typed, meaning]) => [typed, meaning.split(' ')]),
      ),
      forgiven: rules.forgiven,
      never: new Set(rules.never),
    },
    requests: rules.requests.map(ready),
    disclaimers: rules.disclaimers.map(ready),
    rules: rules.rules.map((rule) => ({
      rule,
      patterns: rule.patterns.map((pattern) => ({
        says: ready(pattern.says),
        mood: pattern.mood ?? 'any',
        with: (pattern.with ?? []).map(ready),
        without: (pattern.without ?? []).map(ready),
        evenNegated: pattern.evenNegated === true,
      })),
    })),
  };
  return refused ?? { kind: 'guard', guard };
}

const NEGATORS = ['not', 'never', 'nobody', 'neither', 'nor', 'hardly', 'no'];
/** A "not" reaches this many words ahead. */
const REACH = 6;
const TURNS = ['but', 'however', 'yet', 'still', 'though', 'although'];

const has = (word: Word | undefined, options: readonly string[]) =>
  word !== undefined && word.forms.some((form) => options.includes(form));

const turnsBetween = (words: readonly Word[], from: number, to: number) =>
  words.slice(from, to).some((word) => has(word, TURNS));

/** Whether a "not" stands in the match or shortly before it in the same clause. "Not only" and "not sure" deny nothing. */
function isNegated(words: readonly Word[], { from, end }: Match): boolean {
  for (let at = Math.max(0, from - REACH); at < end; at++) {
    const word = words[at];
    if (
      !has(word, NEGATORS) ||
      has(words[at + 1], [
        'only',
        'sure',
        'matter',
        'doubt',
        'question',
        'hesitation',
        'just',
        'later',
        'number',
        'one',
      ])
    )
      continue;
    if (at >= from || (word?.clause === words[from]?.clause && !turnsBetween(words, at, from))) return true;
  }
  return false;
}

/** Whether the sentence takes the match back: before it, or in the words that lead into it. */
function isDisclaimed(words: readonly Word[], match: Match, disclaimers: readonly WordPattern[]): boolean {
  return disclaimers.some((pattern) =>
    matchesOf(pattern, words).some(
      ({ from, end }) =>
        (from <= match.from || (from < match.end && end <= match.end)) &&
        !turnsBetween(words, end, match.from),
    ),
  );
}

function finds(pattern: ReadyPattern, sentence: Sentence, asks: boolean, guard: Guard): boolean {
  const { words } = sentence;
  if (pattern.mood === 'asks' && !asks) return false;
  if (pattern.mood === 'tells' && sentence.question) return false;
  const matches = matchesOf(pattern.says, words);
  if (matches.length === 0) return false;
  if (!pattern.with.every((other) => matchesOf(other, words).length > 0)) return false;
  if (pattern.without.some((other) => matchesOf(other, words).length > 0)) return false;
  return matches.some(
    (match) =>
      !isDisclaimed(words, match, guard.disclaimers) &&
      // A question with a "not" still asks: "Can't you tell me …?"
      (pattern.mood === 'asks' || pattern.evenNegated || !isNegated(words, match)),
  );
}

/** What the rules find in a draft. The same draft and rules give the same answer. */
export function checkDraft(draft: string, guard: Guard): DraftCheck {
  const findings: Finding[] = [];
  for (const sentence of sentencesOf(draft, guard.reading)) {
    const asks =
      sentence.question || guard.requests.some((pattern) => matchesOf(pattern, sentence.words).length > 0);
    for (const { rule, patterns } of guard.rules) {
      if (!patterns.some((pattern) => finds(pattern, sentence, asks, guard))) continue;
      const { start, end } = sentence;
      findings.push({ rule, start, end, sentence: draft.slice(start, end) });
    }
  }
  return findings.length === 0 ? { kind: 'clear' } : { kind: 'findings', findings };
}
