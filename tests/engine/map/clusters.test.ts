import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apartAt, LAST_LEVEL } from '#domain/map.ts';
import { bySize, markOf, type Spot } from '#engine/map/clusters.ts';
import { zoneAt } from '#engine/map/projection.ts';

const spot = fc
  .record({
    x: fc.integer({ min: -500, max: 9700 }).map((n) => n / 10),
    y: fc.integer({ min: 0, max: 6100 }).map((n) => n / 10),
    count: fc.integer({ min: 1, max: 200 }),
  })
  .map((at): Spot => ({ ...at, zone: zoneAt(at) }));
const spots = fc
  .uniqueArray(spot, { selector: ({ x, y }) => `${x},${y}`, maxLength: 120 })
  .map((all) => all.toSorted(bySize));
const level = fc.integer({ min: 0, max: LAST_LEVEL });

const away = (a: Spot, b: Spot) => Math.hypot(a.x - b.x, a.y - b.y);
const marked = (all: readonly Spot[], apart: number) =>
  [...markOf(all, apart)].map((mark, at) => ({ spot: all[at] as Spot, mark: all[mark] as Spot }));

describe('the marks of a level', () => {
  it('are never nearer to each other than the level asks, but for another part of the plate', () => {
    fc.assert(
      fc.property(spots, level, (all, at) => {
        const apart = apartAt(at);
        const marks = [...new Set(marked(all, apart).map(({ mark }) => mark))];
        for (const [index, a] of marks.entries()) {
          for (const b of marks.slice(index + 1)) {
            if (a.zone === b.zone) expect(away(a, b)).toBeGreaterThanOrEqual(apart);
          }
        }
      }),
    );
  });

  it('take in every position, each by the nearest mark of its part, within that distance', () => {
    fc.assert(
      fc.property(spots, level, (all, at) => {
        const apart = apartAt(at);
        const pairs = marked(all, apart);
        const marks = [...new Set(pairs.map(({ mark }) => mark))];
        for (const { spot, mark } of pairs) {
          expect(mark.zone).toBe(spot.zone);
          const nearest = Math.min(
            ...marks.filter(({ zone }) => zone === spot.zone).map((each) => away(each, spot)),
          );
          expect(away(mark, spot)).toBeCloseTo(nearest, 9);
          if (mark !== spot) expect(away(mark, spot)).toBeLessThan(apart);
        }
      }),
    );
  });

  it('do not depend on the order the positions came in', () => {
    fc.assert(
      fc.property(spots, level, fc.infiniteStream(fc.nat()), (all, at, random) => {
        const shuffled = all
          .map((each) => ({ each, by: random.next().value ?? 0 }))
          .toSorted((a, b) => a.by - b.by)
          .map(({ each }) => each)
          .toSorted(bySize);
        expect(marked(shuffled, apartAt(at))).toEqual(marked(all, apartAt(at)));
      }),
    );
  });

  it('stand on the largest city of their neighborhood', () => {
    const boston: Spot = { x: 908.7, y: 167.1, zone: 'mainland', count: 113 };
    const worcester: Spot = { x: 897.3, y: 172.5, zone: 'mainland', count: 29 };
    const all = [boston, worcester];
    expect([...markOf(all, apartAt(2))]).toEqual([0, 0]);
    expect([...markOf(all, apartAt(8))]).toEqual([0, 1]);
  });

  it('come apart as the level deepens', () => {
    const all = Array.from({ length: 60 }, (_each, at): Spot => {
      const [x, y] = [400 + (at % 10) * 9, 200 + Math.floor(at / 10) * 9];
      return { x, y, zone: 'mainland', count: 60 - at };
    });
    const counts = [0, 4, 8, 12].map((at) => new Set(markOf(all, apartAt(at))).size);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts[0]).toBeLessThan(4);
    expect(counts.at(-1)).toBe(60);
  });
});
