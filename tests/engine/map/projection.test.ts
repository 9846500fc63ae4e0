import { geoAlbersUsa } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { INSETS, project, PUERTO_RICO, zoneAt, zoneOf } from '#engine/map/projection.ts';
import { plateOf, PUERTO_RICO_INSET } from '#press/plate.ts';

// The projection of us-atlas, as the press uses it for the programs.
const reference = geoAlbersUsa().scale(1300).translate([487.5, 305]);

/** Points of a window of degrees, a half degree apart. */
function pointsOf(south: number, north: number, west: number, east: number) {
  const points = [];
  for (let lat = south; lat <= north; lat += 0.5) {
    for (let lon = west; lon <= east; lon += 0.5) points.push({ lat, lon });
  }
  return points;
}

describe('the plate on the device', () => {
  it.each([
    ['the mainland', pointsOf(25, 49, -124, -67), 'mainland'],
    ['Alaska', pointsOf(54, 71, -168, -141), 'AK'],
    ['Hawaii', pointsOf(19, 22, -160, -155), 'HI'],
  ] as const)('puts %s where the press puts it, to a tenth of a unit', (_name, points, zone) => {
    let compared = 0;
    for (const point of points) {
      const expected = reference([point.lon, point.lat]);
      if (expected === null || zoneOf(point) !== zone) continue;
      const { x, y } = project(zone, point);
      expect(Math.hypot(x - expected[0], y - expected[1])).toBeLessThan(0.1);
      compared++;
    }
    expect(compared).toBeGreaterThan(points.length * 0.6);
  });

  it('has the window of the press around Puerto Rico', () => {
    const { center, x, y, unitsPerDegree } = PUERTO_RICO_INSET;
    expect(PUERTO_RICO).toEqual({ ...center, x, y, unitsPerDegree });
    const sanJuan = { lat: 18.46, lon: -66.1 };
    const [px, py] = plateOf({ ...sanJuan, state: 'PR' }) ?? [0, 0];
    const at = project('PR', sanJuan);
    expect(Math.hypot(at.x - px, at.y - py)).toBeLessThan(0.1);
  });

  it('knows the part of a place, and that others are on none', () => {
    const zones = [
      [{ lat: 42.36, lon: -71.06 }, 'mainland'],
      [{ lat: 25.76, lon: -80.19 }, 'mainland'],
      [{ lat: 61.2, lon: -149.9 }, 'AK'],
      [{ lat: 51.9, lon: -176.6 }, 'AK'],
      [{ lat: 21.3, lon: -157.9 }, 'HI'],
      [{ lat: 18.46, lon: -66.1 }, 'PR'],
      [{ lat: 51.5, lon: -0.13 }, null],
      [{ lat: 28.6, lon: 77.2 }, null],
      [{ lat: 19.43, lon: -99.13 }, null],
      [{ lat: 13.45, lon: 144.75 }, null],
    ] as const;
    expect(zones.map(([point]) => zoneOf(point))).toEqual(zones.map(([, zone]) => zone));
  });

  it('tells the part of a position, too: an inset only inside its window', () => {
    for (const zone of ['AK', 'HI', 'PR'] as const) {
      const { x, y, width, height } = INSETS[zone];
      expect(zoneAt({ x: x + width / 2, y: y + height / 2 })).toBe(zone);
    }
    expect(zoneAt({ x: 908.7, y: 167.1 })).toBe('mainland');
  });
});
