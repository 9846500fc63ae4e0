// What the engine answers, whatever wire carries it. It only reads, so it may be dropped and made again at any moment.
import type { CatalogIndex, Source } from '#domain/catalog.ts';
import type { CatalogChanges, Whereabouts } from '#domain/change.ts';
import type { DuelRequest, DuelStanding } from '#domain/duel.ts';
import type { FieldKey } from '#domain/field.ts';
import type { Pid, SpecialtyId } from '#domain/ids.ts';
import type { MapAnchor, MapAnswer, MapQuery } from '#domain/map.ts';
import { isOwnPid } from '#domain/own.ts';
import type { ApplicantType } from '#domain/profile.ts';
import type {
  Asker,
  CatalogOverview,
  ListAnswer,
  PickAnswer,
  PickCurve,
  PickRequest,
  PlaceSuggestion,
  ProgramChance,
  ProgramDetail,
  ProgramMatch,
  ProgramNames,
  ProgramQuery,
  ProgramRow,
} from '#domain/query.ts';
import type { WhatIfEffect } from '#domain/scenario.ts';
import type { LandingAnswer, RankAnswer, RankLine } from '#domain/rank-query.ts';
import type { School } from '#domain/school.ts';
import type { SpecialtyPortrait } from '#domain/specialty-portrait.ts';
import type { DealBreakerEffect } from '#domain/wishes.ts';
import { type Catalog } from '#engine/catalog/catalog.ts';
import { decodeCatalog } from '#engine/catalog/decode.ts';
import { matchPrograms, nowInCatalog } from '#engine/catalog/match-programs.ts';
import { programDetail, programRow } from '#engine/catalog/program-row.ts';
import { answeringPid, answeringPids, whereaboutsOf } from '#engine/catalog/redirects.ts';
import { type CatalogView, type CatalogViews, catalogViews } from '#engine/catalog-view.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { suggestPlaces } from '#engine/place/suggest.ts';
import { suggestSchools } from '#engine/place/suggest-schools.ts';
import { listRows, type OrderedRows } from '#engine/search/list.ts';
import type { ActiveCatalog } from '#storage/active-catalog.ts';
import type { SeenCatalog } from '#storage/seen-catalog.ts';

/** Rows sent with a list at once: what a tall screen shows. */
const FIRST_ROWS = 40;
/** Lists whose rows can still be asked for. */
const LISTS_KEPT = 4;

