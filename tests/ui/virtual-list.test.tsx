import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VirtualList } from '#ui/virtual-list.tsx';

const ROW_PX = 50;
beforeEach(() => {
  // A document without a layout: every row is given a height, as a browser would.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(ROW_PX);
  window.scrollTo(0, 0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const List = ({ count = 5000 }) => (
  <VirtualList
    label="Programs"
    name="test"
    count={count}
    estimatePx={ROW_PX}
    row={(index) => <button type="button">Row {index}</button>}
  />
);
const rows = () => within(screen.getByRole('list', { name: 'Programs' })).getAllByRole('listitem');
const scrollToRow = (index: number) =>
  act(() => {
    window.scrollTo(0, index * ROW_PX);
    fireEvent.scroll(window);
  });

describe('a virtual list', () => {
  it('keeps only the rows near the window in the page, and the height of all', () => {
    render(<List />);
    expect(rows().length).toBeGreaterThan(10);
    expect(rows().length).toBeLessThan(60);
    expect(screen.getByRole('button', { name: 'Row 0' })).toBeInTheDocument();
    expect(screen.getByRole('list').style.blockSize).toBe(`${5000 * ROW_PX}px`);
  });

  it('tells each row its place among all of them', () => {
    render(<List count={321} />);
    expect(rows()[4]).toHaveAttribute('aria-posinset', '5');
    expect(rows()[4]).toHaveAttribute('aria-setsize', '321');
  });

  it('shows others when the window moves on', () => {
    render(<List />);
    scrollToRow(3000);
    expect(screen.getByRole('button', { name: 'Row 3000' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Row 0' })).not.toBeInTheDocument();
    expect(rows().length).toBeLessThan(60);
  });

  it('never takes away the row that holds the focus', () => {
    render(<List />);
    const focused = screen.getByRole('button', { name: 'Row 2' });
    act(() => focused.focus());
    scrollToRow(3000);
    expect(screen.getByRole('button', { name: 'Row 2' })).toBe(focused);
    expect(focused).toHaveFocus();
    act(() => screen.getByRole('button', { name: 'Row 3000' }).focus());
    expect(screen.queryByRole('button', { name: 'Row 2' })).not.toBeInTheDocument();
  });
});
