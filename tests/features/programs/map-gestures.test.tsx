import { fireEvent } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchGestures } from '#features/programs/map-gestures.ts';

type Calls = Record<'onMove' | 'onZoom' | 'onDoubleTap' | 'onRest', ReturnType<typeof vi.fn>>;
let map: HTMLElement;
let calls: Calls;
let canMove = true;
let stop: () => void;

beforeEach(() => {
  canMove = true;
  map = document.createElement('div');
  map.innerHTML = '<button type="button">Mark</button>';
  document.body.append(map);
  calls = { onMove: vi.fn(), onZoom: vi.fn(() => true), onDoubleTap: vi.fn(), onRest: vi.fn() };
  stop = watchGestures(map, { ...calls, canMove: () => canMove } as never);
});
afterEach(() => {
  stop();
  map.remove();
});

const pointer = (type: string, id: number, clientX: number, clientY: number, target: Element = map) =>
  fireEvent(
    target,
    new PointerEvent(type, {
      pointerId: id,
      clientX,
      clientY,
      button: 0,
      pointerType: 'touch',
      bubbles: true,
    }),
  );

describe('hands on the map', () => {
  it('draw it along by one finger, and say when they rest', () => {
    pointer('pointerdown', 1, 100, 100);
    pointer('pointermove', 1, 120, 100);
    pointer('pointermove', 1, 130, 90);
    expect(calls.onMove.mock.calls).toEqual([
      [20, 0],
      [10, -10],
    ]);
    expect(calls.onRest).not.toHaveBeenCalled();
    pointer('pointerup', 1, 130, 90);
    expect(calls.onRest).toHaveBeenCalledOnce();
  });

  it('leave one finger to the page while there is nothing to move', () => {
    canMove = false;
    pointer('pointerdown', 1, 100, 100);
    pointer('pointermove', 1, 100, 160);
    pointer('pointerup', 1, 100, 160);
    expect(calls.onMove).not.toHaveBeenCalled();
    expect(calls.onRest).not.toHaveBeenCalled();
  });

  it('zoom by two fingers around the middle between them, also on the whole country', () => {
    canMove = false;
    pointer('pointerdown', 1, 100, 100);
    pointer('pointerdown', 2, 200, 100);
    pointer('pointermove', 2, 300, 100);
    expect(calls.onZoom).toHaveBeenCalledWith(2, { x: 200, y: 100 });
    pointer('pointermove', 1, 200, 100);
    expect(calls.onZoom).toHaveBeenLastCalledWith(0.5, { x: 250, y: 100 });
    pointer('pointerup', 1, 200, 100);
    expect(calls.onRest).not.toHaveBeenCalled();
    pointer('pointerup', 2, 300, 100);
    expect(calls.onRest).toHaveBeenCalledOnce();
  });

  it('tap twice on one point, not once on each of two', () => {
    const tap = (x: number, y: number) => {
      pointer('pointerdown', 1, x, y);
      pointer('pointerup', 1, x, y);
    };
    tap(100, 100);
    tap(104, 101);
    expect(calls.onDoubleTap).toHaveBeenCalledExactlyOnceWith({ x: 104, y: 101 });
    tap(10, 10);
    tap(200, 200);
    expect(calls.onDoubleTap).toHaveBeenCalledOnce();
  });

  it('press a mark without moving the map, and never press it at the end of a drag', () => {
    const pressed = vi.fn();
    const mark = map.querySelector('button') as HTMLButtonElement;
    mark.addEventListener('click', pressed);
    pointer('pointerdown', 1, 100, 100, mark);
    pointer('pointermove', 1, 103, 100, mark);
    pointer('pointerup', 1, 103, 100, mark);
    fireEvent.click(mark, { detail: 1 });
    expect(pressed).toHaveBeenCalledOnce();
    expect(calls.onMove).not.toHaveBeenCalled();

    pointer('pointerdown', 1, 100, 100, mark);
    pointer('pointermove', 1, 150, 100, mark);
    pointer('pointerup', 1, 150, 100, mark);
    fireEvent.click(mark, { detail: 1 });
    expect(pressed).toHaveBeenCalledOnce();
  });

  it('turn the wheel, and give it back to the page where the scale ends', () => {
    const wheel = (deltaY: number) => {
      const event = new WheelEvent('wheel', { deltaY, cancelable: true, bubbles: true });
      // The document of these tests gives a wheel no place.
      Object.defineProperties(event, { clientX: { value: 50 }, clientY: { value: 60 } });
      fireEvent(map, event);
      return event.defaultPrevented;
    };
    expect(wheel(-100)).toBe(true);
    const [factor, at] = calls.onZoom.mock.lastCall ?? [];
    expect(factor).toBeGreaterThan(1);
    expect(at).toEqual({ x: 50, y: 60 });
    calls.onZoom.mockReturnValue(false);
    expect(wheel(100)).toBe(false);
  });

  it('are let go of when the map is taken away', () => {
    stop();
    pointer('pointerdown', 1, 100, 100);
    pointer('pointermove', 1, 160, 100);
    expect(calls.onMove).not.toHaveBeenCalled();
  });
});
