// Why a fit is what it is: weight × value × source, one line a criterion. Made for the rows somebody looks at, never
// for all.
import { CRITERIA } from '#domain/criterion.ts';
import type { Fact } from '#domain/fact.ts';
import type { OwnCriterion } from '#domain/own-criterion.ts';
import type { FitReason } from '#domain/query.ts';
import type { CriterionKey } from '#domain/wishes.ts';
import { type Catalog, UNKNOWN_BREADTH } from '#engine/catalog/catalog.ts';
import { fieldFacts } from '#engine/catalog/field-facts.ts';
import { distanceKm, KM_PER_MILE } from '#engine/place/distance.ts';
import type { FitModel } from './fit-model.ts';
import { ownerKind } from './measure.ts';
import { valueIn } from './score.ts';

const TRACK_WORDS: readonly (readonly [bit: number, word: string])[] = [
  [1, 'categorical'],
  [4, 'advanced'],
  [2, 'preliminary'],
  [8, 'physicians only'],
  [16, 'primary'],
];
const miles = (value: number) => `${Math.round(value).toLocaleString('en-US')} mi`;

/** The measured value in words; null where it is not known. */
function wordsOf(
  catalog: Catalog,
  model: FitModel,
  criterion: CriterionKey,
  row: number,
  facts: readonly Fact[],
): string | null {
  const { columns } = catalog;
  const value = facts[0]?.value;
  const here = { lat: columns.lat[row] ?? Number.NaN, lon: columns.lon[row] ?? Number.NaN };
  switch (criterion) {
    case 'home': {
      const away = model.miles?.[row];
      return away === undefined || Number.isNaN(away) ? null : miles(away);
    }
    case 'ties': {
      const [nearest] = model.asker.profile.ties
        .map((tie) => ({ tie, away: distanceKm(tie, here) / KM_PER_MILE }))
        .toSorted((a, b) => a.away - b.away);
      return nearest && !Number.isNaN(nearest.away)
        ? `${miles(nearest.away)} from ${nearest.tie.label}`
        : null;
    }
    case 'region':
      return catalog.states[columns.state[row] ?? 0]?.name ?? null;
    case 'sponsorBreadth': {
      const breadth = columns.sponsorBreadth[row] ?? UNKNOWN_BREADTH;
      return breadth === UNKNOWN_BREADTH ? null : `${breadth} other specialties`;
    }
    case 'trackType': {
      const bits = columns.tracks[row] ?? 0;
      const words = TRACK_WORDS.filter(([bit]) => (bits & bit) !== 0).map(([, word]) => word);
      return words.length > 0 ? words.join(', ') : null;
    }
    case 'visa':
      return model.asker.profile.visa === 'none' || value === undefined
        ? null
        : value
          ? 'sponsors'
          : 'does not sponsor';
    case 'ownership':
      return typeof value === 'string' ? (ownerKind(value) ?? value) : null;
    case 'citySize':
      return typeof value === 'number' ? `${value.toLocaleString('en-US')} people` : null;
    case 'hospitalSize':
      return typeof value === 'number' ? `${value.toLocaleString('en-US')} beds` : null;
    case 'teaching':
      return typeof value === 'number' ? `${value.toFixed(2)} residents per bed` : null;
    case 'trauma':
      return value === undefined ? null : `level ${value}`;
    case 'cost':
      return typeof value === 'number' ? `${value.toFixed(0)} of 100 US average` : null;
    case 'classSize':
      return typeof value === 'number' ? `${value} a year` : null;
    case 'airport':
    case 'setting':
      return value === undefined ? null : String(value);
  }
}

const isMeasured = (criterion: string): criterion is CriterionKey => Object.hasOwn(CRITERIA, criterion);

/** What is said of a criterion of the user's own. */
function ownReason(
  own: OwnCriterion | undefined,
  x: number,
): Pick<FitReason, 'label' | 'meaning' | 'words' | 'facts'> {
  const words = Number.isNaN(x) ? null : `${Math.round(x * 100)} of 100, yours`;
  return { label: own?.label ?? '', meaning: 'Your own mark.', words, facts: [] };
}

/** The reasons of one program, heaviest share of the weight first; unknown criteria last. */
export function explainFit(catalog: Catalog, model: FitModel, row: number): FitReason[] {
  const { asker } = model;
  return model.columns
    .map((column): FitReason => {
      const { criterion, weight } = column;
      const x = valueIn(column, row);
      const value = Number.isNaN(x) ? null : x;
      if (!isMeasured(criterion)) {
        const own = asker.own?.find(({ key }) => key === criterion);
        return { criterion, weight, value, ...ownReason(own, x) };
      }
      const { label, meaning, field: usual } = CRITERIA[criterion];
      const field = criterion === 'visa' && asker.profile.visa === 'h1b' ? 'visaH1b' : usual;
      const facts = field ? fieldFacts(catalog, row, field) : [];
      const words = wordsOf(catalog, model, criterion, row, facts);
      return { criterion, label, meaning, weight, value, words, facts, ...(field && { field }) };
    })
    .toSorted((a, b) => weightedShare(b) - weightedShare(a));
}

const weightedShare = ({ value, weight }: FitReason) => (value === null ? -1 : value * weight);
