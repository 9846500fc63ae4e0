// Cairn's own questions, all of them, in a fixed order: within a topic the ones to ask first come first. Never about who
// someone is, never about rank lists, never a plea for a promise.
import type { Question } from '#domain/question.ts';
import { LIFE_QUESTIONS } from './life-questions.ts';
import { PATH_QUESTIONS } from './path-questions.ts';
import { PROGRAM_QUESTIONS } from './program-questions.ts';
import { questionsOf } from './question-group.ts';

export const QUESTION_BANK: readonly Question[] = [
  ...LIFE_QUESTIONS,
  ...PROGRAM_QUESTIONS,
  ...PATH_QUESTIONS,
].flatMap(questionsOf);
