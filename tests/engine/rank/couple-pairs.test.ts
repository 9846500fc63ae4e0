import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPairs } from '#engine/rank/couple-check.ts';
import {
  closeness,
  type CoupleProgram,
  MOST_PAIRS,
  type PairWishes,
  proposePairs,
} from '#engine/rank/couple-pairs.ts';

const boston = { lat: 42.36, lon: -71.06 };
const providence = { lat: 41.82, lon: -71.41 };
const seattle = { lat: 47.61, lon: -122.33 };
const wishes: PairWishes = {
  alpha: 1,
  beta: 1,
  gamma: 0.5,
  onePenalty: 0.4,
  milesLimit: null,
  most: MOST_PAIRS,
};
const first: CoupleProgram[] = [
  { id: 'a-boston', utility: 0.9, place: boston },
  { id: 'a-seattle', utility: 0.8, place: seattle },
];
const second: CoupleProgram[] = [
  { id: 'b-providence', utility: 0.7, place: providence },
  { id: 'b-nowhere', utility: 0.6, place: null },
];
const rowOf = (pairs: ReturnType<typeof proposePairs>['pairs'], a: string | null, b: string | null) =>
  pairs.find((pair) => pair.first === a && pair.second === b);

describe('the proposed pairs of a couple', () => {
  it('hold every pair and every row with one of them placed, best together first', () => {
    const { pairs, left } = proposePairs(first, second, wishes);
    expect(pairs).toHaveLength(8);
    expect(left).toEqual({ tooFar: 0, belowNoMatch: 0, pastLimit: 0 });
    const scores = pairs.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((x, y) => y - x));
    const placed = pairs.filter(({ miles }) => miles !== null);
    expect(placed.map(({ first: a }) => a)).toEqual(['a-boston', 'a-seattle']);
    expect(rowOf(pairs, 'a-boston', null)).toMatchObject({ score: 0.5, miles: null });
    expect(rowOf(pairs, null, 'b-providence')?.score).toBeCloseTo(0.3, 12);
  });

  it('score what both want and how close it is', () => {
    const { pairs } = proposePairs(first, second, wishes);
    const near = rowOf(pairs, 'a-boston', 'b-providence');
    expect(near?.miles).toBeGreaterThan(35);
    expect(near?.miles).toBeLessThan(50);
    expect(near?.score).toBeCloseTo(1.6 + 0.5 * closeness(near?.miles ?? Number.NaN), 12);
    expect(closeness(0)).toBe(1);
    expect(closeness(50)).toBe(0.5);
  });

  it('leave out pairs past the distance limit, and never one of unknown distance', () => {
    const { pairs, left } = proposePairs(first, second, { ...wishes, milesLimit: 100 });
    expect(left.tooFar).toBe(1);
    expect(rowOf(pairs, 'a-seattle', 'b-providence')).toBeUndefined();
    expect(rowOf(pairs, 'a-seattle', 'b-nowhere')).toMatchObject({ miles: null });
  });

  it('let the known part stand for the whole where the distance is unknown', () => {
    const { pairs } = proposePairs(first, second, wishes);
    expect(rowOf(pairs, 'a-boston', 'b-nowhere')?.score).toBeCloseTo((1.5 * 2.5) / 2, 12);
  });

  it('leave out rows worth less than no match at all', () => {
    const { pairs, left } = proposePairs(first, second, { ...wishes, onePenalty: 0.75 });
    expect(left.belowNoMatch).toBe(2);
    expect(pairs.filter(({ first: a }) => a === null)).toEqual([]);
  });

  it('never pass 300 rows, whatever was asked, and always pass the check', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(500),
        (n, m, most) => {
          const side = (name: string, count: number): CoupleProgram[] =>
            Array.from({ length: count }, (_, i) => ({
              id: `${name}${i % 25}`,
              utility: i / 30,
              place: boston,
            }));
          const { pairs, left } = proposePairs(side('a', n), side('b', m), {
            ...wishes,
            onePenalty: 0,
            most,
          });
          expect(pairs.length).toBeLessThanOrEqual(Math.min(300, most));
          const [a, b] = [Math.min(n, 25), Math.min(m, 25)];
          expect(pairs.length + left.pastLimit).toBe(a * b + a + b);
          const check = checkPairs(
            pairs.map((pair) => pair.first),
            pairs.map((pair) => pair.second),
          );
          expect(check.kind).toBe(pairs.length > 0 ? 'pairs' : 'refused');
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the check of two columns edited by hand', () => {
  const reasons = (a: (string | null)[], b: (string | null)[]) => {
    const check = checkPairs(a, b);
    return check.kind === 'refused' ? check.problems.map(({ reason, rows }) => ({ reason, rows })) : [];
  };

  it('passes rows with one of them not placed', () => {
    expect(checkPairs(['x', 'x', null], ['y', null, 'y'])).toEqual({
      kind: 'pairs',
      pairs: [
        ['x', 'y'],
        ['x', null],
        [null, 'y'],
      ],
    });
  });

  it('names the rows of each problem', () => {
    expect(reasons(['x', 'z', 'x', null], ['y', 'y', 'y', null])).toEqual([
      { reason: 'empty-row', rows: [4] },
      { reason: 'duplicate-pair', rows: [1, 3] },
    ]);
    expect(reasons(['x'], ['y', 'z'])).toEqual([{ reason: 'unequal-length', rows: [2] }]);
    expect(reasons([], [])).toEqual([{ reason: 'no-rows', rows: [] }]);
  });

  it('refuses the 301st row', () => {
    const column = (name: string, rows: number) => Array.from({ length: rows }, (_, i) => `${name}${i}`);
    expect(reasons(column('a', 301), column('b', 301))).toEqual([{ reason: 'too-long', rows: [301] }]);
    expect(checkPairs(column('a', 300), column('b', 300)).kind).toBe('pairs');
  });

  it('does not take different pairs for one', () => {
    expect(checkPairs(['a","b', 'a'], ['c', 'b","c']).kind).toBe('pairs');
  });

  it('speaks in whole sentences', () => {
    const check = checkPairs(['x', 'x', null], ['y', 'y', null]);
    expect(check.kind === 'refused' && check.problems.map(({ sentence }) => sentence)).toEqual([
      'Row 3 names no program for either of you.',
      'Rows 1 and 2 hold the same pair.',
    ]);
  });
});
