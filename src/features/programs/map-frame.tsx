// The frame of the map: it is moved by fingers, mouse, wheel and keys, and keeps what stands on it in step. Where it is
// looked at belongs to the view; while a hand is on it, only the numbers of the frame change, and nothing is drawn anew.
import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '#ui/button.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './map-frame.module.css';
import { watchGestures } from './map-gestures.ts';
import { useShownSpot } from './map-shown.ts';
import {
  between,
  type Frame,
  isSameSpot,
  largestZoom,
  movedSpot,
  type Spot,
  WHOLE_SPOT,
  zoomedSpot,
} from './map-view.ts';

const GLIDE_MS = 220;
/** Part of the frame an arrow key moves. */
const STEP = 0.2;
const KEY_FACTOR = 1.6;
const TAP_FACTOR = 2.2;

export interface MapFrameProps {
  readonly spot: Spot;
  /** The room the map has; set by the frame. */
  readonly room: { value: Frame };
  readonly onSpot: (spot: Spot) => void;
  readonly chart: ComponentChildren;
  readonly children: ComponentChildren;
  /** Beside the buttons under the map. */
  readonly legend: ComponentChildren;
  /** What Escape does. */
  readonly onLeave: () => void;
}

const isCalm = () => window.matchMedia?.('(prefers-reduced-motion: reduce)').matches === true;

/** Follows the spot of the view by gliding to it. `live` is what is on the screen; `hold` stops it under a hand. */
function useGlide(spot: Spot) {
  const live = useSignal(spot);
  const hold = useRef(() => {});
  useEffect(() => {
    const from = live.peek();
    if (isSameSpot(from, spot)) return;
    if (isCalm()) {
      live.value = spot;
      return;
    }
    const began = performance.now();
    let turn = requestAnimationFrame(function step(now) {
      const share = Math.min(1, Math.max(0, (now - began) / GLIDE_MS));
      live.value = share === 1 ? spot : between(from, spot, 1 - (1 - share) ** 3);
      if (share < 1) turn = requestAnimationFrame(step);
    });
    const stop = () => cancelAnimationFrame(turn);
    hold.current = stop;
    return stop;
  }, [spot.x, spot.y, spot.zoom]);
  return { live, hold: () => hold.current() };
}

export function MapFrame(props: MapFrameProps) {
  const { spot, room, onSpot, chart: drawing, children, legend, onLeave } = props;
  const { live, hold } = useGlide(spot);
  const { frame, chart } = useShownSpot(live, room as ReadonlySignal<Frame>);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = () => {
      const { clientWidth: width, clientHeight: height } = element;
      const { value } = room;
      if (width > 0 && height > 0 && (width !== value.width || height !== value.height))
        room.value = { width, height };
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    return watchGestures(element, {
      canMove: () => live.peek().zoom > 1,
      onMove: (right, down) => {
        hold();
        live.value = movedSpot(room.value, live.peek(), right, down);
      },
      onZoom: (factor, at) => {
        const next = zoomedSpot(room.value, live.peek(), factor, at);
        if (isSameSpot(next, live.peek())) return false;
        hold();
        live.value = next;
        return true;
      },
      onDoubleTap: (at) => onSpot(zoomedSpot(room.value, live.peek(), TAP_FACTOR, at)),
      onRest: () => onSpot(live.peek()),
    });
  }, [onSpot]);

  const zoom = (factor: number) => onSpot(zoomedSpot(room.value, spot, factor));
  const move = (right: number, down: number) =>
    onSpot(movedSpot(room.value, spot, -right * room.value.width * STEP, -down * room.value.height * STEP));

  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => move(-1, 0),
    ArrowRight: () => move(1, 0),
    ArrowUp: () => move(0, -1),
    ArrowDown: () => move(0, 1),
    '+': () => zoom(KEY_FACTOR),
    '=': () => zoom(KEY_FACTOR),
    '-': () => zoom(1 / KEY_FACTOR),
    '0': () => onSpot(WHOLE_SPOT),
    Escape: () => {
      frame.current?.focus();
      onLeave();
    },
  };
  const pressed = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };

  return (
    <div class={styles.around}>
      {/* An application: the arrow keys are the map's, also for those who listen. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={frame}
        class={styles.frame}
        role="application"
        aria-roledescription="map"
        aria-label="Map of programs"
        aria-describedby="map-keys"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-moves={spot.zoom > 1 || undefined}
        onKeyDown={pressed}
      >
        <svg ref={chart} class={styles.chart} aria-hidden="true" preserveAspectRatio="none">
          {drawing}
        </svg>
        {children}
      </div>
      <VisuallyHidden>
        <span id="map-keys">
          Arrow keys move the map, plus and minus zoom, zero shows the whole country, Tab goes through the
          marks.
        </span>
      </VisuallyHidden>
      <div class={styles.bar}>
        <div class={styles.legend}>{legend}</div>
        <div class={styles.zoom} role="group" aria-label="Zoom">
          <IconButton
            icon="map"
            label="Whole country"
            disabled={spot.zoom <= 1}
            onClick={() => onSpot(WHOLE_SPOT)}
          />
          <IconButton icon="minus" label="Zoom out" disabled={spot.zoom <= 1} onClick={() => zoom(1 / 2)} />
          <IconButton
            icon="plus"
            label="Zoom in"
            disabled={spot.zoom >= largestZoom(room.value) * 0.999}
            onClick={() => zoom(2)}
          />
        </div>
      </div>
    </div>
  );
}
