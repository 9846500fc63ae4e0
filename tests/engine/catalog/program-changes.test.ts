import { describe, expect, it } from 'vitest';
import type { ChangedProgram } from '#domain/change.ts';
import { PlaceId } from '#domain/ids.ts';
import type { ProgramRecord } from '#domain/program.ts';
import type { Asker } from '#domain/query.ts';
import { diffReleases } from '#engine/catalog/changes.ts';
import { changesFor } from '#engine/catalog/program-changes.ts';
import { fitModels } from '#engine/fit/fit-model.ts';
import { closed, decoded, type Edits, type Release, releaseOf, tombstone } from '../../fixtures/releases.ts';
import { askerWith, pid, PROGRAMS, PSYCHIATRY, textOf } from '../../fixtures/small-catalog.ts';

const LETTERS = 'abcdefg'.split('');
const WORCESTER = { label: 'Worcester, MA', lat: 42.26, lon: -71.8 };
const visaAsker = askerWith(
  { specialties: [PSYCHIATRY], home: WORCESTER, visa: 'j1' },
  { weights: { visa: 4, home: 1 } },
);

function changes(
  edits: Edits,
  { before = releaseOf(1), asker = askerWith(), mine = LETTERS } = {} as {
    before?: Release;
    asker?: Asker;
    mine?: readonly string[];
  },
) {
  const after = releaseOf(2, edits);
  const side = (release: Release) => {
    const catalog = decoded(release);
    return { catalog, model: fitModels(catalog)(asker) };
  };
  return changesFor(mine.map(pid), diffReleases(before, after, textOf), side(before), side(after));
}
const only = (found: ReturnType<typeof changes>): ChangedProgram => {
  expect(found.programs).toHaveLength(1);
  return found.programs[0]!;
};
const visa = (value: boolean) => (record: ProgramRecord) => ({
  ...record,
  facts: { ...record.facts, visaJ1: [[value, 'list', 2026] as const] },
});

describe('what changed for the programs of a notebook', () => {
  it('is nothing where only other programs changed', () => {
    expect(changes({ programs: { [pid('a')]: visa(false) } }, { mine: ['b'] }).programs).toEqual([]);
  });

  it('is told with the value and the source before and after', () => {
    const { values, standing, tracks } = only(changes({ programs: { [pid('a')]: visa(false) } }));
    expect(values).toEqual([
      {
        field: 'visaJ1',
        was: { value: true, source: 'list', year: 2025 },
        now: { value: false, source: 'list', year: 2026 },
      },
    ]);
    expect([standing, tracks]).toEqual([[], []]);
  });

  it('tells a value that is first published, and one that no longer is', () => {
    const { values } = only(
      changes({
        programs: {
          [pid('a')]: (record) => ({
            ...record,
            facts: { ...record.facts, visaJ1: [], salary: [[70_000, 'list', 2026]] },
          }),
        },
      }),
    );
    expect(values.map(({ field, was, now }) => [field, was?.value ?? null, now?.value ?? null])).toEqual([
      ['salary', null, 70_000],
      ['visaJ1', true, null],
    ]);
  });

  it('tells the figures of the hospital and of the place a program moved to', () => {
    const beds = changes({
      hospitals: (list) =>
        list.map((each) => ({ ...each, facts: { ...each.facts, beds: [650, 'cost', 2022] } })),
    });
    expect(only(beds)).toMatchObject({ pid: pid('a'), values: [{ field: 'beds', now: { value: 650 } }] });
    const moved = only(
      changes({
        programs: { [pid('b')]: (record) => ({ ...record, place: PlaceId.parse('boston-ma') }) },
      }),
    );
    expect(moved.standing).toEqual([{ kind: 'moved', was: 'Worcester, MA', now: 'Boston, MA' }]);
    expect(moved.values.map(({ field }) => field)).toContain('population');
  });

  it('tells a closing with its date, a new name, and tracks that came and went', () => {
    const found = changes({
      programs: {
        [pid('a')]: (record) => ({
          ...record,
          tracks: record.tracks.map((track) => ({ ...track, code: '1265400P0', name: 'Psychiatry, prelim' })),
        }),
        [pid('b')]: closed('2026-06-30'),
        [pid('c')]: (record) => ({
          ...record,
          status: 'renamed',
          name: [['Rainier University Program', 'list', 2026], ...record.name],
        }),
      },
    });
    const by = new Map(found.programs.map((each) => [each.pid, each]));
    expect(by.get(pid('a'))?.tracks).toEqual([
      { kind: 'added', code: '1265400P0', name: 'Psychiatry, prelim' },
      { kind: 'dropped', code: '1265400C0', name: 'Psychiatry' },
    ]);
    expect(by.get(pid('b'))?.standing).toEqual([{ kind: 'closed', on: '2026-06-30' }]);
    expect(by.get(pid('c'))).toMatchObject({
      name: 'Cascade University Program',
      standing: [{ kind: 'renamed', was: 'Cascade University Program', now: 'Rainier University Program' }],
    });
  });

  it('tells a merger and a split by what became of the program, and the merger’s effect on fit', () => {
    const found = changes(
      {
        programs: { [pid('b')]: tombstone('merged'), [pid('c')]: tombstone('split') },
        redirects: { [pid('b')]: [pid('a')], [pid('c')]: [pid('d'), pid('f')] },
      },
      { asker: visaAsker, mine: ['b', 'c'] },
    );
    const [c, b] = found.programs;
    expect(b).toMatchObject({
      pid: pid('b'),
      name: 'Hillside University Program',
      standing: [{ kind: 'merged', into: { pid: pid('a'), name: 'Harbor Medical Center Program' } }],
      values: [],
    });
    expect(b?.fit?.was?.value).toBeLessThan(b?.fit?.now?.value ?? 0);
    expect(c).toMatchObject({ standing: [{ kind: 'split', into: [{ pid: pid('d') }, { pid: pid('f') }] }] });
  });

  it('does not tell of a merger twice', () => {
    const merged: Edits = {
      programs: { [pid('b')]: tombstone('merged') },
      redirects: { [pid('b')]: [pid('a')] },
    };
    expect(changes(merged, { before: releaseOf(1, merged), mine: ['b'] }).programs).toEqual([]);
  });

  it('tells a program that is new, one that is gone, and passes over what is in neither', () => {
    const found = changes(
      { programs: { [pid('c')]: null } },
      {
        before: releaseOf(1, { programs: { [pid('b')]: null } }),
        mine: ['b', 'c', 'z'],
      },
    );
    expect(found.programs.map((each) => [each.pid, each.standing])).toEqual([
      [pid('c'), [{ kind: 'gone' }]],
      [pid('b'), [{ kind: 'new' }]],
    ]);
  });
});

