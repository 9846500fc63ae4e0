import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { budgetCurve } from '#engine/pick/budget-curve.ts';
import { solvePortfolio } from '#engine/pick/portfolio.ts';
import { answerPortfolio } from '#engine/pick/portfolio-answer.ts';
import { readPortfolio } from '#engine/pick/portfolio-instance.ts';
import { weigh } from './brute-force.ts';

const folder = new URL('../../fixtures/instances/', import.meta.url);
const documents = (start: string) =>
  readdirSync(folder)
    .filter((name) => name.startsWith(start))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

const problemOf = (doc: unknown) => {
  const read = readPortfolio(doc);
  if (read.kind === 'refused') throw new Error(read.sentence);
  return read.problem;
};
const solved = (doc: unknown) => {
  const solution = solvePortfolio(problemOf(doc));
  if (solution.kind === 'refused') throw new Error(solution.sentence);
  return solution;
};

describe('the public portfolio instances', () => {
  const instances = documents('portfolio-');

  it('are all thirty here', () => expect(instances).toHaveLength(30));

  it.each(instances.map((doc) => [doc.id, doc]))('solves %s to its known optimum and proves it', (_, doc) => {
    const solution = solved(doc);
    expect(solution.value).toBeCloseTo(doc.optimum.value, 9);
    expect(solution.exact).toBe(true);
    expect(solution.bound).toBe(solution.value);
    const own = weigh(problemOf(doc), solution.choices);
    expect(own.faults).toEqual([]);
    expect(own.value).toBeCloseTo(solution.value, 10);
    expect(own.feeUsd).toBe(solution.feeUsd);
    for (const greedy of ['greedyByGain', 'greedyByGainPerDollar'])
      expect(solution.value).toBeGreaterThanOrEqual(doc.baselines[greedy].value - 1e-9);
  });
});

describe('the published examples', () => {
  it.each(
    documents('lit-kapur-')
      .filter((doc) => doc.schema === 'portfolio-varied-fee/1')
      .map((doc) => [doc.id, doc]),
  )('solves %s, where every program has its own fee', (_, doc) => {
    const solution = solved(doc);
    expect(solution).toMatchObject({ exact: true, method: 'fee-dp' });
    expect(solution.value).toBeCloseTo(doc.optimum.value, 9);
    const ids = doc.programs.flatMap((p: { id: string }, j: number) =>
      solution.choices[j] === 'skip' ? [] : [p.id],
    );
    expect(ids).toEqual(doc.optimum.applications);
  });

  it.each(
    documents('lit-kapur-')
      .filter((doc) => doc.schema === 'portfolio-literature/1')
      .map((doc) => [doc.id, doc]),
  )('holds every case of %s in one curve', (_, doc) => {
    const curve = budgetCurve(problemOf(doc), doc.programs.length);
    if (curve.kind === 'refused') throw new Error(curve.sentence);
    expect(curve.exact).toBe(true);
    for (const { maxApplications, value } of doc.cases)
      expect(curve.points.find(({ count }) => count === maxApplications)?.value).toBeCloseTo(value, 9);
  });
});

describe('the answer for the command line', () => {
  it('has the shape of the format, with the time of the clock it was given', () => {
    const [doc] = documents('portfolio-23');
    let clock = 100;
    const answer = answerPortfolio(doc, () => (clock += 3));
    expect(answer).toEqual({
      id: 'pub-portfolio-23',
      value: expect.closeTo(57.330857982712295, 9),
      entries: [
        { id: 'P1', signal: 'none' },
        { id: 'P2', signal: 'gold' },
        { id: 'P4', signal: 'silver' },
        { id: 'P6', signal: 'silver' },
        { id: 'P7', signal: 'gold' },
        { id: 'P9', signal: 'none' },
      ],
      fee: 85,
      exact: true,
      bound: expect.closeTo(57.330857982712295, 9),
      method: 'product-dp',
      ms: 3,
    });
  });

  it('passes a refusal on', () =>
    expect(answerPortfolio({ schema: 'portfolio-instance/2' }, () => 0)).toMatchObject({
      kind: 'refused',
      reason: 'not-a-portfolio',
    }));
});
