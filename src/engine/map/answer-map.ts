// A query, a scale and a view → the marks of the map and the list beside it. The programs and their order are those of
// the list; only where they are drawn is decided here.
import {
  apartAt,
  LAST_LEVEL,
  type MapAnswer,
  type MapCluster,
  type MapQuery,
  type PlateBox,
  UNPLACED,
} from '#domain/map.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import type { FitModel } from '#engine/fit/fit-model.ts';
import { listRows, type OrderedRows } from '#engine/search/list.ts';
import type { SearchIndex } from '#engine/search/search-index.ts';
import { bySize, markOf, type Spot } from './clusters.ts';
import { zoneAt } from './projection.ts';

export interface MapRows extends Omit<MapAnswer, 'list'> {
  /** The rows of the list beside the map, and what the query kept out. */
  readonly ordered: OrderedRows;
}

interface FilledSpot extends Spot {
  readonly rows: readonly number[];
}

/** The rows of a query by position, largest first. */
function spotsOf({ columns }: Catalog, rows: Uint32Array): { spots: FilledSpot[]; unplaced: number[] } {
  const at = new Map<number, number[]>();
  const unplaced: number[] = [];
  for (const row of rows) {
    const x = columns.x[row] ?? Number.NaN;
    const y = columns.y[row] ?? Number.NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) {
      unplaced.push(row);
      continue;
    }
    // Positions are given to a tenth.
    const key = Math.round(y * 10) * 100_000 + Math.round(x * 10);
    const there = at.get(key);
    if (there) there.push(row);
    else at.set(key, [row]);
  }
  const spots = [...at.values()].map((there): FilledSpot => {
    const first = there[0] ?? 0;
    const x = Math.round((columns.x[first] ?? 0) * 10) / 10;
    const y = Math.round((columns.y[first] ?? 0) * 10) / 10;
    return { x, y, zone: zoneAt({ x, y }), count: there.length, rows: there };
  });
  return { spots: spots.toSorted(bySize), unplaced };
}

function placeName({ columns, places, states }: Catalog, row: number): string {
  const place = places[columns.place[row] ?? -1];
  if (place) return `${place.city}, ${place.state}`;
  return states[columns.state[row] ?? 0]?.name ?? '';
}

interface Mark {
  readonly cluster: MapCluster;
  readonly spots: readonly FilledSpot[];
}

function describe(catalog: Catalog, model: FitModel, mark: FilledSpot, spots: readonly FilledSpot[]): Mark {
  const last = apartAt(LAST_LEVEL);
  let count = 0;
  let best = Number.NaN;
  let [west, north, east, south] = [mark.x, mark.y, mark.x, mark.y];
  let splits = false;
  for (const { x, y, rows } of spots) {
    count += rows.length;
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
    splits ||= Math.hypot(x - mark.x, y - mark.y) >= last;
    for (const row of rows) {
      const fit = model.scores?.value[row] ?? Number.NaN;
      if (!(fit <= best)) best = Number.isNaN(fit) ? best : fit;
    }
  }
  const row = mark.rows[0] ?? 0;
  const pid = catalog.columns.pid[row];
  return {
    spots,
    cluster: {
      key: `${mark.x},${mark.y}`,
      x: mark.x,
      y: mark.y,
      count,
      place: placeName(catalog, row),
      onePlace: spots.length === 1,
      bestFit: Number.isNaN(best) ? null : best,
      splits,
      box: { x: west, y: north, width: east - west, height: south - north },
      only: count === 1 && pid !== undefined ? { pid, name: catalog.columns.name[row] ?? '' } : null,
    },
  };
}

const isIn = ({ x, y }: MapCluster, view: PlateBox): boolean =>
  x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + view.height;

/** As much again on every side: what slides in while the map is moved is already there. */
const around = ({ x, y, width, height }: PlateBox): PlateBox => ({
  x: x - width,
  y: y - height,
  width: width * 3,
  height: height * 3,
});

/** Lines of marks from the top, each from the left. */
function readingOrder(marks: readonly Mark[], apart: number): Mark[] {
  const line = ({ cluster }: Mark) => Math.floor(cluster.y / apart);
  return marks.toSorted(
    (a, b) => line(a) - line(b) || a.cluster.x - b.cluster.x || a.cluster.y - b.cluster.y,
  );
}

function marksOf(catalog: Catalog, model: FitModel, spots: readonly FilledSpot[], apart: number): Mark[] {
  const members = new Map<number, FilledSpot[]>();
  markOf(spots, apart).forEach((mark, at) => {
    const spot = spots[at];
    if (!spot) return;
    const there = members.get(mark);
    if (there) there.push(spot);
    else members.set(mark, [spot]);
  });
  const marks = [...members].flatMap(([mark, all]) => {
    const spot = spots[mark];
    return spot ? [describe(catalog, model, spot, all)] : [];
  });
  return readingOrder(marks, apart);
}

function countsByState({ columns, states }: Catalog, rows: Uint32Array): MapAnswer['states'] {
  const counts = new Uint32Array(states.length);
  for (const row of rows) {
    const state = columns.state[row] ?? 0;
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return states
    .map(({ code, name }, at) => ({ code, name, count: counts[at] ?? 0 }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Programs without a position are on no mark and in no view; choosing `UNPLACED` lists them. */
export function answerMap(
  catalog: Catalog,
  index: () => SearchIndex,
  model: FitModel,
  { query, level, view, chosen }: MapQuery,
): MapRows {
  const all = listRows(catalog, index, model, query);
  const { spots, unplaced } = spotsOf(catalog, all.rows);
  const marks = marksOf(catalog, model, spots, apartAt(Math.min(LAST_LEVEL, Math.max(0, level))));
  const mark = chosen === null ? undefined : marks.find(({ cluster }) => cluster.key === chosen);
  const isUnplaced = chosen === UNPLACED && unplaced.length > 0;

  const listed = new Uint8Array(catalog.columns.count);
  const inList = isUnplaced ? [] : mark ? [mark] : marks.filter(({ cluster }) => isIn(cluster, view));
  for (const { spots } of inList) for (const { rows } of spots) for (const row of rows) listed[row] = 1;
  if (isUnplaced) for (const row of unplaced) listed[row] = 1;

  const near = around(view);
  return {
    clusters: marks.flatMap(({ cluster }) =>
      isIn(cluster, near) || cluster === mark?.cluster ? [cluster] : [],
    ),
    chosen: isUnplaced ? UNPLACED : (mark?.cluster ?? null),
    ordered: { ...all, rows: all.rows.filter((row) => listed[row] === 1) },
    placed: all.rows.length - unplaced.length,
    unplaced: unplaced.length,
    states: countsByState(catalog, all.rows),
  };
}
