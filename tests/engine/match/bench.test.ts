import { describe, expect, it } from 'vitest';
import { coupleEval, da50k, listValue30 } from '../../bench/match.ts';

describe('the benchmarks of rank list and match', () => {
  it('measure two ways to the same answer', () => {
    const list = listValue30();
    expect(list.name).toBe('listValue30');
    const [fast, naive] = [list.run(), list.naive()];
    expect(fast.pMatch).toBeCloseTo(naive.pMatch, 9);
    expect(fast.landing.map((p) => expect.closeTo(p, 9))).toEqual([...naive.landing]);

    const market = da50k(2000, 240);
    expect(market.name).toBe('da50k');
    expect(Array.from(market.run())).toEqual(Array.from(market.naive()));

    const couple = coupleEval();
    expect(couple.name).toBe('coupleEval');
    expect(Array.from(couple.run())).toEqual(Array.from(couple.naive()));
  });
});
