// The outlines of the states on the 975 × 610 plate, as whole numbers of tenths of a plate unit: small enough to carry,
// fine enough for the largest scale of the map. The same input gives the same bytes.
// Borders are shared: a border is thinned once, as an arc of the topology, so that neighbors still meet.
import type { PlateBox } from '#domain/map.ts';
import { INSETS } from '#engine/map/projection.ts';
import { byText, rounded } from './canonical.ts';
import { plateOf } from './plate.ts';

/** Outline units for a plate unit. */
const PER_UNIT = 10;
/** Points nearer than this to the line without them are left out, in plate units. */
const SLACK = 0.2;
const PUERTO_RICO_ID = '72';

type XY = readonly [x: number, y: number];

/** An arc of a ring; `~index` where it is walked backward. */
type Ring = readonly number[];
type Area =
  | { readonly type: 'Polygon'; readonly arcs: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly arcs: readonly (readonly Ring[])[] };

/** As much as is read of a quantized TopoJSON file (TopoJSON Format Specification, 2.1 to 2.2). */
export interface StatesTopology {
  readonly transform: { readonly scale: XY; readonly translate: XY };
  /** Steps from point to point; the first from zero. */
  readonly arcs: readonly (readonly XY[])[];
  readonly objects: {
    readonly states: {
      readonly geometries: readonly (Area & {
        readonly id: string;
        readonly properties: { readonly name: string };
      })[];
    };
  };
}

export interface StateOutline {
  /** Two letters. */
  readonly code: string;
  readonly name: string;
  /** Around all of it, in plate units. */
  readonly box: PlateBox;
  /** SVG path data in outline units; filled by the even-odd rule. */
  readonly path: string;
}

export interface OutlinesFile {
  readonly format: 'cairn-outlines/1';
  readonly source: string;
  readonly unitsPerPlateUnit: number;
  /** By name. */
  readonly states: readonly StateOutline[];
  readonly insets: readonly { readonly zone: string; readonly box: PlateBox }[];
}

const SOURCE =
  'us-atlas 3.0.1, states-albers-10m.json and states-10m.json (ISC License, Copyright 2013-2019 Michael Bostock), made from the US Census Bureau cartographic boundary files of 2017 (public domain); thinned and rounded';

/** Douglas-Peucker: the points that matter, both ends among them. */
export function thinned(points: readonly XY[], slack: number): XY[] {
  const kept = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let farthest = -1;
    let most = slack;
    for (let at = from + 1; at < to; at++) {
      const away = distance(points[at], points[from], points[to]);
      if (away > most) {
        most = away;
        farthest = at;
      }
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return points.filter((_point, at) => kept.has(at));
}

/** From a point to the line through two others, or to the first where the two are one (a closed arc). */
function distance([x, y]: XY = [0, 0], [ax, ay]: XY = [0, 0], [bx, by]: XY = [0, 0]): number {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

/** All arcs of a topology in outline units, thinned. */
function arcsOf({ arcs, transform }: StatesTopology, toPlate: (at: XY) => XY): XY[][] {
  const { scale, translate } = transform;
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    const points = arc.map(([stepX, stepY]): XY => {
      x += stepX;
      y += stepY;
      return toPlate([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
    });
    return thinned(points, SLACK).map(
      ([px, py]): XY => [Math.round(px * PER_UNIT), Math.round(py * PER_UNIT)],
    );
  });
}

/** One ring as path data with relative steps; empty where rounding has left no area. */
function ringPath(ring: readonly XY[]): string {
  const [first = [0, 0]] = ring;
  let [x, y] = first;
  let steps = '';
  let corners = 1;
  for (const [nextX, nextY] of ring.slice(1)) {
    const [right, down] = [nextX - x, nextY - y];
    if (right === 0 && down === 0) continue;
    // The last step back to the beginning is what `z` does.
    if (nextX === first[0] && nextY === first[1]) break;
    steps += `${steps !== '' && right >= 0 ? ' ' : ''}${right}${down < 0 ? '' : ' '}${down}`;
    [x, y] = [nextX, nextY];
    corners++;
  }
  return corners < 3 ? '' : `M${first[0]} ${first[1]}l${steps}z`;
}

function outlineOf(geometry: Area, arcs: readonly XY[][]): Pick<StateOutline, 'path' | 'box'> {
  const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
  const rings = polygons.flat().map((ring) =>
    ring.flatMap((index, at) => {
      const arc = arcs[index < 0 ? ~index : index] ?? [];
      const points = index < 0 ? arc.toReversed() : arc;
      return at === 0 ? points : points.slice(1);
    }),
  );
  const paths = rings.map(ringPath);
  const drawn = rings.filter((_ring, at) => paths[at] !== '').flat();
  const [xs, ys] = [drawn.map(([x]) => x), drawn.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    path: paths.join(''),
    box: {
      x: left / PER_UNIT,
      y: top / PER_UNIT,
      width: rounded((Math.max(...xs) - left) / PER_UNIT, 1),
      height: rounded((Math.max(...ys) - top) / PER_UNIT, 1),
    },
  };
}

function statesOf(
  topology: StatesTopology,
  codes: ReadonlyMap<string, string>,
  toPlate: (at: XY) => XY,
  wanted: (id: string) => boolean,
): StateOutline[] {
  const arcs = arcsOf(topology, toPlate);
  return topology.objects.states.geometries.flatMap((geometry) => {
    const { id, properties } = geometry;
    if (!wanted(id)) return [];
    const code = codes.get(properties.name);
    if (code === undefined) throw new Error(`no two letters are known for ${properties.name}`);
    return [{ code, name: properties.name, ...outlineOf(geometry, arcs) }];
  });
}

/**
 * The file of outlines.
 * @param albers states on the plate, without territories.
 * @param degrees states and territories in degrees; only Puerto Rico is taken from it.
 * @param codes name of the state → two letters.
 */
export function outlinesOf(
  albers: StatesTopology,
  degrees: StatesTopology,
  codes: ReadonlyMap<string, string>,
): OutlinesFile {
  const puertoRico = ([lon, lat]: XY): XY => plateOf({ lon, lat, state: 'PR' }) ?? [0, 0];
  const states = [
    ...statesOf(
      albers,
      codes,
      (at) => at,
      () => true,
    ),
    ...statesOf(degrees, codes, puertoRico, (id) => id === PUERTO_RICO_ID),
  ];
  return {
    format: 'cairn-outlines/1',
    source: SOURCE,
    unitsPerPlateUnit: PER_UNIT,
    states: states.toSorted((a, b) => byText(a.name, b.name)),
    insets: Object.entries(INSETS).map(([zone, { x, y, width, height }]) => ({
      zone,
      box: { x, y, width: rounded(width, 1), height: rounded(height, 1) },
    })),
  };
}
