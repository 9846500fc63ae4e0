import { describe, expect, it } from 'vitest';
import { diffReleases } from '#press/release/diff.ts';
import { diffLines } from '#press/release/diff-report.ts';
import {
  changeRow,
  keyOf,
  memoryOf,
  numbered,
  press,
  programRow,
  recordsOf,
  releaseOf,
  well,
} from './small-release.ts';

const rows = (numbers: readonly number[]) => numbers.map((number) => programRow(number));
const first = well(press(rows([1, 2, 3, 4, 5, 6])));
const second = well(
  press(
    [programRow(1, { name: 'Harbor One' }), ...rows([6, 7, 8, 9])],
    [
      changeRow('closed', keyOf(2)),
      changeRow('renamed', keyOf(3), { to: keyOf(7), was: 'Harbor Hospital 3 Program' }),
      changeRow('merged', keyOf(4), { to: keyOf(1) }),
      changeRow('split', keyOf(5), { to: `${keyOf(8)}+${keyOf(9)}` }),
    ],
    memoryOf(first),
    { release: { version: 2, date: '2026-12-24' } },
  ),
);
const diff = well(diffReleases(releaseOf(first), releaseOf(second)));

describe('the difference of two releases', () => {
  it('says what became of each program', () => {
    const pid = (number: number) => second.registry.pids[keyOf(number)];
    expect(diff.added.map((program) => program.pid).toSorted()).toEqual([pid(8), pid(9)].toSorted());
    expect(diff.became).toMatchObject({
      active: [],
      closed: [{ pid: pid(2) }],
      renamed: [{ pid: pid(3), name: 'Harbor Hospital 7 Program', detail: 'Harbor Hospital 3 Program' }],
      merged: [{ pid: pid(4), detail: 'Harbor One' }],
      split: [{ pid: pid(5) }],
    });
    expect(diff.vanished).toEqual([]);
  });

  it('counts the programs that changed, of those there were', () => {
    expect(diff).toMatchObject({
      from: { version: 1, programs: 6 },
      to: { version: 2, programs: 5 },
      changed: 7,
    });
    expect(diff.percent).toBeCloseTo((100 * 7) / 6);
  });

  it('lists every field that changed, with what it was and is', () => {
    const names = diff.fields.find(({ field }) => field === 'name')?.changes ?? [];
    expect(names).toContainEqual({
      pid: second.registry.pids[keyOf(1)],
      name: 'Harbor One',
      before: 'Harbor Hospital 1 Program (acgme-list-2025 2025)',
      after: 'Harbor One (acgme-list-2025 2025)',
    });
    const facts = diff.fields.find(({ field }) => field === 'fact acgmeId')?.changes ?? [];
    expect(facts.map(({ after }) => after)).toContain('not published');
  });

  it('is nothing between a release and itself', () => {
    const none = well(diffReleases(releaseOf(first), releaseOf(first)));
    expect(none).toMatchObject({ added: [], fields: [], chunks: [], changed: 0, percent: 0 });
  });

  it('shouts when programs are gone, and says when one is open again', () => {
    const lost = well(diffReleases(numbered(3), numbered(2, 2)));
    expect(lost.vanished).toHaveLength(1);
    expect(diffLines(lost)).toContain('VANISHED: 1');
    const reopened = well(press(rows([1, 2, 3, 4, 5, 6]), [], memoryOf(first)));
    const closed = well(press(rows([1, 3, 4, 5, 6]), [changeRow('closed', keyOf(2))], memoryOf(first)));
    const back = well(diffReleases(releaseOf(closed), releaseOf(reopened)));
    expect(back.became.active).toHaveLength(1);
    expect(recordsOf(reopened).size).toBe(6);
  });

  it('names the other tables that changed', () => {
    const moved = well(press(rows([1, 2, 3, 4, 5, 6]), [], { ...memoryOf(first) }, { communication: null }));
    expect(well(diffReleases(releaseOf(first), releaseOf(moved))).chunks).toEqual([]);
    expect(diff.chunks).toEqual(['redirects.json']);
  });
});

describe('its report', () => {
  it('begins with the sum and goes on to each kind and field', () => {
    const lines = diffLines(diff);
    expect(lines[0]).toBe('Release 1 → 2: 6 → 5 programs, 7 changed (116.7 %)');
    for (const title of ['Added: 2', 'Closed: 1', 'Renamed: 1', 'Merged: 1', 'Split: 1', 'Fields:'])
      expect(lines).toContain(title);
    expect(lines.join('\n')).toContain('before: Harbor Hospital 3 Program');
    expect(lines.at(-1)).toBe('Other tables: redirects.json');
  });

  it('cuts long lists and says so, unless all is asked for', () => {
    const many = well(
      diffReleases(
        numbered(30),
        numbered(30, 2, (number) => ({ name: `Renamed ${number}` })),
      ),
    );
    expect(diffLines(many)).toContain('  and 10 more');
    expect(diffLines(many, true)).not.toContain('  and 10 more');
    expect(diffLines(many, true).length).toBe(diffLines(many).length + 9);
  });
});
