// Positions that are too near to each other → one mark. Marks stand on real cities, never nearer to each other than
// asked, and the same input gives the same marks whatever its order.
// The largest city takes its mark first and keeps others off within that distance; then every city joins the nearest
// mark of its part of the plate. A grid as wide as the distance keeps both to the neighbors.
import type { PlateZone } from '#domain/map.ts';

/** Programs at one position. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly zone: PlateZone;
  readonly count: number;
}

/** Wider than the plate is in cells at the deepest level. */
const GRID_WIDTH = 4096;
const OFFSET = 1024;

/** Largest first; between equals from the top, then from the left. */
export const bySize = (a: Spot, b: Spot): number => b.count - a.count || a.y - b.y || a.x - b.x;

/**
 * Which mark each spot belongs to.
 * @param spots in the order of `bySize`, each at a position of its own.
 * @param apart plate units.
 * @returns for each spot the index of the spot its mark stands on; a mark's spot is its own.
 */
export function markOf(spots: readonly Spot[], apart: number): Int32Array {
  const grid = new Map<number, number[]>();
  const cellOf = ({ x, y }: Spot) =>
    (Math.floor(y / apart) + OFFSET) * GRID_WIDTH + Math.floor(x / apart) + OFFSET;
  /** Of the marks of the same part nearer than `apart` the nearest, or -1; between equals the earlier. */
  const nearest = (spot: Spot): number => {
    const cell = cellOf(spot);
    let found = -1;
    let least = apart * apart;
    for (let down = -1; down <= 1; down++) {
      for (let right = -1; right <= 1; right++) {
        for (const mark of grid.get(cell + down * GRID_WIDTH + right) ?? []) {
          const other = spots[mark];
          if (!other || other.zone !== spot.zone) continue;
          const away = (other.x - spot.x) ** 2 + (other.y - spot.y) ** 2;
          if (away < least || (away === least && found > mark)) {
            least = away;
            found = mark;
          }
        }
      }
    }
    return found;
  };
  spots.forEach((spot, at) => {
    if (nearest(spot) >= 0) return;
    const cell = cellOf(spot);
    const there = grid.get(cell);
    if (there) there.push(at);
    else grid.set(cell, [at]);
  });
  return Int32Array.from(spots, nearest);
}
