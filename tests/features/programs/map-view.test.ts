import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apartAt, LAST_LEVEL, type MapCluster } from '#domain/map.ts';
import { labelsOf, markPx } from '#features/programs/map-labels.ts';
import {
  between,
  type Frame,
  heldSpot,
  isSameSpot,
  largestZoom,
  levelOf,
  MARK_PX,
  movedSpot,
  scaleOf,
  type Spot,
  spotOfBox,
  viewOf,
  WHOLE_SPOT,
  zoomedSpot,
} from '#features/programs/map-view.ts';
import { BEYOND, pushed } from '#features/programs/map-shown.ts';

const PHONE: Frame = { width: 360, height: 270 };
const frame: fc.Arbitrary<Frame> = fc.record({
  width: fc.integer({ min: 280, max: 1600 }),
  height: fc.integer({ min: 200, max: 900 }),
});
const spotIn = (room: Frame): fc.Arbitrary<Spot> =>
  fc
    .record({
      x: fc.integer({ min: 0, max: 970 }),
      y: fc.integer({ min: 6, max: 610 }),
      zoom: fc.integer({ min: 10, max: 600 }).map((n) => n / 10),
    })
    .map((spot) => heldSpot(room, spot));
const looking = frame.chain((room) => fc.record({ room: fc.constant(room), spot: spotIn(room) }));

describe('where the map is looked at', () => {
  it('is the whole country at first, in any room', () => {
    fc.assert(
      fc.property(frame, (room) => {
        const { x, y, width, height } = viewOf(room, heldSpot(room, WHOLE_SPOT));
        expect(x).toBeLessThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(10);
        expect(x + width).toBeGreaterThanOrEqual(968);
        expect(y + height).toBeGreaterThanOrEqual(610);
      }),
    );
  });

  it('stays on the country, however far it is drawn along', () => {
    fc.assert(
      fc.property(looking, fc.integer({ min: -9000, max: 9000 }), ({ room, spot }, px) => {
        const moved = movedSpot(room, spot, px, -px);
        const view = viewOf(room, moved);
        expect(isSameSpot(heldSpot(room, moved), moved)).toBe(true);
        if (view.width < 972) {
          expect(view.x).toBeGreaterThanOrEqual(-2.001);
          expect(view.x + view.width).toBeLessThanOrEqual(970.001);
        }
      }),
    );
  });

  it('keeps the point under the fingers in its place while zooming in', () => {
    const spot: Spot = { x: 880, y: 200, zoom: 6 };
    const at = { x: 100, y: 80 };
    const pointUnder = (looked: Spot) => {
      const view = viewOf(PHONE, looked);
      const scale = scaleOf(PHONE, looked);
      return [view.x + at.x / scale, view.y + at.y / scale];
    };
    const [x = 0, y = 0] = pointUnder(spot);
    const [nextX, nextY] = pointUnder(zoomedSpot(PHONE, spot, 2.5, at));
    expect(nextX).toBeCloseTo(x, 6);
    expect(nextY).toBeCloseTo(y, 6);
  });

  it('zooms no farther out than the country and no farther in than the largest scale', () => {
    fc.assert(
      fc.property(looking, ({ room, spot }) => {
        expect(zoomedSpot(room, spot, 1e-6).zoom).toBe(1);
        expect(scaleOf(room, zoomedSpot(room, spot, 1e6))).toBeCloseTo(40, 6);
        expect(zoomedSpot(room, spot, 1e6).zoom).toBeCloseTo(largestZoom(room), 6);
      }),
    );
  });

  it('shows all of a box it is sent to, and stays above the largest scale where the box is a point', () => {
    const box = { x: 840, y: 190, width: 40, height: 25 };
    const view = viewOf(PHONE, spotOfBox(PHONE, box));
    expect(view.x).toBeLessThan(box.x);
    expect(view.x + view.width).toBeGreaterThan(box.x + box.width);
    expect(view.y).toBeLessThan(box.y);
    expect(view.y + view.height).toBeGreaterThan(box.y + box.height);
    const point = spotOfBox(PHONE, { x: 840, y: 190, width: 0, height: 0 });
    expect(scaleOf(PHONE, point)).toBeCloseTo(40, 6);
  });

  it('glides from one spot to another without leaving either end', () => {
    fc.assert(
      fc.property(looking, looking, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, share) => {
        const [from, to] = [one.spot, heldSpot(one.room, other.spot)];
        expect(isSameSpot(between(from, to, 0), from)).toBe(true);
        expect(isSameSpot(between(from, to, 1), to)).toBe(true);
        const { zoom } = between(from, to, share);
        expect(zoom).toBeGreaterThanOrEqual(Math.min(from.zoom, to.zoom) - 1e-9);
        expect(zoom).toBeLessThanOrEqual(Math.max(from.zoom, to.zoom) + 1e-9);
      }),
    );
  });
});

