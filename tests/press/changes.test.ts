// What becomes of programs: closed, renamed, merged, split. None of them may ever be lost.
import { describe, expect, it } from 'vitest';
import type { CatalogIndex, RedirectsChunk } from '#domain/catalog.ts';
import type { Built } from '#press/build-catalog.ts';
import { changeRow, keyOf, memoryOf, press, programRow, recordsOf, well } from './release/small-release.ts';
import { BOSTON_PRELIMINARY, BOSTON_SURGERY, type Row } from './small-tables.ts';

const FIRST = well(press([programRow(1), programRow(2), programRow(3)]));
const MEMORY = memoryOf(FIRST);
const pid = (number: number, built: Built = FIRST) => built.registry.pids[keyOf(number)] ?? '';
const chunk = <T>(built: Built, name: string): T =>
  JSON.parse(Buffer.from(built.files.get(name) ?? []).toString());
const redirects = (built: Built) => chunk<RedirectsChunk>(built, 'redirects.json').redirects;
const next = (numbers: readonly number[], changes: readonly Row[], more: readonly Row[] = []) =>
  press([...numbers.map((number) => programRow(number)), ...more], changes, MEMORY);

describe('a closed program', () => {
  const row = changeRow('closed', keyOf(2), { on: '2026-06-30', note: 'Accreditation withdrawn' });
  const closed = well(next([1, 3], [row]));

  it('stays as a record with its facts, and with what became of it', () => {
    const before = recordsOf(FIRST).get(pid(2));
    expect(recordsOf(closed).get(pid(2))).toEqual({
      ...before,
      status: 'closed',
      change: { on: '2026-06-30', note: 'Accreditation withdrawn', source: 'acgme-list-2025' },
    });
  });

  it('is not counted among the programs, nor in its specialty', () => {
    const index = chunk<CatalogIndex>(closed, 'index.json');
    expect(index.programs).toBe(2);
    expect(index.specialties.map(({ programs }) => programs)).toEqual([2]);
    expect(closed.report).toMatchObject({ programs: 2, ended: 1 });
  });

  it('stays for ever: later releases need nothing but what lies beside the register', () => {
    const later = well(
      press([programRow(1), programRow(3)], [row], {
        registry: closed.registry,
        tombstones: closed.tombstones,
        published: [],
      }),
    );
    expect([...later.files]).toEqual([...closed.files]);
    expect(later.tombstones).toEqual(closed.tombstones);
  });

  it('may be in the tables still', () => {
    const listed = well(next([1, 2, 3], [row]));
    expect(recordsOf(listed).get(pid(2))).toMatchObject({ status: 'closed', tracks: [] });
  });

  it('is open again when its change is taken back', () => {
    const again = well(
      press(
        [1, 2, 3].map((n) => programRow(n)),
        [],
        memoryOf(closed),
      ),
    );
    expect(recordsOf(again).get(pid(2))).toEqual(recordsOf(FIRST).get(pid(2)));
  });

  it('keeps the name of its specialty in the catalog when it was the last of it', () => {
    const both = well(press([BOSTON_SURGERY, BOSTON_PRELIMINARY]));
    const gone = well(press([BOSTON_SURGERY], [changeRow('closed', 'nrmp:1999440P0')], memoryOf(both)));
    expect(chunk<CatalogIndex>(gone, 'index.json').specialties).toContainEqual(
      expect.objectContaining({ id: 'preliminary-surgery', programs: 0 }),
    );
  });

  it('leaves its sponsor to its siblings, though the sponsor was known by it', () => {
    const sibling = (number: number) => programRow(number, { name: 'Harbor Hospital Program' });
    const three = well(press([sibling(1), sibling(2), programRow(3)]));
    expect(three.registry.sponsors).toEqual({ [keyOf(1)]: 1, [keyOf(3)]: 2 });
    const two = well(press([sibling(2), programRow(3)], [changeRow('closed', keyOf(1))], memoryOf(three)));
    expect(recordsOf(two).get(pid(2))?.sponsor).toBe(1);
    expect(recordsOf(two).get(pid(3))?.sponsor).toBe(2);
  });
});

