import { describe, expect, it } from 'vitest';
import { landingPlace } from '#features/rank/row-drag.ts';

const heights = [40, 80, 40, 40];
const tops = [0, 40, 120, 160];

describe('a dragged row', () => {
  it('changes places with a neighbor once it covers half of it', () => {
    expect(landingPlace(tops, heights, 0, 39)).toBe(0);
    expect(landingPlace(tops, heights, 0, 41)).toBe(1);
    expect(landingPlace(tops, heights, 3, -19)).toBe(3);
    expect(landingPlace(tops, heights, 3, -21)).toBe(2);
  });

  it('goes no further than the ends, however far the pointer is', () => {
    expect(landingPlace(tops, heights, 1, -5000)).toBe(0);
    expect(landingPlace(tops, heights, 1, 5000)).toBe(3);
  });

  it('lands where a long way takes it', () => {
    expect(landingPlace(tops, heights, 0, 150)).toBe(3);
    expect(landingPlace(tops, heights, 3, -121)).toBe(1);
  });
});
