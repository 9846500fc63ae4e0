import { describe, expect, it } from 'vitest';
import { FeeSchedule } from '#domain/rules.ts';
import { fitModels } from '#engine/fit/fit-model.ts';
import { answerPick } from '#engine/pick/answer-pick.ts';
import { affordableCount, feeOfCount, feeOfNth } from '#engine/pick/fees.ts';
import { askerWith, BOSTON, PSYCHIATRY, pid, smallCatalog } from '../../fixtures/small-catalog.ts';

const eras2026 = FeeSchedule.parse({
  season: 2026,
  service: 'ERAS',
  source: 'aamc',
  steps: [
    { from: 1, to: 30, usd: 11, flat: false },
    { from: 31, to: null, usd: 30, flat: false },
  ],
});
const fellowship = FeeSchedule.parse({
  season: 2026,
  service: 'ERAS',
  source: 'aamc',
  steps: [
    { from: 1, to: 10, usd: 115, flat: true },
    { from: 11, to: 20, usd: 17, flat: false },
    { from: 21, to: 30, usd: 20, flat: false },
    { from: 31, to: null, usd: 27, flat: false },
  ],
});

describe('fees', () => {
  it('agree with the worked examples of the AAMC fee page', () => {
    expect(feeOfCount(eras2026, 30)).toBe(330);
    expect(feeOfCount(eras2026, 43) + feeOfCount(eras2026, 7)).toBe(797);
    expect(2 * feeOfCount(eras2026, 32)).toBe(780);
    expect(feeOfCount(fellowship, 30)).toBe(485);
  });

  it('add up from the price of each application', () => {
    for (const schedule of [eras2026, fellowship]) {
      let sum = 0;
      for (let k = 1; k <= 60; k++) expect(feeOfCount(schedule, k)).toBe((sum += feeOfNth(schedule, k)));
    }
  });

  it('buy the most applications a budget pays for', () => {
    expect(affordableCount(eras2026, 359, 100)).toBe(30);
    expect(affordableCount(eras2026, 360, 100)).toBe(31);
    expect(affordableCount(eras2026, 10, 100)).toBe(0);
  });
});

describe('picking by fit', () => {
  const catalog = smallCatalog();
  const model = fitModels(catalog)(
    askerWith({ home: BOSTON }, { weights: { home: 3 }, dealBreakers: [{ kind: 'military' }] }),
  );
  const ask = (budgetUsd: number, locks: string[] = [], bans: string[] = []) =>
    answerPick(catalog, model, {
      specialty: PSYCHIATRY,
      budgetUsd,
      locks: locks.map(pid),
      bans: bans.map(pid),
      heard: [],
    });
  const letters = (answer: ReturnType<typeof ask>) =>
    answer.kind === 'list' ? answer.entries.map(({ row }) => row.pid.at(-1)).join('') : answer.reason;

  it('takes the best fits the budget pays for and names the next ones', () => {
    const answer = ask(22);
    expect(letters(answer)).toBe('ab');
    expect(answer).toMatchObject({
      feeUsd: 22,
      leftUsd: 0,
      limitedBy: 'budget',
      excluded: 1,
      candidates: 3,
      fees: { season: 2026 },
    });
    expect(answer.kind === 'list' && answer.next.map(({ row, feeUsd }) => [row.pid.at(-1), feeUsd])).toEqual([
      ['c', 11],
    ]);
  });

  it('keeps locks and leaves out bans', () => {
    expect(letters(ask(22, ['c']))).toBe('ac');
    expect(letters(ask(33, [], ['a']))).toBe('bc');
  });

  it('lets a lock win over a deal-breaker and an unconfirmed row', () => {
    expect(letters(ask(22, ['f', 'd']))).toBe('df');
  });

  it('says what the smallest budget would be instead of giving an empty list', () => {
    expect(ask(10)).toEqual({ kind: 'refused', reason: 'budget-below-one-fee', needUsd: 11 });
    expect(ask(11, ['a', 'c'])).toEqual({ kind: 'refused', reason: 'locks-over-budget', needUsd: 22 });
    expect(letters(ask(500, [], ['a', 'b', 'c']))).toBe('no-programs');
  });

  it('gives every entry the few reasons that lifted it', () => {
    const answer = ask(11);
    expect(answer.kind === 'list' && answer.entries[0]?.reasons.map((r) => r.criterion)).toEqual(['home']);
  });
});
