import { describe, expect, it } from 'vitest';
import type { DuelAnswer, DuelChoice, DuelStanding, ShownCriterion } from '#domain/duel.ts';
import { DuelAnswer as DuelAnswerShape } from '#domain/duel.ts';
import { Pid } from '#domain/ids.ts';
import type { ProgramRecord } from '#domain/program.ts';
import type { Asker } from '#domain/query.ts';
import type { Preferences } from '#domain/wishes.ts';
import { EMPTY_WISHES } from '#domain/wishes.ts';
import { fitModels } from '#engine/fit/fit-model.ts';
import { duelStanding } from '#engine/preference/duel-standing.ts';
import { seededRandom } from '#engine/random.ts';
import {
  askerWith,
  BOSTON,
  chunkBytes,
  PROGRAMS,
  PSYCHIATRY,
  smallCatalog,
} from '../../fixtures/small-catalog.ts';

const COUNT = 60;
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const pidOf = (at: number) => Pid.parse(`p0000000${DIGITS[Math.floor(at / 32)]}${DIGITS[at % 32]}`);

/** Programs spread over the map, of all class sizes, in two states that differ in price; every fifth size is unknown. */
function manyPrograms() {
  const random = seededRandom(5);
  const [model] = PROGRAMS;
  const programs = Array.from({ length: COUNT }, (_, at): ProgramRecord => {
    const size = Math.round(3 + random() * 22);
    return {
      ...(model as ProgramRecord),
      pid: pidOf(at),
      name: [[`Program ${at}`, 'list', 2025]],
      state: random() < 0.5 ? 'MA' : 'WA',
      lat: 30 + random() * 18,
      lon: -120 + random() * 48,
      sponsor: at,
      facts: at % 5 === 0 ? {} : { positions: [[size, 'list', 2025]] },
      tracks: [],
    };
  });
  const chunks = chunkBytes();
  const encode = (bucket: string, list: readonly ProgramRecord[]) =>
    new TextEncoder().encode(JSON.stringify({ format: 'cairn-programs/1', bucket, programs: list }));
  chunks.set('p-00.json', encode('00', programs));
  chunks.set('p-01.json', encode('01', []));
  return smallCatalog(chunks);
}

const CATALOG = manyPrograms();
const modelOf = fitModels(CATALOG);
const PERSON = askerWith(
  { specialties: [PSYCHIATRY], home: BOSTON },
  {
    askAbout: ['home', 'classSize', 'cost'],
    preferences: { ...EMPTY_WISHES.preferences, classSize: 'large' },
  },
);
const stand = (answers: readonly DuelAnswer[], asker: Asker = PERSON, effect = false): DuelStanding =>
  duelStanding(CATALOG, modelOf, asker, { answers, effect });
const answerOf = (shown: readonly ShownCriterion[], choice: DuelChoice, order: number): DuelAnswer =>
  DuelAnswerShape.parse({ key: `d-${order}`, order, choice, shown });

/** Answers by the nearness of home alone. */
function interview(count: number) {
  const answers: DuelAnswer[] = [];
  let standing = stand(answers);
  while (answers.length < count && standing.question) {
    const apart = standing.question.reduce(
      (sum, { criterion, a, b }) => sum + (criterion === 'home' ? a - b : 0.02 * (a - b)),
      0,
    );
    answers.push(answerOf(standing.question, apart >= 0 ? 'a' : 'b', answers.length + 1));
    standing = stand(answers);
  }
  return { answers, standing };
}

describe('a question', () => {
  it('shows two or three criteria in words, known of both, some better on either side', () => {
    const { question } = stand([]);
    expect(question?.length).toBeGreaterThanOrEqual(2);
    expect(question?.length).toBeLessThanOrEqual(3);
    expect(question?.some(({ a, b }) => a > b)).toBe(true);
    expect(question?.some(({ a, b }) => a < b)).toBe(true);
    for (const { aWords, bWords } of question ?? []) expect([aWords, bWords]).not.toContain('');
  });

  it('is the same for the same answers, and another after one more', () => {
    const first = stand([]).question ?? [];
    expect(stand([]).question).toEqual(first);
    expect(stand([answerOf(first, 'a', 1)]).question).not.toEqual(first);
  });

  it('does not come again after it was skipped, and a skip tells nothing', () => {
    const question = stand([]).question ?? [];
    const after = stand([answerOf(question, 'skip', 1)]);
    expect(after.question).not.toEqual(question);
    expect(after.wishes).toEqual(stand([]).wishes);
    expect(after.certainty).toBe(0);
  });

  it('is about nothing the user took out, and needs two things to set against each other', () => {
    const only = (askAbout: string[]) => stand([], { ...PERSON, wishes: { ...PERSON.wishes, askAbout } });
    const shown = only(['home', 'cost']).question?.map(({ criterion }) => criterion);
    expect(shown).toEqual(['home', 'cost']);
    expect(only(['home']).question).toBeNull();
  });
});

