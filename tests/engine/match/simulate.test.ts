import { describe, expect, it } from 'vitest';
import { type Cutoffs, gatherCutoffs, normalCdf, takeChance } from '#engine/match/cutoffs.ts';
import { deferredAcceptance } from '#engine/match/deferred-acceptance.ts';
import { type Season, drawSeason, type SeasonPlan } from '#engine/match/draw-market.ts';
import { simulateSeasons, type SimulationProgress } from '#engine/match/simulate.ts';
import { seededRandom } from '#engine/random.ts';
import { STRENGTH } from '#engine/strength.ts';

const plan: SeasonPlan = {
  applicants: 300,
  quota: [20, 20, 20, 40, 200],
  appeal: [2, 1, 0, 0, -3],
  listLength: 3,
  agreement: 0.8,
};

/** Runs a simulation to its end, or for some pauses only. */
function run(slice: number, pauses = Infinity, seasons = 20) {
  const simulation = simulateSeasons(plan, seasons, seededRandom(1), slice);
  const seen: SimulationProgress[] = [];
  let next = simulation.next();
  while (next.done !== true && seen.push(next.value) < pauses) next = simulation.next();
  return { seen, cutoffs: next.done === true ? next.value : next.value.soFar() };
}

function draw(seed: number, of: SeasonPlan = plan): Season {
  const drawing = drawSeason(of, seededRandom(seed), { slice: Infinity, left: Infinity });
  let next = drawing.next();
  while (next.done !== true) next = drawing.next();
  return next.value;
}

describe('an imaginary season', () => {
  it('gives every applicant a list without repeats and every program its applicants by score', () => {
    const { market, score } = draw(3);
    const { start, items } = market.programLists;
    for (let a = 0; a < plan.applicants; a++)
      expect(new Set(market.lists.items.slice(a * 3, a * 3 + 3)).size).toBe(3);
    expect(market.rank.every((rank) => rank >= 0)).toBe(true);
    expect(items).toHaveLength(plan.applicants * 3);
    for (let p = 0; p < market.programs; p++)
      for (let line = (start[p] ?? 0) + 1; line < (start[p + 1] ?? 0); line++)
        expect(score[line]).toBeLessThanOrEqual(score[line - 1] ?? -Infinity);
  });

  it('lists programs first in proportion to their appeal', () => {
    const { market } = draw(4, { ...plan, applicants: 20_000 });
    const total = plan.appeal.reduce((sum, appeal) => sum + Math.exp(appeal), 0);
    plan.appeal.forEach((appeal, p) => {
      let firsts = 0;
      for (let a = 0; a < 20_000; a++) if (market.lists.items[a * 3] === p) firsts++;
      const share = Math.exp(appeal) / total;
      expect(Math.abs(firsts / 20_000 - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 20_000));
    });
  });

  it('fills a list though the last programs are hardly wanted', () => {
    const { market } = draw(5, { ...plan, appeal: [40, 20, 0, -20, -40], listLength: 5 });
    expect(market.lists.items.slice(0, 5)).toEqual(Int32Array.of(0, 1, 2, 3, 4));
  });
});

describe('a simulation', () => {
  it('gives the same cutoffs whatever the slice', () => {
    const whole = run(Infinity);
    expect(whole.seen.at(-1)).toMatchObject({ seasonsDone: 20, seasons: 20 });
    const sliced = run(100);
    expect(sliced.cutoffs).toEqual(whole.cutoffs);
    expect(sliced.seen.length).toBeGreaterThan(5 * whole.seen.length);
  });

  it('stops when it is not asked again, with what it knows', () => {
    const { cutoffs, seen } = run(200, 150);
    expect(seen).toHaveLength(150);
    expect(cutoffs.seasons).toBe(seen.at(-1)?.seasonsDone);
    expect(cutoffs.seasons).toBeGreaterThan(0);
    expect(cutoffs.seasons).toBeLessThan(20);
    const dones = seen.map(({ seasonsDone }) => seasonsDone);
    expect(dones).toEqual(dones.toSorted((a, b) => a - b));
  });

  it('ends with higher cutoffs where more people want in, and none where seats stay free', () => {
    const { cutoffs } = run(Infinity);
    expect(cutoffs.filled[0]).toBe(1);
    expect(cutoffs.filled[4]).toBe(0);
    expect(cutoffs.mean[0]).toBeGreaterThan(cutoffs.mean[2] ?? Infinity);
    expect(takeChance(cutoffs, 4, -2)).toBe(1);
    expect(takeChance(cutoffs, 0, 2)).toBeGreaterThan(takeChance(cutoffs, 2, 0));
    expect(takeChance(cutoffs, 0, 0)).toBeLessThan(takeChance(cutoffs, 2, 0));
  });

  it('gives chances that come true in seasons it has not seen', () => {
    const { cutoffs } = run(Infinity, Infinity, 60);
    // Whoever lists program 0 is of no special strength, so the share above its cutoff is the chance over all strengths.
    const { nodes, weights } = STRENGTH;
    const expected = nodes.reduce((sum, z, k) => sum + (weights[k] ?? 0) * takeChance(cutoffs, 0, z), 0);
    let above = 0;
    let lines = 0;
    for (let seed = 100; seed < 140; seed++) {
      const { market } = draw(seed);
      const { match } = deferredAcceptance(market);
      const list = market.programLists.items.slice(0, market.programLists.start[1]);
      above += list.findLastIndex((applicant) => match[applicant] === 0) + 1;
      lines += list.length;
    }
    expect(Math.abs(above / lines - expected)).toBeLessThan(0.01);
  });
});

describe('cutoffs', () => {
  it('keep the mean and the spread of the seasons that filled', () => {
    const gathered = gatherCutoffs(3, 0.5);
    gathered.add(Float64Array.of(1, -Infinity, Infinity));
    gathered.add(Float64Array.of(3, 0.5, Infinity));
    const cutoffs: Cutoffs = gathered.sum();
    expect(cutoffs).toMatchObject({ seasons: 2, agreement: 0.5 });
    expect([...cutoffs.mean]).toEqual([2, 0.5, Number.NaN]);
    expect([...cutoffs.sd]).toEqual([1, 0, Number.NaN]);
    expect([...cutoffs.filled]).toEqual([1, 0.5, 1]);
    expect(takeChance(cutoffs, 2, 5)).toBe(0);
  });

  it('know the normal law to seven digits', () => {
    for (const [x, p] of [
      [0, 0.5],
      [1, 0.841344746],
      [-1.96, 0.0249978951],
      [3, 0.998650102],
    ] as const)
      expect(Math.abs(normalCdf(x) - p)).toBeLessThan(1e-7);
  });
});
