import { act, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Pid } from '#domain/ids.ts';
import type * as Shortlist from '#state/shortlist.ts';

const PID = 'p0000000ab' as Pid;

/** Everything anew: the offer belongs to the life of a page. */
async function freshPage() {
  vi.resetModules();
  const device = await import('#state/device.ts');
  const shortlist = await import('#state/shortlist.ts');
  const { InstallOffer } = await import('#app/install-offer.tsx');
  device.watchDevice();
  render(<InstallOffer />);
  return { device, shortlist };
}

function offerOfBrowser(outcome: 'accepted' | 'dismissed') {
  const prompt = vi.fn(() => Promise.resolve());
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
    prompt,
    userChoice: Promise.resolve({ outcome }),
  });
  act(() => void window.dispatchEvent(event));
  return { event, prompt };
}

const offer = () => screen.queryByRole('complementary', { name: 'Put Cairn on your home screen' });
const keepOne = async ({ keepProgram, shortlist }: typeof Shortlist) => {
  await keepProgram(PID, 'Example Hospital');
  await waitFor(() => expect(shortlist.value).toHaveLength(1));
};

beforeEach(() => localStorage.clear());
afterEach(async () => {
  const { letGo } = await import('#state/shortlist.ts');
  await letGo(PID);
});

describe('the offer to install', () => {
  it('waits until the user has kept something', async () => {
    const { shortlist } = await freshPage();
    const { event } = offerOfBrowser('accepted');
    expect(event.defaultPrevented).toBe(true);
    expect(offer()).not.toBeInTheDocument();
    await keepOne(shortlist);
    await waitFor(() => expect(offer()).toBeInTheDocument());
  });

  it('is not made where the browser has nothing to offer', async () => {
    const { shortlist } = await freshPage();
    await keepOne(shortlist);
    expect(offer()).not.toBeInTheDocument();
  });

  it('opens the dialog of the browser once', async () => {
    const { shortlist } = await freshPage();
    const { prompt } = offerOfBrowser('dismissed');
    await keepOne(shortlist);
    await userEvent.click(await screen.findByRole('button', { name: 'Install' }));
    expect(prompt).toHaveBeenCalledOnce();
    await waitFor(() => expect(offer()).not.toBeInTheDocument());
  });

  it('remembers a no', async () => {
    const first = await freshPage();
    offerOfBrowser('accepted');
    await keepOne(first.shortlist);
    await userEvent.click(await screen.findByRole('button', { name: 'No, thanks' }));
    expect(offer()).not.toBeInTheDocument();

    document.body.replaceChildren();
    const second = await freshPage();
    offerOfBrowser('accepted');
    await keepOne(second.shortlist);
    expect(offer()).not.toBeInTheDocument();
  });

  it('goes once the app is installed', async () => {
    const { shortlist, device } = await freshPage();
    offerOfBrowser('accepted');
    await keepOne(shortlist);
    await waitFor(() => expect(offer()).toBeInTheDocument());
    act(() => void window.dispatchEvent(new Event('appinstalled')));
    expect(offer()).not.toBeInTheDocument();
    expect(device.installed.value).toBe(true);
  });

  it('leads to the written steps where installing is done by hand', async () => {
    Object.defineProperty(navigator, 'standalone', { value: false, configurable: true });
    Object.defineProperty(navigator, 'maxTouchPoints', { value: 5, configurable: true });
    const { shortlist } = await freshPage();
    await keepOne(shortlist);
    expect(await screen.findByRole('link', { name: 'See the steps' })).toHaveAttribute(
      'href',
      '/settings#install',
    );
    Reflect.deleteProperty(navigator, 'standalone');
    Reflect.deleteProperty(navigator, 'maxTouchPoints');
  });
});
