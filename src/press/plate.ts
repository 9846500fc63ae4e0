// Degrees → the 975 × 610 plate of the bundled outlines: d3's Albers USA with the viewport of us-atlas, which puts
// Alaska and Hawaii at the lower left. Puerto Rico is not on that plate: it gets a small inset of ours, lower right.
import { geoAlbersUsa } from 'd3-geo';
import { rounded } from './canonical.ts';

export const PLATE = { width: 975, height: 610 } as const;

/** Puerto Rico's inset: an equirectangular window whose center is the middle of the island. */
export const PUERTO_RICO_INSET = {
  center: { lat: 18.22, lon: -66.4 },
  x: 920,
  y: 572,
  /** Plate units for a degree of latitude. */
  unitsPerDegree: 34,
} as const;

const albers = geoAlbersUsa().scale(1300).translate([487.5, 305]);

/** Plate position to a tenth of a unit, or null for a point that is on no part of the plate. */
export function plateOf(point: {
  readonly lat: number;
  readonly lon: number;
  readonly state: string;
}): [number, number] | null {
  if (point.state === 'PR') {
    const { center, x, y, unitsPerDegree } = PUERTO_RICO_INSET;
    const narrowing = Math.cos((center.lat * Math.PI) / 180);
    return [
      rounded(x + (point.lon - center.lon) * unitsPerDegree * narrowing, 1),
      rounded(y - (point.lat - center.lat) * unitsPerDegree, 1),
    ];
  }
  const xy = albers([point.lon, point.lat]);
  return xy && [rounded(xy[0], 1), rounded(xy[1], 1)];
}
