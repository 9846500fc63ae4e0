import { describe, expect, it } from 'vitest';
import type { Asker } from '#domain/query.ts';
import type { RankLine } from '#domain/rank-query.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { fitModels } from '#engine/fit/fit-model.ts';
import { answerLanding } from '#engine/rank/answer-landing.ts';
import { answerRank } from '#engine/rank/answer-rank.ts';
import { lineChances } from '#engine/rank/line-chances.ts';
import { askerWith, BOSTON, pid, smallCatalog } from '../../fixtures/small-catalog.ts';
import { MODEL } from '../chance/small-model.ts';

const bare = smallCatalog();
const catalog: Catalog = { ...bare, model: MODEL };
const line = (letter: string, id: number, invited = true): RankLine => ({ id, pid: pid(letter), invited });
const lines = (letters: string, invited = true) =>
  [...letters].map((letter, at) => line(letter, at + 1, invited));
const modelFor = (asker: Asker, of: Catalog = catalog) => fitModels(of)(asker);
const nearHome = askerWith(
  { home: BOSTON, applicantType: 'us-md', scores: { step2: 244 } },
  { weights: { home: 3 } },
);
const rank = (asked: readonly RankLine[], asker = nearHome, of = catalog) =>
  answerRank(of, modelFor(asker, of), asked);

describe('what stands beside a rank list', () => {
  it('answers for each program once, in the order asked, with its tracks and its code', () => {
    const { programs } = rank([line('b', 1), line('a', 2), line('b', 3), line('z', 4)]);
    expect(programs.map((each) => each.pid)).toEqual([pid('b'), pid('a'), pid('z')]);
    expect(programs[1]?.tracks.map(({ code }) => code)).toEqual(['1265400C0']);
    expect(programs[0]).toMatchObject({ tracks: [], code: null });
    expect(programs[2]).toMatchObject({ row: null, found: { kind: 'unknown' } });
  });

  it('gives those that tie one place, and calls firm only what the score tells apart', () => {
    const { sensitivity } = rank(lines('cadb'));
    expect(sensitivity?.places.map(({ pid: of, place, best, worst }) => [of, place, best, worst])).toEqual([
      [pid('a'), 1, 1, 2],
      [pid('d'), 1, 1, 2],
      [pid('b'), 3, 3, 3],
      [pid('c'), 4, 4, 4],
    ]);
    expect(sensitivity?.firm).toEqual({ first: 3, stays: 100 });
    expect(rank(lines('bad')).sensitivity?.firm).toEqual({ first: 2, stays: 100 });
    expect(rank(lines('ad')).sensitivity?.firm).toBeNull();
  });

  it('has no order by score while nothing is weighed, or for one program', () => {
    expect(rank(lines('abc'), askerWith()).sensitivity).toBeNull();
    expect(rank([line('a', 1), line('a', 2)]).sensitivity).toBeNull();
  });

  it('hears where an order leans toward the chances against the own wishes', () => {
    // Near home are the programs one is not invited to yet; far off is one that has invited.
    const leaning = [line('c', 1, true), line('a', 2, false), line('d', 3, false), line('b', 4, false)];
    expect(rank(leaning).shaped).toMatchObject({ raised: 1, pairs: 3 });
    expect(rank(leaning.toReversed()).shaped).toBeNull();
    expect(rank(leaning.map((each) => ({ ...each, invited: true }))).shaped).toBeNull();
    expect(rank(leaning, nearHome, bare).shaped).toBeNull();
  });

  it('names the dates that bear on ranking, of the newest season only', () => {
    const date = (season: number, event: string, who = 'all') => ({
      season,
      date: `${season}-03-03`,
      event,
      who,
      sourceType: 'primary',
      source: 'a calendar',
    });
    const dated = {
      ...catalog,
      rules: {
        ...catalog.rules,
        dates: [
          date(2026, 'Match Day'),
          date(2027, 'ERAS 2027 season opens'),
          date(2027, 'Rank order list certification deadline'),
          date(2027, 'Programs rank', 'programs'),
        ],
      },
    };
    expect(rank(lines('a'), nearHome, dated).dates.map(({ event }) => event)).toEqual([
      'Rank order list certification deadline',
    ]);
    expect(rank(lines('a')).dates).toEqual([]);
  });
});

describe('where a rank list may lead', () => {
  const landing = (asked: readonly RankLine[], asker = nearHome, of = catalog) => {
    const answer = answerLanding(of, modelFor(asker, of), asked);
    if (answer.kind === 'refused') throw new Error(answer.reason);
    return answer;
  };

  it('adds up to one over its groups and no place, each inside its range', () => {
    const { groups, none } = landing(lines('abcdeab'));
    expect(groups.map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [4, 6],
      [7, 7],
    ]);
    expect(groups.reduce((sum, { p }) => sum + p, none.p)).toBeCloseTo(1, 9);
    for (const { p, lo, hi } of [...groups, none]) {
      expect(p).toBeGreaterThanOrEqual(lo);
      expect(p).toBeLessThanOrEqual(hi);
      expect(hi - lo).toBeGreaterThanOrEqual(0.04);
    }
  });

  it('groups a short list as far as it reaches', () => {
    expect(landing(lines('ab')).groups.map(({ from, to }) => [from, to])).toEqual([[1, 2]]);
    expect(landing(lines('abcd')).groups.map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [4, 4],
    ]);
  });

  it('never changes whether one matches with the order', () => {
    expect(landing(lines('abc')).none.p).toBeCloseTo(landing(lines('cba')).none.p, 12);
  });

  it('loses by every line left out, and gains by one more', () => {
    const { dropped, oneMore } = landing(lines('abcd'));
    expect(dropped).toHaveLength(4);
    expect(dropped.every(({ loss }) => loss > 0)).toBe(true);
    expect(oneMore).toBeGreaterThan(0);
  });

  it('counts the invitation that is still open', () => {
    const [invited] = lineChances(catalog, modelFor(nearHome), lines('a'))?.lines ?? [];
    const [open] = lineChances(catalog, modelFor(nearHome), lines('a', false))?.lines ?? [];
    expect(open?.q).toBeLessThan(invited?.q ?? 0);
  });

  it('names the lines nothing is published for, and refuses where that is all', () => {
    expect(landing([line('a', 1), line('z', 2)]).without).toEqual([2]);
    const refusal = (asked: readonly RankLine[], asker = nearHome, of = catalog) => {
      const answer = answerLanding(of, modelFor(asker, of), asked);
      return answer.kind === 'refused' ? answer.reason : answer.kind;
    };
    expect(refusal(lines('z'))).toBe('nothing-published');
    expect(refusal([])).toBe('empty');
    expect(refusal(lines('a'), askerWith())).toBe('no-applicant-type');
    expect(refusal(lines('a'), nearHome, bare)).toBe('no-model');
  });

  it('says what it rests on in words', () => {
    expect(landing(lines('a')).basis).toEqual([
      { specialty: 'Psychiatry', years: '2024', source: 'A book of tables' },
    ]);
  });
});
