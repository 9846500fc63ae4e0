// Distances on the globe, in a straight line: what a list can honestly know without roads.
export const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;
export const KM_PER_MILE = 1.609344;

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Great-circle distance in kilometers (haversine formula, mean earth radius of the IUGG). NaN if a coordinate is NaN. */
export function distanceKm(a: Point, b: Point): number {
  const dLat = (b.lat - a.lat) * RADIANS;
  const dLon = (b.lon - a.lon) * RADIANS;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Distances in miles from one point to every row; NaN where the row has no coordinates. */
export function milesToAll(from: Point, lat: Float32Array, lon: Float32Array): Float32Array {
  const out = new Float32Array(lat.length);
  for (let row = 0; row < out.length; row++) {
    const to = { lat: lat[row] ?? Number.NaN, lon: lon[row] ?? Number.NaN };
    out[row] = distanceKm(from, to) / KM_PER_MILE;
  }
  return out;
}
