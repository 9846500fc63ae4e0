import { describe, expect, it } from 'vitest';
import {
  anyYes,
  groupStrengths,
  invitationRate,
  invitationsIfAny,
  listCells,
  reached,
} from '#press/calibrate/typical-list.ts';
import { MODEL } from '../engine/chance/small-model.ts';

describe('a typical list', () => {
  const shape = { applications: 40, gold: 5, silver: 10, inState: 0.1, aligned: 0.3 };
  const cells = listCells(MODEL, shape);
  const strengths = groupStrengths({ perScaledScore: 0.5, sd: 0.6 }, [[250, 1]]);

  it('holds all its applications, signals and places', () => {
    expect(cells.reduce((sum, { n }) => sum + n, 0)).toBeCloseTo(40, 12);
    expect(
      cells.filter(({ terms }) => terms.includes('gold')).reduce((sum, { n }) => sum + n, 0),
    ).toBeCloseTo(5, 12);
    expect(
      cells.filter(({ terms }) => terms.includes('inState')).reduce((sum, { n }) => sum + n, 0),
    ).toBeCloseTo(4, 12);
  });

  it('never sends more signals than applications', () => {
    const short = listCells(MODEL, { ...shape, applications: 8 });
    expect(short.reduce((sum, { n }) => sum + n, 0)).toBeCloseTo(8, 12);
  });

  it('yields more with a higher base and with a higher P(take)', () => {
    expect(anyYes(cells, -2, 0.3, strengths)).toBeGreaterThan(anyYes(cells, -4, 0.3, strengths));
    expect(anyYes(cells, -4, 0.5, strengths)).toBeGreaterThan(anyYes(cells, -4, 0.3, strengths));
    expect(anyYes(cells, -4, 0, strengths)).toBeCloseTo(0, 12);
  });

  it('counts invitations among people with at least one', () => {
    const all = invitationRate(cells, -4, strengths) * 40;
    expect(invitationsIfAny(cells, -4, strengths)).toBeCloseTo(all / anyYes(cells, -4, 1, strengths), 9);
    expect(invitationsIfAny(cells, -9, strengths)).toBeGreaterThan(1);
  });

  it('finds the place where a rising function reaches a value, or the nearer end', () => {
    expect(reached((x) => x * x, 2, 0, 2)).toBeCloseTo(Math.SQRT2, 6);
    expect(reached((x) => x, 9, 0, 2)).toBeCloseTo(2, 6);
  });
});
