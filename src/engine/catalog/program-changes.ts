// What changed for the programs of one notebook, and what it does to their fit and to their place in the list: the same
// asker asks the release seen last and the one in force.
import type {
  CatalogChanges,
  Effect,
  ListPlace,
  NamedProgram,
  ChangedProgram,
  StandingChange,
  TrackChange,
  ValueChange,
} from '#domain/change.ts';
import { FIELD_KEYS } from '#domain/field.ts';
import type { Pid, SpecialtyId } from '#domain/ids.ts';
import type { Fit } from '#domain/query.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { fitOf } from '#engine/fit/score.ts';
import { listRows } from '#engine/search/list.ts';
import type { Catalog } from './catalog.ts';
import { countOthers, type ReleaseDiff } from './changes.ts';
import { publishedFacts } from './field-facts.ts';
import { endedIn, whereaboutsOf } from './redirects.ts';

/** One release as one asker sees it. */
export interface Side {
  readonly catalog: Catalog;
  readonly model: FitModel;
}

const specialtyAt = ({ specialties, columns }: Catalog, row: number) =>
  specialties[columns.specialty[row] ?? 0];

function cityAt({ columns, places, states }: Catalog, row: number): string {
  const state = states[columns.state[row] ?? 0]?.code ?? '';
  const city = places[columns.place[row] ?? -1]?.city;
  return city === undefined ? state : `${city}, ${state}`;
}

/** The place of a row in the list of its specialty; one list a specialty, made when first asked for. */
function listPlaces({ catalog, model }: Side): (row: number) => ListPlace | null {
  const lists = new Map<SpecialtyId, Uint32Array>();
  return (row) => {
    const specialty = specialtyAt(catalog, row)?.id;
    if (specialty === undefined || !model.scores) return null;
    const list =
      lists.get(specialty) ??
      listRows(catalog, unasked, model, { text: '', filter: { specialty }, sort: 'fit' }).rows;
    lists.set(specialty, list);
    const at = list.indexOf(row);
    return at < 0 ? null : { at: at + 1, of: list.length };
  };
}
const unasked = (): never => {
  throw new Error('No words are looked for here.');
};

function standingChanges(
  was: number | undefined,
  now: number | undefined,
  before: Catalog,
  after: Catalog,
): StandingChange[] {
  if (was === undefined) return now === undefined ? [] : [{ kind: 'new' }];
  if (now === undefined) return [{ kind: 'gone' }];
  const changes: StandingChange[] = [];
  const [ended, ends] = [endedIn(before, was), endedIn(after, now)];
  if (!ended && ends) changes.push({ kind: 'closed', on: after.record(now).change?.on ?? null });
  if (ended && !ends) changes.push({ kind: 'reopened' });
  const [wasNamed = '', nowNamed = ''] = [before.columns.name[was], after.columns.name[now]];
  if (wasNamed !== nowNamed) changes.push({ kind: 'renamed', was: wasNamed, now: nowNamed });
  const [wasIn, nowIn] = [cityAt(before, was), cityAt(after, now)];
  if (wasIn !== nowIn) changes.push({ kind: 'moved', was: wasIn, now: nowIn });
  return changes;
}

function valueChanges(was: number, now: number, before: Catalog, after: Catalog): ValueChange[] {
  return FIELD_KEYS.flatMap((field) => {
    const [then] = publishedFacts(before, was, field);
    const [today] = publishedFacts(after, now, field);
    return then?.value === today?.value ? [] : [{ field, was: then ?? null, now: today ?? null }];
  });
}

function trackChanges(was: number, now: number, before: Catalog, after: Catalog): TrackChange[] {
  const [then, today] = [before.record(was).tracks, after.record(now).tracks];
  const missingIn = (list: typeof then) => {
    const codes = new Set(list.map(({ code }) => code));
    return ({ code }: { readonly code: string }) => !codes.has(code);
  };
  return [
    ...today.filter(missingIn(then)).map(({ code, name }): TrackChange => ({ kind: 'added', code, name })),
    ...then.filter(missingIn(today)).map(({ code, name }): TrackChange => ({ kind: 'dropped', code, name })),
  ];
}