describe('a renamed program', () => {
  const row = changeRow('renamed', keyOf(2), { to: keyOf(9), was: 'Harbor Hospital 2 Program' });

  it('keeps its pid and its sponsor under a new key', () => {
    const renamed = well(next([1, 3, 9], [row]));
    expect(pid(9, renamed)).toBe(pid(2));
    expect(renamed.report.newPids).toBe(0);
    expect(recordsOf(renamed).size).toBe(3);
    expect(recordsOf(renamed).get(pid(2))).toMatchObject({
      status: 'renamed',
      name: [['Harbor Hospital 9 Program', 'acgme-list-2025', 2025]],
      change: { was: 'Harbor Hospital 2 Program' },
      sponsor: recordsOf(FIRST).get(pid(2))?.sponsor,
    });
    expect(redirects(renamed)).toEqual({});
  });

  it('may have kept its key', () => {
    const renamed = well(next([1, 2, 3], [changeRow('renamed', keyOf(2), { was: 'Old Harbor' })]));
    expect(recordsOf(renamed).get(pid(2))).toMatchObject({
      status: 'renamed',
      change: { was: 'Old Harbor' },
    });
  });

  it('may be renamed again, and close', () => {
    const once = well(next([1, 3, 9], [row]));
    const again = changeRow('renamed', keyOf(9), { to: keyOf(10) });
    const twice = well(press([programRow(1), programRow(3), programRow(10)], [row, again], memoryOf(once)));
    expect(pid(10, twice)).toBe(pid(2));
    const end = changeRow('closed', keyOf(10));
    const closed = well(press([programRow(1), programRow(3)], [row, again, end], memoryOf(twice)));
    expect(recordsOf(closed).get(pid(2))).toMatchObject({ status: 'closed' });
  });
});

describe('merged and split programs', () => {
  it('lead to what they became, and keep a name for what the user wrote', () => {
    const merged = well(next([1, 3], [changeRow('merged', keyOf(2), { to: keyOf(1), on: '2026-07-01' })]));
    expect(redirects(merged)).toEqual({ [pid(2)]: [pid(1)] });
    expect(recordsOf(merged).get(pid(2))).toMatchObject({
      status: 'merged',
      name: [['Harbor Hospital 2 Program', 'acgme-list-2025', 2025]],
      facts: {},
      tracks: [],
    });
    const split = well(next([2, 3, 7, 8], [changeRow('split', keyOf(1), { to: `${keyOf(7)}+${keyOf(8)}` })]));
    expect(redirects(split)).toEqual({ [pid(1)]: [pid(7, split), pid(8, split)].toSorted() });
  });

  it('lead to the last of a long way, never to another redirect', () => {
    const merge = changeRow('merged', keyOf(2), { to: keyOf(1) });
    const merged = well(next([1, 3], [merge]));
    const split = changeRow('split', keyOf(1), { to: `${keyOf(7)}+${keyOf(8)}` });
    const rename = changeRow('renamed', keyOf(3), { to: keyOf(4) });
    const end = well(
      press(
        [4, 7, 8].map((n) => programRow(n)),
        [merge, split, rename],
        memoryOf(merged),
      ),
    );
    const ends = [pid(7, end), pid(8, end)].toSorted();
    expect(redirects(end)).toEqual({ [pid(1)]: ends, [pid(2)]: ends });
  });

  it('may lead to a program that closed', () => {
    const changes = [changeRow('merged', keyOf(2), { to: keyOf(1) }), changeRow('closed', keyOf(1))];
    const end = well(next([3], changes));
    expect(redirects(end)).toEqual({ [pid(2)]: [pid(1)] });
    expect(recordsOf(end).get(pid(1))?.status).toBe('closed');
  });
});

