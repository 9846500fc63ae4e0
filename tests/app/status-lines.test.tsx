import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StatusLines } from '#app/status-lines.tsx';
import { startCatalog } from '#state/catalog.ts';

/** The post, as the test wants it: tells progress, then waits for an answer. */
const post = vi.hoisted(() => ({
  tell: (_step: object) => {},
  answer: (_outcome: { kind: string; reason?: string }) => {},
}));
vi.mock('#worker/engine-client.ts', () => ({
  engine: () => ({ open: async () => ({ kind: 'empty' }), sources: async () => [] }),
}));
vi.mock('#worker/sync-client.ts', () => ({
  syncClient: {
    run: (_mode: string, tell: (step: object) => void) =>
      new Promise((resolve) => {
        post.tell = tell;
        post.answer = resolve;
      }),
    standing: async () => ({ verifiedAt: null, freshUntil: null, nextAt: null }),
  },
}));

beforeEach(() => {
  void startCatalog();
});
// Runs wait for each other.
afterEach(() => post.answer({ kind: 'refused', reason: 'cancelled' }));

describe('the lines at the bottom edge', () => {
  it('show how far the catalog has come, without reading out each step', async () => {
    render(<StatusLines catalogIsShown={false} />);
    const bar = await screen.findByRole('progressbar', { name: 'Fetching the catalog' });
    post.tell({ kind: 'fetching', done: 12, of: 70, bytes: 12_000, ofBytes: 70_000 });
    await waitFor(() => expect(bar).toHaveValue(12));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('say why it did not come, and try again on a press', async () => {
    render(<StatusLines catalogIsShown={false} />);
    await screen.findByRole('progressbar');
    post.answer({ kind: 'refused', reason: 'offline' });
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/Connect to the internet once/));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('progressbar')).toBeInTheDocument();
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('leave it to the screens that tell it themselves', async () => {
    render(
      <>
        <StatusLines catalogIsShown />
        <StatusLines catalogIsShown={false} />
      </>,
    );
    expect(await screen.findAllByRole('progressbar')).toHaveLength(1);
  });
});
