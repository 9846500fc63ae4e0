import { describe, expect, it } from 'vitest';
import { integerBelow, normal, seededRandom, shuffle } from '#engine/random.ts';

describe('seeded random numbers', () => {
  it('are the same for the same seed and others for another', () => {
    const draw = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 20 }, () => random());
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(0)).not.toEqual(draw(1));
  });

  it('fill [0, 1) evenly', () => {
    const random = seededRandom(1);
    const bins = new Float64Array(10);
    for (let i = 0; i < 100_000; i++) {
      const x = random();
      expect(x >= 0 && x < 1).toBe(true);
      bins[Math.floor(x * 10)] = (bins[Math.floor(x * 10)] ?? 0) + 1;
    }
    // Chi-square with 9 degrees of freedom: 27.9 is passed once in a thousand.
    expect(bins.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
  });

  it('give normal numbers with mean 0 and variance 1', () => {
    const random = seededRandom(2);
    const draws = Array.from({ length: 50_000 }, () => normal(random));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(draws.reduce((sum, x) => sum + x * x, 0) / draws.length - 1)).toBeLessThan(0.03);
  });

  it('shuffle without losing anything', () => {
    const values = Array.from({ length: 30 }, (_, i) => i);
    const shuffled = shuffle([...values], seededRandom(3));
    expect(shuffled).not.toEqual(values);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(values);
  });
});

it('draws every integer below a bound and none else', () => {
  const random = seededRandom(4);
  const drawn = new Set(Array.from({ length: 500 }, () => integerBelow(random, 5)));
  expect([...drawn].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
});