export type OpenOutcome =
  | { readonly kind: 'ready'; readonly overview: CatalogOverview; readonly lost: readonly string[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly reason: string };

export interface EnginePorts {
  readonly readActive: () => Promise<ActiveCatalog>;
  /** The release whose changes the user has seen last. */
  readonly readSeen: () => Promise<SeenCatalog>;
  readonly textOf: (bytes: Uint8Array) => string;
  /** Milliseconds of some steady clock. */
  readonly now: () => number;
}

/** One release with what the user says of it, so that a change shows in the fit they see. */
function sideOf(views: CatalogViews, asker: Asker): { catalog: Catalog; model: FitModel } {
  const { catalog, model } = views.of(asker);
  return { catalog, model: model(asker) };
}

export function createEngineApi({ readActive, readSeen, textOf, now }: EnginePorts) {
  let open:
    | {
        catalog: Catalog;
        chunks: ReadonlyMap<string, Uint8Array>;
        views: CatalogViews;
      }
    | undefined;
  const lists = new Map<number, { rows: Uint32Array; catalog: Catalog; model: FitModel }>();
  let lastList = 0;

  function current() {
    if (!open) throw new Error('The catalog is not open.');
    return open;
  }

  const seenBy = (asker: Asker): CatalogView => current().views.of(asker);

  /** Numbers a list, so that the rest of its rows can be asked for. */
  function keepList(
    { rows, hidden, understood }: OrderedRows,
    { catalog }: CatalogView,
    fit: FitModel,
    began: number,
  ): ListAnswer {
    const list = ++lastList;
    lists.set(list, { rows, catalog, model: fit });
    for (const old of lists.keys()) if (old <= list - LISTS_KEPT) lists.delete(old);
    const first = Array.from(rows.subarray(0, FIRST_ROWS), (row) => programRow(catalog, fit, row));
    return { list, total: rows.length, hidden, first, understood, ms: now() - began };
  }

  function decode(index: CatalogIndex, chunks: ReadonlyMap<string, Uint8Array>): OpenOutcome {
    const began = now();
    const catalog = decodeCatalog(index, chunks, textOf);
    open = { catalog, chunks, views: catalogViews(catalog) };
    lists.clear();
    const { states } = catalog;
    return {
      kind: 'ready',
      lost: catalog.lost,
      overview: {
        version: index.version,
        date: index.date,
        programs: catalog.columns.ended.filter((code) => code === 0).length,
        specialties: catalog.specialties,
        states: states.map(({ code, name }) => ({ code, name })),
        regions: [...new Set(states.flatMap((s) => s.region ?? []))].toSorted(),
        decodeMs: now() - began,
      },
    };
  }

  return {
    /** Opens the stored catalog. */
    async open(): Promise<OpenOutcome> {
      const stored = await readActive();
      return stored.kind === 'active' ? decode(stored.index, stored.chunks) : stored;
    },

    /** Opens a catalog that could not be stored: chunks by name, in the memory of this worker only. */
    openHeld: (index: CatalogIndex, chunks: ReadonlyMap<string, Uint8Array>): OpenOutcome =>
      decode(index, chunks),

    list(query: ProgramQuery, asker: Asker): ListAnswer {
      const began = now();
      const view = seenBy(asker);
      const { catalog, model, search } = view;
      const fit = model(asker);
      return keepList(listRows(catalog, search, fit, query), view, fit, began);
    },

    /** Rows `from` (included) to `to` of a list; empty when the list was forgotten. */
    rows(list: number, from: number, to: number): ProgramRow[] {
      const kept = lists.get(list);
      return kept
        ? Array.from(kept.rows.subarray(from, to), (row) => programRow(kept.catalog, kept.model, row))
        : [];
    },

    /** The programs of these pids that the catalog holds, in the order asked, each once: a merged one as what it became. */
    programs(pids: readonly Pid[], asker: Asker): ProgramDetail[] {
      const { catalog, model, search } = seenBy(asker);
      const fit = model(asker);
      return answeringPids(catalog, pids).flatMap((pid) => {
        const row = catalog.rowOf.get(pid);
        if (row === undefined) return [];
        const listed = isOwnPid(pid) ? nowInCatalog(catalog, search(), row) : null;
        return [{ ...programDetail(catalog, fit, row), ...(listed && { nowInCatalog: listed }) }];
      });
    },

    // Fetched when first asked for: the list of programs must not wait for what only some screens need.
    async pick(request: PickRequest, asker: Asker): Promise<PickAnswer> {
      const { answerPick } = await import('#engine/pick/answer-pick.ts');
      const { catalog, model } = seenBy(asker);
      return answerPick(catalog, model(asker), request);
    },

    async curve(request: PickRequest, asker: Asker): Promise<PickCurve> {
      const { answerCurve } = await import('#engine/pick/answer-pick.ts');
      const { catalog, model } = seenBy(asker);
      return answerCurve(catalog, model(asker), request);
    },

    async map(query: MapQuery, asker: Asker): Promise<MapAnswer> {
      const { answerMap } = await import('#engine/map/answer-map.ts');
      const began = now();
      const view = seenBy(asker);
      const { catalog, model, search } = view;
      const fit = model(asker);
      const { ordered, ...marks } = answerMap(catalog, search, fit, query);
      return { ...marks, list: keepList(ordered, view, fit, began) };
    },

    /** Where the user's own places are on the map, with their circles of distance. */
    async anchors({ profile }: Asker): Promise<MapAnchor[]> {
      const { anchorsOf } = await import('#engine/map/rings.ts');
      return anchorsOf(profile);
    },

    async chance(pid: Pid, asker: Asker): Promise<ProgramChance | null> {
      const { programChance } = await import('#engine/chance/program-chance.ts');
      const { catalog, model } = seenBy(asker);
      const row = catalog.rowOf.get(answeringPid(catalog, pid));
      return row === undefined ? null : programChance(catalog, model(asker), row);
    },

    async duel(request: DuelRequest, asker: Asker): Promise<DuelStanding> {
      const { duelStanding } = await import('#engine/preference/duel-standing.ts');
      const { catalog, model } = seenBy(asker);
      return duelStanding(catalog, model, asker, request);
    },

    /** What a what-if changes. @param real the user without it. */
    async whatIf(real: Asker, asker: Asker): Promise<WhatIfEffect> {
      const { whatIf } = await import('#engine/preference/what-if.ts');
      return whatIf(sideOf(current().views, real), sideOf(current().views, asker));
    },

    /** What each deal-breaker does by itself. @param kept the shortlist. */
    async dealBreakers(kept: readonly Pid[], asker: Asker): Promise<DealBreakerEffect[]> {
      const { dealBreakerEffects } = await import('#engine/preference/deal-breaker-effects.ts');
      return dealBreakerEffects(sideOf(current().views, asker), kept);
    },

    async specialties(
      ids: readonly SpecialtyId[],
      types: readonly ApplicantType[],
      asker: Asker,
    ): Promise<SpecialtyPortrait[]> {
      const { specialtyPortraits } = await import('#engine/explore/specialty-portraits.ts');
      return specialtyPortraits(seenBy(asker).catalog, asker, ids, types);
    },

    /** What stands beside a rank list; the order is the user's. */
    async rank(lines: readonly RankLine[], asker: Asker): Promise<RankAnswer> {
      const { answerRank } = await import('#engine/rank/answer-rank.ts');
      const { catalog, model } = seenBy(asker);
      return answerRank(catalog, model(asker), lines);
    },

    async landing(lines: readonly RankLine[], asker: Asker): Promise<LandingAnswer> {
      const { answerLanding } = await import('#engine/rank/answer-landing.ts');
      const { catalog, model } = seenBy(asker);
      return answerLanding(catalog, model(asker), lines);
    },

    /** Finds the programs that rows of a table of the user's name, with what is published of the fields asked for. */
    match(rows: readonly ProgramNames[], fields: readonly FieldKey[], asker: Asker): ProgramMatch[] {
      const { catalog, search } = seenBy(asker);
      return matchPrograms(catalog, search(), rows, fields);
    },

    /** Where each of these pids leads now, in the order asked. */
    whereabouts: (pids: readonly Pid[]): Whereabouts[] =>
      pids.map((pid) => whereaboutsOf(current().catalog, pid)),

    /** What the release in force changed for these programs since the one the user has seen last. */
    async changes(pids: readonly Pid[], asker: Asker): Promise<CatalogChanges> {
      const { catalog, chunks, views } = current();
      const seen = await readSeen();
      const to = { version: catalog.index.version, date: catalog.index.date };
      if (seen.kind === 'refused') return { kind: 'unreadable', to };
      if (seen.kind === 'none' || seen.index.version >= to.version) return { kind: 'none' };
      const [{ diffReleases }, { changesFor }] = await Promise.all([
        import('#engine/catalog/changes.ts'),
        import('#engine/catalog/program-changes.ts'),
      ]);
      // Decoded for this question only, and let go with it: two catalogs at rest would be one too many for a phone.
      const before = decodeCatalog(seen.index, seen.chunks, textOf);
      if (before.lost.length > 0) return { kind: 'unreadable', to };
      return changesFor(
        pids,
        diffReleases(seen, { index: catalog.index, chunks }, textOf),
        sideOf(catalogViews(before), asker),
        sideOf(views, asker),
      );
    },

    suggestPlaces: (text: string): PlaceSuggestion[] => suggestPlaces(current().catalog, text),
    suggestSchools: (text: string): School[] => suggestSchools(current().catalog, text),
    sources: (): readonly Source[] => current().catalog.sources,

    /** Builds what the first questions would wait for; called when nothing else is asked. */
    async warm(): Promise<void> {
      open?.views.published.search();
      await import('#engine/pick/answer-pick.ts');
    },
  };
}

export type EngineApi = ReturnType<typeof createEngineApi>;
