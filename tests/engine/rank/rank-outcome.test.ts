import { describe, expect, it } from 'vitest';
import { rankOutcome } from '#engine/rank/rank-outcome.ts';

const twenty = Array.from({ length: 20 }, (_, i) => ({ id: `p${i}`, q: 0.1 }));

describe('a rank-outcome question', () => {
  it('is answered with the chance to match, its range, the landing and the rest', () => {
    const answer = rankOutcome({ programs: twenty, sharedSd: 1 });
    expect(answer).toMatchObject({ pMatch: expect.closeTo(0.718, 3) });
    expect(Object.keys(answer).toSorted()).toEqual(['hi', 'landing', 'lo', 'pMatch', 'unmatched']);
    expect('landing' in answer && answer.landing).toHaveLength(20);
    expect(rankOutcome({ programs: twenty, sharedSd: 0 })).toMatchObject({
      pMatch: expect.closeTo(1 - 0.9 ** 20, 12),
    });
  });

  it('is answered for a couple, per pair', () => {
    const answer = rankOutcome({
      programs: [
        { id: 'x', q: 0.5 },
        { id: 'unlisted', q: 0.9 },
      ],
      sharedSd: 0,
      couple: {
        programs: [{ id: 'x', q: 0.4 }],
        pairs: [
          ['x', 'x'],
          ['x', null],
          [null, 'x'],
        ],
      },
    });
    expect(answer).toEqual({
      pMatch: expect.closeTo(0.7, 12),
      lo: expect.closeTo(0.66, 12),
      hi: expect.closeTo(0.74, 12),
      landing: [0.2, 0.3, 0.2].map((p) => expect.closeTo(p, 12)),
      unmatched: expect.closeTo(0.3, 12),
      method: 'exact',
      standardError: 0,
    });
  });

  it('is refused with one sentence where it cannot be read', () => {
    const couple = { programs: [{ id: 'y', q: 0.4 }], pairs: [['p0', 'y']] };
    const cases: [unknown, string][] = [
      [[], 'not-an-object'],
      [null, 'not-an-object'],
      [{ sharedSd: 1 }, 'bad-programs'],
      [{ programs: [{ q: 0.1 }], sharedSd: 1 }, 'bad-programs'],
      [{ programs: [{ id: 'a', q: 1.1 }], sharedSd: 1 }, 'bad-chance'],
      [{ programs: [{ id: 'a', q: Number.NaN }], sharedSd: 1 }, 'bad-chance'],
      [{ programs: [{ id: 'a', q: '0.1' }], sharedSd: 1 }, 'bad-chance'],
      [{ programs: [...twenty, { id: 'p3', q: 0.2 }], sharedSd: 1 }, 'duplicate-program'],
      [{ programs: twenty }, 'bad-shared-sd'],
      [{ programs: twenty, sharedSd: -1 }, 'bad-shared-sd'],
      [{ programs: twenty, sharedSd: Infinity }, 'bad-shared-sd'],
      [{ programs: twenty, sharedSd: 1, couple: [] }, 'bad-couple'],
      [{ programs: twenty, sharedSd: 1, couple: { ...couple, programs: 3 } }, 'bad-programs'],
      [{ programs: twenty, sharedSd: 1, couple: { ...couple, pairs: [['p0']] } }, 'bad-pairs'],
      [{ programs: twenty, sharedSd: 1, couple: { ...couple, pairs: [] } }, 'bad-pairs'],
      [{ programs: twenty, sharedSd: 1, couple: { ...couple, pairs: [[null, null]] } }, 'bad-pairs'],
      [{ programs: twenty, sharedSd: 1, couple: { ...couple, pairs: [['p0', 'z']] } }, 'unknown-program'],
    ];
    for (const [question, reason] of cases) {
      const answer = rankOutcome(question);
      expect(answer).toMatchObject({ kind: 'refused', reason });
      expect('sentence' in answer && answer.sentence).toMatch(/^\S.*\.$/);
    }
  });

  it('has the same answer each time, drawn or exact', () => {
    const side = (name: string) => Array.from({ length: 20 }, (_, i) => ({ id: `${name}${i}`, q: 0.15 }));
    const question = {
      programs: side('a'),
      sharedSd: 1,
      couple: {
        programs: side('b'),
        pairs: Array.from({ length: 40 }, (_, i) => [`a${i % 20}`, `b${(i * 7) % 20}`]).slice(0, 20),
      },
    };
    expect(rankOutcome(question)).toEqual(rankOutcome(question));
    expect(rankOutcome(question)).toMatchObject({ method: 'draws' });
  });
});
