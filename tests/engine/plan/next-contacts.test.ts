import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTACT_ROLES } from '#domain/contact.ts';
import type { FieldKey } from '#domain/field.ts';
import { USUAL_CADENCE } from '#engine/follow-up/keep-in-touch.ts';
import { CONTACTS_A_WEEK, nextContacts, type PlanRequest } from '#engine/plan/next-contacts.ts';
import { whoCanTell } from '#engine/questions/who-can-tell.ts';
import { contact, DAY, insight, NOW, pid, talk } from './network.ts';

const request = (changes: Partial<PlanRequest> = {}): PlanRequest => ({
  now: NOW,
  programs: [{ pid: pid(1), blanks: [] }],
  weights: {},
  usualCadence: USUAL_CADENCE,
  contacts: [],
  conversations: [],
  insights: [],
  ...changes,
});
const program = (number: number, ...blanks: FieldKey[]) => ({ pid: pid(number), blanks });
/** Only those one knows; whom to find is told apart. */
const known = (changes: Partial<PlanRequest>) =>
  nextContacts(request({ most: 9, ...changes })).flatMap((next) =>
    next.kind === 'contact' ? [`${next.contactId} ${Number(next.pid.slice(1))}`] : [],
  );

describe('the next contacts', () => {
  it('propose a resident of the best program first and say why', () => {
    const [first] = nextContacts(
      request({
        programs: [program(1, 'salary', 'callSchedule', 'visaJ1'), program(2)],
        weights: { cost: 4 },
        contacts: [contact('ana', 'resident', [pid(1)]), contact('ben', 'attending', [pid(2)])],
      }),
    );
    expect(first).toEqual({
      kind: 'contact',
      contactId: 'ana',
      pid: pid(1),
      reason: {
        place: 1,
        missing: 'trainee',
        blanks: [
          { field: 'salary', criterion: 'cost', weight: 4 },
          { field: 'callSchedule', criterion: null, weight: 0 },
        ],
        daysSince: null,
      },
    });
  });

  it('weigh a small gap at the best program above a large one far down the order', () => {
    const programs = Array.from({ length: 10 }, (_, at) => program(at + 1));
    const contacts = [contact('ana', 'resident', [pid(10)]), contact('ben', 'attending', [pid(1)])];
    expect(known({ programs, contacts, most: 10 })).toEqual(['ben 1', 'ana 10']);
    expect(known({ programs: programs.toReversed(), contacts, most: 10 })).toEqual(['ana 10', 'ben 1']);
  });

  it('are three at most, unless the user wants fewer or more', () => {
    const programs = [1, 2, 3, 4, 5].map((number) => program(number));
    expect(nextContacts(request({ programs }))).toHaveLength(CONTACTS_A_WEEK);
    expect(nextContacts(request({ programs, most: 1 }))).toHaveLength(1);
    expect(nextContacts(request({ programs: [] }))).toEqual([]);
  });

  it('name whom to look for where nobody is known, through the person closest to the program', () => {
    const [next] = nextContacts(
      request({
        contacts: [
          contact('mo', 'mentor', [], { rapport: 3 }),
          contact('cy', 'coordinator', [pid(1)], { rapport: 1 }),
        ],
      }),
    );
    expect(next).toEqual({
      kind: 'find',
      role: 'resident',
      through: 'cy',
      pid: pid(1),
      reason: { place: 1, missing: 'trainee', blanks: [], daysSince: null },
    });
  });

  it('never ask a person who is let rest, nor a way through them', () => {
    const contacts = [contact('ana', 'resident', [pid(1)], { cadence: { kind: 'rest' }, rapport: 3 })];
    expect(nextContacts(request({ contacts, most: 1 }))).toMatchObject([{ kind: 'find', through: null }]);
  });

  it('wait until the cadence has passed, to the day', () => {
    const ask = (daysAgo: number) =>
      known({
        programs: [program(1, 'callSchedule')],
        contacts: [contact('ana', 'resident', [pid(1)], { cadence: { kind: 'every', days: 30 } })],
        conversations: [talk('ana', daysAgo)],
      });
    expect(ask(29.9)).toEqual([]);
    expect(ask(30)).toEqual(['ana 1']);
  });

  it('take the usual cadence of the role, and a follow-up already done as contact', () => {
    const asked = {
      programs: [program(1, 'callSchedule')],
      contacts: [contact('ana', 'resident', [pid(1)])],
      conversations: [talk('ana', 70)],
    };
    expect(known(asked)).toEqual(['ana 1']);
    const touchedDaysAgo = (days: number) =>
      new Map(asked.contacts.map((each) => [each.contactId, NOW - days * DAY]));
    expect(known({ ...asked, touches: touchedDaysAgo(5) })).toEqual([]);
    expect(known({ ...asked, touches: touchedDaysAgo(-5) })).toEqual(['ana 1']);
  });

  it('write to a coordinator once for a reason and not again by the calendar', () => {
    const asked = {
      programs: [program(1, 'visaJ1')],
      weights: { visa: 5 },
      contacts: [contact('cy', 'coordinator', [pid(1)])],
    };
    expect(known(asked)).toEqual(['cy 1']);
    expect(known({ ...asked, conversations: [talk('cy', 300)] })).toEqual([]);
  });

  it('leave alone who has yet to answer, who never did, and whose talk is agreed', () => {
    for (const status of ['sent', 'booked', 'no-reply']) {
      const outreach = { status, sentAt: NOW - 9 * DAY, nudges: 0 };
      expect(known({ contacts: [contact('ana', 'resident', [pid(1)], { outreach })] })).toEqual([]);
    }
    const contacts = [contact('ana', 'resident', [pid(1)])];
    expect(known({ contacts, conversations: [talk('ana', -3)] })).toEqual([]);
  });

  it('bring back who answered a first message and has no date yet', () => {
    const outreach = { status: 'replied', sentAt: NOW - 2 * DAY, nudges: 0 };
    expect(known({ contacts: [contact('ana', 'resident', [pid(1)], { outreach })] })).toEqual(['ana 1']);
  });

  it('do not look for a second resident while one is under way', () => {
    const outreach = { status: 'sent', sentAt: NOW - DAY, nudges: 0 };
    const plan = nextContacts(
      request({ contacts: [contact('ana', 'resident', [pid(1)], { outreach })], most: 9 }),
    );
    expect(plan.map(({ reason }) => reason.missing)).toEqual(['alum', 'teacher']);
  });

  it('propose nobody who could tell nothing new', () => {
    const asked = {
      contacts: [contact('ana', 'resident', [pid(1)])],
      conversations: [talk('ana', 200)],
      programs: [program(1, 'salary')],
    };
    expect(known(asked)).toEqual(['ana 1']);
    const told = insight('i1', pid(1), { subject: { kind: 'field', field: 'salary' } });
    expect(known({ ...asked, insights: [told] })).toEqual([]);
  });

  it('write to nobody of a program that wants no messages, except its alumni', () => {
    const contacts = [contact('ana', 'resident', [pid(1), pid(2)]), contact('lu', 'alum', [pid(1)])];
    const plan = nextContacts(request({ contacts, closed: new Set([pid(1)]), most: 9 }));
    expect(plan).toMatchObject([{ kind: 'contact', contactId: 'lu' }]);
  });

  it('prefer whom the user knows better, then whom they have not met for longest', () => {
    const base = { programs: [program(1, 'callSchedule')] };
    const pair = (a: object, b: object) => [
      contact('ana', 'resident', [pid(1)], a),
      contact('ben', 'resident', [pid(1)], b),
    ];
    expect(known({ ...base, contacts: pair({ rapport: 1 }, { rapport: 3 }) })).toEqual(['ben 1']);
    expect(
      known({ ...base, contacts: pair({}, {}), conversations: [talk('ana', 100), talk('ben', 200)] }),
    ).toEqual(['ben 1']);
    expect(known({ ...base, contacts: pair({}, {}) })).toEqual(['ana 1']);
  });

  const fields: FieldKey[] = ['salary', 'callSchedule', 'positions', 'visaJ1', 'hospital'];
  const requests = fc
    .record({
      people: fc.array(
        fc.record({
          role: fc.constantFrom(...CONTACT_ROLES),
          pids: fc.subarray([1, 2, 3, 4, 5]),
          rapport: fc.integer({ min: 1, max: 3 }),
          cadence: fc.constantFrom(undefined, { kind: 'rest' }, { kind: 'every', days: 20 }),
          spokeDaysAgo: fc.option(fc.integer({ min: -10, max: 120 })),
        }),
        { maxLength: 9 },
      ),
      blanks: fc.array(fc.subarray(fields), { minLength: 5, maxLength: 5 }),
      weights: fc.dictionary(fc.constantFrom('cost', 'visa', 'classSize'), fc.integer({ min: 0, max: 5 })),
      most: fc.integer({ min: 0, max: 6 }),
    })
    .map(({ people, blanks, weights, most }) =>
      request({
        weights,
        most,
        programs: blanks.map((each, at) => ({ pid: pid(at + 1), blanks: each })),
        contacts: people.map(({ role, pids, rapport, cadence }, at) =>
          contact(`c${at}`, role, pids.map(pid), { rapport, ...(cadence && { cadence }) }),
        ),
        conversations: people.flatMap(({ spokeDaysAgo }, at) =>
          spokeDaysAgo === null ? [] : [talk(`c${at}`, spokeDaysAgo)],
        ),
      }),
    );

  it('keep rest, cadence and fairness between programs for any network', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        const plan = nextContacts(asked);
        expect(plan.length).toBeLessThanOrEqual(asked.most ?? 0);
        const people = plan.flatMap((next) => (next.kind === 'contact' ? [next.contactId] : []));
        expect(new Set(people).size).toBe(people.length);
        for (const next of plan) {
          expect(next.reason.missing !== null || next.reason.blanks.length > 0).toBe(true);
          const id = next.kind === 'contact' ? next.contactId : next.through;
          const person = asked.contacts.find(({ contactId }) => contactId === id);
          expect(person?.cadence?.kind).not.toBe('rest');
          if (next.kind !== 'contact' || !person) continue;
          expect(person.pids).toContain(next.pid);
          for (const { field } of next.reason.blanks) expect(whoCanTell(field)).toContain(person.role);
          const pause = person.cadence ?? USUAL_CADENCE[person.role];
          if (next.reason.daysSince !== null && pause.kind === 'every')
            expect(next.reason.daysSince).toBeGreaterThanOrEqual(pause.days);
        }
        // Whoever appears twice appears only after every program that has somebody to propose.
        const repeat = plan.findIndex((next, at) => plan.findIndex(({ pid }) => pid === next.pid) < at);
        if (repeat >= 0) {
          const used = new Set(plan.slice(0, repeat).map(({ pid }) => pid));
          const taken = new Set(people);
          for (const { pid: other, blanks } of asked.programs) {
            if (used.has(other)) continue;
            const rest = nextContacts({
              ...asked,
              most: 1,
              programs: [{ pid: other, blanks }],
              contacts: asked.contacts.map((each) =>
                taken.has(each.contactId) ? { ...each, cadence: { kind: 'rest' as const } } : each,
              ),
            });
            expect(rest).toEqual([]);
          }
        }
      }),
      { numRuns: 120 },
    );
  });

  it('are the same whatever the order in which contacts and talks are kept', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        const turned = {
          ...asked,
          contacts: asked.contacts.toReversed(),
          conversations: asked.conversations.toReversed(),
        };
        expect(nextContacts(turned)).toEqual(nextContacts(asked));
      }),
      { numRuns: 120 },
    );
  });
});
