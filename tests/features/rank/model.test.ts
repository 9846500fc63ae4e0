import { describe, expect, it } from 'vitest';
import { codeOf, codeWords, typeOf } from '#features/rank/codes.ts';
import { certifyDates } from './dates.ts';
import { deadlineOf, deadlineWords, tickedNow } from '#features/rank/certify-words.ts';
import { historyOf, speaksOfChance } from '#features/rank/history-words.ts';
import { changeWords, mostLikelyWords } from '#features/rank/landing.tsx';
import {
  byScoreWords,
  candidatesOf,
  neighborsToSettle,
  ordinal,
  scoreOrder,
  scorePlaces,
} from '#features/rank/model.ts';
import { warningsOf } from '#features/rank/warnings.ts';
import { orderOf } from '#domain/rank-list.ts';
import { askerWith, BOSTON, pid, PSYCHIATRY } from '../../fixtures/small-catalog.ts';
import { answerFor, entry, listOf, shownLines, withSteps } from './parts.ts';

const nearHome = askerWith({ specialties: [PSYCHIATRY], home: BOSTON }, { weights: { home: 3 } });
const three = listOf([entry(1, 'c'), entry(2, 'a'), entry(3, 'b')]);

describe('the score beside the order', () => {
  it('gives each program its place by score and never another order', () => {
    const lines = shownLines(three, nearHome);
    expect(lines.map(({ entry: { id } }) => id)).toEqual([1, 2, 3]);
    expect(lines.map(byScoreWords)).toEqual(['by score 3rd', 'by score 1st', 'by score 2nd']);
    expect(scoreOrder(lines).map(({ entry: { id } }) => id)).toEqual([2, 3, 1]);
  });

  it('says that it agrees, that it is a tie, and that there is none', () => {
    const tied = listOf([entry(1, 'a'), entry(2, 'd'), entry(3, 'b'), entry(4, 'f')]);
    const [a, d, b, f] = shownLines(tied, nearHome).map(byScoreWords);
    expect([a, d]).toEqual(['by score 1st, a tie', 'by score 1st, a tie']);
    expect(b).toBe('score agrees');
    expect(f).toBe('no score');
  });

  it('counts a program that stands on two lines once', () => {
    const twice = listOf([
      entry(1, 'a', { trackCode: '1265400C0' }),
      entry(2, 'a', { trackCode: '1265400P0' }),
      entry(3, 'b'),
    ]);
    const places = scorePlaces(answerFor(twice, nearHome).programs);
    expect(places.get(pid('a'))).toEqual({ place: 1, tie: false, of: 2 });
    expect(places.get(pid('b'))?.place).toBe(2);
  });

  it('counts as people do', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 102].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '102nd',
    ]);
  });
});

describe('neighbors to settle', () => {
  it('are those that stand against their score, and those that are close', () => {
    const pairs = neighborsToSettle(shownLines(three, nearHome), three);
    expect(pairs.map(({ upper, lower, why }) => [upper.entry.id, lower.entry.id, why])).toEqual([
      [1, 2, 'against'],
    ]);
    const tied = listOf([entry(1, 'a'), entry(2, 'd')]);
    expect(neighborsToSettle(shownLines(tied, nearHome), tied)[0]?.why).toBe('close');
  });

  it('are settled by a word that agrees with the order, and named by one that does not', () => {
    const lines = shownLines(three, nearHome);
    const said = (chose: 'a' | 'b' | 'same') => ({ rathers: [{ a: 1, b: 2, chose, at: 0 }] });
    expect(neighborsToSettle(lines, said('a'))).toEqual([]);
    expect(neighborsToSettle(lines, said('same'))).toEqual([]);
    expect(neighborsToSettle(lines, said('b'))[0]?.why).toBe('said');
  });
});

describe('codes', () => {
  const [a, b] = shownLines(listOf([entry(1, 'a'), entry(2, 'b')]), nearHome);

  it('are the only one a program has, or the one chosen, and are never guessed', () => {
    expect(a && codeWords(codeOf(a.entry, a.program))).toBe('1265400C0, categorical');
    expect(b && codeOf(b.entry, b.program)).toEqual({ kind: 'unknown' });
    const own = codeOf(entry(9, 'b', { trackCode: '1999400A1' }), b?.program);
    expect([codeWords(own), typeOf(own)]).toEqual(['1999400A1, advanced', 'A']);
  });

  it('leave it open where there are several', () => {
    const track = a?.program?.tracks[0];
    const program = a?.program && track && { ...a.program, tracks: [track, { ...track, code: '1265400P0' }] };
    expect(codeOf(entry(1, 'a'), program).kind).toBe('several');
  });
});

