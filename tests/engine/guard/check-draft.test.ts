import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommunicationRules } from '#domain/communication-rule.ts';
import { checkDraft, guardOf } from '#engine/guard/check-draft.ts';

const rules = CommunicationRules.parse(
  JSON.parse(
    readFileSync(new URL('../../../src/press/sources/communication-rules.json', import.meta.url), 'utf8'),
  ),
);
const made = guardOf(rules);
if (made.kind === 'refused') throw new Error(made.name);
const { guard } = made;

const idsIn = (draft: string) => {
  const checked = checkDraft(draft, guard);
  return checked.kind === 'clear' ? [] : checked.findings.map(({ rule }) => rule.id);
};

describe('a draft after an interview', () => {
  it('is flagged when it makes ranking a deal, with the rule quoted', () => {
    const checked = checkDraft('If you rank me to match I will rank you first.', guard);
    const found =
      checked.kind === 'findings' ? checked.findings.find(({ rule }) => rule.id === 'conditional') : null;
    expect(found?.rule.severity).toBe('flag');
    expect(found?.rule.facts[0]).toMatchObject({ wording: 'official', readOn: '2026-11-24' });
    expect(found?.rule.facts[0]?.link).toMatch(/^https:\/\//);
  });

  it('is flagged when it asks where one stands', () => {
    expect(idsIn('where am I on your list?')).toContain('ask-rank');
  });

  it('passes when it volunteers interest or says thank you', () => {
    expect(checkDraft('Thank you, I remain very interested.', guard)).toEqual({ kind: 'clear' });
    expect(idsIn('I intend to rank your program highly.')).toEqual([]);
    expect(idsIn('')).toEqual([]);
    expect(idsIn(' \n … ')).toEqual([]);
  });

  it('gets a note, with sources that disagree, when it promises the first place', () => {
    const checked = checkDraft('I will rank you first.', guard);
    expect(checked.kind === 'findings' && checked.findings.map(({ rule }) => rule.severity)).toEqual([
      'note',
    ]);
    const links = checked.kind === 'findings' ? checked.findings[0]?.rule.facts.map(({ link }) => link) : [];
    expect(new Set(links).size).toBeGreaterThanOrEqual(2);
  });
});

describe('a finding', () => {
  it('points at its sentence in the draft, and no other', () => {
    const draft = 'Dear Dr. Lee,\n\nThank you for Tuesday.  Where am I on your list? The clinic was great.\n';
    const checked = checkDraft(draft, guard);
    if (checked.kind === 'clear') throw new Error('nothing found');
    expect(checked.findings.map(({ sentence }) => sentence)).toEqual(['Where am I on your list?']);
    for (const { start, end, sentence } of checked.findings) expect(draft.slice(start, end)).toBe(sentence);
  });

  it('comes once for each rule and sentence, in the order of the draft', () => {
    const ids = idsIn('I will rank you first. Where am I on your list? Do you offer pre-match positions?');
    expect(ids).toEqual(['own-promise', 'ask-rank', 'outside-match']);
  });
});

describe('how a thing is written', () => {
  it.each([
    ['curly quotes', 'I’d like to know where I’ll be on your list.'],
    ['capitals', 'WHERE AM I ON YOUR LIST'],
    ['no marks at all', 'hi where am i on your list thanks'],
    ['shorthand', 'where am i on ur list'],
    ['swapped letters', 'will you rnak me'],
    ['a missing letter', 'can you garantee me a positon'],
    ['a number sign', 'If u rank me #1 ill rank u #1'],
    ['a title with a stop', 'Could Dr. Lee tell me where I stand on your list?'],
    ['a soft hyphen', 'where am I on your li\u00ADst?'],
  ])('does not matter: %s', (_, draft) => {
    expect(idsIn(draft).length).toBeGreaterThan(0);
  });

  it('does not turn other words into it', () => {
    expect(idsIn('Frank asked whether the march begins at the bank. Do you know?')).toEqual([]);
    expect(idsIn('Will you thank me later?')).toEqual([]);
  });
});

describe('a sentence that takes the thing back', () => {
  it.each([
    'I am not asking where I am on your list.',
    'I know you cannot tell me how you will rank me.',
    'I would never ask you to promise me a spot.',
    'I cannot promise to rank you first.',
  ])('passes: %s', (draft) => {
    expect(idsIn(draft)).toEqual([]);
  });

  it('does not cover what comes after a "but"', () => {
    expect(idsIn('I know you cannot say much, but where am I on your list?')).toContain('ask-rank');
    expect(idsIn('I hate to ask, but will you rank me?')).toContain('ask-rank');
  });
});

describe('any text', () => {
  it('is read in the same way twice, and every finding lies within it', () => {
    const scrap = fc.constantFrom(
      'where',
      'am',
      'I',
      'rank',
      'you',
      'me',
      'if',
      'first',
      'list',
      '.',
      '?',
      ',',
      '\n',
      '’',
      '🙂',
      'not',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(scrap, fc.string({ unit: 'grapheme' })), { maxLength: 40 }), (scraps) => {
        const draft = scraps.join(' ');
        const checked = checkDraft(draft, guard);
        expect(checkDraft(draft, guard)).toEqual(checked);
        if (checked.kind === 'clear') return;
        for (const { start, end, sentence } of checked.findings) {
          expect(draft.slice(start, end)).toBe(sentence);
          expect(sentence).toBe(sentence.trim());
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the rules', () => {
  it('quote at most 25 words, each with a source, a link and a date', () => {
    for (const { facts } of rules.rules) {
      for (const { text, link, readOn, source } of facts) {
        expect(text.split(/\s+/).length).toBeLessThanOrEqual(25);
        expect(link).toMatch(/^https:\/\//);
        expect(readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(source.length).toBeGreaterThan(5);
      }
    }
  });

  it('have ids of their own and leave no word list unused', () => {
    expect(new Set(rules.rules.map(({ id }) => id)).size).toBe(rules.rules.length);
    const text = JSON.stringify(rules);
    expect(Object.keys(rules.words).filter((name) => !text.includes(`<${name}>`))).toEqual([]);
  });

  it.each([
    ['a list that is not there', { requests: ['<nowhere> please'] }, 'unknown-list'],
    ['a list inside itself', { words: { ...rules.words, self: ['<self>'] } }, 'list-in-itself'],
    ['a bracket left open', { requests: ['( please'] }, 'bad-group'],
    ['a group inside a group', { requests: ['( a ( b ) )'] }, 'bad-group'],
    ['a bracket never opened', { requests: ['please )'] }, 'bad-group'],
  ])('are refused for %s', (_, change, reason) => {
    expect(guardOf({ ...rules, ...change })).toMatchObject({ kind: 'refused', reason });
  });
});
