// Where the map is looked at, and what that means on the screen. Pure: plate units in, pixels out, and back.
import { LAST_LEVEL, type PlateBox } from '#domain/map.ts';

/** The room of the map on the screen, in px. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** The middle of what is shown, in plate units; a zoom of 1 shows the whole country. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** The country with its insets; the farthest Aleutians, where nobody trains, lie outside. */
const WHOLE: PlateBox = { x: -2, y: 6, width: 972, height: 606 };
export const WHOLE_SPOT: Spot = { x: 484, y: 309, zoom: 1 };

/** Px for a plate unit at the largest scale: about three miles in a thumb's breadth. */
const LARGEST_SCALE = 40;
/** Marks stand no nearer to each other; all but those of a thousand and more are drawn no larger. */
export const MARK_PX = 32;

const fitScale = ({ width, height }: Frame): number => Math.min(width / WHOLE.width, height / WHOLE.height);

export const largestZoom = (frame: Frame): number => LARGEST_SCALE / fitScale(frame);

/** Px for a plate unit. */
export const scaleOf = (frame: Frame, { zoom }: Spot): number => fitScale(frame) * zoom;

/** What is on the screen, in plate units. */
export function viewOf(frame: Frame, spot: Spot): PlateBox {
  const scale = scaleOf(frame, spot);
  const [width, height] = [frame.width / scale, frame.height / scale];
  return { x: spot.x - width / 2, y: spot.y - height / 2, width, height };
}

/** A middle that keeps the view on the country; in the middle of it where it is smaller than the view. */
const held = (middle: number, from: number, length: number, shown: number): number =>
  shown >= length
    ? from + length / 2
    : Math.min(Math.max(middle, from + shown / 2), from + length - shown / 2);

/** The nearest spot that shows nothing but the country, at a scale there is. */
export function heldSpot(frame: Frame, spot: Spot): Spot {
  const zoom = Math.min(Math.max(spot.zoom, 1), largestZoom(frame));
  const { width, height } = viewOf(frame, { ...spot, zoom });
  return {
    x: held(spot.x, WHOLE.x, WHOLE.width, width),
    y: held(spot.y, WHOLE.y, WHOLE.height, height),
    zoom,
  };
}

/** The map drawn along by so many px. */
export function movedSpot(frame: Frame, spot: Spot, rightPx: number, downPx: number): Spot {
  const scale = scaleOf(frame, spot);
  return heldSpot(frame, { ...spot, x: spot.x - rightPx / scale, y: spot.y - downPx / scale });
}

/**
 * A larger or smaller scale, with one point of the map kept where it is.
 * @param at px from the upper left corner of the map; its middle by default.
 */
export function zoomedSpot(
  frame: Frame,
  spot: Spot,
  factor: number,
  at: { readonly x: number; readonly y: number } = { x: frame.width / 2, y: frame.height / 2 },
): Spot {
  const zoom = Math.min(Math.max(spot.zoom * factor, 1), largestZoom(frame));
  const before = scaleOf(frame, spot);
  const after = scaleOf(frame, { ...spot, zoom });
  const [right, down] = [at.x - frame.width / 2, at.y - frame.height / 2];
  return heldSpot(frame, {
    x: spot.x + right / before - right / after,
    y: spot.y + down / before - down / after,
    zoom,
  });
}

/** Part of the frame left free around what is looked at. */
const MARGIN = 0.15;

/** The spot from which all of a box is seen. */
export function spotOfBox(frame: Frame, { x, y, width, height }: PlateBox): Spot {
  const room = 1 - 2 * MARGIN;
  const scale = Math.min((frame.width * room) / width, (frame.height * room) / height, LARGEST_SCALE);
  return heldSpot(frame, { x: x + width / 2, y: y + height / 2, zoom: scale / fitScale(frame) });
}

/** The deepest level whose marks do not touch at this scale. */
export function levelOf(scale: number): number {
  const level = Math.floor(2 * Math.log2((128 * scale) / MARK_PX));
  return Math.min(Math.max(level, 0), LAST_LEVEL);
}

/** On the way from one spot to another, `share` from 0 to 1: the scale grows evenly, and what stays in place stays. */
export function between(from: Spot, to: Spot, share: number): Spot {
  const zoom = from.zoom * (to.zoom / from.zoom) ** share;
  const across =
    Math.abs(to.zoom / from.zoom - 1) < 1e-6
      ? share
      : (1 / from.zoom - 1 / zoom) / (1 / from.zoom - 1 / to.zoom);
  return { x: from.x + (to.x - from.x) * across, y: from.y + (to.y - from.y) * across, zoom };
}

export const isSameSpot = (a: Spot, b: Spot): boolean =>
  Math.abs(a.x - b.x) < 0.01 && Math.abs(a.y - b.y) < 0.01 && Math.abs(a.zoom / b.zoom - 1) < 0.001;
