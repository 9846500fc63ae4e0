import { act, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StatusLines } from '#app/status-lines.tsx';
import { type Registration, updatePutOff, watchUpdates } from '#app/updates.ts';

type Listener = (event: { readonly isUpdate?: boolean }) => void;

/** A service worker whose life is told by the test. */
function fakeWorker() {
  const listeners = new Map<string, Listener>();
  const registration = {
    addEventListener: (type: string, listener: Listener) => void listeners.set(type, listener),
    messageSkipWaiting: vi.fn(),
    register: vi.fn(() => Promise.resolve()),
    update: vi.fn(() => Promise.resolve()),
  };
  return {
    registration: registration satisfies Registration,
    tell: (type: string, isUpdate: boolean) => act(() => listeners.get(type)?.({ isUpdate })),
  };
}

async function started() {
  const worker = fakeWorker();
  const reload = vi.fn();
  const onOfflineReady = vi.fn();
  let clock = 0;
  await watchUpdates({ registration: worker.registration, reload, onOfflineReady, now: () => clock });
  return { ...worker, reload, onOfflineReady, pass: (ms: number) => (clock += ms) };
}

beforeEach(() => {
  updatePutOff();
  render(<StatusLines catalogIsShown />);
});

const line = () => screen.queryByText(/new version/i);
const becomesVisible = () => document.dispatchEvent(new Event('visibilitychange'));

describe('a new version', () => {
  it('is a quiet line, and nothing happens until the user says so', async () => {
    const { tell, registration, reload } = await started();
    expect(line()).not.toBeInTheDocument();
    await tell('waiting', true);
    expect(screen.getByRole('status')).toHaveTextContent('A new version is ready.');
    expect(registration.messageSkipWaiting).not.toHaveBeenCalled();
    expect(reload).not.toHaveBeenCalled();
  });

  it('is taken on a press, and the page reloads only when the new version is in charge', async () => {
    const { tell, registration, reload } = await started();
    await tell('waiting', true);
    await userEvent.click(screen.getByRole('button', { name: 'Use it now' }));
    expect(registration.messageSkipWaiting).toHaveBeenCalledOnce();
    expect(reload).not.toHaveBeenCalled();
    await tell('controlling', true);
    expect(reload).toHaveBeenCalledOnce();
  });

  it('can be put off', async () => {
    const { tell, registration } = await started();
    await tell('waiting', true);
    await userEvent.click(screen.getByRole('button', { name: 'Later' }));
    expect(line()).not.toBeInTheDocument();
    expect(registration.messageSkipWaiting).not.toHaveBeenCalled();
  });

  it('taken in another tab never reloads this one by itself', async () => {
    const { tell, reload } = await started();
    await tell('controlling', true);
    expect(reload).not.toHaveBeenCalled();
    expect(line()).toHaveTextContent('A new version is in use in another tab.');
    await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
    expect(reload).toHaveBeenCalledOnce();
  });
});

describe('the first version', () => {
  it('tells that it is ready for use offline, and is no update', async () => {
    const { tell, reload, onOfflineReady } = await started();
    await tell('installed', false);
    await tell('controlling', false);
    expect(onOfflineReady).toHaveBeenCalledOnce();
    expect(reload).not.toHaveBeenCalled();
    expect(line()).not.toBeInTheDocument();
  });

  it('does not tell it again for a later version', async () => {
    const { tell, onOfflineReady } = await started();
    await tell('installed', true);
    expect(onOfflineReady).not.toHaveBeenCalled();
  });
});

describe('an app that stays open', () => {
  it('looks for a new version when it is shown again, at most once an hour', async () => {
    const { registration, pass } = await started();
    pass(59 * 60_000);
    becomesVisible();
    expect(registration.update).not.toHaveBeenCalled();
    pass(2 * 60_000);
    becomesVisible();
    becomesVisible();
    expect(registration.update).toHaveBeenCalledOnce();
  });
});
