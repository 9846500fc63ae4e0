// Circles of equal distance around the user's places, on the plate. A circle on the globe is no circle on a map: each is
// walked point by point. It is drawn on the part of the plate its middle is on, and nowhere else.
import type { MapAnchor, MapRing, PlateZone } from '#domain/map.ts';
import type { Profile } from '#domain/profile.ts';
import { EARTH_RADIUS_KM, KM_PER_MILE, type Point } from '#engine/place/distance.ts';
import { project, zoneOf } from './projection.ts';

export const RING_MILES = [50, 150, 300, 500] as const;

const RADIANS = Math.PI / 180;
const STEP_DEGREES = 4;
/** Beside the flag that stands in the middle. */
const LABEL_BEARING = 325;

/** The point at a distance and bearing (degrees from north) from another, on a sphere. */
export function pointAt(from: Point, miles: number, bearing: number): Point {
  const angle = (miles * KM_PER_MILE) / EARTH_RADIUS_KM;
  const lat = from.lat * RADIANS;
  const sinLat =
    Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(bearing * RADIANS);
  const turn = Math.atan2(
    Math.sin(bearing * RADIANS) * Math.sin(angle) * Math.cos(lat),
    Math.cos(angle) - Math.sin(lat) * sinLat,
  );
  return { lat: Math.asin(sinLat) / RADIANS, lon: from.lon + turn / RADIANS };
}

const rounded = (n: number) => Math.round(n * 10) / 10;

function ringOf(middle: Point, zone: PlateZone, miles: number): MapRing {
  const points: string[] = [];
  for (let bearing = 0; bearing < 360; bearing += STEP_DEGREES) {
    const { x, y } = project(zone, pointAt(middle, miles, bearing));
    points.push(`${rounded(x)} ${rounded(y)}`);
  }
  const named = project(zone, pointAt(middle, miles, LABEL_BEARING));
  return { miles, path: `M${points.join('L')}Z`, label: { x: rounded(named.x), y: rounded(named.y) } };
}

/** Home and the ties on the plate, each with its circles. */
export function anchorsOf({ home, ties }: Pick<Profile, 'home' | 'ties'>): MapAnchor[] {
  const places = [
    ...(home ? [{ key: 'home', ...home }] : []),
    ...ties.map((tie, at) => ({ key: `tie-${at + 1}`, ...tie })),
  ];
  return places.map(({ key, label, lat, lon }): MapAnchor => {
    const zone = zoneOf({ lat, lon });
    if (zone === null) return { key, label, at: null, rings: [] };
    const { x, y } = project(zone, { lat, lon });
    return {
      key,
      label,
      at: { x: rounded(x), y: rounded(y), zone },
      rings: RING_MILES.map((miles) => ringOf({ lat, lon }, zone, miles)),
    };
  });
}
