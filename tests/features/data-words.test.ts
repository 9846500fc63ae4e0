import { describe, expect, it } from 'vitest';
import {
  ageWords,
  freshWords,
  lastCheckWords,
  nextCheckWords,
  sizeWords,
  stepWords,
} from '#features/data/words.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 11, 1, 18);

describe('the age of a catalog', () => {
  it.each([
    [0, 'today'],
    [1, 'yesterday'],
    [12, '12 days ago'],
    [44, '44 days ago'],
    [92, '3 months ago'],
    [800, '2 years ago'],
    [-3, 'today'],
  ])('of %i days', (days, words) => {
    expect(ageWords(NOW - days * DAY, NOW)).toBe(words);
  });
});

describe('how fresh it is', () => {
  const standing = { verifiedAt: NOW - 2 * DAY, freshUntil: NOW + 12 * DAY, nextAt: NOW + DAY };

  it('is said with the day until which that holds', () => {
    expect(freshWords(standing, NOW)).toMatch(/^Verified fresh until December 1\d, 2026\.$/);
  });

  it('is said with the day it was last verified, once that is over, and nothing is taken away', () => {
    expect(freshWords({ ...standing, freshUntil: NOW - 1 }, NOW)).toMatch(
      /^Not verified fresh since November (29|30), 2026\. It keeps working/,
    );
  });

  it('is not claimed before anyone was asked', () => {
    const never = { verifiedAt: null, freshUntil: NOW + DAY, nextAt: null };
    expect(freshWords(never, NOW)).toMatch(/^Not checked yet/);
    expect(lastCheckWords(never, NOW)).toBe('Never on this device');
    expect(nextCheckWords(never, NOW)).toBe('As soon as there is a network');
  });

  it('says when it was checked last and will be next', () => {
    expect(lastCheckWords(standing, NOW)).toMatch(/ at .*, 2 days ago$/);
    expect(nextCheckWords(standing, NOW)).toMatch(/^When Cairn is open after December 2, 2026/);
    expect(nextCheckWords({ ...standing, nextAt: NOW - 1 }, NOW)).toBe('As soon as there is a network');
  });
});

describe('sizes', () => {
  it.each([
    [1, '1 kB'],
    [999_000, '999 kB'],
    [1_240_000, '1.2 MB'],
    [52_400_000, '52 MB'],
    [2_000_000_000, '2 GB'],
  ])('%i bytes', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

  it('say how much of an update is here', () => {
    expect(stepWords({ kind: 'looking' })).toBe('Asking what is new');
    expect(stepWords({ kind: 'fetching', done: 3, of: 9, bytes: 120_000, ofBytes: 2_000_000 })).toBe(
      'Fetching the catalog, 120 kB of 2 MB',
    );
  });
});
