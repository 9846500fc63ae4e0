import { describe, expect, it } from 'vitest';
import { ContactId, IntroductionId } from '#domain/contact.ts';
import { type FollowUpMark } from '#domain/conversation.ts';
import { A, B, utc, NOW, person, talk, interview, policy, ask, ids, YESTERDAY } from './asking.ts';

describe('thanks after a meeting', () => {
  it('are due at the same hour of the next day, on the user’s clock', () => {
    const { today } = ask({ conversations: [talk('t1', 'ann', YESTERDAY)] });
    expect(today).toMatchObject([
      {
        taskId: 'thank:t1',
        kind: 'thank-you',
        dueAt: utc('2026-12-02T20:00'),
        date: '2026-12-02',
        deferredDays: 0,
      },
    ]);
  });

  it('keep the hour over both changes of the clocks', () => {
    const fall = ask({
      now: utc('2026-10-31T20:00'),
      conversations: [talk('t1', 'ann', utc('2026-10-31T19:00'))],
    });
    expect(fall.later[0]).toMatchObject({ dueAt: utc('2026-11-01T20:00'), date: '2026-11-01' });
    const spring = ask({
      now: utc('2027-03-13T21:00'),
      conversations: [talk('t1', 'ann', utc('2027-03-13T20:00'))],
    });
    expect(spring.later[0]).toMatchObject({ dueAt: utc('2027-03-14T19:00'), date: '2027-03-14' });
    const phoenix = ask({
      zone: 'America/Phoenix',
      now: utc('2026-10-31T20:00'),
      conversations: [talk('t1', 'ann', utc('2026-10-31T19:00'))],
    });
    expect(phoenix.later[0]?.dueAt).toBe(utc('2026-11-01T19:00'));
  });

  it('are owed for no talk that was not held, lies ahead, or was only a message', () => {
    const answer = ask({
      conversations: [
        talk('t1', 'ann', YESTERDAY, { held: false }),
        talk('t2', 'ann', NOW + 1000),
        talk('t3', 'ann', YESTERDAY, { kind: 'message' }),
      ],
    });
    expect([...answer.today, ...answer.later]).toEqual([]);
  });

  it('grow old two weeks after their day, unless the user put them off', () => {
    const old = (date: string, marks: FollowUpMark[] = []) =>
      ids(ask({ conversations: [talk('t1', 'ann', utc(date))], marks }).today);
    expect(old('2026-11-17T15:00')).toEqual(['thank:t1']);
    expect(old('2026-11-16T15:00')).toEqual([]);
    expect(old('2026-11-16T15:00', [{ kind: 'snoozed', taskId: 'thank:t1', until: YESTERDAY }])).toEqual([
      'thank:t1',
    ]);
  });

  it('are owed for an introduction until given', () => {
    const made = {
      introductionId: IntroductionId.parse('n1'),
      by: ContactId.parse('ann'),
      about: 'Ben',
      madeAt: YESTERDAY,
    };
    expect(ids(ask({ introductions: [made] }).today)).toEqual(['thank-introduction:n1']);
    expect(ask({ introductions: [{ ...made, thankedAt: NOW }] }).today).toEqual([]);
  });
});

describe('thanks after an interview', () => {
  const held = interview('v1', {
    startsAt: YESTERDAY - 7_200_000,
    endsAt: YESTERDAY,
    contactIds: [ContactId.parse('ann')],
  });

  it('wait until the policy of the program has been read', () => {
    const { today, withheld } = ask({ interviews: [held] });
    expect(today).toEqual([]);
    expect(withheld).toMatchObject([
      {
        taskId: 'thank-interview:v1:ann',
        reason: 'policy-not-known',
        pids: [A],
        dueAt: utc('2026-12-02T20:00'),
      },
    ]);
    expect(ask({ interviews: [held], policies: [policy(A, { updates: 'welcome' })] }).today).toEqual([]);
  });

  it('are due where they are welcome, and say so where they change nothing', () => {
    const welcome = ask({ interviews: [held], policies: [policy(A, { thankYou: 'welcome' })] });
    expect(ids(welcome.today)).toEqual(['thank-interview:v1:ann']);
    expect(welcome.today[0]).not.toHaveProperty('noEffect');
    const same = ask({ interviews: [held], policies: [policy(A, { thankYou: 'no-effect' })] });
    expect(same.today).toMatchObject([{ taskId: 'thank-interview:v1:ann', noEffect: true }]);
    expect(same.withheld).toEqual([]);
  });

  it('are withheld where they are not wanted, by the policy read last', () => {
    const { today, withheld } = ask({
      interviews: [held],
      policies: [
        policy(A, { thankYou: 'not-wanted', readOn: '2026-11-20' }),
        policy(A, { thankYou: 'welcome', readOn: '2026-11-01' }),
      ],
    });
    expect(today).toEqual([]);
    expect(withheld).toMatchObject([{ reason: 'thanks-not-wanted', pids: [A] }]);
  });

  it('follow the strictest of several programs, and ask once for one talk', () => {
    const answer = ask({
      interviews: [held],
      conversations: [talk('t1', 'ann', YESTERDAY - 3_600_000, { kind: 'interview', pids: [A, B] })],
      policies: [policy(A, { thankYou: 'welcome' }), policy(B, { thankYou: 'not-wanted' })],
    });
    expect(ids(answer.today)).toEqual([]);
    expect(answer.withheld).toMatchObject([{ taskId: 'thank:t1', reason: 'thanks-not-wanted', pids: [B] }]);
  });

  it('look to the programs of the person when the talk names none', () => {
    const conversations = [talk('t1', 'ann', YESTERDAY, { kind: 'interview' })];
    const policies = [policy(A, { thankYou: 'welcome' })];
    expect(ids(ask({ conversations, policies, contacts: [person('ann', { pids: [A] })] }).today)).toEqual([
      'thank:t1',
    ]);
    expect(ask({ conversations, policies }).withheld).toMatchObject([
      { reason: 'policy-not-known', pids: [] },
    ]);
  });
});