describe('a change is refused', () => {
  const refusal = (numbers: readonly number[], changes: readonly Row[]) => {
    const made = next(numbers, changes);
    return made.kind === 'refused' ? `${made.reason}: ${made.detail}` : 'built';
  };
  const both = `${keyOf(1)}+${keyOf(3)}`;

  it.each([
    ['that names a program nobody published', [1, 2, 3], changeRow('closed', keyOf(8)), 'unknown-program'],
    [
      'to a program that does not exist',
      [1, 3],
      changeRow('merged', keyOf(2), { to: keyOf(8) }),
      'unknown-program',
    ],
    ['of a kind that does not exist', [1, 3], changeRow('gone', keyOf(2)), 'bad-change'],
    ['of a key that cannot be read', [1, 3], changeRow('closed', '4402'), 'bad-change'],
    [
      'with a target that cannot be read',
      [1, 3],
      changeRow('merged', keyOf(2), { to: '4402' }),
      'bad-change',
    ],
    ['on a day that is none', [1, 3], changeRow('closed', keyOf(2), { on: 'June' }), 'bad-change'],
    ['that closes into a program', [1, 3], changeRow('closed', keyOf(2), { to: keyOf(1) }), 'bad-change'],
    ['that merges into nothing', [1, 3], changeRow('merged', keyOf(2)), 'bad-change'],
    ['that merges into two', [1, 3], changeRow('merged', keyOf(2), { to: both }), 'bad-change'],
    ['that splits into one', [1, 3], changeRow('split', keyOf(2), { to: keyOf(1) }), 'bad-change'],
    [
      'that splits into one twice',
      [1, 3],
      changeRow('split', keyOf(2), { to: `${keyOf(1)}+${keyOf(1)}` }),
      'bad-change',
    ],
    [
      'that renames to another program',
      [1, 3],
      changeRow('renamed', keyOf(2), { to: keyOf(1) }),
      'bad-change',
    ],
    [
      'that renames what stays under its key',
      [1, 2, 3, 9],
      changeRow('renamed', keyOf(2), { to: keyOf(9) }),
      'bad-change',
    ],
    ['that renames what is gone', [1, 3], changeRow('renamed', keyOf(2)), 'bad-change'],
    [
      'whose source nobody explains',
      [1, 3],
      changeRow('closed', keyOf(2), { source: 'hearsay' }),
      'unlisted-source',
    ],
  ])('%s', (_, numbers, change, reason) => {
    expect(refusal(numbers, [change])).toMatch(new RegExp(`^${reason}: `));
  });

  it('when two rows speak of one program, or one key is new for two', () => {
    expect(
      refusal([1, 3], [changeRow('closed', keyOf(2)), changeRow('merged', keyOf(2), { to: keyOf(1) })]),
    ).toBe(`bad-change: program_changes:3 ${keyOf(2)}: is named twice`);
    const [one, other] = [2, 3].map((n) => changeRow('renamed', keyOf(n), { to: keyOf(9) }));
    expect(refusal([1, 9], [one ?? {}, other ?? {}])).toContain('is the new key of two programs');
  });

  it('when it leads in a circle', () => {
    const circle = [
      changeRow('merged', keyOf(1), { to: keyOf(2) }),
      changeRow('merged', keyOf(2), { to: keyOf(1) }),
    ];
    expect(refusal([3], circle)).toMatch(/^redirect-cycle: /);
    expect(refusal([1, 3], [changeRow('merged', keyOf(2), { to: keyOf(2) })])).toMatch(/^redirect-cycle: /);
  });

  it('when its end vanished in silence', () => {
    expect(refusal([3], [changeRow('merged', keyOf(2), { to: keyOf(1) })])).toContain(
      `${keyOf(1)} is not in the tables and nothing says what became of it`,
    );
  });

  it('when nobody knows what the program was', () => {
    const { registry } = MEMORY;
    const made = press([programRow(1), programRow(3)], [changeRow('closed', keyOf(2))], {
      ...MEMORY,
      registry,
      published: [],
    });
    expect(made).toMatchObject({ kind: 'refused', reason: 'no-last-record' });
  });
});

describe('a specialty nobody knows', () => {
  const typo = programRow(4, { specialty: 'Genral Surgery' });

  it('is refused as a slip of the pen', () => {
    expect(next([1, 2, 3], [], [typo])).toEqual({
      kind: 'refused',
      reason: 'unknown-specialty',
      detail: '“Genral Surgery”: correct the table, or give --new-specialty',
    });
  });

  it('is taken when the publisher says that it is new, and known from then on', () => {
    const row = programRow(4, { specialty: 'Space Surgery', specialty_code: '990' });
    const rows = [programRow(1), programRow(2), programRow(3), row];
    const taken = well(press(rows, [], MEMORY, { newSpecialties: ['Space Surgery'] }));
    expect(taken.registry.specialties).toHaveProperty('space-surgery', {
      name: 'Space Surgery',
      code: '990',
    });
    expect(press(rows, [], memoryOf(taken)).kind).toBe('built');
  });
});
