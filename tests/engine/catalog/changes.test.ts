import { describe, expect, it } from 'vitest';
import type { ProgramRecord } from '#domain/program.ts';
import { diffReleases } from '#engine/catalog/changes.ts';
import { type Edits, type Release, releaseOf, closed } from '../../fixtures/releases.ts';
import { pid, textOf } from '../../fixtures/small-catalog.ts';

const diff = (edits: Edits, before: Release = releaseOf(1)) =>
  diffReleases(before, releaseOf(2, edits), textOf);
const withFacts = (facts: ProgramRecord['facts']) => (record: ProgramRecord) => ({
  ...record,
  facts: { ...record.facts, ...facts },
});

describe('two releases', () => {
  it('with the same content do not differ', () => {
    expect(diff({})).toEqual({ records: new Map(), hospitals: new Set(), redirected: new Set() });
  });

  it('read only the chunks whose digest differs', () => {
    const read: string[] = [];
    const before = releaseOf(1);
    const after = releaseOf(2, { programs: { [pid('a')]: withFacts({ visaJ1: [[false, 'list', 2026]] }) } });
    const nameOf = (bytes: Uint8Array) =>
      [before, after].flatMap(({ chunks }) =>
        [...chunks].filter(([, each]) => each === bytes).map(([name]) => name),
      );
    diffReleases(before, after, (bytes) => {
      read.push(...nameOf(bytes));
      return textOf(bytes);
    });
    expect(read).toEqual(['p-00.json', 'p-00.json']);
  });

  it('differ in the program whose value is another one, and in no other of its chunk', () => {
    const { records } = diff({ programs: { [pid('a')]: withFacts({ visaJ1: [[false, 'list', 2026]] }) } });
    expect([...records.keys()]).toEqual([pid('a')]);
  });

  it('do not differ where another source or a newer year says the same', () => {
    const { records } = diff({
      programs: {
        [pid('a')]: withFacts({
          visaJ1: [
            [true, 'another', 2026],
            [true, 'list', 2025],
          ],
        }),
        [pid('b')]: withFacts({ visaJ1: [[false, 'list', 2026]] }),
        [pid('c')]: (record) => ({
          ...record,
          name: [[record.name[0]?.[0] ?? '', 'list', 2026]],
          lastSeenYear: 2026,
        }),
      },
    });
    expect(records.size).toBe(0);
  });

  it('differ where a value is first published, or no longer', () => {
    const { records } = diff({
      programs: {
        [pid('c')]: withFacts({ salary: [[70_000, 'list', 2026]] }),
        [pid('a')]: (record) => ({ ...record, facts: { acgmeId: record.facts.acgmeId ?? [] } }),
      },
    });
    expect([...records.keys()].toSorted()).toEqual([pid('a'), pid('c')]);
  });

  it('differ in a name, a place, a track, a closing', () => {
    const { records } = diff({
      programs: {
        [pid('a')]: (record) => ({ ...record, tracks: [] }),
        [pid('b')]: (record) => ({ ...record, name: [['Hilltop Program', 'list', 2026], ...record.name] }),
        [pid('c')]: ({ place: _place, ...record }) => record,
        [pid('d')]: closed(),
      },
    });
    expect([...records.keys()].toSorted()).toEqual([pid('a'), pid('b'), pid('c'), pid('d')]);
  });

  it('tell a program that came and one that went', () => {
    const { records } = diff(
      { programs: { [pid('c')]: null } },
      releaseOf(1, { programs: { [pid('b')]: null } }),
    );
    expect(records.get(pid('b'))).toMatchObject({ was: null, now: { pid: pid('b') } });
    expect(records.get(pid('c'))).toMatchObject({ was: { pid: pid('c') }, now: null });
  });

  it('tell a hospital by its figures, whatever their year', () => {
    const changed = diff({
      hospitals: (list) =>
        list.map((each) => ({ ...each, facts: { ...each.facts, beds: [650, 'cost', 2022] } })),
    });
    expect([...changed.hospitals]).toEqual(['220001']);
    const newer = diff({
      hospitals: (list) =>
        list.map((each) => ({ ...each, facts: { ...each.facts, beds: [700, 'cost', 2022] } })),
    });
    expect(newer.hospitals.size).toBe(0);
  });

  it('tell which pids lead elsewhere now, and not those that did before', () => {
    const redirects = { [pid('x')]: [pid('a')] };
    const { redirected } = diff(
      { redirects: { ...redirects, [pid('b')]: [pid('a')] } },
      releaseOf(1, { redirects }),
    );
    expect([...redirected]).toEqual([pid('b')]);
  });

  it('go on where a chunk cannot be read', () => {
    const before = releaseOf(1);
    before.chunks.set('p-00.json', new TextEncoder().encode('not JSON'));
    const after = releaseOf(2, { programs: { [pid('a')]: withFacts({ visaJ1: [[false, 'list', 2026]] }) } });
    const { records } = diffReleases(before, after, textOf);
    expect([...records.values()].every(({ was }) => was === null)).toBe(true);
  });
});
