import { render, screen } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso/router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Guarded, MissingScreen } from '#app/failure.tsx';
import { screenOf } from '#app/routes.tsx';

afterEach(() => {
  vi.restoreAllMocks();
});

const Broken = (): never => {
  throw new Error('no such column');
};

describe('a screen that breaks', () => {
  it('says what happened and what was kept, and offers two ways on', () => {
    render(
      <Guarded>
        <Broken />
      </Guarded>,
    );
    expect(screen.getByRole('heading', { level: 1, name: 'This screen stopped' })).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent(
      /went wrong.*Everything you wrote is kept on this device/,
    );
    expect(screen.getByRole('button', { name: 'Reload' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Go to Today' })).toHaveAttribute('href', '/');
    expect(screen.getByText(/no such column/)).toBeInTheDocument();
  });

  it('begins anew at another address', () => {
    const { rerender } = render(
      <Guarded key="/one">
        <Broken />
      </Guarded>,
    );
    rerender(
      <Guarded key="/two">
        <p>All is well.</p>
      </Guarded>,
    );
    expect(screen.getByText('All is well.')).toBeInTheDocument();
  });
});

describe('a screen that cannot be fetched', () => {
  it('shows why in its place, and is fetched again when somebody comes back', async () => {
    history.replaceState(null, '', '/late');
    const load = vi
      .fn<() => Promise<{ Screen: () => preact.JSX.Element }>>()
      .mockRejectedValueOnce(new TypeError('Failed to fetch'))
      .mockResolvedValue({ Screen: () => <h1>Here at last</h1> });
    const entry = { path: '/late', load };
    const App = () => (
      <LocationProvider>
        <Router>{[<Route key="late" path="/late" component={screenOf(entry)} />]}</Router>
      </LocationProvider>
    );
    const { unmount } = render(<App />);
    expect(await screen.findByRole('heading', { name: 'This screen did not open' })).toBeInTheDocument();
    unmount();
    render(<App />);
    expect(await screen.findByRole('heading', { name: 'Here at last' })).toBeInTheDocument();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('tells the missing network from the missing file', async () => {
    const { unmount } = render(<MissingScreen />);
    expect(screen.getByRole('alert')).toHaveTextContent(/newer version/);
    unmount();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { watchDevice } = await import('#state/device.ts');
    watchDevice();
    render(<MissingScreen />);
    expect(screen.getByRole('alert')).toHaveTextContent(/no network/);
    window.dispatchEvent(new Event('online'));
  });
});
