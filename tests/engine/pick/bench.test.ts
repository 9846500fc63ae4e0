import { describe, expect, it } from 'vitest';
import { general, greedy5000, signalsDp400 } from '../../bench/pick.ts';

describe('the benchmarks of the pick list', () => {
  it('measure two ways to the same answer', () => {
    const greedy = greedy5000(300, 20);
    expect(greedy.name).toBe('greedy5000');
    expect(greedy.run()).toBeCloseTo(greedy.naive(), 9);

    const signals = signalsDp400(30, 8, 2, 3);
    expect(signals.name).toBe('signalsDp400');
    expect(signals.run()).toBeCloseTo(signals.naive(), 9);
  });

  it('search no worse than the plain greedy', () => {
    const search = general([30, 20], 200);
    expect(search.name).toBe('general');
    expect(search.run()).toBeGreaterThanOrEqual(search.naive() - 1e-9);
  });
});
