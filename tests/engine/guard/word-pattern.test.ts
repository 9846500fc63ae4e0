import { describe, expect, it } from 'vitest';
import { sentencesOf } from '#engine/guard/draft-words.ts';
import { plainForms } from '#engine/guard/plain-form.ts';
import { matchesOf, patternReader } from '#engine/guard/word-pattern.ts';

const reading = {
  spellings: new Map([
    ['u', ['you']],
    ['no 1', ['number', '1']],
  ]),
  forgiven: ['rank', 'match', 'position', 'guarantee'],
  never: new Set(['mach']),
};
const LISTS = { you: ['you', 'your *1 program', 'the committee'], top: ['first', 'number one'] };

const wordsOf = (text: string) => sentencesOf(text, reading)[0]?.words ?? [];
const matches = (pattern: string, text: string) => {
  const read = patternReader(LISTS)(pattern);
  if (read.kind === 'refused') throw new Error(read.reason);
  return matchesOf(read.pattern, wordsOf(text)).map(({ from, end }) => [from, end]);
};
const finds = (pattern: string, text: string) => matches(pattern, text).length > 0;

describe('a pattern', () => {
  it('finds words in any of their endings', () => {
    expect(finds('rank me', 'They are ranking me.')).toBe(true);
    expect(finds('ranked me', 'They are ranking me.')).toBe(false);
  });

  it('leaps over as many words as it may', () => {
    expect(finds('rank * me', 'rank a b c me')).toBe(true);
    expect(finds('rank * me', 'rank a b c d me')).toBe(false);
    expect(finds('rank *4 me', 'rank a b c d me')).toBe(true);
    expect(finds('rank *0 me', 'rank a me')).toBe(false);
  });

  it('takes lists, choices, groups, and what may be missing', () => {
    expect(finds('<you> rank', 'Will your kind program rank it?')).toBe(true);
    expect(finds('<you>|nobody rank', 'Will nobody rank it?')).toBe(true);
    expect(finds('rank ( me high / us ) now', 'rank us now')).toBe(true);
    expect(finds('rank ( me high / us ) now', 'rank me now')).toBe(false);
    expect(finds('rank very? <top>', 'ranked number one')).toBe(true);
    expect(finds('rank ( so very ) ? high', 'rank high')).toBe(true);
  });

  it('holds to the start, the end, and what must not follow', () => {
    expect(finds('^ rank', 'please rank')).toBe(false);
    expect(finds('rank $', 'rank me')).toBe(false);
    expect(finds('my rank !list|order', 'my rank list')).toBe(false);
    expect(finds('my rank !list|order', 'my rank')).toBe(true);
  });

  it('gives the shortest places, none inside another', () => {
    expect(matches('i *5 rank', 'I think I will rank')).toEqual([[2, 5]]);
    expect(matches('rank', 'rank and rank')).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('is done soon however long the sentence', () => {
    const long = 'i rank you if you '.repeat(2000);
    const started = performance.now();
    expect(finds('i *8 rank *8 you *8 <top> *8 match', long)).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('the words of a draft', () => {
  const said = (text: string) => wordsOf(text).map(({ forms }) => forms[0]);

  it('spell contractions out and read shorthand', () => {
    expect(said("I'll say it's ur program's, won't u?")).toEqual([
      'i',
      'will',
      'say',
      'it',
      'ur',
      'program',
      'will',
      'not',
      'you',
    ]);
    expect(said('No. 1 and #2')).toEqual(['number', '1', 'and', 'number', '2']);
  });

  it('forgive slips of the words that matter, and leave near ones alone', () => {
    expect(said('rnak mtach positoin garantee')).toEqual(['rank', 'match', 'position', 'guarantee']);
    expect(said('march bank mach thank')).toEqual(['march', 'bank', 'mach', 'thank']);
  });

  it('fall into sentences, but not after a title', () => {
    const parts = sentencesOf('Dear Dr. Lee, hello. Are you there? Yes…\nThanks', reading);
    expect(parts.map(({ question }) => question)).toEqual([false, true, false, false]);
  });

  it('stand for every plain form they may have', () => {
    expect(plainForms('ranked')).toContain('rank');
    expect(plainForms('placing')).toContain('place');
    expect(plainForms('committed')).toContain('commit');
    expect(plainForms('matches')).toContain('match');
    expect(plainForms('studies')).toContain('study');
    expect(plainForms('was')).toContain('be');
    expect(plainForms('10th')).toContain('#');
    expect(plainForms('this')).toEqual(['this', 'thi']);
  });
});