describe('what a change does', () => {
  it('to the fit and to the place in the list, for the same wishes', () => {
    const { fit, place } = only(
      changes({ programs: { [pid('a')]: visa(false) } }, { asker: visaAsker, mine: ['a'] }),
    );
    expect(fit?.was?.value).toBeGreaterThan(fit?.now?.value ?? 1);
    expect(place?.was).toEqual({ at: 1, of: 4 });
    expect(place?.now).toEqual({ at: 2, of: 4 });
  });

  it('is nothing where nothing is weighed', () => {
    expect(only(changes({ programs: { [pid('a')]: visa(false) } }))).toMatchObject({
      fit: null,
      place: null,
    });
  });

  it('takes a closed program out of the list', () => {
    const { place } = only(
      changes({ programs: { [pid('a')]: closed() } }, { asker: visaAsker, mine: ['a'] }),
    );
    expect(place).toEqual({ was: { at: 1, of: 4 }, now: null });
  });
});

describe('what happened to the others', () => {
  const newcomer: ProgramRecord = {
    ...PROGRAMS[2]!,
    pid: pid('h'),
    name: [['Newport Program', 'list', 2026]],
  };

  it('is counted for the specialties of the notebook and of the profile, its own programs left out', () => {
    const edits: Edits = {
      programs: {
        [pid('a')]: visa(false),
        [pid('b')]: visa(true),
        [pid('c')]: closed(),
        [pid('e')]: closed(),
      },
      added: [newcomer],
    };
    const expected = [{ specialty: PSYCHIATRY, name: 'Psychiatry', changed: 1, added: 1, ended: 1 }];
    expect(changes(edits, { mine: ['a'] }).others).toEqual(expected);
    const asker = askerWith({ specialties: [PSYCHIATRY] });
    expect(changes(edits, { mine: [], asker }).others).toEqual([{ ...expected[0], changed: 2 }]);
    expect(changes(edits, { mine: [] }).others).toEqual([]);
  });

  it('counts a program once, whether it changed or its hospital did', () => {
    const edits: Edits = {
      programs: { [pid('a')]: visa(false) },
      hospitals: (list) =>
        list.map((each) => ({ ...each, facts: { ...each.facts, beds: [650, 'cost', 2022] } })),
    };
    expect(changes(edits, { mine: ['b'] }).others).toMatchObject([{ changed: 1, added: 0, ended: 0 }]);
    expect(changes({ ...edits, programs: {} }, { mine: ['b'] }).others).toMatchObject([{ changed: 1 }]);
  });
});
