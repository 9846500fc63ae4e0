// Degrees → the 975 × 610 plate, as the press does it for the programs, for what is only known on the device: the user's
// own places. Forward only, on a sphere.
// Source of the formulas: Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395), 14-1 to 14-6.
// Source of the constants: geoAlbersUsa of d3-geo with the scale and center of us-atlas, and the press for Puerto Rico.
import type { PlateBox, PlateZone } from '#domain/map.ts';
import type { Point } from '#engine/place/distance.ts';

const RADIANS = Math.PI / 180;
const SCALE = 1300;
const CENTER = { x: 487.5, y: 305 };

type Forward = (point: Point) => { readonly x: number; readonly y: number };

interface Cone {
  readonly parallels: readonly [number, number];
  readonly meridian: number;
  /** Degrees from the meridian and latitude that come to stand at `at`. */
  readonly origin: readonly [lon: number, lat: number];
  readonly at: { readonly x: number; readonly y: number };
  readonly scale: number;
}

/** Albers equal-area conic. */
function albers({ parallels, meridian, origin, at, scale }: Cone): Forward {
  const [south, north] = parallels.map((degrees) => Math.sin(degrees * RADIANS)) as [number, number];
  const n = (south + north) / 2;
  const c = 1 + south * (2 * n - south);
  const raw = (lonFromMeridian: number, lat: number) => {
    const rho = Math.sqrt(c - 2 * n * Math.sin(lat * RADIANS)) / n;
    const theta = n * lonFromMeridian * RADIANS;
    return { x: rho * Math.sin(theta), y: -rho * Math.cos(theta) };
  };
  const zero = raw(...origin);
  return ({ lat, lon }) => {
    // Into half a turn either way, so that the last Aleutians stay beside the others.
    const turned = ((((lon - meridian + 180) % 360) + 360) % 360) - 180;
    const { x, y } = raw(turned, lat);
    return { x: at.x + scale * (x - zero.x), y: at.y - scale * (y - zero.y) };
  };
}

const mainland = albers({
  parallels: [29.5, 45.5],
  meridian: -96,
  origin: [-0.6, 38.7],
  at: CENTER,
  scale: SCALE,
});
const alaska = albers({
  parallels: [55, 65],
  meridian: -154,
  origin: [-2, 58.5],
  at: { x: CENTER.x - 0.307 * SCALE, y: CENTER.y + 0.201 * SCALE },
  scale: 0.35 * SCALE,
});
const hawaii = albers({
  parallels: [8, 18],
  meridian: -157,
  origin: [-3, 19.9],
  at: { x: CENTER.x - 0.205 * SCALE, y: CENTER.y + 0.212 * SCALE },
  scale: SCALE,
});

/** The same window as in the press: equirectangular around the middle of the island. */
export const PUERTO_RICO = { lat: 18.22, lon: -66.4, x: 920, y: 572, unitsPerDegree: 34 } as const;
const puertoRico: Forward = ({ lat, lon }) => ({
  x:
    PUERTO_RICO.x +
    (lon - PUERTO_RICO.lon) * PUERTO_RICO.unitsPerDegree * Math.cos(PUERTO_RICO.lat * RADIANS),
  y: PUERTO_RICO.y - (lat - PUERTO_RICO.lat) * PUERTO_RICO.unitsPerDegree,
});

const FORWARD: Readonly<Record<PlateZone, Forward>> = { mainland, AK: alaska, HI: hawaii, PR: puertoRico };

const box = (x: number, y: number, right: number, bottom: number): PlateBox => ({
  x,
  y,
  width: right - x,
  height: bottom - y,
});

/** The windows cut into the plate, in plate units: those of d3-geo, and one around Puerto Rico. */
export const INSETS: Readonly<Record<Exclude<PlateZone, 'mainland'>, PlateBox>> = {
  AK: box(-65, 461, 209.3, 609.2),
  HI: box(209.3, 520.8, 338, 609.2),
  PR: box(864, 551, 968, 593),
};
/** All of the mainland's part, of d3-geo. */
const MAINLAND = box(-104, -4.4, 1079, 614.4);

/** Degrees each inset is for; nothing of the mainland lies in one of them. */
const REACH: Readonly<Record<Exclude<PlateZone, 'mainland'>, readonly [number, number, number, number]>> = {
  AK: [-190, 51, -129.5, 72],
  HI: [-161, 18.5, -154, 23],
  PR: [-68.5, 17.5, -64.5, 19],
};

const within = (at: { readonly x: number; readonly y: number }, area: PlateBox): boolean =>
  at.x >= area.x && at.x <= area.x + area.width && at.y >= area.y && at.y <= area.y + area.height;

export const project = (zone: PlateZone, point: Point): { readonly x: number; readonly y: number } =>
  FORWARD[zone](point);

/** The part of the plate a point belongs to, or null for one that is on none. */
export function zoneOf(point: Point): PlateZone | null {
  for (const zone of ['AK', 'HI', 'PR'] as const) {
    const [west, south, east, north] = REACH[zone];
    const lon = zone === 'AK' && point.lon > 0 ? point.lon - 360 : point.lon;
    if (lon >= west && lon <= east && point.lat >= south && point.lat <= north) {
      return within(project(zone, point), INSETS[zone]) ? zone : null;
    }
  }
  // The half of the globe away from the cone lands somewhere on the plate, too.
  if (point.lat < 22 || point.lat > 52 || point.lon < -130 || point.lon > -62) return null;
  const at = project('mainland', point);
  const hidden = Object.values(INSETS).some((inset) => within(at, inset));
  return within(at, MAINLAND) && !hidden ? 'mainland' : null;
}

/** The part of the plate a position on it belongs to. */
export function zoneAt(at: { readonly x: number; readonly y: number }): PlateZone {
  for (const zone of ['AK', 'HI', 'PR'] as const) if (within(at, INSETS[zone])) return zone;
  return 'mainland';
}
