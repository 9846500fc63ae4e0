// Reads a `base-rate` question from outside. Refuses with one plain sentence instead of guessing.
import type { ApplicantType } from '#domain/profile.ts';
import type { ScorePoints } from './score-curve.ts';

export interface BaseRateRefusal {
  readonly kind: 'refused';
  readonly reason:
    | 'not-an-object'
    | 'bad-specialty'
    | 'bad-applicant-type'
    | 'bad-score'
    | 'bad-headline-rate'
    | 'bad-score-mix';
  readonly sentence: string;
}

export interface BaseRateQuestion {
  readonly kind: 'question';
  readonly specialty: string;
  readonly type: ApplicantType;
  readonly step2: number;
  /** The group's rate and scores where the asker brings them. */
  readonly headlineRate: number | null;
  readonly scoreMix: ScorePoints | null;
}

/** The names the published tables use, and ours. */
const TYPES: Readonly<Record<string, ApplicantType>> = {
  'us md senior': 'us-md',
  'us do senior': 'us-do',
  'us img': 'us-img',
  'non-us img': 'non-us-img',
  'non-us-img': 'non-us-img',
  'us-md': 'us-md',
  'us-do': 'us-do',
  'us-img': 'us-img',
};

/** USMLE Step scores lie between 1 and 300 (USMLE Bulletin of Information). */
const LEAST_SCORE = 1;
const MOST_SCORE = 300;

const refused = (reason: BaseRateRefusal['reason'], sentence: string): BaseRateRefusal => ({
  kind: 'refused',
  reason,
  sentence,
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScore = (value: unknown): value is number =>
  typeof value === 'number' && value >= LEAST_SCORE && value <= MOST_SCORE;

/** Points with people in ascending order, the same score once; undefined where it cannot be read. */
function readMix(value: unknown): ScorePoints | undefined {
  if (!Array.isArray(value)) return undefined;
  const people = new Map<number, number>();
  for (const item of value) {
    const step2: unknown = isRecord(item) ? item.step2 : undefined;
    const n: unknown = isRecord(item) ? item.n : undefined;
    if (!isScore(step2) || typeof n !== 'number' || !(n >= 0) || !Number.isFinite(n)) return undefined;
    if (n > 0) people.set(step2, (people.get(step2) ?? 0) + n);
  }
  return people.size === 0 ? undefined : [...people].toSorted(([a], [b]) => a - b);
}

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

export function parseBaseRateQuestion(question: unknown): BaseRateQuestion | BaseRateRefusal {
  if (!isRecord(question)) return refused('not-an-object', 'The question must be an object.');
  const { specialty, applicantType, step2, headlineRate, scoreMix } = question;
  if (typeof specialty !== 'string' || specialty.trim() === '')
    return refused('bad-specialty', 'specialty must be the name of a specialty.');
  const typed = typeof applicantType === 'string' ? applicantType.trim().toLowerCase() : '';
  const type = Object.hasOwn(TYPES, typed) ? TYPES[typed] : undefined;
  if (type === undefined)
    return refused(
      'bad-applicant-type',
      'applicantType must be "US MD senior", "US DO senior", "US IMG" or "Non-US IMG".',
    );
  if (!isScore(step2)) return refused('bad-score', 'step2 must be a Step 2 CK score from 1 to 300.');
  if (
    !isAbsent(headlineRate) &&
    !(typeof headlineRate === 'number' && headlineRate >= 0 && headlineRate <= 1)
  )
    return refused('bad-headline-rate', 'headlineRate must be a number from 0 to 1.');
  const mix = isAbsent(scoreMix) ? null : readMix(scoreMix);
  if (mix === undefined)
    return refused(
      'bad-score-mix',
      'scoreMix must be a list of {step2, n} with scores from 1 to 300 and at least one person.',
    );
  return {
    kind: 'question',
    specialty,
    type,
    step2,
    headlineRate: typeof headlineRate === 'number' ? headlineRate : null,
    scoreMix: mix,
  };
}
