// What is on the screen while the map is moved. The drawing has thousands of corners, too many to draw anew for every
// step of a finger: on the way the picture that is there is pushed and stretched, and drawn anew once it rests, or
// where it would run out. What stands on the map only follows numbers of the frame.
import { type ReadonlySignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Frame, scaleOf, type Spot, viewOf } from './map-view.ts';

/** Drawn beyond the frame on every side, as a share of it; the style sheet gives the drawing the same room. */
export const BEYOND = 0.25;
/** A picture stretched more than this is drawn anew on the way. */
const MOST_STRETCH = 1.8;
const REST_MS = 120;

interface Shown {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  readonly room: Frame;
}

/** How the drawn picture must be pushed and stretched to show another view; null where it does not reach. */
export function pushed(drawn: Shown, shown: Shown): { x: number; y: number; stretch: number } | null {
  const { width, height } = shown.room;
  const stretch = shown.scale / drawn.scale;
  if (width !== drawn.room.width || height !== drawn.room.height) return null;
  if (stretch > MOST_STRETCH || stretch < 1 / MOST_STRETCH) return null;
  const x = (drawn.left - shown.left) * shown.scale + BEYOND * width * (1 - stretch);
  const y = (drawn.top - shown.top) * shown.scale + BEYOND * height * (1 - stretch);
  const reaches = (at: number, room: number) =>
    at - BEYOND * room <= 0 && at - BEYOND * room + room * (1 + 2 * BEYOND) * stretch >= room;
  return reaches(x, width) && reaches(y, height) ? { x, y, stretch } : null;
}

/** Writes where the map is looked at into the frame and its drawing. */
export function useShownSpot(live: ReadonlySignal<Spot>, room: ReadonlySignal<Frame>) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<SVGSVGElement>(null);
  const drawn = useRef<Shown | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const draw = (shown: Shown) => {
    const { left, top, scale, room } = shown;
    const [width, height] = [room.width / scale, room.height / scale];
    const box = [
      left - BEYOND * width,
      top - BEYOND * height,
      width * (1 + 2 * BEYOND),
      height * (1 + 2 * BEYOND),
    ];
    chart.current?.setAttribute('viewBox', box.join(' '));
    if (chart.current) chart.current.style.transform = '';
    drawn.current = shown;
  };

  useSignalEffect(() => {
    const { x: left, y: top } = viewOf(room.value, live.value);
    const shown: Shown = { left, top, scale: scaleOf(room.value, live.value), room: room.value };
    const style = frame.current?.style;
    style?.setProperty('--left', left.toFixed(3));
    style?.setProperty('--top', top.toFixed(3));
    style?.setProperty('--scale', shown.scale.toFixed(4));
    clearTimeout(resting.current);
    const way = drawn.current && pushed(drawn.current, shown);
    if (!way || !chart.current) {
      draw(shown);
      return;
    }
    chart.current.style.transform = `translate(${way.x}px, ${way.y}px) scale(${way.stretch})`;
    resting.current = setTimeout(() => draw(shown), REST_MS);
  });
  useEffect(() => () => clearTimeout(resting.current), []);
  return { frame, chart };
}
