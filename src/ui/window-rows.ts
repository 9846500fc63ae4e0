// Which rows of a long list are near the window, and where they stand: the hook behind VirtualList. Rows are measured as
// they appear; what was measured is kept under the list's name, so that going back lands on the same line.
import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  type VirtualItem,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

export interface WindowRowsWanted {
  readonly name: string;
  readonly count: number;
  /** Guess of a row's height, in px, until it is measured. */
  readonly estimatePx: number;
  readonly keyOf: (index: number) => string | number;
  /** A row that must stay in the page, because focus is in it. */
  readonly held: number | null;
}

export interface WindowRows {
  readonly rows: readonly VirtualItem[];
  readonly heightPx: number;
  /** Distance from the top of the document to the list, in px. */
  readonly topPx: number;
  readonly list: { current: HTMLUListElement | null };
  readonly measure: (row: HTMLLIElement | null) => void;
}

const measured = new Map<string, VirtualItem[]>();

export function useWindowRows({ name, count, estimatePx, keyOf, held }: WindowRowsWanted): WindowRows {
  const [, render] = useReducer((turn: number) => turn + 1, 0);
  const list = useRef<HTMLUListElement>(null);
  const [topPx, setTopPx] = useState(0);
  const options = {
    count,
    estimateSize: () => estimatePx,
    getItemKey: keyOf,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    initialOffset: () => window.scrollY,
    initialMeasurementsCache: measured.get(name) ?? [],
    scrollMargin: topPx,
    overscan: 6,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const near = defaultRangeExtractor(range);
      if (held === null || held >= count || near.includes(held)) return near;
      return [...near, held].sort((a, b) => a - b);
    },
    onChange: () => render(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLLIElement>(options));
  virtualizer.setOptions(options);
  // A stable function: a new one each time would make every row be measured again on every render.
  const [measure] = useState(() => (row: HTMLLIElement | null) => virtualizer.measureElement(row));

  useLayoutEffect(() => {
    const stop = virtualizer._didMount();
    return () => {
      measured.set(name, virtualizer.takeSnapshot());
      stop();
    };
  }, [virtualizer, name]);
  useLayoutEffect(() => virtualizer._willUpdate());

  // Whatever stands above the list may grow or shrink at any time.
  useLayoutEffect(() => {
    const look = () => {
      if (list.current !== null)
        setTopPx(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);

  return { rows: virtualizer.getVirtualItems(), heightPx: virtualizer.getTotalSize(), topPx, list, measure };
}
