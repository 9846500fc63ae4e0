import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { solvePortfolio } from '#engine/pick/portfolio.ts';
import { readPortfolio } from '#engine/pick/portfolio-instance.ts';

const folder = new URL('../../fixtures/instances/', import.meta.url);
const document = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

/** The first public instance with a change. */
const changed = (change: (doc: ReturnType<typeof document>) => void) => {
  const doc = document('portfolio-22');
  change(doc);
  return readPortfolio(doc);
};
const refusal = (change: (doc: ReturnType<typeof document>) => void) => {
  const read = changed(change);
  return read.kind === 'refused' ? `${read.reason}: ${read.sentence}` : read.kind;
};

describe('reading a portfolio document', () => {
  it('takes the public format and leaves known answers alone', () => {
    const read = changed(() => {});
    expect(read).toMatchObject({ kind: 'portfolio', id: 'pub-portfolio-22' });
    if (read.kind === 'refused') return;
    expect(read.problem).toMatchObject({ objective: 'expectedBest', budgetUsd: 163, locks: [], bans: [] });
    expect(read.problem.specialties.map(({ gold, silver }) => [gold, silver])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it('prices counts by tiers where no fee list is given', () => {
    for (const name of ['portfolio-05', 'portfolio-28']) {
      const doc = document(name);
      const listed = readPortfolio(structuredClone(doc));
      for (const specialty of doc.specialties) delete specialty.fee;
      expect(readPortfolio(doc)).toEqual(listed);
    }
  });

  it('reads locks, bans, caps and shared units', () => {
    const read = changed((doc) => {
      doc.locks = ['P0'];
      doc.bans = ['P1'];
      doc.specialties[0].most = 2;
      doc.programs[2].unit = 'sponsor';
    });
    if (read.kind === 'refused') throw new Error(read.sentence);
    expect(read.problem).toMatchObject({ locks: ['P0'], bans: ['P1'] });
    expect(read.problem.specialties[0]?.most).toBe(2);
    expect(read.problem.candidates[2]?.unit).toBe('sponsor');
    const solution = solvePortfolio(read.problem);
    if (solution.kind === 'refused') throw new Error(solution.sentence);
    expect(solution.choices[0]).not.toBe('skip');
    expect(solution.choices[1]).toBe('skip');
  });

  it('refuses what is not a number', () => {
    expect(refusal((doc) => (doc.programs[3].p.gold[0] = Number.NaN))).toBe(
      'bad-number: programs[3].p.gold[0] must be a number.',
    );
    expect(refusal((doc) => (doc.programs[3].p.gold[0] = '0.5'))).toBe(
      'bad-number: programs[3].p.gold[0] must be a number.',
    );
    expect(refusal((doc) => (doc.programs[0].utility = null))).toBe(
      'bad-number: programs[0].utility must be a number.',
    );
    expect(refusal((doc) => (doc.budget = Number.POSITIVE_INFINITY))).toMatch(/^bad-number: /);
  });

  it('refuses probabilities below 0 or above 1, and scenarios without one', () => {
    expect(refusal((doc) => (doc.programs[2].p.none[0] = -0.1))).toBe(
      'bad-number: The none probability of P2 must be a number from 0 to 1.',
    );
    expect(refusal((doc) => (doc.programs[2].p.silver[0] = 1.01))).toBe(
      'bad-number: The silver probability of P2 must be a number from 0 to 1.',
    );
    expect(refusal((doc) => (doc.programs[2].p.none = []))).toBe(
      'bad-number: P2 must have one none probability for each scenario.',
    );
    expect(refusal((doc) => (doc.scenarioWeights = [0.7]))).toMatch(/^bad-number: The scenario weights/);
  });

  it('refuses ids it cannot place', () => {
    expect(refusal((doc) => (doc.programs[1].specialty = 'S9'))).toBe(
      'unknown-id: P1 names a specialty that is not in the list.',
    );
    expect(refusal((doc) => (doc.locks = ['P99']))).toBe('unknown-id: No program has the id P99.');
    expect(refusal((doc) => (doc.bans = ['P99']))).toBe('unknown-id: No program has the id P99.');
    expect(refusal((doc) => (doc.programs[1].id = 'P0'))).toBe('bad-number: Two programs have the id P0.');
    expect(refusal((doc) => (doc.specialties[1].id = 'S0'))).toBe(
      'not-a-portfolio: Two specialties have the id S0.',
    );
  });

  it('refuses an empty list, and a list banned to the last', () => {
    expect(refusal((doc) => (doc.programs = []))).toBe('no-programs: There are no programs to choose from.');
    expect(refusal((doc) => (doc.bans = doc.programs.map((p: { id: string }) => p.id)))).toBe(
      'no-programs: Every program is banned.',
    );
  });

  it('refuses a budget that buys nothing or not the locks', () => {
    expect(refusal((doc) => (doc.budget = 10))).toBe(
      'budget-below-one-fee: The budget of $10 is below the fee of one application, $11.',
    );
    expect(refusal((doc) => (doc.budget = -5))).toBe('bad-number: The budget must be an amount, $0 or more.');
    expect(
      refusal((doc) => {
        doc.budget = 25;
        doc.locks = ['P0', 'P1', 'P2'];
      }),
    ).toBe('locks-over-budget: The locked programs cost $33, and the budget is $25.');
    expect(
      refusal((doc) => {
        doc.specialties[0].most = 1;
        doc.locks = ['P0', 'P1'];
      }),
    ).toBe('locks-over-cap: 2 programs of S0 are locked, and at most 1 may be in.');
    expect(
      refusal((doc) => {
        doc.locks = ['P0'];
        doc.bans = ['P0'];
      }),
    ).toBe('locked-and-banned: P0 is both locked and banned.');
  });

  it('refuses fees that fall and limits that are no counts', () => {
    expect(refusal((doc) => (doc.specialties[0].fee[2] = 5))).toMatch(/^bad-number: The fees of S0/);
    expect(refusal((doc) => (doc.specialties[0].fee[0] = 5))).toBe(
      'bad-number: No application in S0 must cost $0.',
    );
    expect(refusal((doc) => (doc.specialties[1].signals.gold = 1.5))).toMatch(
      /^bad-number: The signal limits of S1/,
    );
    expect(refusal((doc) => delete doc.specialties[0].fee && delete doc.specialties[0].feeTiers)).toMatch(
      /^bad-number: The fees of S0/,
    );
  });

  it('refuses other documents in one line', () => {
    for (const doc of [null, 7, 'portfolio', [], {}, { schema: 'match-instance/1' }]) {
      const read = readPortfolio(doc);
      expect(read).toMatchObject({ kind: 'refused', reason: 'not-a-portfolio' });
      expect(read.kind === 'refused' && read.sentence).toMatch(/^[^\n]+\.$/);
    }
    expect(refusal((doc) => delete doc.objective)).toMatch(/^not-a-portfolio: objective /);
    expect(refusal((doc) => (doc.programs = 'none'))).toBe('not-a-portfolio: programs must be an array.');
  });

  it('refuses a varied-fee document with a fee below zero', () => {
    const doc = document('lit-kapur-varied-15');
    doc.programs[1].fee = -1;
    expect(readPortfolio(doc)).toMatchObject({ kind: 'refused', reason: 'bad-number' });
  });
});
