import { describe, expect, it } from 'vitest';
import { anchorsOf, pointAt, RING_MILES } from '#engine/map/rings.ts';
import { INSETS, project } from '#engine/map/projection.ts';
import { distanceKm, KM_PER_MILE } from '#engine/place/distance.ts';

const BOSTON = { label: 'Boston, MA', lat: 42.36, lon: -71.06 };
const HONOLULU = { label: 'Honolulu, HI', lat: 21.31, lon: -157.86 };
const LONDON = { label: 'London', lat: 51.5, lon: -0.13 };

const pointsOf = (path: string) =>
  path
    .slice(1, -1)
    .split('L')
    .map((pair) => pair.split(' ').map(Number));

describe('a circle of distance', () => {
  it('is everywhere as far from its middle as it says', () => {
    for (const miles of RING_MILES) {
      for (let bearing = 0; bearing < 360; bearing += 15) {
        const away = distanceKm(BOSTON, pointAt(BOSTON, miles, bearing)) / KM_PER_MILE;
        expect(away).toBeCloseTo(miles, 6);
      }
    }
  });

  it('is drawn through the same points as the plate has them', () => {
    const [home] = anchorsOf({ home: BOSTON, ties: [] });
    const ring = home?.rings.find(({ miles }) => miles === 300);
    const points = pointsOf(ring?.path ?? '');
    // Due east comes after a quarter of the way round.
    const east = project('mainland', pointAt(BOSTON, 300, 88));
    const [x = 0, y = 0] = points[22] ?? [];
    expect(points).toHaveLength(90);
    expect(Math.hypot(x - east.x, y - east.y)).toBeLessThan(0.1);
  });

  it('is larger the farther it reaches, and its label stands on it', () => {
    const [home] = anchorsOf({ home: BOSTON, ties: [] });
    const radii = home?.rings.map(({ label }) =>
      Math.hypot(label.x - (home.at?.x ?? 0), label.y - (home.at?.y ?? 0)),
    );
    expect(home?.rings.map(({ miles }) => miles)).toEqual([50, 150, 300, 500]);
    expect(radii).toEqual(radii?.toSorted((a, b) => a - b));
    // A unit of the mainland is about three miles.
    expect((radii?.[0] ?? 0) * 3).toBeGreaterThan(40);
    expect((radii?.[0] ?? 0) * 3).toBeLessThan(60);
  });
});

describe('the places of the user', () => {
  it('are home first, then the ties in their order', () => {
    const anchors = anchorsOf({ home: BOSTON, ties: [HONOLULU, LONDON] });
    expect(anchors.map(({ key, label }) => [key, label])).toEqual([
      ['home', 'Boston, MA'],
      ['tie-1', 'Honolulu, HI'],
      ['tie-2', 'London'],
    ]);
    expect(anchorsOf({ ties: [] })).toEqual([]);
  });

  it('stand on the part of the plate they are on, as their circles do', () => {
    const [honolulu] = anchorsOf({ ties: [HONOLULU] });
    const { x, y, width, height } = INSETS.HI;
    const near = pointsOf(honolulu?.rings[0]?.path ?? '');
    expect(honolulu?.at?.zone).toBe('HI');
    for (const [px = 0, py = 0] of near) {
      expect(px > x && px < x + width && py > y && py < y + height).toBe(true);
    }
  });

  it('off the plate have neither a position nor circles, and are kept', () => {
    expect(anchorsOf({ home: LONDON, ties: [] })).toEqual([
      { key: 'home', label: 'London', at: null, rings: [] },
    ]);
  });
});
