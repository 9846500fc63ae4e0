// Questions that share a subject, whom they are for and where they fit. The text of each stands under its id.
import type { ContactRole } from '#domain/contact.ts';
import type { InsightDimension } from '#domain/insight.ts';
import type { Occasion, Question, QuestionTopic } from '#domain/question.ts';
import type { CriterionKey } from '#domain/wishes.ts';

export interface QuestionGroup {
  readonly topic: QuestionTopic;
  readonly roles: readonly ContactRole[];
  /** Absent means anywhere. */
  readonly occasions?: readonly Occasion[];
  readonly dimension?: InsightDimension;
  readonly criterion?: CriterionKey;
  readonly texts: Readonly<Record<string, string>>;
}

/** Those who train there now. */
export const TRAINEES: readonly ContactRole[] = ['resident', 'chief'];
/** Those who train there or did. */
export const TRAINED: readonly ContactRole[] = ['resident', 'chief', 'alum'];
/** Those who teach there. */
export const TEACHERS: readonly ContactRole[] = ['attending', 'faculty'];
/** Those who shape the program. */
export const LEADERS: readonly ContactRole[] = ['chief', 'faculty', 'director'];

/** A talk with time to think; not a booth and not a message. */
export const UNHURRIED: readonly Occasion[] = [
  'informational',
  'coffee',
  'mentor-meeting',
  'rotation',
  'conference',
];

export const questionsOf = ({
  topic,
  roles,
  occasions,
  dimension,
  criterion,
  texts,
}: QuestionGroup): Question[] =>
  Object.entries(texts).map(([questionId, text]) => ({
    questionId,
    text,
    topic,
    roles: [...roles],
    ...(occasions && { occasions: [...occasions] }),
    ...(dimension && { dimension }),
    ...(criterion && { criterion }),
  }));
