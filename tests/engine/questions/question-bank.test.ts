import { describe, expect, it } from 'vitest';
import { CommunicationRules } from '#domain/communication-rule.ts';
import { CONTACT_ROLES } from '#domain/contact.ts';
import { FIELDS } from '#domain/field.ts';
import { INSIGHT_DIMENSION_KEYS } from '#domain/insight.ts';
import { OCCASIONS, Question, QuestionTopic } from '#domain/question.ts';
import { checkDraft, guardOf } from '#engine/guard/check-draft.ts';
import { QUESTION_BANK } from '#engine/questions/question-bank.ts';
import { blankQuestionId } from '#engine/questions/questions-for.ts';
import { ASKABLE_FIELDS } from '#engine/questions/who-can-tell.ts';
import rulesFile from '../../../src/press/sources/communication-rules.json' with { type: 'json' };

const PROTECTED =
  `
  age aged old older young younger born birth birthday generation race racial ethnic ethnicity
  origin nationality citizen citizenship immigrant native accent skin white black asian hispanic
  latino foreign foreigner religion religious church faith pray god muslim jewish christian hindu
  married marriage wife husband spouse partner single dating child children kid kids baby
  pregnant pregnancy parent parents parental maternity paternity family families mother father
  daycare childcare son daughter gender sex sexual woman women man men male female gay lesbian
  trans health healthy ill illness sick disability disabled diagnosis therapy medication
  depressed depression anxiety burnout veteran politics vote`.match(/[a-z]+/g) ?? [];
const RANKING =
  `
  rank ranks ranked ranking rankings list lists rol match matched matching promise promised
  commit commitment guarantee guaranteed assure offer contract chances odds competitive
  interviewing interviewed applied accept accepted signal`.match(/[a-z]+/g) ?? [];
const wordsOf = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
const inList = (text: string, list: readonly string[]) => wordsOf(text).filter((word) => list.includes(word));

/** Words that carry no subject, so that "how do you" does not make two questions alike. */
const SMALL = new Set(
  'a an and are at by do does did for from get has have how i in is it its me my of on one or that the there they this to up was what when where which who with would you your'.split(
    ' ',
  ),
);
const subjectOf = (text: string) => new Set(wordsOf(text).filter((word) => !SMALL.has(word)));

describe('the question bank', () => {
  it('holds at least ninety questions of the right shape, each under an id of its own', () => {
    expect(QUESTION_BANK.length).toBeGreaterThanOrEqual(90);
    for (const question of QUESTION_BANK) expect(Question.safeParse(question).success).toBe(true);
    const ids = QUESTION_BANK.map(({ questionId }) => questionId);
    expect(new Set([...ids, ...ASKABLE_FIELDS.map(blankQuestionId)]).size).toBe(
      ids.length + ASKABLE_FIELDS.length,
    );
  });

  it('asks everything in one sentence or two that end with one question mark, without an exclamation', () => {
    for (const { text } of QUESTION_BANK) expect(text).toMatch(/^[A-Z][^?!]*\?$/);
  });

  it('has no two questions alike', () => {
    const subjects = QUESTION_BANK.map(({ text }) => ({ text, words: subjectOf(text) }));
    const alike = subjects.flatMap((a, at) =>
      subjects.slice(at + 1).flatMap((b) => {
        const shared = [...a.words].filter((word) => b.words.has(word)).length;
        const either = new Set([...a.words, ...b.words]).size;
        return shared / either > 0.5 ? [`${a.text} / ${b.text}`] : [];
      }),
    );
    expect(alike).toEqual([]);
  });

  it('never asks about who a person is', () => {
    const found = QUESTION_BANK.filter(({ text }) => inList(text, PROTECTED).length > 0);
    expect(found.map(({ text }) => text)).toEqual([]);
    expect(inList('Are you married, and do you have kids?', PROTECTED)).toEqual(['married', 'kids']);
  });

  it('never asks for rank information or a promise', () => {
    const found = QUESTION_BANK.filter(({ text }) => inList(text, RANKING).length > 0);
    expect(found.map(({ text }) => text)).toEqual([]);
    expect(inList('Where will you rank me?', RANKING)).toEqual(['rank']);
  });

  it('passes the same guard as every draft', () => {
    const read = guardOf(CommunicationRules.parse(rulesFile));
    if (read.kind !== 'guard') throw new Error(read.reason);
    const found = QUESTION_BANK.filter(({ text }) => checkDraft(text, read.guard).kind !== 'clear');
    expect(found.map(({ text }) => text)).toEqual([]);
    expect(checkDraft('Where will you rank me?', read.guard).kind).toBe('findings');
  });

  it('has a question for every topic, every dimension, every role and every occasion', () => {
    const missing = [
      ...QuestionTopic.options.filter((topic) => !QUESTION_BANK.some((each) => each.topic === topic)),
      ...INSIGHT_DIMENSION_KEYS.filter((key) => !QUESTION_BANK.some((each) => each.dimension === key)),
      ...CONTACT_ROLES.filter((role) => !QUESTION_BANK.some((each) => each.roles.includes(role))),
      ...OCCASIONS.filter((occasion) => !QUESTION_BANK.some((each) => each.occasions?.includes(occasion))),
    ];
    expect(missing).toEqual([]);
  });

  it('does not ask what the blanks ask already', () => {
    const blanks = ASKABLE_FIELDS.map((field) => FIELDS[field]).flatMap((field) =>
      'question' in field ? [field.question.toLowerCase()] : [],
    );
    expect(blanks.length).toBe(ASKABLE_FIELDS.length);
    expect(QUESTION_BANK.filter(({ text }) => blanks.includes(text.toLowerCase()))).toEqual([]);
  });
});
