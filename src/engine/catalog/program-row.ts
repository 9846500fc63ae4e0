// A row of the columns → what a screen shows of a program, in a list or whole.
import { UNCONFIRMED_BEFORE } from '#domain/catalog.ts';
import { factOf } from '#domain/fact.ts';
import { FIELD_KEYS } from '#domain/field.ts';
import type { ProgramDetail, ProgramRow } from '#domain/query.ts';
import { explainFit } from '#engine/fit/explain.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { fitOf } from '#engine/fit/score.ts';
import type { Catalog } from './catalog.ts';
import { fieldFacts } from './field-facts.ts';
import { endedIn, mergedInto, whereaboutsOf } from './redirects.ts';

export function programRow(catalog: Catalog, model: FitModel, row: number): ProgramRow {
  const { columns } = catalog;
  const pid = columns.pid[row];
  if (pid === undefined) throw new RangeError(`no program in row ${row}`);
  const miles = model.miles?.[row] ?? Number.NaN;
  const ended = endedIn(catalog, row);
  return {
    pid,
    name: columns.name[row] ?? '',
    specialty: catalog.specialties[columns.specialty[row] ?? 0]?.name ?? '',
    city: catalog.places[columns.place[row] ?? -1]?.city || null,
    state: catalog.states[columns.state[row] ?? 0]?.code ?? '',
    milesFromHome: Number.isNaN(miles) ? null : miles,
    fit: fitOf(model.scores, row),
    unconfirmed: (columns.lastSeenYear[row] ?? 0) < UNCONFIRMED_BEFORE,
    ...(ended && { ended }),
    excludedBy: model.asker.wishes.dealBreakers[(model.excluded[row] ?? 0) - 1] ?? null,
  };
}

/** Other programs of the same sponsor, by specialty and name. */
function siblingsOf(catalog: Catalog, row: number): ProgramDetail['siblings'] {
  const { columns, specialties } = catalog;
  const siblings = [];
  for (let other = 0; other < columns.count; other++) {
    const pid = columns.pid[other];
    if (
      other === row ||
      pid === undefined ||
      endedIn(catalog, other) ||
      columns.sponsor[other] !== columns.sponsor[row]
    )
      continue;
    siblings.push({
      pid,
      name: columns.name[other] ?? '',
      specialty: specialties[columns.specialty[other] ?? 0]?.name ?? '',
    });
  }
  return siblings.toSorted((a, b) => a.specialty.localeCompare(b.specialty) || a.name.localeCompare(b.name));
}

/** Everything known of one program, blanks included as empty lists of facts. */
export function programDetail(catalog: Catalog, model: FitModel, row: number): ProgramDetail {
  const record = catalog.record(row);
  const { columns } = catalog;
  const place = whereaboutsOf(catalog, record.pid);
  const took = mergedInto(catalog, record.pid);
  return {
    ...programRow(catalog, model, row),
    status: record.status,
    ...(record.change && { change: record.change }),
    ...(place.kind === 'split' && { became: place.into }),
    ...(took.length > 0 && { took }),
    specialtyId: record.specialty,
    names: record.name.map(factOf),
    stateName: catalog.states[columns.state[row] ?? 0]?.name ?? record.state,
    timeZone: catalog.places[columns.place[row] ?? -1]?.timeZone ?? null,
    lastSeenYear: record.lastSeenYear,
    independent: columns.independent[row] === 1,
    fields: FIELD_KEYS.map((field) => {
      const own = catalog.own?.values.get(row)?.get(field);
      return { field, facts: fieldFacts(catalog, row, field), ...(own && { ownUnder: own.pid }) };
    }),
    hospitalLink: record.hospital ?? null,
    tracks: record.tracks,
    siblings: siblingsOf(catalog, row),
    reasons: explainFit(catalog, model, row),
  };
}