/** Null where nothing moved that would be shown: fits are told apart by whole points. */
function fitEffect(was: Fit | null, now: Fit | null): Effect<Fit> | null {
  const shown = (fit: Fit | null) => fit && Math.round(fit.value * 100);
  return shown(was) === shown(now) ? null : { was, now };
}

const placeEffect = (was: ListPlace | null, now: ListPlace | null): Effect<ListPlace> | null =>
  was?.at === now?.at ? null : { was, now };

/**
 * @param pids the programs of the notebook; those that are not of the catalog are passed over.
 * @param before the release the user has seen last.
 */
export function changesFor(
  pids: readonly Pid[],
  diff: ReleaseDiff,
  before: Side,
  after: Side,
): Extract<CatalogChanges, { kind: 'changes' }> {
  const [old, fresh] = [before.catalog, after.catalog];
  const [placeBefore, placeNow] = [listPlaces(before), listPlaces(after)];
  const specialties = new Set<SpecialtyId>(after.model.asker.profile.specialties);
  const mine = new Set<Pid>();

  const changeOf = (pid: Pid): ChangedProgram | null => {
    const was = old.rowOf.get(pid);
    const found = whereaboutsOf(fresh, pid);
    const isRedirected = found.kind === 'merged' || found.kind === 'split';
    const now = found.kind === 'merged' ? fresh.rowOf.get(found.into.pid) : fresh.rowOf.get(pid);
    for (const [catalog, row] of [
      [old, was],
      [fresh, now],
    ] as const) {
      const specialty = row === undefined ? undefined : specialtyAt(catalog, row);
      if (specialty) specialties.add(specialty.id);
    }
    if (was === undefined && now === undefined) return null;
    const [catalog, row] = now === undefined ? [old, was ?? 0] : [fresh, now];
    const named: NamedProgram & { specialty: string } = {
      pid,
      name: (was === undefined ? fresh.columns.name[row] : old.columns.name[was]) ?? '',
      specialty: specialtyAt(catalog, row)?.name ?? '',
    };
    const fit = fitEffect(
      was === undefined ? null : fitOf(before.model.scores, was),
      now === undefined || found.kind === 'split' ? null : fitOf(after.model.scores, now),
    );
    const place = placeEffect(
      was === undefined ? null : placeBefore(was),
      now === undefined || found.kind === 'split' ? null : placeNow(now),
    );
    if (isRedirected) {
      if (!diff.redirected.has(pid)) return null;
      const standing: StandingChange =
        found.kind === 'merged' ? { kind: 'merged', into: found.into } : { kind: 'split', into: found.into };
      return { ...named, standing: [standing], values: [], tracks: [], fit, place };
    }
    const standing = standingChanges(was, now, old, fresh);
    const both = was !== undefined && now !== undefined;
    const values = both ? valueChanges(was, now, old, fresh) : [];
    const tracks = both ? trackChanges(was, now, old, fresh) : [];
    if (standing.length + values.length + tracks.length === 0) return null;
    return { ...named, standing, values, tracks, fit, place };
  };

  const programs = [...new Set(pids)].flatMap((pid) => {
    mine.add(pid);
    return changeOf(pid) ?? [];
  });
  return {
    kind: 'changes',
    from: { version: old.index.version, date: old.index.date },
    to: { version: fresh.index.version, date: fresh.index.date },
    programs: programs.toSorted((a, b) => a.name.localeCompare(b.name)),
    others: countOthers(
      diff,
      atHospitals(fresh, diff.hospitals),
      mine,
      fresh.specialties.filter(({ id }) => specialties.has(id)),
    ),
  };
}

function atHospitals(
  { columns, hospitals, specialties }: Catalog,
  differing: ReadonlySet<string>,
): { pid: Pid; specialty: SpecialtyId }[] {
  if (differing.size === 0) return [];
  return columns.pid.flatMap((pid, row) => {
    const hospital = hospitals[columns.hospital[row] ?? -1];
    const specialty = specialties[columns.specialty[row] ?? 0]?.id;
    return hospital && specialty && differing.has(hospital.ccn) ? [{ pid, specialty }] : [];
  });
}
