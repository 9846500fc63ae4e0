import { describe, expect, it } from 'vitest';
import { type FollowUpMark } from '#domain/conversation.ts';
import { type Interview } from '#domain/interview.ts';
import { answerDueList } from '#engine/follow-up/due-list.ts';
import { A, utc, NOW, person, talk, interview, policy, ask, ids, YESTERDAY } from './asking.ts';

describe('keeping in touch', () => {
  const last = utc('2026-10-23T14:00');

  it('is due an interval after the last contact, at the same hour', () => {
    const contacts = [person('ann', { cadence: { kind: 'every', days: 40 } })];
    const { today } = ask({ contacts, conversations: [talk('t1', 'ann', last)] });
    // 40 days on, and the clocks went back between.
    expect(today).toMatchObject([
      { kind: 'keep-in-touch', dueAt: utc('2026-12-02T15:00'), contactId: 'ann' },
    ]);
  });

  it('goes by the role when nothing is said, and waits for a first meeting', () => {
    const conversations = [talk('t1', 'ann', last), talk('t2', 'dan', last)];
    const contacts = [person('ann', { role: 'mentor' }), person('dan', { role: 'director' }), person('new')];
    expect(ids(ask({ contacts, conversations }).today)).toEqual([`in-touch:ann:${last}`]);
  });

  it('counts from the day it was done', () => {
    const contacts = [person('ann', { cadence: { kind: 'every', days: 30 } })];
    const done: FollowUpMark = { kind: 'done', taskId: `in-touch:ann:${last}`, at: utc('2026-11-25T15:00') };
    const answer = ask({ contacts, conversations: [talk('t1', 'ann', last)], marks: [done] });
    expect(answer.today).toEqual([]);
    expect(answer.later).toMatchObject([{ taskId: `in-touch:ann:${done.at}`, date: '2026-12-25' }]);
  });

  it('never concerns a contact let to rest, nor do thanks', () => {
    const contacts = [
      person('ann', { cadence: { kind: 'rest' }, outreach: { status: 'sent', sentAt: last, nudges: 0 } }),
    ];
    const answer = ask({ contacts, conversations: [talk('t1', 'ann', last), talk('t2', 'ann', YESTERDAY)] });
    expect([...answer.today, ...answer.later, ...answer.withheld]).toEqual([]);
  });

  it('is withheld after an interview where no updates are wanted, for those who speak for the program', () => {
    const cadence = { kind: 'every', days: 7 } as const;
    const more = {
      conversations: [talk('t1', 'ann', last), talk('t2', 'al', last)],
      contacts: [person('ann', { pids: [A], cadence }), person('al', { role: 'alum', pids: [A], cadence })],
      policies: [policy(A, { updates: 'not-wanted' })],
    };
    const after = ask({ ...more, interviews: [interview('v1', { startsAt: last })] });
    expect(after.today.map(({ contactId }) => contactId)).toEqual(['al']);
    expect(after.withheld.filter(({ kind }) => kind === 'keep-in-touch')).toMatchObject([
      { contactId: 'ann', reason: 'updates-not-wanted', pids: [A] },
    ]);
    const before = ask({ ...more, interviews: [interview('v1', { status: 'booked' })] });
    expect(before.today.map(({ contactId }) => contactId).toSorted()).toEqual(['al', 'ann']);
  });

  it('reminds of a first message twice at most', () => {
    const nudged = (nudges: number) =>
      ids(ask({ contacts: [person('ann', { outreach: { status: 'sent', sentAt: last, nudges } })] }).today);
    expect(nudged(0)).toEqual(['nudge:ann:0']);
    expect(nudged(1)).toEqual(['nudge:ann:1']);
    expect(nudged(2)).toEqual([]);
  });
});

