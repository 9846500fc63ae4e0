import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTACT_ROLES } from '#domain/contact.ts';
import { coverOf } from '#engine/plan/cover.ts';
import { contact, insight, pid, talk } from './network.ts';

const EMPTY = { contacts: [], conversations: [], insights: [] };

describe('the cover of programs', () => {
  it('counts who was heard and who is only known, by role', () => {
    const cover = coverOf([pid(1), pid(2)], {
      contacts: [
        contact('ana', 'resident', [pid(1)]),
        contact('ben', 'resident', [pid(1)]),
        contact('cy', 'alum', [pid(1), pid(2)]),
      ],
      conversations: [talk('ana', 3), talk('cy', -2)],
      insights: [],
    });
    expect(cover.rows[0]).toEqual({
      pid: pid(1),
      roles: { resident: { heard: 1, known: 1 }, alum: { heard: 0, known: 1 } },
      heard: 1,
      missing: ['alum', 'teacher'],
    });
    expect(cover.rows[1]).toEqual({
      pid: pid(2),
      roles: { alum: { heard: 0, known: 1 } },
      heard: 0,
      missing: ['trainee', 'alum', 'teacher'],
    });
  });

  it('takes a talk for the programs it names and not for the others the person knows', () => {
    const { rows } = coverOf([pid(1), pid(2), pid(3)], {
      contacts: [contact('ana', 'chief', [pid(1), pid(2)])],
      conversations: [talk('ana', 3, { pids: [pid(2), pid(3)] })],
      insights: [],
    });
    expect(rows.map(({ heard }) => heard)).toEqual([0, 1, 1]);
  });

  it('counts an insight that names its contact as a voice, and one from strangers as none', () => {
    const contacts = [contact('ana', 'faculty', [])];
    const from = (more: Parameters<typeof insight>[2]) =>
      coverOf([pid(1)], { contacts, conversations: [], insights: [insight('i1', pid(1), more)] }).rows[0];
    expect(from({ contactId: 'ana' })?.missing).toEqual(['trainee', 'alum']);
    expect(from({ strength: 'online' })?.missing).toEqual(['trainee', 'alum', 'teacher']);
    expect(from({ contactId: 'somebody-erased' })?.heard).toBe(0);
  });

  it('says at how many of the top twenty no resident was heard', () => {
    const programs = Array.from({ length: 30 }, (_, at) => pid(at));
    const heard = programs.slice(0, 14);
    const { gaps } = coverOf(programs, {
      contacts: [contact('ana', 'resident', heard)],
      conversations: [talk('ana', 1)],
      insights: [],
    });
    expect(gaps[0]).toEqual({ voice: 'trainee', of: 20, pids: programs.slice(14, 20) });
  });

  it('counts over as many programs as there are', () => {
    expect(coverOf([], EMPTY).gaps.map(({ of, pids }) => [of, pids.length])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(coverOf([pid(1), pid(1)], EMPTY).gaps[0]?.of).toBe(1);
  });

  it('adds up for any network, and a talk more never opens a gap', () => {
    const networks = fc.record({
      contacts: fc
        .array(fc.tuple(fc.constantFrom(...CONTACT_ROLES), fc.subarray([1, 2, 3, 4])), { maxLength: 8 })
        .map((all) => all.map(([role, pids], at) => contact(`c${at}`, role, pids.map(pid)))),
      talks: fc.array(fc.tuple(fc.nat(9), fc.integer({ min: -5, max: 90 }), fc.subarray([1, 2, 3, 4])), {
        maxLength: 12,
      }),
    });
    const programs = [1, 2, 3, 4].map(pid);
    fc.assert(
      fc.property(networks, ({ contacts, talks }) => {
        const conversations = talks.map(([who, ago, pids]) => talk(`c${who}`, ago, { pids: pids.map(pid) }));
        const network = { contacts, conversations, insights: [] };
        const { rows, gaps } = coverOf(programs, network);
        for (const row of rows) {
          const cells = Object.values(row.roles);
          expect(cells.reduce((sum, cell) => sum + cell.heard, 0)).toBe(row.heard);
          expect(cells.every(({ heard, known }) => heard + known > 0)).toBe(true);
        }
        const fewer = coverOf(programs, { ...network, conversations: conversations.slice(1) });
        gaps.forEach(({ pids }, at) => {
          expect(fewer.gaps[at]?.pids).toEqual(expect.arrayContaining([...pids]));
        });
      }),
      { numRuns: 120 },
    );
  });
});
