import { describe, expect, it } from 'vitest';
import { chanceIndex } from '#engine/chance/chance-index.ts';
import { interviewAtNodes, interviewContext } from '#engine/chance/interview.ts';
import { listChance, pickChances, type PickProgram } from '#engine/chance/pick-chances.ts';
import { STRENGTH } from '#engine/strength.ts';
import { MODEL } from './small-model.ts';

function contextOf(specialty: string) {
  const context = interviewContext(chanceIndex(MODEL), { specialty, type: 'us-md', step2: 244 });
  if (!context) throw new Error(`nothing published for ${specialty}`);
  return context;
}
const psychiatry = contextOf('Psychiatry');
const surgery = contextOf('General Surgery');
const programs: readonly PickProgram[] = [
  { context: psychiatry, terms: [] },
  { context: psychiatry, terms: ['inState'] },
  { context: surgery, terms: [] },
];

describe('the chances of a pick list', () => {
  const { f, weights } = pickChances(programs, STRENGTH.weights);

  it('are P(interview) times P(take) at each node, program by program', () => {
    expect(f.none).toHaveLength(45);
    const nodes = interviewAtNodes(psychiatry, ['inState', 'gold']);
    expect(f.gold[15 + 7]).toBeCloseTo((nodes[7] ?? 0) * 0.25, 12);
  });

  it('rise from node to node and from signal to signal', () => {
    for (let i = 0; i < 45; i++) {
      expect(f.none[i]).toBeLessThan(f.silver[i] ?? 0);
      expect(f.silver[i]).toBeLessThan(f.gold[i] ?? 0);
      if (i % 15 > 0) expect(f.none[i]).toBeGreaterThan(f.none[i - 1] ?? 1);
    }
  });

  it('carry the weights of the scenarios', () => {
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
});

describe('the chance of a whole list', () => {
  const chosen = (n: number) =>
    Array.from({ length: n }, () => ({ context: psychiatry, terms: [], level: 'none' as const }));

  it('is what the nodes give, and less than independent programs would', () => {
    const { f } = pickChances([{ context: psychiatry, terms: [] }], STRENGTH.weights);
    const byNodes = f.none.reduce((sum, p, k) => sum + (STRENGTH.weights[k] ?? 0) * (1 - (1 - p) ** 20), 0);
    const mean = f.none.reduce((sum, p, k) => sum + (STRENGTH.weights[k] ?? 0) * p, 0);
    const { p } = listChance(chosen(20), STRENGTH.weights);
    expect(p).toBeCloseTo(byNodes, 9);
    expect(p).toBeLessThan(1 - (1 - mean) ** 20);
  });

  it('grows with every program and lies inside its range', () => {
    const chances = [1, 5, 20, 60].map((n) => listChance(chosen(n), STRENGTH.weights));
    expect(chances.map(({ p }) => p)).toEqual(chances.map(({ p }) => p).toSorted((a, b) => a - b));
    for (const { p, lo, hi } of chances) {
      expect(lo).toBeLessThan(p);
      expect(hi).toBeGreaterThan(p);
    }
  });

  it('is nothing for an empty list', () => {
    expect(listChance([], STRENGTH.weights).p).toBe(0);
  });
});
