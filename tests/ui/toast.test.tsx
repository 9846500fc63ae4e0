import { act, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hideToast, showToast, ToastPlace } from '#ui/toast.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  render(<ToastPlace />);
});
afterEach(() => {
  act(hideToast);
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

describe('a toast', () => {
  it('is announced in a place that was there before it', () => {
    const place = screen.getByRole('status');
    act(() => showToast({ words: 'Kept.' }));
    expect(screen.getByRole('status')).toBe(place);
    expect(place).toHaveTextContent('Kept.');
  });

  it('stays six seconds and then goes', () => {
    act(() => showToast({ words: 'Kept.' }));
    pass(5900);
    expect(screen.getByText('Kept.')).toBeInTheDocument();
    pass(200);
    expect(screen.queryByText('Kept.')).not.toBeInTheDocument();
  });

  it('takes the deed back and goes', () => {
    const undo = vi.fn();
    act(() => showToast({ words: 'Let go.', undo }));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledOnce();
    expect(screen.queryByText('Let go.')).not.toBeInTheDocument();
  });

  it('waits while the focus is in it', () => {
    act(() => showToast({ words: 'Let go.', undo: () => {} }));
    act(() => screen.getByRole('button', { name: 'Undo' }).focus());
    pass(60_000);
    expect(screen.getByText('Let go.')).toBeInTheDocument();
    act(() => screen.getByRole('button', { name: 'Undo' }).blur());
    pass(10_100);
    expect(screen.queryByText('Let go.')).not.toBeInTheDocument();
  });

  it('gives the next one its full time', () => {
    act(() => showToast({ words: 'First.' }));
    pass(5000);
    act(() => showToast({ words: 'Second.' }));
    pass(5000);
    expect(screen.getByText('Second.')).toBeInTheDocument();
    expect(screen.queryByText('First.')).not.toBeInTheDocument();
  });

  it('goes with Escape', () => {
    act(() => showToast({ words: 'Kept.' }));
    fireEvent.keyDown(screen.getByRole('button', { name: 'Dismiss' }), { key: 'Escape' });
    expect(screen.queryByText('Kept.')).not.toBeInTheDocument();
  });
});