describe('the level of a scale', () => {
  it('is the deepest on which no two marks touch', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 40, noNaN: true }), (scale) => {
        const level = levelOf(scale);
        expect(apartAt(level) * scale).toBeGreaterThanOrEqual(MARK_PX - 1e-9);
        if (level < LAST_LEVEL) expect(apartAt(level + 1) * scale).toBeLessThan(MARK_PX);
      }),
    );
  });
});

describe('the names on the map', () => {
  const cluster = (x: number, y: number, count: number, place: string): MapCluster => ({
    key: `${x},${y}`,
    x,
    y,
    count,
    place,
    onePlace: true,
    bestFit: null,
    splits: false,
    box: { x, y, width: 0, height: 0 },
    only: null,
  });
  const view = { x: 0, y: 0, width: 360, height: 270 };

  it('never cover a mark or each other, and stay on the map', () => {
    const position = fc.record({
      x: fc.integer({ min: 0, max: 360 }),
      y: fc.integer({ min: 0, max: 270 }),
      count: fc.integer({ min: 1, max: 2000 }),
    });
    const clusters = fc
      .uniqueArray(position, { selector: ({ x, y }) => `${x},${y}`, maxLength: 25 })
      .map((all) => all.map(({ x, y, count }) => cluster(x, y, count, 'Kansas City, MO')));
    fc.assert(
      fc.property(clusters, (all) => {
        const labels = labelsOf(all, view, 1);
        const width = 'Kansas City'.length * 7;
        const areas = all.flatMap((each) => {
          const side = labels.get(each.key);
          if (!side) return [];
          const off = markPx(each.count) / 2 + 2;
          const left = { below: -width / 2, above: -width / 2, right: off, left: -off - width }[side];
          const top = { below: off, above: -off - 15, right: -7.5, left: -7.5 }[side];
          return [{ left: each.x + left, top: each.y + top, of: each.key }];
        });
        for (const [at, a] of areas.entries()) {
          expect(a.left >= 0 && a.top >= 0 && a.left + width <= 360 && a.top + 15 <= 270).toBe(true);
          for (const b of areas.slice(at + 1)) {
            const apart =
              a.left + width <= b.left ||
              b.left + width <= a.left ||
              a.top + 15 <= b.top ||
              b.top + 15 <= a.top;
            expect(apart).toBe(true);
          }
          for (const { key, x, y, count } of all) {
            if (key === a.of) continue;
            const r = markPx(count) / 2;
            const clear = x + r <= a.left || x - r >= a.left + width || y + r <= a.top || y - r >= a.top + 15;
            expect(clear).toBe(true);
          }
        }
      }),
    );
  });

  it('go to the larger of two that have no room for both', () => {
    const strip = { x: 0, y: 0, width: 150, height: 40 };
    const small = cluster(20, 20, 2, 'Town Name, KS');
    const large = cluster(130, 20, 40, 'Town Name, KS');
    expect(labelsOf([small], strip, 1).has(small.key)).toBe(true);
    const labels = labelsOf([small, large], strip, 1);
    expect(labels.has(large.key)).toBe(true);
    expect(labels.has(small.key)).toBe(false);
  });
});

describe('the picture while the map is moved', () => {
  const shownAt = (spot: Spot, room = PHONE) => {
    const { x: left, y: top } = viewOf(room, spot);
    return { left, top, scale: scaleOf(room, spot), room };
  };
  const from: Spot = { x: 700, y: 300, zoom: 6 };

  it('puts every point where a new drawing would put it', () => {
    const to = zoomedSpot(PHONE, from, 1.3, { x: 90, y: 200 });
    const [drawn, shown] = [shownAt(from), shownAt(to)];
    const way = pushed(drawn, shown);
    if (!way) throw new Error('The picture does not reach.');
    for (const [x, y] of [
      [700, 300],
      [690, 310],
    ] as const) {
      // A point of the drawing: from the corner of the room beyond the frame, then pushed and stretched.
      const localX = (x - drawn.left) * drawn.scale + BEYOND * PHONE.width;
      const localY = (y - drawn.top) * drawn.scale + BEYOND * PHONE.height;
      expect(-BEYOND * PHONE.width + way.x + localX * way.stretch).toBeCloseTo(
        (x - shown.left) * shown.scale,
        6,
      );
      expect(-BEYOND * PHONE.height + way.y + localY * way.stretch).toBeCloseTo(
        (y - shown.top) * shown.scale,
        6,
      );
    }
  });

  it('is drawn anew where it would run out, be too coarse, or the room has changed', () => {
    const drawn = shownAt(from);
    expect(pushed(drawn, shownAt(movedSpot(PHONE, from, -80, 0)))).not.toBeNull();
    expect(pushed(drawn, shownAt(movedSpot(PHONE, from, -100, 0)))).toBeNull();
    expect(pushed(drawn, shownAt(zoomedSpot(PHONE, from, 2)))).toBeNull();
    expect(pushed(drawn, shownAt(zoomedSpot(PHONE, from, 0.6)))).toBeNull();
    expect(pushed(drawn, shownAt(from, { width: 640, height: 480 }))).toBeNull();
  });
});