describe('warnings', () => {
  const warn = (list = three, stages: Parameters<typeof warningsOf>[3] = [], asker = nearHome) =>
    warningsOf(list, shownLines(list, asker), [list], stages);

  it('name a line without a code and one that stands twice', () => {
    const list = listOf([entry(1, 'a'), entry(2, 'b'), entry(3, 'a')]);
    expect(warn(list).map(({ id, short }) => [id, short])).toEqual([
      [2, 'no code'],
      [3, 'on the list twice'],
    ]);
  });

  it('name what one would not go to, and what the catalog does not hold', () => {
    const list = listOf([entry(1, 'a'), entry(2, 'z')]);
    const asker = askerWith(
      { home: BOSTON },
      { weights: { home: 1 }, dealBreakers: [{ kind: 'only-in-states', states: ['WA'] }] },
    );
    const withdrawn = { pid: pid('a'), label: '', stage: 'withdrawn' as const, note: '' };
    expect(warn(list, [], asker).map(({ short }) => short)).toEqual([
      'a deal-breaker',
      'not in the catalog',
      'no code',
    ]);
    expect(warn(list, [withdrawn])[0]?.sentence).toMatch(/You withdrew from Harbor Medical Center/);
  });

  it('ask for a first year where a line is advanced, until there is a list for it', () => {
    const list = listOf([entry(1, 'b', { trackCode: '1999400A0' })]);
    const [first] = warn(list);
    expect(first?.sentence).toMatch(/^One line is an advanced program/);
    const supplement = listOf([entry(1, 'a')], { kind: 'supplemental' });
    expect(warningsOf(list, shownLines(list, nearHome), [list, supplement], [])).toEqual([]);
  });
});

describe('programs to add', () => {
  it('are those that invited one first, without those on the list, let go or lost', () => {
    const kept = (letter: string, stage: 'considering' | 'interviewed' | 'withdrawn') => ({
      pid: pid(letter),
      label: letter,
      stage,
      note: '',
    });
    const found = candidatesOf(orderOf(listOf([entry(1, 'a')])), [
      kept('a', 'interviewed'),
      kept('b', 'considering'),
      kept('c', 'interviewed'),
      kept('d', 'withdrawn'),
    ]);
    expect(found.map(({ label }) => label)).toEqual(['c', 'b']);
  });
});

describe('the history', () => {
  it('tells in plain words what happened and why, newest first', () => {
    const list = withSteps(
      three,
      { kind: 'move', at: 60_000, id: 3, from: 2, to: 0, reason: 'liked the residents' },
      { kind: 'bin', at: 120_000, id: 1, from: 1 },
      { kind: 'return', at: 180_000, to: 1 },
    );
    const words = historyOf(list).map(({ words: told, reason }) => [told, reason]);
    expect(words[0]?.[0]).toMatch(/^Went back to how it was/);
    expect(words.slice(1)).toEqual([
      ['Put Cascade University under “Do not rank”, from 2', null],
      ['Moved Hillside University from 3 to 1', 'liked the residents'],
      ['Started empty', null],
    ]);
    expect(historyOf(list).map(({ isNow }) => isNow)).toEqual([true, false, true, false]);
  });

  it('tells the moves of one go as one', () => {
    const list = withSteps(
      three,
      { kind: 'move', at: 1000, id: 3, from: 2, to: 1 },
      { kind: 'move', at: 2000, id: 3, from: 1, to: 0 },
    );
    expect(historyOf(list).map(({ words }) => words)).toEqual([
      'Moved Hillside University from 3 to 1',
      'Started empty',
    ]);
  });

  it('hears a reason that is about being taken, and no other', () => {
    expect(['safer', 'They loved me', 'better odds', 'less competitive'].every(speaksOfChance)).toBe(true);
    expect(['liked the residents', 'close to my sister', 'research', ''].some(speaksOfChance)).toBe(false);
  });
});

describe('the checklist', () => {
  it('counts a tick only while the list is as it was', () => {
    const ticked = listOf([entry(1, 'a'), entry(2, 'b')], { ticks: [{ key: 'order', at: 0, after: 0 }] });
    expect(tickedNow(ticked)).toBe(1);
    expect(tickedNow(withSteps(ticked, { kind: 'move', at: 1, id: 2, from: 1, to: 0 }))).toBe(0);
  });

  it('says the deadline with its weekday and zone, and how far it is', () => {
    const deadline = deadlineOf(certifyDates);
    expect(deadlineWords(deadline, Date.parse('2027-03-01'))).toBe(
      'Certify it by Wednesday, March 3, 2027, 9:00 PM Eastern. 2 days from now.',
    );
    expect(deadlineWords(deadline, Date.parse('2027-03-05'))).toMatch(/^The deadline was Wednesday/);
    expect(deadlineWords(null, 0)).toBe('Certify it before the deadline.');
  });
});

describe('where a list may lead', () => {
  const range = (p: number) => ({ p, lo: p - 0.05, hi: p + 0.05 });
  const landing = (first: number, next: number, none: number) => ({
    kind: 'landing' as const,
    groups: [
      { from: 1, to: 3, ...range(first) },
      { from: 4, to: 6, ...range(next) },
    ],
    none: range(none),
    without: [],
    dropped: [],
    oneMore: 0.1,
    basis: [],
  });

  it('is said in words', () => {
    expect(mostLikelyWords(landing(0.5, 0.3, 0.2))).toBe('Most likely among your first three.');
    expect(mostLikelyWords(landing(0.2, 0.5, 0.3))).toBe('Most likely at lines 4 to 6.');
    expect(mostLikelyWords(landing(0.2, 0.3, 0.5))).toMatch(/^Most likely at none of these/);
    expect([0.001, 0.02, 0.2].map(changeWords)).toEqual(['hardly any', 'a little', 'clearly']);
  });
});