describe('what can be asked about', () => {
  const find = (standing: DuelStanding, key: string) =>
    standing.criteria.find(({ criterion }) => criterion === key);

  it('leaves out what is unknown, and says so', () => {
    expect(find(stand([]), 'trauma')).toMatchObject({ asked: false, cannot: 'alike' });
    expect(find(stand([]), 'visa')).toMatchObject({ asked: false, cannot: 'unknown' });
    expect(find(stand([]), 'classSize')).toMatchObject({ asked: true, cannot: null, liking: 'large' });
  });

  it('begins with what has a weight, and fills up with nothing whose better end is not said', () => {
    const { askAbout: _said, ...unsaid } = PERSON.wishes;
    const wishes = { ...unsaid, weights: { cost: 2 as const } };
    const asked = stand([], { ...PERSON, wishes }).criteria.filter((each) => each.asked);
    expect(asked.map(({ criterion }) => criterion)).toEqual(['home', 'cost']);
  });

  it('takes a criterion of the user’s own, in the words of its marks', () => {
    const marks = Array.from({ length: 30 }, (_, at) => ({
      pid: pidOf(at),
      value: at % 2,
      certainty: 1,
      words: at % 2 === 1 ? 'yes' : 'no',
    }));
    const own = [{ key: 'custom:beach', label: 'Near a beach', weight: 0 as const, marks }];
    const asker = { ...PERSON, own, wishes: { ...PERSON.wishes, askAbout: ['home', 'custom:beach'] } };
    const beach = stand([], asker).question?.find(({ criterion }) => criterion === 'custom:beach');
    expect([beach?.aWords, beach?.bWords].toSorted()).toEqual(['no', 'yes']);
  });
});

describe('what the answers say', () => {
  const { answers, standing } = interview(12);

  it('is the weight that decided them, with a range around it', () => {
    const home = standing.wishes.find(({ criterion }) => criterion === 'home')?.level ?? 0;
    expect(home).toBeGreaterThanOrEqual(3);
    for (const { criterion, level, lo, hi } of standing.wishes) {
      expect(lo).toBeLessThanOrEqual(level + 0.5);
      expect(hi).toBeGreaterThanOrEqual(level - 0.5);
      if (criterion !== 'home') expect(level).toBeLessThan(home);
    }
  });

  it('grows sure by what could still change', () => {
    expect(stand([]).certainty).toBe(0);
    expect(standing.certainty).toBeGreaterThan(0.8);
    expect(standing.expectedChange).toBeLessThan(stand([]).expectedChange);
  });

  it('names an answer the others speak against, and no other', () => {
    expect(standing.doubtful).toEqual([]);
    const slip = answers.findIndex(({ shown }) => {
      const home = shown.find(({ criterion }) => criterion === 'home');
      return home !== undefined && Math.abs(home.a - home.b) > 0.3;
    });
    const wrong = answers.map((each, at) =>
      at === slip ? { ...each, choice: each.choice === 'a' ? ('b' as const) : ('a' as const) } : each,
    );
    expect(stand(wrong).doubtful).toContain(answers[slip]?.key);
  });

  it('is the same in whatever order the rows come', () => {
    expect(stand(answers.toReversed()).wishes).toEqual(standing.wishes);
  });

  it('waits with answers about what is liked the other way round now', () => {
    const preferences: Preferences = { ...PERSON.wishes.preferences, classSize: 'small' };
    const turned = stand(answers, { ...PERSON, wishes: { ...PERSON.wishes, preferences } });
    const about = answers.filter(({ shown }) => shown.some(({ criterion }) => criterion === 'classSize'));
    expect(turned.setAside).toBe(about.length);
    expect(about.length).toBeGreaterThan(0);
  });

  it('shows what it would do to the ten best, beside those of now', () => {
    const before = { ...PERSON, wishes: { ...PERSON.wishes, weights: { cost: 5 as const } } };
    const { effect } = stand(answers, before, true);
    expect(effect?.fit).toEqual({ before: true, after: true });
    expect(effect?.after).toHaveLength(10);
    const miles = effect?.after.map(({ row }) => row.milesFromHome ?? 0) ?? [];
    expect(Math.max(...miles)).toBeLessThan(1500);
    const stayed = effect?.after.filter(({ was }) => was !== null) ?? [];
    expect(stayed.length + (effect?.gone.length ?? 0)).toBe(10);
  });
});
