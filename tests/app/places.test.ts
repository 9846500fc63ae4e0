import { describe, expect, it } from 'vitest';
import { currentMark } from '#app/places.ts';

describe('the mark of the present place', () => {
  it.each([
    ['/', '/', 'page'],
    ['/programs', '/programs', 'page'],
    ['/programs', '/programs/p000000001', 'true'],
    ['/', '/programs', undefined],
    ['/rank', '/ranking', undefined],
  ] as const)('%s, while at %s, is %s', (place, path, mark) => {
    expect(currentMark(place, path)).toBe(mark);
  });
});
