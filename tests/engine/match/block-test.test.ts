import { describe, expect, it } from 'vitest';
import { testBlocks } from '#engine/match/block-test.ts';
import type { MatchInstance } from '#engine/match/match-instance.ts';

const market: MatchInstance = {
  id: 'small',
  programs: [
    { id: 'H0', quota: 1, list: ['A', 'X'] },
    { id: 'H1', quota: 2, list: ['Y', 'A', 'X'] },
  ],
  singles: [{ id: 'A', list: ['H0', 'H1'] }],
  couples: [
    {
      id: 'C',
      members: ['X', 'Y'],
      list: [
        ['H0', 'H1'],
        ['H1', 'H1'],
        [null, 'H1'],
      ],
    },
  ],
};

describe('the block test', () => {
  it('passes a stable matching', () => {
    expect(testBlocks(market, { A: 'H0', X: 'H1', Y: 'H1' })).toEqual({ kind: 'tested', blocks: [] });
  });

  it('names a single who would be kept by a program they like more', () => {
    expect(testBlocks(market, { A: 'H1', X: null, Y: 'H1' })).toEqual({
      kind: 'tested',
      blocks: [
        { kind: 'single', person: 'A', program: 'H0' },
        { kind: 'couple', couple: 'C', pair: ['H0', 'H1'] },
      ],
    });
  });

  it('asks that a program named twice keeps both', () => {
    // H1 holds A and would keep Y, but not X as well.
    const full = { ...market, singles: [{ id: 'A', list: ['H1'] }] };
    expect(testBlocks(full, { A: 'H1', X: null, Y: null })).toEqual({
      kind: 'tested',
      blocks: [
        { kind: 'couple', couple: 'C', pair: ['H0', 'H1'] },
        { kind: 'couple', couple: 'C', pair: [null, 'H1'] },
      ],
    });
  });

  it('judges an arriving member against everyone held, the leaving partner too', () => {
    const swap: MatchInstance = {
      id: 'swap',
      programs: [
        { id: 'H0', quota: 1, list: ['X', 'Y'] },
        { id: 'H1', quota: 1, list: ['Y', 'X'] },
      ],
      singles: [],
      couples: [
        {
          id: 'C',
          members: ['X', 'Y'],
          list: [
            ['H1', 'H0'],
            ['H0', 'H1'],
          ],
        },
      ],
    };
    expect(testBlocks(swap, { X: 'H0', Y: 'H1' })).toEqual({ kind: 'tested', blocks: [] });
  });

  it('says what is not a matching of the market', () => {
    const sentenceOf = (matching: Record<string, string | null>) => {
      const test = testBlocks(market, matching);
      return test.kind === 'not-a-matching' ? test.sentence : undefined;
    };
    expect(sentenceOf({ A: 'H0', X: null })).toBe('Nothing is said about Y.');
    expect(sentenceOf({ A: 'H0', X: 'H0', Y: 'H1' })).toBe('H0 holds 2 people and has 1 seats.');
    expect(sentenceOf({ A: 'H0', X: 'H1', Y: null })).toBe('Couple C does not list its pair.');
    expect(sentenceOf({ A: 'H0', X: null, Y: 'H0' })).toBe('H0 does not list Y.');
    expect(sentenceOf({ A: 'H9', X: null, Y: null })).toBe('H9 does not list A.');
    const shy = { ...market, singles: [{ id: 'A', list: ['H0'] }] };
    expect(testBlocks(shy, { A: 'H1', X: null, Y: null })).toEqual({
      kind: 'not-a-matching',
      sentence: 'A does not list H1.',
    });
  });
});
