import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gaussHermite,
  logistic,
  logit,
  logitShift,
  STRENGTH,
  STRENGTH_NODES,
  Z90,
} from '#engine/strength.ts';

/** (m − 1)!! for even m: the m-th moment of a standard normal number. */
const normalMoment = (m: number): number => {
  let moment = 1;
  for (let k = m - 1; k > 1; k -= 2) moment *= k;
  return m % 2 === 0 ? moment : 0;
};

describe('the Gauss–Hermite rule', () => {
  it('has the moments of the normal law to degree 2n − 1', () => {
    for (const n of [1, 2, 5, 9, 15]) {
      const { nodes, weights } = gaussHermite(n);
      for (let m = 0; m < 2 * n; m++) {
        const moment = nodes.reduce((sum, z, k) => sum + (weights[k] ?? 0) * z ** m, 0);
        const exact = normalMoment(m);
        expect(Math.abs(moment - exact)).toBeLessThan(1e-12 * Math.max(1, normalMoment(m + (m % 2))));
      }
    }
  });

  it('misses the moment of degree 2n, as it must', () => {
    const { nodes, weights } = gaussHermite(3);
    expect(nodes.reduce((sum, z, k) => sum + (weights[k] ?? 0) * z ** 6, 0)).toBeCloseTo(9, 10);
  });

  it('agrees with the printed three-point rule', () => {
    const { nodes, weights } = gaussHermite(3);
    expect([...nodes]).toEqual([-Math.sqrt(3), 0, Math.sqrt(3)].map((z) => expect.closeTo(z, 14)));
    expect([...weights]).toEqual([1 / 6, 2 / 3, 1 / 6].map((w) => expect.closeTo(w, 14)));
  });

  it('is symmetric and rising with 15 nodes', () => {
    const { nodes, weights } = STRENGTH;
    expect(nodes).toHaveLength(STRENGTH_NODES);
    for (let k = 0; k < STRENGTH_NODES; k++) {
      expect(nodes[k]).toBe(-(nodes[STRENGTH_NODES - 1 - k] ?? Number.NaN) + 0);
      expect(weights[k]).toBe(weights[STRENGTH_NODES - 1 - k]);
      if (k > 0) expect(nodes[k]).toBeGreaterThan(nodes[k - 1] ?? Infinity);
    }
    expect(nodes[14]).toBeCloseTo(6.363947888829838, 12);
  });
});

describe('the logit shift', () => {
  it('keeps the stated mean over the nodes', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (mean, sd) => {
          const shift = logitShift(mean, sd);
          const over = STRENGTH.nodes.reduce(
            (sum, z, k) => sum + (STRENGTH.weights[k] ?? 0) * logistic(shift + sd * z),
            0,
          );
          expect(Math.abs(over - mean)).toBeLessThan(1e-12);
        },
      ),
    );
  });

  it('is the logit itself where nothing is shared, and infinite for certainties', () => {
    expect(logitShift(0.2, 0)).toBe(logit(0.2));
    expect(logitShift(0, 1)).toBe(-Infinity);
    expect(logitShift(1, 1)).toBe(Infinity);
  });
});

it('knows the 90 % point of the normal law', () => {
  // Simpson's rule over the density from 0 to Z90 must give 0.4.
  const steps = 2000;
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(0) + density(Z90);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * density((i * Z90) / steps);
  expect((sum * Z90) / steps / 3).toBeCloseTo(0.4, 10);
});
