// Which marks are named on the map: the largest first, each only where its name covers no mark and no other name.
import type { MapCluster, PlateBox } from '#domain/map.ts';
import { MARK_PX } from './map-view.ts';

export type LabelSide = 'below' | 'above' | 'right' | 'left';

const SIDES: readonly LabelSide[] = ['below', 'right', 'left', 'above'];
/** About the size of a letter of the smallest text, in px. */
const LETTER_PX = 7;
const LINE_PX = 15;
const GAP_PX = 2;

/** The diameter of a mark, in px. */
export function markPx(count: number): number {
  if (count === 1) return 12;
  if (count < 10) return 22;
  if (count < 100) return 27;
  return count < 1000 ? MARK_PX : 38;
}

/** The name as it is written beside a mark. */
export const shortPlace = (place: string): string => place.replace(/, [A-Z]{2}$/, '');

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const overlap = (a: Area, b: Area): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function areaOf(side: LabelSide, x: number, y: number, radius: number, width: number): Area {
  const across = { top: y - LINE_PX / 2, bottom: y + LINE_PX / 2 };
  const along = { left: x - width / 2, right: x + width / 2 };
  const off = radius + GAP_PX;
  switch (side) {
    case 'below':
      return { ...along, top: y + off, bottom: y + off + LINE_PX };
    case 'above':
      return { ...along, top: y - off - LINE_PX, bottom: y - off };
    case 'right':
      return { ...across, left: x + off, right: x + off + width };
    case 'left':
      return { ...across, left: x - off - width, right: x - off };
  }
}

/**
 * The side each name stands on, by the key of its mark; a mark without room for its name is not in it.
 * @param scale px for a plate unit.
 */
export function labelsOf(
  clusters: readonly MapCluster[],
  view: PlateBox,
  scale: number,
): ReadonlyMap<string, LabelSide> {
  const drawn = clusters.map((cluster) => ({
    cluster,
    x: (cluster.x - view.x) * scale,
    y: (cluster.y - view.y) * scale,
    radius: markPx(cluster.count) / 2,
  }));
  const taken = drawn.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const [width, height] = [view.width * scale, view.height * scale];
  const labels = new Map<string, LabelSide>();
  for (const { cluster, x, y, radius } of drawn.toSorted((a, b) => b.cluster.count - a.cluster.count)) {
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const letters = shortPlace(cluster.place).length * LETTER_PX;
    const side = SIDES.find((each) => {
      const area = areaOf(each, x, y, radius, letters);
      const fits = area.left >= 0 && area.right <= width && area.top >= 0 && area.bottom <= height;
      return fits && !taken.some((other) => overlap(area, other));
    });
    if (!side) continue;
    taken.push(areaOf(side, x, y, radius, letters));
    labels.set(cluster.key, side);
  }
  return labels;
}
