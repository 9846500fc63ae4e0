import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTACT_ROLES } from '#domain/contact.ts';
import { FIELD_KEYS, FIELDS } from '#domain/field.ts';
import type { InsightSubject } from '#domain/insight.ts';
import { OCCASIONS } from '#domain/question.ts';
import { CRITERION_KEYS } from '#domain/wishes.ts';
import { QUESTION_BANK } from '#engine/questions/question-bank.ts';
import {
  blankQuestionId,
  MOST_QUESTIONS,
  type QuestionRequest,
  questionsFor,
} from '#engine/questions/questions-for.ts';
import { whoCanTell } from '#engine/questions/who-can-tell.ts';

const request = (changes: Partial<QuestionRequest> = {}): QuestionRequest => ({
  role: 'resident',
  occasion: 'informational',
  blanks: [],
  weights: {},
  insights: [],
  asked: new Set(),
  own: [],
  ...changes,
});
const ids = (changes: Partial<QuestionRequest>) =>
  questionsFor(request(changes)).questions.map(({ questionId }) => questionId);

const subject: fc.Arbitrary<InsightSubject> = fc.oneof(
  fc.constantFrom(...FIELD_KEYS).map((field) => ({ kind: 'field' as const, field })),
  fc
    .constantFrom('culture' as const, 'workload' as const, 'training' as const)
    .map((dimension) => ({ kind: 'dimension' as const, dimension })),
);
const requests: fc.Arbitrary<QuestionRequest> = fc.record(
  {
    role: fc.constantFrom(...CONTACT_ROLES),
    occasion: fc.constantFrom(...OCCASIONS),
    blanks: fc.uniqueArray(fc.constantFrom(...FIELD_KEYS)),
    weights: fc.dictionary(fc.constantFrom(...CRITERION_KEYS), fc.integer({ min: 0, max: 5 })),
    insights: fc.array(
      subject.map((each) => ({ subject: each })),
      { maxLength: 6 },
    ),
    asked: fc
      .array(
        fc.constantFrom(
          ...QUESTION_BANK.map(({ questionId }) => questionId),
          ...FIELD_KEYS.map(blankQuestionId),
        ),
        { maxLength: 40 },
      )
      .map((all) => new Set(all)),
    own: fc.array(
      fc.record({ questionId: fc.stringMatching(/^own-[a-z]{3,8}$/), text: fc.string({ minLength: 1 }) }),
      { maxLength: 4 },
    ),
    most: fc.integer({ min: 0, max: 20 }),
  },
  { requiredKeys: ['role', 'occasion', 'blanks', 'weights', 'insights', 'asked', 'own'] },
);

