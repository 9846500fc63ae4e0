// Fingers, mouse and wheel on the map → moves and zooms. A press that does not travel stays a press: buttons on the map
// keep their clicks. While there is nothing to move, one finger scrolls the page.

export interface Gestures {
  /** Whether one finger may move the map; the page scrolls otherwise. */
  readonly canMove: () => boolean;
  readonly onMove: (rightPx: number, downPx: number) => void;
  /** @param at px from the upper left corner of the element. @returns whether anything changed. */
  readonly onZoom: (factor: number, at: { readonly x: number; readonly y: number }) => boolean;
  readonly onDoubleTap: (at: { readonly x: number; readonly y: number }) => void;
  /** The last finger is off, or the wheel rests. */
  readonly onRest: () => void;
}

/** Px a finger may tremble and still be pressing. */
const TREMBLE = 8;
const DOUBLE_TAP_MS = 350;
const DOUBLE_TAP_PX = 28;
const WHEEL_REST_MS = 140;
/** Px of one notch, where the wheel counts in lines. */
const LINE_PX = 16;

interface Finger {
  x: number;
  y: number;
  readonly downX: number;
  readonly downY: number;
}

/** Begins to listen; returns the stop. */
export function watchGestures(element: HTMLElement, gestures: Gestures): () => void {
  const fingers = new Map<number, Finger>();
  const stop = new AbortController();
  let travels = false;
  let lastTap = { x: 0, y: 0, at: Number.NEGATIVE_INFINITY };
  let resting: ReturnType<typeof setTimeout> | undefined;

  const inside = ({ x, y }: { readonly x: number; readonly y: number }) => {
    const { left, top } = element.getBoundingClientRect();
    return { x: x - left, y: y - top };
  };
  /** Middle and spread of the fingers that are down. */
  const hand = () => {
    const [one, other] = [...fingers.values()];
    if (!one) return { x: 0, y: 0, spread: 0 };
    if (!other) return { x: one.x, y: one.y, spread: 0 };
    return {
      x: (one.x + other.x) / 2,
      y: (one.y + other.y) / 2,
      spread: Math.hypot(one.x - other.x, one.y - other.y),
    };
  };

  function begin(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    if (fingers.size === 0) travels = false;
    if (fingers.size >= 2) return;
    const { clientX: x, clientY: y } = event;
    fingers.set(event.pointerId, { x, y, downX: x, downY: y });
  }

  function move(event: PointerEvent): void {
    const finger = fingers.get(event.pointerId);
    if (!finger) return;
    const before = hand();
    finger.x = event.clientX;
    finger.y = event.clientY;
    if (!travels) {
      const way = Math.hypot(finger.x - finger.downX, finger.y - finger.downY);
      if (way < TREMBLE || (fingers.size === 1 && !gestures.canMove())) return;
      travels = true;
      // From here on the pointer is the map's, wherever it goes; a press never is, or no button would be clicked.
      for (const id of fingers.keys()) element.setPointerCapture?.(id);
    }
    const after = hand();
    gestures.onMove(after.x - before.x, after.y - before.y);
    if (before.spread > 0 && after.spread > 0) gestures.onZoom(after.spread / before.spread, inside(after));
  }

  function end(event: PointerEvent): void {
    const finger = fingers.get(event.pointerId);
    if (!finger) return;
    fingers.delete(event.pointerId);
    if (travels) {
      if (fingers.size === 0) gestures.onRest();
      return;
    }
    if (event.type !== 'pointerup') return;
    const near = Math.hypot(finger.x - lastTap.x, finger.y - lastTap.y) < DOUBLE_TAP_PX;
    const soon = event.timeStamp - lastTap.at < DOUBLE_TAP_MS;
    lastTap = { x: finger.x, y: finger.y, at: near && soon ? Number.NEGATIVE_INFINITY : event.timeStamp };
    const onControl = event.target instanceof Element && event.target.closest('button, a') !== null;
    if (near && soon && !onControl) gestures.onDoubleTap(inside(finger));
  }

  function wheel(event: WheelEvent): void {
    const px = event.deltaMode === 0 ? event.deltaY : event.deltaY * LINE_PX;
    // A pinch on a trackpad comes as a wheel with the control key, in smaller steps.
    const factor = Math.exp(-px * (event.ctrlKey ? 0.01 : 0.0022));
    // At the end of the scale the wheel belongs to the page again.
    if (!gestures.onZoom(factor, inside({ x: event.clientX, y: event.clientY }))) return;
    event.preventDefault();
    clearTimeout(resting);
    resting = setTimeout(gestures.onRest, WHEEL_REST_MS);
  }

  const { signal } = stop;
  element.addEventListener('pointerdown', begin, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', end, { signal });
  element.addEventListener('pointercancel', end, { signal });
  element.addEventListener('wheel', wheel, { signal, passive: false });
  // Two fingers are never a scroll of the page, even where one would be.
  element.addEventListener('touchmove', (event) => event.touches.length > 1 && event.preventDefault(), {
    signal,
    passive: false,
  });
  // The click at the end of a drag is not a press.
  element.addEventListener(
    'click',
    (event) => {
      if (!travels || event.detail === 0) return;
      event.preventDefault();
      event.stopPropagation();
      travels = false;
    },
    { signal, capture: true },
  );
  return () => {
    stop.abort();
    clearTimeout(resting);
  };
}
