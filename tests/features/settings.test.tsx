import './in-process.ts';
import { act, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Screen } from '#features/settings/screen.tsx';
import { applyTheme, theme, themeChosen, watchDevice } from '#state/device.ts';
import { profile } from '#state/profile.ts';
import { shortlist } from '#state/shortlist.ts';
import { PSYCHIATRY } from '../fixtures/small-catalog.ts';
import { keep, startApp, tell } from './support.ts';

beforeEach(startApp);
afterEach(() => themeChosen('auto'));

describe('the look', () => {
  it('changes at once and is there before the first paint of the next start', async () => {
    render(<Screen />);
    const colors = screen.getByRole('radiogroup', { name: 'Colors' });
    await userEvent.click(within(colors).getByRole('radio', { name: 'Night' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    delete document.documentElement.dataset.theme;
    applyTheme();
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(theme.value).toBe('dark');
  });

  it('follows the device again', async () => {
    themeChosen('light');
    render(<Screen />);
    await userEvent.click(screen.getByRole('radio', { name: 'As the device' }));
    expect(document.documentElement.dataset.theme).toBeUndefined();
    expect(localStorage.getItem('cairn:theme')).toBeNull();
  });

  it('lets only the bar color of the chosen scheme count', () => {
    document.head.innerHTML =
      '<meta name="theme-color" content="#fff" data-scheme="light"><meta name="theme-color" content="#000" data-scheme="dark">';
    const counted = () => [...document.querySelectorAll('meta')].map((meta) => meta.media);
    themeChosen('dark');
    expect(counted()).toEqual(['not all', 'all']);
    themeChosen('auto');
    expect(counted()).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
  });
});

describe('erasing everything', () => {
  const press = () => userEvent.click(screen.getByRole('button', { name: 'Erase everything' }));
  const word = () => screen.getByRole('textbox', { name: 'Type “erase” to confirm' });
  /** What another screen would show. */
  const Elsewhere = () => (
    <p>
      {shortlist.value?.length} kept, {profile.value?.specialties.length} chosen
    </p>
  );

  it('does nothing without the word, and says what is missing', async () => {
    await keep('a');
    render(
      <>
        <Screen />
        <Elsewhere />
      </>,
    );
    await press();
    expect(word()).toBeInvalid();
    expect(word()).toHaveAccessibleDescription('Type the word erase, then press the button.');
    expect(await screen.findByText('1 kept, 0 chosen')).toBeVisible();
  });

  it('leaves nothing behind', async () => {
    await tell({ specialties: [PSYCHIATRY] });
    await keep('a', 'b');
    render(
      <>
        <Screen />
        <Elsewhere />
      </>,
    );
    expect(await screen.findByText('2 kept, 1 chosen')).toBeVisible();
    await userEvent.type(word(), 'Erase');
    await press();
    expect(await screen.findByText('Everything is erased')).toBeVisible();
    expect(await screen.findByText('0 kept, 0 chosen')).toBeVisible();
  });
});

describe('installing', () => {
  /** The browser's own dialog, as it hands it over. */
  function browserOffers() {
    const prompt = vi.fn(() => Promise.resolve());
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt,
      userChoice: Promise.resolve({ outcome: 'dismissed' }),
    });
    act(() => void window.dispatchEvent(event));
    return prompt;
  }
  const byHand = () => screen.queryByText(/Look in your browser’s menu/);

  it('is told by hand where the browser has no dialog of its own', () => {
    render(<Screen />);
    expect(byHand()).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Install' })).not.toBeInTheDocument();
  });

  it('opens the dialog of the browser, which serves once', async () => {
    watchDevice();
    render(<Screen />);
    const prompt = browserOffers();
    expect(byHand()).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Install' }));
    expect(prompt).toHaveBeenCalledOnce();
    await waitFor(() => expect(byHand()).toBeVisible());
  });
});

describe('the storage line', () => {
  it('says where the notebook is', async () => {
    render(<Screen />);
    expect(await screen.findByText(/kept on this device and nowhere else/)).toBeVisible();
  });
});
