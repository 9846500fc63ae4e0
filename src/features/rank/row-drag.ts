// Rows dragged by a handle, with a mouse, a finger or a pen alike: plain pointer events, because the browser's own
// dragging needs a long press on phones and cannot be steered by keys. While a row is dragged nothing is rendered: rows
// are only shifted out of its way, so sixty of them move as easily as six.

export interface RowDrag {
  /** A row has been taken up. */
  readonly onLift: (id: number) => void;
  /** It was put down at another place, from 0. The shifts stay until `settle`, so that nothing flickers. */
  readonly onDrop: (id: number, to: number) => void;
  /** It was put back. */
  readonly onCancel: (id: number) => void;
}

export interface WatchedDrag {
  /** The new order is in the page: takes all shifts away. */
  readonly settle: () => void;
  readonly stop: () => void;
}

/** Px a press may tremble and still be a press. */
const TREMBLE = 6;
/** Px from the edge of the window where the page begins to scroll, and its highest speed in px a frame. */
const EDGE = 96;
const FASTEST = 18;

interface Dragged {
  readonly pointer: number;
  readonly handle: HTMLElement;
  readonly rows: readonly HTMLElement[];
  readonly tops: readonly number[];
  readonly heights: readonly number[];
  readonly from: number;
  /** Of the press, from the top of the document. */
  readonly startY: number;
  y: number;
  to: number;
  lifted: boolean;
}

/** Where a row lands that has been moved by `dy` px: it changes places with a row once it covers half of that. */
export function landingPlace(
  tops: readonly number[],
  heights: readonly number[],
  from: number,
  dy: number,
): number {
  const top = (tops[from] ?? 0) + dy;
  const bottom = top + (heights[from] ?? 0);
  const middle = (row: number) => (tops[row] ?? 0) + (heights[row] ?? 0) / 2;
  let to = from;
  while (to > 0 && top < middle(to - 1)) to--;
  while (to < tops.length - 1 && bottom > middle(to + 1)) to++;
  return to;
}

/** Listens on a list whose rows carry `data-id` and whose handles carry `data-handle`. */
export function watchRowDrag(list: HTMLElement, { onLift, onDrop, onCancel }: RowDrag): WatchedDrag {
  const stop = new AbortController();
  let drag: Dragged | null = null;
  let frame = 0;

  const settle = () => {
    delete list.dataset.dragging;
    for (const row of list.querySelectorAll<HTMLElement>('[data-shifted]')) {
      row.style.transform = '';
      delete row.dataset.shifted;
      delete row.dataset.dragged;
    }
  };
  const shift = (row: HTMLElement | undefined, px: number) => {
    if (!row) return;
    row.style.transform = px === 0 ? '' : `translateY(${px}px)`;
    row.dataset.shifted = '';
  };

  const place = (now: Dragged) => {
    const dy = now.y + window.scrollY - now.startY;
    shift(now.rows[now.from], dy);
    const to = landingPlace(now.tops, now.heights, now.from, dy);
    const height = now.heights[now.from] ?? 0;
    for (let row = Math.min(to, now.to); row <= Math.max(to, now.to); row++) {
      if (row === now.from) continue;
      const makesRoom = row > now.from ? row <= to : row >= to;
      shift(now.rows[row], makesRoom ? (row > now.from ? -height : height) : 0);
    }
    now.to = to;
  };

  /** Near an edge the page scrolls, the faster the nearer. */
  const scroll = () => {
    frame = 0;
    if (!drag?.lifted) return;
    const { y } = drag;
    const over = Math.max(0, y - (window.innerHeight - EDGE)) - Math.max(0, EDGE - y);
    if (over !== 0) {
      const before = window.scrollY;
      window.scrollBy(0, Math.max(-FASTEST, Math.min(FASTEST, over / 4)));
      if (window.scrollY !== before) place(drag);
    }
    frame = requestAnimationFrame(scroll);
  };

  const lift = (now: Dragged) => {
    now.lifted = true;
    list.dataset.dragging = '';
    const row = now.rows[now.from];
    if (row) row.dataset.dragged = '';
    onLift(Number(row?.dataset.id));
    frame = requestAnimationFrame(scroll);
  };

  const end = (how: 'drop' | 'cancel') => {
    const ended = drag;
    drag = null;
    cancelAnimationFrame(frame);
    if (!ended?.lifted) return;
    if (ended.handle.hasPointerCapture?.(ended.pointer)) ended.handle.releasePointerCapture(ended.pointer);
    const id = Number(ended.rows[ended.from]?.dataset.id);
    if (how === 'drop' && ended.to !== ended.from) {
      onDrop(id, ended.to);
      return;
    }
    settle();
    onCancel(id);
  };

  const { signal } = stop;
  list.addEventListener(
    'pointerdown',
    (event) => {
      const target = event.target instanceof Element ? event.target : null;
      const handle = target?.closest<HTMLElement>('[data-handle]');
      const row = handle?.closest<HTMLElement>('[data-id]');
      if (!handle || !row || event.button !== 0 || drag) return;
      settle();
      const rows = [...list.querySelectorAll<HTMLElement>(':scope > [data-id]')];
      drag = {
        pointer: event.pointerId,
        handle,
        rows,
        tops: rows.map((each) => each.offsetTop),
        heights: rows.map((each) => each.offsetHeight),
        from: rows.indexOf(row),
        startY: event.clientY + window.scrollY,
        y: event.clientY,
        to: rows.indexOf(row),
        lifted: false,
      };
    },
    { signal },
  );
  const move = (event: PointerEvent) => {
    if (!drag || event.pointerId !== drag.pointer) return;
    drag.y = event.clientY;
    if (!drag.lifted) {
      if (Math.abs(event.clientY + window.scrollY - drag.startY) < TREMBLE) return;
      // From here on the pointer is the row's, wherever it goes.
      drag.handle.setPointerCapture?.(drag.pointer);
      lift(drag);
    }
    event.preventDefault();
    place(drag);
  };
  window.addEventListener('pointermove', move, { signal });
  const isOurs = (event: PointerEvent) => drag !== null && event.pointerId === drag.pointer;
  let dropped = false;
  window.addEventListener(
    'pointerup',
    (event) => {
      if (!isOurs(event)) return;
      dropped = drag?.lifted ?? false;
      end('drop');
    },
    { signal },
  );
  window.addEventListener('pointercancel', (event) => isOurs(event) && end('cancel'), { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !drag?.lifted) return;
      event.preventDefault();
      end('cancel');
    },
    { signal },
  );
  // The press that ends a drag is no press on the handle.
  list.addEventListener(
    'click',
    (event) => {
      if (!dropped) return;
      dropped = false;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal, capture: true },
  );
  // A long press must not open the phone's own menu.
  list.addEventListener(
    'contextmenu',
    (event) => {
      if (drag) event.preventDefault();
    },
    { signal },
  );
  return {
    settle,
    stop: () => {
      end('cancel');
      stop.abort();
    },
  };
}
