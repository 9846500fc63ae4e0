import { describe, expect, it } from 'vitest';
import { Pid } from '#domain/ids.ts';
import { asOwnCriterion, type CustomCriterion, markWords, OwnCriterion } from '#domain/own-criterion.ts';
import { Profile } from '#domain/profile.ts';
import { EMPTY_WISHES, Wishes } from '#domain/wishes.ts';

const pid = Pid.parse('p00000000a');
const criterion = (scale: CustomCriterion['scale'], mark: number): CustomCriterion => ({
  key: 'custom:beach',
  label: 'Near a beach',
  scale,
  marks: [{ pid, mark }],
});
const valueOf = (scale: CustomCriterion['scale'], mark: number) =>
  asOwnCriterion(criterion(scale, mark), 2).marks[0]?.value;

describe('a mark', () => {
  it('runs from 0 for the lowest of its scale to 1 for the highest', () => {
    const levels = { kind: 'levels', levels: ['no', 'maybe', 'yes'] } as const;
    expect([1, 3, 5].map((mark) => valueOf({ kind: 'stars' }, mark))).toEqual([0, 0.5, 1]);
    expect([0, 1].map((mark) => valueOf({ kind: 'yes-no' }, mark))).toEqual([0, 1]);
    expect([0, 5, 10].map((mark) => valueOf({ kind: 'ten' }, mark))).toEqual([0, 0.5, 1]);
    expect([0, 1, 2].map((mark) => valueOf({ ...levels, levels: [...levels.levels] }, mark))).toEqual([
      0, 0.5, 1,
    ]);
  });

  it('is the user’s own word: certain, and a criterion the engine takes', () => {
    const own = asOwnCriterion(criterion({ kind: 'ten' }, 7), 3);
    expect(own.marks[0]).toEqual({ pid, value: 0.7, certainty: 1, words: '7 of 10' });
    expect(OwnCriterion.safeParse(own).success).toBe(true);
  });

  it('is said as it was given', () => {
    expect(markWords({ kind: 'stars' }, 4)).toBe('4 of 5 stars');
    expect(markWords({ kind: 'yes-no' }, 0)).toBe('no');
    expect(markWords({ kind: 'levels', levels: ['no', 'a dream'] }, 1)).toBe('a dream');
  });
});

describe('rows of before', () => {
  it('still parse: everything new may be absent', () => {
    expect(Profile.safeParse({ specialties: [], ties: [], scores: { step1: 'pass' } }).success).toBe(true);
    expect(Wishes.safeParse({ ...EMPTY_WISHES, weights: { home: 3 } }).success).toBe(true);
  });

  it('and new ones take no number that cannot be', () => {
    const parses = (more: object) =>
      Profile.safeParse({ specialties: [], ties: [], scores: {}, ...more }).success;
    expect(parses({ scores: { comlex2Attempts: 4 } })).toBe(true);
    expect(parses({ scores: { comlex2Attempts: 5 } })).toBe(false);
    expect(parses({ usClinicalMonths: -1 })).toBe(false);
    expect(parses({ research: { works: 1.5 } })).toBe(false);
    expect(parses({ letters: { unknown: 1 } })).toBe(false);
  });
});
