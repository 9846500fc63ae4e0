// Everything one asker's scores need, kept between questions: a weight moved re-adds columns, it never measures anew.
import type { OwnCriterion } from '#domain/own-criterion.ts';
import type { Asker } from '#domain/query.ts';
import { CRITERION_KEYS, type CriterionKey } from '#domain/wishes.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { answeringPid } from '#engine/catalog/redirects.ts';
import { milesToAll } from '#engine/place/distance.ts';
import { excludedBy } from './deal-breakers.ts';
import { measureAll } from './measure.ts';
import { type Column, columnOf, type Scores, scoreAll, type WeighedColumn } from './score.ts';

export interface FitModel {
  readonly asker: Asker;
  readonly columns: readonly WeighedColumn[];
  /** Null when nothing has a weight. */
  readonly scores: Scores | null;
  readonly excluded: Uint8Array;
  /** Miles from home, or null without a home. */
  readonly miles: Float32Array | null;
}

/** What measured columns depend on besides the catalog: all of the asker but the weights. */
const measuredBy = ({ profile, wishes }: Asker) =>
  JSON.stringify([profile.home, profile.ties, profile.visa, wishes.preferences, wishes.dealBreakers]);

/** Columns of the user's own criteria: nearly all of a column is unknown, so it is made anew each time. */
function ownColumns(catalog: Catalog, own: readonly OwnCriterion[]): WeighedColumn[] {
  const {
    columns: { count },
    rowOf,
  } = catalog;
  return own
    .filter(({ weight }) => weight > 0)
    .map(({ key, weight, marks }) => {
      const filled = new Float32Array(count);
      const known = new Float32Array(count);
      for (const { pid, value, certainty } of marks) {
        const row = rowOf.get(answeringPid(catalog, pid));
        if (row === undefined) continue;
        filled[row] = value * certainty;
        known[row] = certainty;
      }
      return { criterion: key, weight, filled, known };
    });
}

/** Makes fit models of one catalog, reusing what the last one measured. */
export function fitModels(catalog: Catalog): (asker: Asker) => FitModel {
  let key = '';
  let measured = new Map<CriterionKey, Column>();
  let excluded = new Uint8Array(0);
  let miles: Float32Array | null = null;
  return (asker) => {
    const now = measuredBy(asker);
    if (now !== key || excluded.length === 0) {
      key = now;
      measured = new Map();
      excluded = new Uint8Array(excludedBy(catalog, asker));
      miles = asker.profile.home
        ? milesToAll(asker.profile.home, catalog.columns.lat, catalog.columns.lon)
        : null;
    }
    const measuredColumns = CRITERION_KEYS.flatMap((criterion) => {
      const weight = asker.wishes.weights[criterion] ?? 0;
      if (!(weight > 0)) return [];
      const column = measured.get(criterion) ?? columnOf(measureAll(catalog, asker, criterion));
      measured.set(criterion, column);
      return [{ criterion, weight, ...column }];
    });
    const columns = [...measuredColumns, ...ownColumns(catalog, asker.own ?? [])];
    return { asker, columns, scores: scoreAll(columns, catalog.columns.count), excluded, miles };
  };
}
