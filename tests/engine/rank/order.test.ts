import { describe, expect, it } from 'vitest';
import { seededRandom } from '#engine/random.ts';
import { type Criterion, orderSensitivity } from '#engine/rank/order-sensitivity.ts';
import { checkPreference, type RankedProgram } from '#engine/rank/true-preference.ts';

describe('the sensitivity of an order', () => {
  const rows = [0, 1, 2, 3];
  const clear: Criterion[] = [
    { weight: 3, values: [1, 0.8, 0.4, 0.1] },
    { weight: 2, values: [0.9, 0.7, 0.5, 0.2] },
  ];

  it('finds an order firm where every criterion agrees', () => {
    const { order, stays, firstStay, places, draws } = orderSensitivity(clear, rows, seededRandom(1));
    expect(draws).toBe(100);
    expect(order).toEqual([0, 1, 2, 3]);
    expect(stays).toEqual([100, 100, 100, 100]);
    expect(firstStay).toEqual([100, 100, 100, 100]);
    expect(places[2]).toEqual({ best: 2, worst: 2 });
  });

  it('finds two programs that trade places loose, and their pair firm', () => {
    const torn: Criterion[] = [
      { weight: 3, values: [1, 0.5, 0.2, 0] },
      { weight: 3, values: [0.5, 0.99, 0.2, 0] },
    ];
    const { stays, firstStay, places } = orderSensitivity(torn, rows, seededRandom(1));
    expect(stays[0]).toBeGreaterThan(20);
    expect(stays[0]).toBeLessThan(80);
    expect(firstStay[0]).toBe(stays[0]);
    expect(firstStay[1]).toBe(100);
    expect(places[0]).toEqual({ best: 0, worst: 1 });
  });

  it('does not move where the weights do not', () => {
    const still = orderSensitivity(clear, rows, seededRandom(1), { draws: 30, spread: 0 });
    expect(still.stays).toEqual([30, 30, 30, 30]);
  });

  it('gives the same counts for the same seed', () => {
    const torn: Criterion[] = [
      { weight: 3, values: [1, 0.5, 0.6, 0.7] },
      { weight: 3, values: [0.5, 0.9, 0.8, 0.7] },
    ];
    const ask = (seed: number) => orderSensitivity(torn, rows, seededRandom(seed));
    expect(ask(5)).toEqual(ask(5));
  });

  it('leaves an unknown value out instead of counting it as nothing', () => {
    const values: Criterion[] = [
      { weight: 3, values: Float32Array.of(0.9, Number.NaN) },
      { weight: 3, values: Float32Array.of(0.1, 0.7) },
    ];
    expect(orderSensitivity(values, [0, 1], seededRandom(1)).order).toEqual([1, 0]);
  });
});

describe('the true-preference guard', () => {
  const reach: RankedProgram = { id: 'reach', preference: 0.9, chance: 0.1 };
  const likely: RankedProgram = { id: 'likely', preference: 0.6, chance: 0.7 };
  const even: RankedProgram = { id: 'even', preference: 0.89, chance: 0.5 };
  const silent: RankedProgram = { id: 'silent', preference: null, chance: 0.9 };

  it('finds a likelier program raised over one the user wants more', () => {
    const check = checkPreference([reach, likely], [likely, reach], 0);
    expect(check).toEqual({
      kind: 'toward-chance',
      overtakings: [
        {
          raised: 'likely',
          lowered: 'reach',
          preferenceGap: expect.closeTo(0.3, 12),
          chanceGap: expect.closeTo(0.6, 12),
          regret: expect.closeTo(0.07, 12),
        },
      ],
    });
  });

  it('counts as regret only what the programs above leave', () => {
    const top: RankedProgram = { id: 'top', preference: 1, chance: 0.5 };
    const check = checkPreference([top, reach, likely], [top, likely, reach], 0);
    expect(check.kind === 'toward-chance' && check.overtakings[0]?.regret).toBeCloseTo(0.035, 12);
  });

  it('finds nothing in a move toward the preference', () => {
    expect(checkPreference([likely, reach], [reach, likely], 1)).toEqual({ kind: 'nothing-found' });
  });

  it('finds nothing where the difference says nothing or nothing is said', () => {
    expect(checkPreference([reach, even], [even, reach], 1)).toEqual({ kind: 'nothing-found' });
    expect(checkPreference([reach, silent], [silent, reach], 1)).toEqual({ kind: 'nothing-found' });
  });

  it('does not repeat what stood there before', () => {
    expect(checkPreference([likely, reach, even], [likely, even, reach], 1)).toEqual({
      kind: 'nothing-found',
    });
  });

  it('says that a regret is unknown where a chance above is', () => {
    const unknown: RankedProgram = { id: 'unknown', preference: 1, chance: null };
    const check = checkPreference([unknown, reach, likely], [unknown, likely, reach], 1);
    expect(check.kind === 'toward-chance' && check.overtakings[0]?.regret).toBeNull();
  });
});
