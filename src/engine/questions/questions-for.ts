// Which questions to bring to a talk, and why each. The user's own come first, then the blanks they weigh; after those
// the list mixes what else they weigh, what nobody has told them about, and the other blanks. Never a question asked or
// answered before, never more than the occasion bears.
import type { ContactRole } from '#domain/contact.ts';
import { FIELDS, type FieldKey } from '#domain/field.ts';
import type { Insight, InsightDimension } from '#domain/insight.ts';
import { OCCASIONS, type Occasion, type Question, type QuestionTopic } from '#domain/question.ts';
import { CRITERION_KEYS, type CriterionKey, type Wishes } from '#domain/wishes.ts';
import { QUESTION_BANK } from './question-bank.ts';
import { blanksToAsk, whoCanTell, type WeighedField } from './who-can-tell.ts';

/** Questions one can bring without turning a talk into a form. */
export const MOST_QUESTIONS: Readonly<Record<Occasion, number>> = {
  informational: 10,
  coffee: 8,
  'mentor-meeting': 8,
  fair: 3,
  conference: 4,
  rotation: 10,
  interview: 6,
  message: 3,
};

export interface OwnQuestion {
  readonly questionId: string;
  readonly text: string;
}

export interface QuestionRequest {
  readonly role: ContactRole;
  readonly occasion: Occasion;
  /** Fields of the program without a fact; empty where the talk is about no program. */
  readonly blanks: readonly FieldKey[];
  readonly weights: Wishes['weights'];
  /** What people have said about the program. */
  readonly insights: readonly Pick<Insight, 'subject'>[];
  /** Ids of questions put to this person before, `blank-…` among them. */
  readonly asked: ReadonlySet<string>;
  /** In the user's order. */
  readonly own: readonly OwnQuestion[];
  /** Fewer than the occasion bears, if the user wants so. */
  readonly most?: number;
}

export type QuestionReason =
  | { readonly kind: 'own' }
  /** Nobody has published it; `criterion` is what it tells of, null where the user weighs nothing of it. */
  | ({ readonly kind: 'blank' } & WeighedField)
  | { readonly kind: 'weight'; readonly criterion: CriterionKey; readonly weight: number }
  /** `voices`: insights on the subject so far; null where the question is about no rated subject. */
  | { readonly kind: 'topic'; readonly topic: QuestionTopic; readonly voices: number | null };

export interface OfferedQuestion {
  readonly questionId: string;
  readonly text: string;
  readonly reason: QuestionReason;
}

export interface QuestionList {
  readonly questions: readonly OfferedQuestion[];
  /** Questions that would also fit but exceed the maximum. */
  readonly left: number;
}

const TOPICS: Readonly<Record<'talk' | 'mentor' | 'stand' | 'interview', readonly QuestionTopic[]>> = {
  talk: [
    'career-paths',
    'the-program',
    'culture',
    'workload',
    'bad-days',
    'mentorship',
    'balance',
    'training',
    'after-residency',
    'uniqueness',
    'the-landscape',
    'advice',
    'logistics',
  ],
  mentor: [
    'advice',
    'career-paths',
    'the-landscape',
    'after-residency',
    'mentorship',
    'the-program',
    'balance',
    'culture',
    'training',
    'workload',
    'bad-days',
    'uniqueness',
    'logistics',
  ],
  stand: [
    'uniqueness',
    'the-program',
    'training',
    'culture',
    'after-residency',
    'the-landscape',
    'mentorship',
    'workload',
    'bad-days',
    'balance',
    'career-paths',
    'advice',
    'logistics',
  ],
  interview: [
    'the-program',
    'mentorship',
    'culture',
    'bad-days',
    'training',
    'workload',
    'after-residency',
    'uniqueness',
    'balance',
    'career-paths',
    'the-landscape',
    'logistics',
    'advice',
  ],
};

const topicsOn = (occasion: Occasion): readonly QuestionTopic[] => {
  if (occasion === 'mentor-meeting') return TOPICS.mentor;
  if (occasion === 'interview') return TOPICS.interview;
  return occasion === 'fair' || occasion === 'conference' || occasion === 'message'
    ? TOPICS.stand
    : TOPICS.talk;
};

