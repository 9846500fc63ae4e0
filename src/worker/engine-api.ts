// What the engine answers, whatever wire carries it. It only reads, so it may be dropped and made again at any moment.
import type { CatalogIndex, Source } from '#domain/catalog.ts';
import type { Pid } from '#domain/ids.ts';
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
  ProgramQuery,
  ProgramRow,
} from '#domain/query.ts';
import type { School } from '#domain/school.ts';
import { type Catalog } from '#engine/catalog/catalog.ts';
import { decodeCatalog } from '#engine/catalog/decode.ts';
import { programDetail, programRow } from '#engine/catalog/program-row.ts';
import { type FitModel, fitModels } from '#engine/fit/fit-model.ts';
import { suggestPlaces } from '#engine/place/suggest.ts';
import { suggestSchools } from '#engine/place/suggest-schools.ts';
import { listRows } from '#engine/search/list.ts';
import { type SearchIndex, buildSearchIndex } from '#engine/search/search-index.ts';
import type { ActiveCatalog } from '#storage/active-catalog.ts';

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
  readonly textOf: (bytes: Uint8Array) => string;
  /** Milliseconds of some steady clock. */
  readonly now: () => number;
}

export function createEngineApi({ readActive, textOf, now }: EnginePorts) {
  let open: { catalog: Catalog; model: (asker: Asker) => FitModel; search: () => SearchIndex } | undefined;
  const lists = new Map<number, { rows: Uint32Array; model: FitModel }>();
  let lastList = 0;

  function current() {
    if (!open) throw new Error('The catalog is not open.');
    return open;
  }

  function decode(index: CatalogIndex, chunks: ReadonlyMap<string, Uint8Array>): OpenOutcome {
    const began = now();
    const catalog = decodeCatalog(index, chunks, textOf);
    let searchIndex: SearchIndex | undefined;
    open = { catalog, model: fitModels(catalog), search: () => (searchIndex ??= buildSearchIndex(catalog)) };
    lists.clear();
    const { states } = catalog;
    return {
      kind: 'ready',
      lost: catalog.lost,
      overview: {
        version: index.version,
        date: index.date,
        programs: catalog.columns.count,
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
      const { catalog, model, search } = current();
      const fit = model(asker);
      const { rows, hidden, understood } = listRows(catalog, search, fit, query);
      const list = ++lastList;
      lists.set(list, { rows, model: fit });
      for (const old of lists.keys()) if (old <= list - LISTS_KEPT) lists.delete(old);
      const first = Array.from(rows.subarray(0, FIRST_ROWS), (row) => programRow(catalog, fit, row));
      return { list, total: rows.length, hidden, first, understood, ms: now() - began };
    },

    /** Rows `from` (included) to `to` of a list; empty when the list was forgotten. */
    rows(list: number, from: number, to: number): ProgramRow[] {
      const { catalog } = current();
      const kept = lists.get(list);
      return kept
        ? Array.from(kept.rows.subarray(from, to), (row) => programRow(catalog, kept.model, row))
        : [];
    },

    /** The programs of these pids that the catalog holds, in the order asked. */
    programs(pids: readonly Pid[], asker: Asker): ProgramDetail[] {
      const { catalog, model } = current();
      const fit = model(asker);
      return pids.flatMap((pid) => {
        const row = catalog.rowOf.get(pid);
        return row === undefined ? [] : [programDetail(catalog, fit, row)];
      });
    },

    // Fetched when first asked for: the list of programs must not wait for what only some screens need.
    async pick(request: PickRequest, asker: Asker): Promise<PickAnswer> {
      const { answerPick } = await import('#engine/pick/answer-pick.ts');
      const { catalog, model } = current();
      return answerPick(catalog, model(asker), request);
    },

    async curve(request: PickRequest, asker: Asker): Promise<PickCurve> {
      const { answerCurve } = await import('#engine/pick/answer-pick.ts');
      const { catalog, model } = current();
      return answerCurve(catalog, model(asker), request);
    },

    async chance(pid: Pid, asker: Asker): Promise<ProgramChance | null> {
      const { programChance } = await import('#engine/chance/program-chance.ts');
      const { catalog, model } = current();
      const row = catalog.rowOf.get(pid);
      return row === undefined ? null : programChance(catalog, model(asker), row);
    },

    suggestPlaces: (text: string): PlaceSuggestion[] => suggestPlaces(current().catalog, text),
    suggestSchools: (text: string): School[] => suggestSchools(current().catalog, text),
    sources: (): readonly Source[] => current().catalog.sources,

    /** Builds what the first questions would wait for; called when nothing else is asked. */
    async warm(): Promise<void> {
      open?.search();
      await import('#engine/pick/answer-pick.ts');
    },
  };
}

export type EngineApi = ReturnType<typeof createEngineApi>;
