import { readdirSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { answersOf, VERBS } from '../../src/cli/engine-verbs.ts';

const fixture = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8'));
const names = (folder: string, start: string) =>
  readdirSync(new URL(`../fixtures/${folder}`, import.meta.url)).filter((name) => name.startsWith(start));
const run = (verb: string, document: unknown) => {
  const found = VERBS[verb];
  if (!found) throw new Error(verb);
  return answersOf(found, document);
};
const answer = (verb: string, document: unknown) => {
  const given = run(verb, document);
  if (given.kind === 'refused') throw new Error(given.sentence);
  return given.answer as Record<string, unknown>;
};

describe('the engine on the command line', () => {
  it('answers one portfolio and an array of them in the same shape', () => {
    const [first = '', second = ''] = names('instances', 'portfolio-');
    const one = answer('portfolio', fixture(`instances/${first}`));
    expect(Object.keys(one).toSorted()).toEqual([
      'bound',
      'entries',
      'exact',
      'fee',
      'id',
      'method',
      'ms',
      'value',
    ]);
    const both = answer('portfolio', [
      fixture(`instances/${first}`),
      fixture(`instances/${second}`),
    ]) as unknown as { value: number }[];
    expect(both).toHaveLength(2);
    expect(both[0]?.value).toBe(one.value);
  });

  it('answers a market in the documented shape', () => {
    const [first = ''] = names('markets', 'match-');
    expect(Object.keys(answer('match', fixture(`markets/${first}`))).toSorted()).toEqual([
      'blocks',
      'id',
      'matching',
      'ms',
      'stable',
    ]);
  });

  it('answers base rates, and says where nothing is published', () => {
    const question = { specialty: 'Psychiatry', applicantType: 'US MD senior', step2: 245 };
    expect(answer('base-rate', question)).toMatchObject({ kind: 'estimate', p: expect.any(Number) });
    expect(answer('base-rate', { ...question, specialty: 'Nowhere' })).toEqual({ kind: 'noPublishedData' });
    const given = {
      ...question,
      specialty: 'Nowhere',
      headlineRate: 0.8,
      scoreMix: [
        { step2: 235, n: 50 },
        { step2: 255, n: 50 },
      ],
    };
    expect(answer('base-rate', given)).toMatchObject({ kind: 'estimate' });
  });

  it('estimates programs by their ACGME number', () => {
    const profile = { specialties: ['psychiatry'], applicantType: 'us-md', scores: { step2: 245 } };
    const [one] = answer('estimate', {
      profile,
      wishes: { weights: { cost: 2 } },
      programs: ['4002421288'],
    }) as unknown as Record<string, unknown>[];
    expect(one).toMatchObject({
      acgmeId: '4002421288',
      fit: { coverage: 1 },
      interview: { kind: 'estimate', band: expect.any(String) },
    });
  });

  it('picks a list, and searches', () => {
    const picked = answer('pick', {
      profile: { specialties: ['urology'], applicantType: 'us-md', scores: { step2: 250 } },
      budgetUsd: 110,
      limits: {},
    });
    expect(picked.entries).toHaveLength(10);
    const [hit] = answer('search', {
      query: 'massachusets general psychiatry',
      limit: 1,
    }) as unknown as Record<string, unknown>[];
    expect(hit).toMatchObject({
      specialty: 'Psychiatry',
      city: 'Boston',
      state: 'MA',
      acgmeId: '4002421288',
    });
  });

  it.each([
    ['portfolio', {}],
    ['portfolio', []],
    ['match', { schema: 'match-instance/1' }],
    ['base-rate', { specialty: 'Psychiatry', applicantType: 'US MD senior', step2: 900 }],
    ['estimate', { programs: ['nobody'] }],
    ['estimate', { profile: { scores: { step2: 900 } }, programs: ['4002421288'] }],
    ['pick', { profile: { specialties: ['urology'] }, budgetUsd: Number.NaN }],
    ['pick', { profile: { specialties: ['urology'] }, budgetUsd: 3 }],
    ['pick', { profile: { specialties: ['urology'] }, budgetUsd: 100, limits: { locks: ['p000000000'] } }],
    ['rank-outcome', { programs: [], sharedSd: 1 }],
    ['rank-outcome', { programs: [{ id: 'a', q: -0.1 }], sharedSd: 1 }],
    ['search', { query: 'x', limit: 0 }],
    ['search', 7],
  ])('refuses a bad document for %s in one sentence', (verb, document) => {
    const given = run(verb, document);
    expect(given.kind).toBe('refused');
    if (given.kind === 'refused') expect(given.sentence).toMatch(/^[^\n]{8,200}$/);
  });

  it('exits 2 with one line on standard error and nothing on standard output', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', 'src/cli/engine.ts', 'match'],
      {
        input: 'not json',
        encoding: 'utf8',
      },
    );
    expect([status, stdout, stderr]).toEqual([2, '', 'Standard input is not a JSON document.\n']);
  });
});
