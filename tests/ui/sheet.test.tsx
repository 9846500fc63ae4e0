import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import { Sheet } from '#ui/sheet.tsx';

function Filters({ onClose = () => {} }: { onClose?: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Filters
      </button>
      <button type="button" onClick={() => setOpen(false)}>
        Away with it
      </button>
      <Sheet
        open={open}
        title="Narrow the list"
        onClose={() => {
          setOpen(false);
          onClose();
        }}
      >
        <label>
          Miles <input />
        </label>
      </Sheet>
    </>
  );
}

const openIt = () => userEvent.click(screen.getByRole('button', { name: 'Filters' }));
const sheet = () => screen.queryByRole('dialog', { name: 'Narrow the list' });

describe('a sheet', () => {
  it('opens as a modal dialog with its name, and holds nothing while closed', async () => {
    render(<Filters />);
    expect(screen.queryByRole('textbox', { name: 'Miles' })).not.toBeInTheDocument();
    await openIt();
    expect(sheet()).toHaveAttribute('open');
    expect(screen.getByRole('textbox', { name: 'Miles' })).toBeInTheDocument();
  });

  it('closes by its button and tells once', async () => {
    const onClose = vi.fn();
    render(<Filters onClose={onClose} />);
    await openIt();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(sheet()).not.toBeInTheDocument());
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('closes by a press on the ground behind it, not by one inside', async () => {
    render(<Filters />);
    await openIt();
    await userEvent.click(screen.getByRole('textbox', { name: 'Miles' }));
    expect(sheet()).toBeInTheDocument();
    const dialog = sheet();
    if (dialog) fireEvent.click(dialog);
    await waitFor(() => expect(sheet()).not.toBeInTheDocument());
  });

  it('does not report a closing that its parent asked for', async () => {
    const onClose = vi.fn();
    render(<Filters onClose={onClose} />);
    await openIt();
    fireEvent.click(screen.getByRole('button', { name: 'Away with it' }));
    await waitFor(() => expect(sheet()).not.toBeInTheDocument());
    expect(onClose).not.toHaveBeenCalled();
  });
});
