// Remembers how far each entry of the history was scrolled and brings it back there. The browser's own memory fails
// here: it acts before a lazily loaded screen or a list from the worker has its height.

const STORE = 'cairn:scroll';
/** Content may take this long to reach its old height; after that the user is left where they are. */
const PATIENCE_MS = 3000;
const KEPT_ENTRIES = 60;

export interface ScrollMemory {
  /** After the page of another address was put in place. */
  readonly arrived: (how: 'push' | 'replace') => void;
  readonly stop: () => void;
}

/** The part of the address that makes another page. */
const address = () => location.pathname + location.search;

const keyIn = (state: unknown): string | null =>
  typeof state === 'object' && state !== null && 'key' in state && typeof state.key === 'string'
    ? state.key
    : null;

/**
 * Call before the router is put in place: it must hear of going back first, and listeners of the window are called in
 * the order in which they came.
 * @param newKey makes a key no other history entry has.
 */
export function startScrollMemory(newKey: () => string): ScrollMemory {
  const positions = readPositions();
  let wanted: number | null = null;
  let endPursuit = () => {};
  let popped = false;
  let shown = address();

  const mark = (key: string) => {
    history.replaceState({ ...history.state, key }, '');
    return key;
  };
  history.scrollRestoration = 'manual';
  let current = keyIn(history.state) ?? mark(newKey());

  function pursue(y: number): void {
    endPursuit();
    wanted = y;
    const attempt = () => {
      if (wanted === null) return;
      scrollTo(0, wanted);
      if (Math.abs(scrollY - wanted) < 2) endPursuit();
    };
    // The user's own hand ends it at once.
    const hands = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
    const observer = new ResizeObserver(attempt);
    const timer = setTimeout(() => endPursuit(), PATIENCE_MS);
    endPursuit = () => {
      endPursuit = () => {};
      wanted = null;
      clearTimeout(timer);
      observer.disconnect();
      for (const name of hands) removeEventListener(name, endByHand);
    };
    const endByHand = () => endPursuit();
    for (const name of hands) addEventListener(name, endByHand, { passive: true });
    observer.observe(document.body);
    attempt();
  }

  const onScroll = () => {
    if (wanted === null && !popped) positions.set(current, scrollY);
  };
  const onPop = () => {
    const key = keyIn(history.state);
    current = key ?? mark(newKey());
    // A place further down the same page: nothing will arrive, and a new place is the browser's to find.
    if (address() === shown) {
      if (key !== null) pursue(positions.get(key) ?? 0);
    } else popped = key !== null;
  };
  const onHide = () => writePositions(positions);
  addEventListener('scroll', onScroll, { passive: true });
  addEventListener('popstate', onPop);
  addEventListener('pagehide', onHide);

  const before = positions.get(current);
  if (before !== undefined && before > 0) pursue(before);

  return {
    arrived: (how) => {
      shown = address();
      if (popped) {
        popped = false;
        pursue(positions.get(current) ?? 0);
        return;
      }
      endPursuit();
      current = mark(how === 'push' ? newKey() : current);
    },
    stop: () => {
      endPursuit();
      removeEventListener('scroll', onScroll);
      removeEventListener('popstate', onPop);
      removeEventListener('pagehide', onHide);
    },
  };
}

function readPositions(): Map<string, number> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORE) ?? '[]');
    if (!Array.isArray(stored)) return new Map();
    return new Map(
      stored.filter(
        (entry): entry is [string, number] =>
          Array.isArray(entry) && typeof entry[0] === 'string' && Number.isFinite(entry[1]),
      ),
    );
  } catch {
    return new Map();
  }
}

function writePositions(positions: ReadonlyMap<string, number>): void {
  try {
    sessionStorage.setItem(STORE, JSON.stringify([...positions].slice(-KEPT_ENTRIES)));
  } catch {
    // Only a comfort; a full or forbidden store changes nothing else.
  }
}