describe('questions for a talk', () => {
  it('begin with the user’s own, in their order', () => {
    const own = [
      { questionId: 'own-b', text: 'Is there a climbing gym near the hospital?' },
      { questionId: 'own-a', text: 'How do you like the new building?' },
    ];
    const { questions } = questionsFor(request({ own, blanks: ['positions'], weights: { classSize: 5 } }));
    expect(questions.slice(0, 3).map(({ questionId }) => questionId)).toEqual([
      'own-b',
      'own-a',
      'blank-positions',
    ]);
    expect(questions[0]?.reason).toEqual({ kind: 'own' });
  });

  it('put the blanks the user weighs first, the heaviest on top, and name the weight', () => {
    const { questions } = questionsFor(
      request({
        blanks: ['callSchedule', 'positions', 'salary', 'moonlighting'],
        weights: { classSize: 2, cost: 5 },
      }),
    );
    expect(questions.slice(0, 2)).toEqual([
      {
        questionId: 'blank-salary',
        text: FIELDS.salary.question,
        reason: { kind: 'blank', field: 'salary', criterion: 'cost', weight: 5 },
      },
      {
        questionId: 'blank-positions',
        text: FIELDS.positions.question,
        reason: { kind: 'blank', field: 'positions', criterion: 'classSize', weight: 2 },
      },
    ]);
  });

  it('leave room for people’s own story however much the user weighs', () => {
    const weights = Object.fromEntries(CRITERION_KEYS.map((key) => [key, 5]));
    const { questions } = questionsFor(request({ blanks: FIELD_KEYS, weights }));
    expect(new Set(questions.map(({ reason }) => reason.kind))).toEqual(
      new Set(['blank', 'weight', 'topic']),
    );
  });

  it('ask about a visa only where the user weighs it, and only people who decide on it', () => {
    expect(ids({ role: 'coordinator', blanks: ['visaJ1'] })).not.toContain('blank-visa-j1');
    expect(ids({ role: 'coordinator', blanks: ['visaJ1'], weights: { visa: 4 } })[0]).toBe('blank-visa-j1');
    expect(ids({ role: 'resident', blanks: ['visaJ1'], weights: { visa: 4 } })).not.toContain(
      'blank-visa-j1',
    );
  });

  it('do not ask for a score limit on interview day', () => {
    const asked = { role: 'director', blanks: ['minStep2'] } as const;
    expect(ids({ ...asked, occasion: 'informational' })).toContain('blank-min-step2');
    expect(ids({ ...asked, occasion: 'interview' })).not.toContain('blank-min-step2');
  });

  it('turn to what nobody has spoken of before what was heard', () => {
    const topics = (dimension: 'workload' | 'culture') =>
      questionsFor(request({ insights: [{ subject: { kind: 'dimension', dimension } }] })).questions.map(
        ({ reason }) => (reason.kind === 'topic' ? reason.topic : reason.kind),
      );
    expect(topics('culture')).not.toContain('culture');
    expect(topics('culture')).toContain('workload');
    expect(topics('workload')).not.toContain('workload');
    expect(topics('workload')).toContain('culture');
  });

  it('start with advice when meeting a mentor and with what is special at a booth', () => {
    const first = (changes: Partial<QuestionRequest>) => questionsFor(request(changes)).questions[0]?.reason;
    expect(first({ role: 'mentor', occasion: 'mentor-meeting' })).toMatchObject({ topic: 'advice' });
    expect(first({ role: 'director', occasion: 'fair' })).toMatchObject({ topic: 'uniqueness' });
  });

  it('ask what was made for the occasion before what fits anywhere', () => {
    const advice = questionsFor(request({ role: 'mentor', occasion: 'mentor-meeting' })).questions.filter(
      ({ reason }) => reason.kind === 'topic' && reason.topic === 'advice',
    );
    expect(advice[0]?.text).toBe('Reading my application, where would you want to know more?');
  });

  it('keep own questions in other scripts apart', () => {
    const own = [
      { questionId: 'own-1', text: 'Как проходят дежурства?' },
      { questionId: 'own-2', text: 'Чему здесь учат?' },
    ];
    expect(ids({ own }).slice(0, 2)).toEqual(['own-1', 'own-2']);
  });

  it('have something to offer for every role on every occasion it can meet', () => {
    const silent = CONTACT_ROLES.flatMap((role) =>
      OCCASIONS.filter((occasion) => ids({ role, occasion }).length === 0).map((on) => `${role} ${on}`),
    );
    expect(silent).toEqual([]);
  });

  it('keep every law for any request', () => {
    fc.assert(
      fc.property(requests, (asking) => {
        const { questions, left } = questionsFor(asking);
        const most = Math.min(asking.most ?? Number.POSITIVE_INFINITY, MOST_QUESTIONS[asking.occasion]);
        expect(questions.length).toBeLessThanOrEqual(most);
        expect(left === 0 || questions.length === most).toBe(true);
        expect(new Set(questions.map(({ text }) => text.toLowerCase())).size).toBe(questions.length);
        const told = asking.insights.map(({ subject: { kind, ...rest } }) => JSON.stringify(rest));
        const steps = questions.map(({ questionId, reason }) => {
          expect(asking.asked.has(questionId)).toBe(false);
          if (reason.kind === 'own') return 0;
          if (reason.kind === 'weight') expect(asking.weights[reason.criterion]).toBe(reason.weight);
          if (reason.kind !== 'blank') {
            const question = QUESTION_BANK.find((each) => each.questionId === questionId);
            expect(question?.roles).toContain(asking.role);
            expect(question?.occasions ?? [asking.occasion]).toContain(asking.occasion);
            return 2;
          }
          expect(asking.blanks).toContain(reason.field);
          expect(whoCanTell(reason.field)).toContain(asking.role);
          expect(told).not.toContain(JSON.stringify({ field: reason.field }));
          return reason.weight > 0 ? 1 : 2;
        });
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
        expect(questionsFor({ ...asking, blanks: asking.blanks.toReversed() })).toEqual({
          questions,
          left,
        });
      }),
      { numRuns: 120 },
    );
  });
});
