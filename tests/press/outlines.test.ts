import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { INSETS } from '#engine/map/projection.ts';
import { type OutlinesFile, thinned } from '#press/outlines.ts';
import { outlinesBytes } from '#press/outlines-verb.ts';
import { plateOf } from '#press/plate.ts';

const committed = readFileSync(
  new URL('../../src/features/programs/map-outlines.json', import.meta.url),
  'utf8',
);
const file: OutlinesFile = JSON.parse(committed);
const stateOf = (code: string) => file.states.find((state) => state.code === code);

/** The rings of a path in plate units, walked as a browser would. */
function ringsOf(path: string): [number, number][][] {
  return path
    .split('z')
    .filter(Boolean)
    .map((ring) => {
      const [start = '', steps = ''] = ring.slice(1).split('l');
      const [x0 = 0, y0 = 0] = start.split(' ').map(Number);
      const numbers = (steps.match(/-?\d+/g) ?? []).map(Number);
      let [x, y] = [x0, y0];
      const points: [number, number][] = [[x / 10, y / 10]];
      for (let at = 0; at < numbers.length; at += 2) {
        x += numbers[at] ?? 0;
        y += numbers[at + 1] ?? 0;
        points.push([x / 10, y / 10]);
      }
      return points;
    });
}

/** By the even-odd rule. */
function covers(code: string, [x, y]: [number, number]): boolean {
  let inside = false;
  for (const ring of ringsOf(stateOf(code)?.path ?? '')) {
    ring.forEach(([ax, ay], at) => {
      const [bx, by] = ring[(at + 1) % ring.length] ?? [0, 0];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    });
  }
  return inside;
}

describe('the file of outlines', () => {
  it('is, byte for byte, what the verb writes', () => {
    expect(outlinesBytes()).toBe(committed);
  });

  it('names its source and its license', () => {
    expect(file.source).toMatch(/us-atlas .*ISC License.*Census Bureau/);
  });

  it('has the fifty states, the District of Columbia and Puerto Rico, by name', () => {
    const names = file.states.map(({ name }) => name);
    expect(new Set(file.states.map(({ code }) => code)).size).toBe(52);
    expect(names).toEqual(names.toSorted());
    expect(['AK', 'DC', 'HI', 'PR', 'WY'].map((code) => stateOf(code)?.name)).toEqual([
      'Alaska',
      'District of Columbia',
      'Hawaii',
      'Puerto Rico',
      'Wyoming',
    ]);
  });

  it('is drawn in whole numbers, and small enough to carry', () => {
    for (const { path } of file.states) expect(path).toMatch(/^(M-?\d+ -?\d+l[-\d ]+z)+$/);
    expect(gzipSync(committed, { level: 9 }).length).toBeLessThan(23_000);
  });

  it('says where each state is: the box is just around its rings', () => {
    for (const { code, path, box } of file.states) {
      const points = ringsOf(path).flat();
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      expect(box.x, code).toBeCloseTo(Math.min(...xs), 5);
      expect(box.y, code).toBeCloseTo(Math.min(...ys), 5);
      expect(box.x + box.width, code).toBeCloseTo(Math.max(...xs), 5);
      expect(box.y + box.height, code).toBeCloseTo(Math.max(...ys), 5);
    }
  });

  it('lies under the positions the press gives the programs', () => {
    const cities = [
      ['WA', 47.61, -122.33],
      ['TX', 32.78, -96.8],
      ['FL', 28.54, -81.38],
      ['ME', 44.8, -68.77],
      ['AK', 61.2, -149.8],
      ['HI', 21.34, -157.86],
      ['PR', 18.2, -66.3],
      ['DC', 38.91, -77.02],
    ] as const;
    for (const [state, lat, lon] of cities) {
      const at = plateOf({ lat, lon, state });
      expect(at && covers(state, at), state).toBe(true);
      expect(at && covers('KS', at), state).toBe(false);
    }
  });

  it('keeps the insets clear of the mainland', () => {
    for (const { code, path } of file.states) {
      const own = code in INSETS ? code : undefined;
      for (const { zone, box } of file.insets) {
        if (zone === own) continue;
        const inside = ringsOf(path)
          .flat()
          .some(([x, y]) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);
        expect(inside, `${code} in the inset of ${zone}`).toBe(false);
      }
    }
  });
});

describe('thinning a line', () => {
  it('keeps both ends and whatever stands out, and drops what lies on the way', () => {
    const line: [number, number][] = [
      [0, 0],
      [1, 0.01],
      [2, 0],
      [3, 1],
      [4, 0],
    ];
    expect(thinned(line, 0.1)).toEqual([
      [0, 0],
      [2, 0],
      [3, 1],
      [4, 0],
    ]);
    expect(thinned(line, 5)).toEqual([
      [0, 0],
      [4, 0],
    ]);
  });

  it('does not let an island, a line that ends where it begins, fall together', () => {
    const island: [number, number][] = [
      [0, 0],
      [3, 0],
      [3, 3],
      [0, 3],
      [0, 0],
    ];
    expect(thinned(island, 0.1)).toEqual(island);
  });
});
