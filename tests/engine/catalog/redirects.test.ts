import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pid } from '#domain/ids.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { programDetail } from '#engine/catalog/program-row.ts';
import { answeringPid, answeringPids, whereaboutsOf } from '#engine/catalog/redirects.ts';
import { fitModels } from '#engine/fit/fit-model.ts';
import { candidatesOf } from '#engine/pick/candidates.ts';
import { listRows } from '#engine/search/list.ts';
import { buildSearchIndex } from '#engine/search/search-index.ts';
import { closed, decoded, releaseOf, tombstone } from '../../fixtures/releases.ts';
import { askerWith, pid, PSYCHIATRY } from '../../fixtures/small-catalog.ts';

/** b was merged into a, c split into a and f, d closed; x was merged into b before b was merged. */
const catalog = decoded(
  releaseOf(2, {
    programs: {
      [pid('b')]: tombstone('merged'),
      [pid('c')]: tombstone('split'),
      [pid('d')]: closed('2026-06-30'),
    },
    redirects: { [pid('b')]: [pid('a')], [pid('c')]: [pid('a'), pid('f')], [pid('x')]: [pid('b')] },
  }),
);
const named = (letter: string) => ({
  pid: pid(letter),
  name: catalog.columns.name[catalog.rowOf.get(pid(letter)) ?? -1],
});
const listed = (more: object = {}) => {
  const model = fitModels(catalog)(askerWith());
  const query = { text: '', sort: 'name', filter: { specialty: PSYCHIATRY, ...more } } as const;
  const { rows } = listRows(catalog, () => buildSearchIndex(catalog), model, query);
  return [...rows].map((row) => catalog.columns.pid[row]).toSorted();
};

describe('a pid of the notebook', () => {
  it('of a program that goes on leads to itself', () => {
    expect(whereaboutsOf(catalog, pid('a'))).toEqual({ kind: 'here', pid: pid('a'), ended: null });
    expect(answeringPid(catalog, pid('a'))).toBe(pid('a'));
  });

  it('of a closed program leads to it, and says so', () => {
    expect(whereaboutsOf(catalog, pid('d'))).toEqual({ kind: 'here', pid: pid('d'), ended: 'closed' });
  });

  it('of a merged program is answered for by the one it became, over any number of mergers', () => {
    expect(whereaboutsOf(catalog, pid('b'))).toEqual({ kind: 'merged', pid: pid('b'), into: named('a') });
    expect(whereaboutsOf(catalog, pid('x'))).toEqual({ kind: 'merged', pid: pid('x'), into: named('a') });
    expect(answeringPids(catalog, [pid('x'), pid('d'), pid('a'), pid('b')])).toEqual([pid('a'), pid('d')]);
  });

  it('of a split program names all it became and is answered for by none of them', () => {
    expect(whereaboutsOf(catalog, pid('c'))).toEqual({
      kind: 'split',
      pid: pid('c'),
      into: [named('a'), named('f')],
    });
    expect(answeringPid(catalog, pid('c'))).toBe(pid('c'));
  });

  it('that no release ever held is unknown', () => {
    expect(whereaboutsOf(catalog, pid('z'))).toEqual({ kind: 'unknown', pid: pid('z') });
  });

  it('never leads in a circle, whatever a damaged chunk says', () => {
    const letters = fc.constantFrom(...'abcdefgx'.split('').map(pid));
    fc.assert(
      fc.property(fc.array(fc.tuple(letters, fc.array(letters, { minLength: 1, maxLength: 3 }))), (pairs) => {
        const redirects = new Map<Pid, readonly Pid[]>(pairs);
        const damaged: Catalog = { ...catalog, redirects };
        for (const from of [...redirects.keys(), pid('a')]) {
          const found = whereaboutsOf(damaged, from);
          if (found.kind === 'merged') expect(catalog.rowOf.has(found.into.pid)).toBe(true);
          if (found.kind === 'split') expect(found.into.length).toBeGreaterThan(1);
        }
      }),
    );
  });
});

describe('programs that have ended', () => {
  it('are in no list of programs to look through', () => {
    expect(listed()).toEqual([pid('a'), pid('f')]);
  });

  it('are listed closed where old ones are asked for, and never under a name that was given up', () => {
    expect(listed({ unconfirmed: true })).toEqual([pid('a'), pid('d'), pid('f')]);
  });

  it('stay in a list of the user’s own, the merged ones as what they became', () => {
    expect(listed({ only: [pid('b'), pid('c'), pid('d')] })).toEqual([pid('a'), pid('c'), pid('d')]);
  });

  it('are never proposed, and a lock on a merged one is a lock on what it became', () => {
    const model = fitModels(catalog)(askerWith());
    const request = { specialty: PSYCHIATRY, budgetUsd: 500, bans: [], heard: [] };
    const pidsOf = (rows: readonly number[]) => rows.map((row) => catalog.columns.pid[row]);
    const open = candidatesOf(catalog, model, { ...request, locks: [] });
    expect(pidsOf(open.free).toSorted()).toEqual([pid('a'), pid('f')]);
    const locked = candidatesOf(catalog, model, { ...request, locks: [pid('b')] });
    expect([pidsOf(locked.locks), pidsOf(locked.free)]).toEqual([[pid('a')], [pid('f')]]);
  });

  it('are not counted among what their sponsor trains, and are no siblings', () => {
    const model = fitModels(catalog)(askerWith());
    const row = catalog.rowOf.get(pid('a')) ?? -1;
    const detail = programDetail(catalog, model, row);
    expect(detail.took).toEqual([named('b')]);
    expect(detail.siblings.map((each) => each.pid)).not.toContain(pid('b'));
  });

  it('say on their own page when they closed or what they became', () => {
    const model = fitModels(catalog)(askerWith());
    const detailOf = (letter: string) => programDetail(catalog, model, catalog.rowOf.get(pid(letter)) ?? -1);
    expect(detailOf('d')).toMatchObject({ ended: 'closed', status: 'closed', change: { on: '2026-06-30' } });
    expect(detailOf('c')).toMatchObject({ ended: 'split', became: [named('a'), named('f')] });
  });

  it('lend their marks of the user’s own to the program they became', () => {
    const model = fitModels(catalog)({
      ...askerWith(),
      own: [{ key: 'gut', label: 'Gut', weight: 3, marks: [{ pid: pid('b'), value: 0.8, certainty: 1 }] }],
    });
    expect(model.scores?.value[catalog.rowOf.get(pid('a')) ?? -1]).toBeCloseTo(0.8);
  });
});