describe('a day', () => {
  const five = ['t1', 't2', 't3', 't4', 't5'].map((id, index) => talk(id, 'ann', YESTERDAY + index * 60_000));

  it('holds three gentle things, and the rest moves on', () => {
    const { today, later } = ask({ conversations: five });
    expect(ids(today)).toEqual(['thank:t1', 'thank:t2', 'thank:t3']);
    expect(later).toMatchObject([
      { taskId: 'thank:t4', date: '2026-12-03', deferredDays: 1 },
      { taskId: 'thank:t5', date: '2026-12-03', deferredDays: 1 },
    ]);
  });

  it('is not filled up again by what was done', () => {
    const marks: FollowUpMark[] = ['t1', 't2', 't3'].map((id) => ({
      kind: 'done',
      taskId: `thank:${id}`,
      at: NOW,
    }));
    const { today, later } = ask({ conversations: five, marks });
    expect(today).toEqual([]);
    expect(ids(later)).toEqual(['thank:t4', 'thank:t5']);
  });

  it('shows nothing before the moment it was put off to, and nothing let go', () => {
    const tonight = utc('2026-12-03T01:00');
    const marks: FollowUpMark[] = [
      { kind: 'snoozed', taskId: 'thank:t1', until: tonight },
      { kind: 'snoozed', taskId: 'thank:t2', until: utc('2026-12-05T15:00') },
      { kind: 'let-go', taskId: 'thank:t3' },
    ];
    const { today, later } = ask({ conversations: five.slice(0, 4), marks });
    expect(ids(today)).toEqual(['thank:t4']);
    expect(later).toMatchObject([
      { taskId: 'thank:t1', date: '2026-12-02' },
      { taskId: 'thank:t2', date: '2026-12-05' },
    ]);
    expect(ids(ask({ now: tonight, conversations: five.slice(0, 1), marks }).today)).toEqual(['thank:t1']);
  });

  it('does not depend on the order of what is given', () => {
    const contacts = [person('ann', { role: 'mentor' }), person('ben')];
    const conversations = [...five, talk('t6', 'ben', utc('2026-08-01T15:00'))];
    expect(ask({ contacts: contacts.toReversed(), conversations: conversations.toReversed() })).toEqual(
      ask({ contacts, conversations }),
    );
  });
});

describe('a deadline', () => {
  const invited = (id: string, more: Partial<Interview>) => interview(id, { status: 'invited', ...more });

  it('is 48 real hours after the invitation, even when the clocks change, unless one was noted', () => {
    const invitedAt = utc('2026-10-31T15:00');
    const { deadlines } = ask({
      now: invitedAt,
      interviews: [
        invited('v1', { invitedAt }),
        invited('v2', { invitedAt, replyBy: utc('2026-11-01T15:00') }),
        invited('v3', {}),
        interview('v4', { status: 'booked', invitedAt }),
      ],
    });
    expect(deadlines).toEqual([
      { taskId: 'reply:v2', interviewId: 'v2', at: utc('2026-11-01T15:00'), basis: 'noted', passed: false },
      {
        taskId: 'reply:v1',
        interviewId: 'v1',
        at: utc('2026-11-02T15:00'),
        basis: '48-hours',
        passed: false,
      },
    ]);
  });

  it('is never put off or crowded out, and stays until it is answered', () => {
    const interviews = Array.from({ length: 6 }, (_, i) =>
      invited(`v${i}`, { replyBy: NOW + (i - 1) * 3_600_000 }),
    );
    const marks: FollowUpMark[] = [
      { kind: 'snoozed', taskId: 'reply:v1', until: NOW + 1e9 },
      { kind: 'done', taskId: 'reply:v5', at: NOW },
    ];
    const { deadlines, today } = ask({ interviews, marks, conversations: [talk('t1', 'ann', YESTERDAY)] });
    expect(ids(deadlines)).toEqual(['reply:v0', 'reply:v1', 'reply:v2', 'reply:v3', 'reply:v4']);
    expect(deadlines.map(({ passed }) => passed)).toEqual([true, false, false, false, false]);
    expect(ids(today)).toEqual(['thank:t1']);
  });
});

describe('a zone that nobody knows', () => {
  it('is refused, as data', () => {
    expect(
      answerDueList({
        now: NOW,
        zone: 'Mars/Base',
        daysAhead: 7,
        contacts: [],
        conversations: [],
        interviews: [],
        introductions: [],
        policies: [],
        marks: [],
      }),
    ).toEqual({ kind: 'refused', reason: 'zone-not-known' });
  });
});
