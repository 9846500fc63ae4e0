import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ScrollMemory, startScrollMemory } from '#app/scroll-memory.ts';

/** A page as high as the test says: nothing scrolls further than it has height. */
let height = 0;
let y = 0;
let grow: (() => void)[] = [];
let memory: ScrollMemory;
let keys = 0;

const scroll = (to: number) => {
  y = Math.min(to, height);
  window.dispatchEvent(new Event('scroll'));
};
const growTo = (px: number) => {
  height = px;
  for (const told of grow) told();
};
const start = () => startScrollMemory(() => `key-${(keys += 1)}`);
const go = (path: string) => {
  history.pushState(null, '', path);
  memory.arrived('push');
  scroll(0);
};
/** Going back as a browser tells it; this document keeps no history of its own. */
const back = (path: string, state: unknown) => {
  history.replaceState(state, '', path);
  window.dispatchEvent(new PopStateEvent('popstate', { state }));
};

beforeEach(() => {
  [height, y, grow, keys] = [2000, 0, [], 0];
  sessionStorage.clear();
  history.replaceState(null, '', '/list');
  vi.stubGlobal('scrollTo', (_x: number, to: number) => scroll(to));
  vi.spyOn(window, 'scrollY', 'get').mockImplementation(() => y);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly told: () => void;
      constructor(told: () => void) {
        this.told = told;
      }
      observe() {
        grow.push(this.told);
      }
      disconnect() {
        grow = grow.filter((told) => told !== this.told);
      }
    },
  );
  memory = start();
});
afterEach(() => {
  memory.stop();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the memory of scrolling', () => {
  it('gives each entry a key and takes the work from the browser', () => {
    expect(history.state).toEqual({ key: 'key-1' });
    expect(history.scrollRestoration).toBe('manual');
    go('/program');
    expect(history.state).toEqual({ key: 'key-2' });
  });

  it('goes back to where the page was left', () => {
    const before: unknown = history.state;
    scroll(900);
    go('/program');
    back('/list', before);
    memory.arrived('replace');
    expect(y).toBe(900);
  });

  it('waits for a page that gets its height late', () => {
    const before: unknown = history.state;
    scroll(900);
    go('/program');
    height = 300;
    back('/list', before);
    memory.arrived('replace');
    expect(y).toBe(300);
    growTo(2000);
    expect(y).toBe(900);
  });

  it('gives way to the hand of the user', () => {
    const before: unknown = history.state;
    scroll(900);
    go('/program');
    height = 300;
    back('/list', before);
    memory.arrived('replace');
    window.dispatchEvent(new Event('wheel'));
    growTo(2000);
    expect(y).toBe(300);
  });

  it('does not take the shorter page in between for where the user was', () => {
    const before: unknown = history.state;
    scroll(900);
    go('/program');
    back('/list', before);
    scroll(100);
    memory.arrived('replace');
    expect(y).toBe(900);
  });

  it('keeps the key of an entry whose address is replaced', () => {
    history.replaceState(null, '', '/list?q=a');
    memory.arrived('replace');
    expect(history.state).toEqual({ key: 'key-1' });
  });

  it('goes back within one page, where nothing arrives', () => {
    const before: unknown = history.state;
    scroll(50);
    history.pushState(null, '', '/list#further');
    window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
    scroll(1500);
    back('/list', before);
    expect(y).toBe(50);
  });

  it('outlives a reload', () => {
    scroll(700);
    window.dispatchEvent(new Event('pagehide'));
    memory.stop();
    y = 0;
    memory = start();
    expect(y).toBe(700);
  });

  it('is not troubled by a store that holds something else', () => {
    memory.stop();
    sessionStorage.setItem('cairn:scroll', '{"a":[1]}');
    memory = start();
    expect(y).toBe(0);
  });
});