/** `visaH1b` → `blank-visa-h1b`. */
export const blankQuestionId = (field: FieldKey): string =>
  `blank-${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** One from each in turn until all are used up. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, round) =>
    lists.flatMap((list) => list.slice(round, round + 1)),
  ).flat();
}

function blankQuestion(blank: WeighedField): OfferedQuestion[] {
  const field = FIELDS[blank.field];
  if (!('question' in field)) return [];
  return [
    {
      questionId: blankQuestionId(blank.field),
      text: field.question,
      reason: { kind: 'blank', ...blank },
    },
  ];
}

function weighedQuestions(fitting: readonly Question[], weights: Wishes['weights']): OfferedQuestion[] {
  const byCriterion = CRITERION_KEYS.map((criterion) => ({ criterion, weight: weights[criterion] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ criterion, weight }) =>
      fitting
        .filter((question) => question.criterion === criterion)
        .map(
          ({ questionId, text }): OfferedQuestion => ({
            questionId,
            text,
            reason: { kind: 'weight', criterion, weight },
          }),
        ),
    );
  return inTurn(byCriterion);
}

function topicQuestions(
  fitting: readonly Question[],
  occasion: Occasion,
  voices: ReadonlyMap<InsightDimension, number>,
): OfferedQuestion[] {
  const heard = ({ dimension }: Question) => (dimension ? (voices.get(dimension) ?? 0) : 0);
  const byTopic = topicsOn(occasion)
    .map((topic) =>
      fitting
        .filter((question) => question.topic === topic && !question.criterion)
        .sort((a, b) => heard(a) - heard(b) || breadth(a) - breadth(b)),
    )
    .filter((questions) => questions.length > 0)
    .sort(([a], [b]) => (a && b ? heard(a) - heard(b) : 0));
  return inTurn(byTopic).map((question) => ({
    questionId: question.questionId,
    text: question.text,
    reason: { kind: 'topic', topic: question.topic, voices: question.dimension ? heard(question) : null },
  }));
}

/** On how many occasions a question fits: what was made for this one comes first. */
const breadth = ({ occasions }: Question) => occasions?.length ?? OCCASIONS.length;

const sameWords = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? text;

/**
 * Questions for one talk with the reason of each. A question that tells of a criterion is offered only to a user who
 * weighs it. The answer depends on nothing but the request.
 */
export function questionsFor(request: QuestionRequest): QuestionList {
  const { role, occasion, weights, asked } = request;
  const answered = new Set<FieldKey>();
  const voices = new Map<InsightDimension, number>();
  for (const { subject } of request.insights) {
    if (subject.kind === 'field') answered.add(subject.field);
    if (subject.kind === 'dimension') voices.set(subject.dimension, (voices.get(subject.dimension) ?? 0) + 1);
  }
  const fitting = QUESTION_BANK.filter(
    (question) => question.roles.includes(role) && (question.occasions?.includes(occasion) ?? true),
  );
  const blanks = blanksToAsk(request.blanks, weights).filter(
    ({ field }) =>
      !answered.has(field) &&
      whoCanTell(field).includes(role) &&
      // Whoever is there to be interviewed has passed every score limit.
      !(field === 'minStep2' && occasion === 'interview'),
  );
  const own = request.own.map(
    ({ questionId, text }): OfferedQuestion => ({ questionId, text, reason: { kind: 'own' } }),
  );
  const ordered = [
    ...own,
    ...blanks.filter(({ weight }) => weight > 0).flatMap(blankQuestion),
    ...inTurn([
      weighedQuestions(fitting, weights),
      topicQuestions(fitting, occasion, voices),
      blanks.filter(({ weight }) => weight === 0).flatMap(blankQuestion),
    ]),
  ];
  const said = new Set<string>();
  const questions = ordered.filter(({ questionId, text }) => {
    const words = sameWords(text);
    if (asked.has(questionId) || said.has(words)) return false;
    said.add(words);
    return true;
  });
  const wanted = Math.max(0, Math.floor(request.most ?? MOST_QUESTIONS[occasion]));
  const most = Math.min(MOST_QUESTIONS[occasion], wanted);
  return { questions: questions.slice(0, most), left: Math.max(0, questions.length - most) };
}
