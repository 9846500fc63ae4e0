// How informed the user is about one program: what they weigh, what is published or was told, whom they heard. Parts
// that can be opened; an unknown lowers a part and is named in it, and a part about nothing is left out, never zero.
import { CRITERIA } from '#domain/criterion.ts';
import { FIELDS, type FieldKey } from '#domain/field.ts';
import type { Insight } from '#domain/insight.ts';
import { CRITERION_KEYS, type CriterionKey, type Wishes } from '#domain/wishes.ts';
import { ASKABLE_FIELDS } from '#engine/questions/who-can-tell.ts';
import type { CoverRow } from './cover.ts';
import { VOICES } from './heard.ts';

export interface InformednessRequest {
  readonly weights: Wishes['weights'];
  /** Criteria with a published value at this program. */
  readonly knownCriteria: ReadonlySet<CriterionKey>;
  /** Fields of the program without a fact. */
  readonly blanks: readonly FieldKey[];
  /** Insights about this program. */
  readonly insights: readonly Pick<Insight, 'subject'>[];
  readonly missingVoices: CoverRow['missing'];
}

export interface InformednessPart<T> {
  /** 0–1; null where there is nothing to be informed about. */
  readonly share: number | null;
  readonly byFact: readonly T[];
  /** Told by a person where no fact is published. */
  readonly byInsight: readonly T[];
  readonly open: readonly T[];
}

export interface Informedness {
  /** The criteria the user weighs; each counts by its weight. */
  readonly criteria: InformednessPart<CriterionKey>;
  /** The fields one can ask about; each counts the same. Visas only for a user who weighs them. */
  readonly fields: InformednessPart<FieldKey>;
  readonly voices: { readonly share: number; readonly missing: CoverRow['missing'] };
  /** The plain mean of the parts that have a share, 0–1. */
  readonly share: number;
}

function partOf<T>(
  all: readonly T[],
  weight: (item: T) => number,
  published: (item: T) => boolean,
  told: (item: T) => boolean,
): InformednessPart<T> {
  const byFact = all.filter(published);
  const rest = all.filter((item) => !published(item));
  const byInsight = rest.filter(told);
  const open = rest.filter((item) => !told(item));
  const sum = (items: readonly T[]) => items.reduce((total, item) => total + weight(item), 0);
  const total = sum(all);
  return { share: total > 0 ? 1 - sum(open) / total : null, byFact, byInsight, open };
}

/** Fields whose answer settles a criterion by itself. */
const settledBy = (criterion: CriterionKey): readonly (FieldKey | undefined)[] =>
  criterion === 'visa' ? ['visaJ1', 'visaH1b'] : [CRITERIA[criterion].field];

export function informednessOf({
  weights,
  knownCriteria,
  blanks,
  insights,
  missingVoices,
}: InformednessRequest): Informedness {
  const weightOf = (criterion: CriterionKey) => weights[criterion] ?? 0;
  const blank = new Set(blanks);
  const told = new Set<FieldKey | undefined>(
    insights.flatMap(({ subject }) => (subject.kind === 'field' ? [subject.field] : [])),
  );
  const criteria = partOf(
    CRITERION_KEYS.filter((criterion) => weightOf(criterion) > 0),
    weightOf,
    (criterion) => knownCriteria.has(criterion),
    (criterion) => settledBy(criterion).some((field) => field !== undefined && told.has(field)),
  );
  const fields = partOf(
    ASKABLE_FIELDS.filter((field) => FIELDS[field].group !== 'visa' || weightOf('visa') > 0),
    () => 1,
    (field) => !blank.has(field),
    (field) => told.has(field),
  );
  const voices = {
    share: (VOICES.length - new Set(missingVoices).size) / VOICES.length,
    missing: missingVoices,
  };
  const shares = [criteria.share, fields.share, voices.share].filter((share) => share !== null);
  return { criteria, fields, voices, share: shares.reduce((a, b) => a + b, 0) / shares.length };
}
