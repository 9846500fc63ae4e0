import { rewrite, script } from './in-process.ts';
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FactTuple } from '#domain/fact.ts';
import { Contents } from '#features/data/contents.tsx';
import { Coverage } from '#features/data/coverage.tsx';
import { Screen } from '#features/data/screen.tsx';
import { catalogState, startCatalog } from '#state/catalog.ts';
import { whenOpen } from '#state/notebook.ts';
import { profile, saveProfile } from '#state/profile.ts';
import { shortlist } from '#state/shortlist.ts';
import { sources } from '#state/sources.ts';
import { releaseOf } from '../fixtures/releases.ts';
import { pid } from '../fixtures/small-catalog.ts';
import { keep, startApp } from './support.ts';

beforeEach(startApp);

describe('the data screen', () => {
  it('counts the programs of each specialty, most first, and they add up', async () => {
    render(<Screen />);
    await userEvent.click(await screen.findByText('Programs by specialty'));
    const table = screen.getByRole('table', { name: 'Number of programs in each specialty' });
    const counts = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => Number(within(row).getAllByRole('cell')[1]?.textContent));
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const state = catalogState.value;
    expect(counts.length).toBe(state.kind === 'ready' ? state.overview.specialties.length : -1);
  });

  it('names every source with its licence and its weakness', async () => {
    render(<Screen />);
    expect([...sources.value.values()].length).toBeGreaterThan(0);
    for (const { title, licence, weakness } of sources.value.values()) {
      const line = (await screen.findByText(new RegExp(`^${RegExp.escape?.(title) ?? title}`))).closest('dd');
      expect(line).toHaveTextContent(licence);
      expect(line).toHaveTextContent(weakness);
    }
  });

  it('names GeoNames whatever the catalog holds', () => {
    render(<Screen />);
    expect(screen.getByText(/GeoNames/)).toHaveTextContent('GeoNames, CC BY 4.0');
  });
});

const overviewNow = () => {
  const state = catalogState.value;
  if (state.kind !== 'ready') throw new Error('The catalog is not ready.');
  return state.overview;
};

describe('a catalog that is not whole', () => {
  it('says how much is missing, and is fetched again on a press', async () => {
    render(<Contents overview={overviewNow()} held={false} lost={2} />);
    expect(screen.getByText('A part of the catalog could not be read')).toBeVisible();
    expect(screen.getByText(/^2 parts are damaged/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Fetch it again' }));
    await waitFor(() => expect(script.asked.at(-1)).toBe('now'));
    expect(catalogState.value.kind).toBe('ready');
  });

  it('says when it is in memory only', () => {
    render(<Contents overview={overviewNow()} held lost={0} />);
    expect(screen.getByText(/^In memory only/)).toBeVisible();
    expect(screen.queryByText('A part of the catalog could not be read')).not.toBeInTheDocument();
  });
});

describe('an update from the data screen', () => {
  const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

  it('shows how far it is and can be stopped, keeping what is there', async () => {
    script.run = (_mode, onProgress, signal) =>
      new Promise((resolve) => {
        onProgress?.({ kind: 'fetching', done: 3, of: 9, bytes: 120_000, ofBytes: 2_000_000 });
        signal?.addEventListener('abort', () =>
          resolve({ kind: 'refused', reason: 'cancelled', what: 'on the way' }),
        );
      });
    render(<Screen />);
    await press('Update now');
    const bar = await screen.findByRole('progressbar', { name: 'Fetching the catalog, 120 kB of 2 MB' });
    expect(bar).toHaveValue(3);
    expect(screen.getByText('3 of 9')).toBeVisible();
    await press('Stop');
    expect(await screen.findByText(/^Stopped\. What has arrived is kept/)).toBeVisible();
    expect(catalogState.value.kind).toBe('ready');
  });

  it('says when there is nothing newer, and what is in use when there is', async () => {
    render(<Screen />);
    await press('Update now');
    expect(await screen.findByText('Yours is the newest there is.')).toBeVisible();
    script.run = async () => {
      script.active = releaseOf(2);
      return { kind: 'installed', version: 2, from: 1, fetched: 1, bytes: 1000 };
    };
    await press('Update now');
    expect(await screen.findByText('Release 2 is in use now.')).toBeVisible();
  });

  it.each([
    'offline',
    'not-a-catalog',
    'too-long',
    'wrong-hash',
    'malformed',
    'bad-signature',
    'expired',
    'rollback',
    'mixed',
    'too-old-app',
    'stalled',
    'no-space',
    'failed',
  ] as const)('answers a refusal (%s) with a sentence that says what to do', async (reason) => {
    script.run = async () => ({ kind: 'refused', reason, what: 'secret-detail' });
    render(<Screen />);
    await press('Update now');
    const [notice] = await screen.findAllByText(/try again|reload/i);
    expect(notice).toHaveTextContent(/\.$/);
    expect(document.body).not.toHaveTextContent('secret-detail');
    expect(document.body).not.toHaveTextContent(reason === 'offline' ? 'undefined' : reason);
  });

  it('says when it was looked at last and will be next', async () => {
    const DAY = 24 * 60 * 60 * 1000;
    rewrite({
      standing: { verifiedAt: Date.now(), freshUntil: Date.now() + 14 * DAY, nextAt: Date.now() + DAY },
    });
    render(<Screen />);
    expect(await screen.findByText(/^Verified fresh until/)).toBeVisible();
    expect(screen.getByText(/^When Cairn is open after/)).toBeVisible();
  });

  it('leads to what changed while that has not been seen', async () => {
    rewrite({ active: releaseOf(2), seen: { kind: 'seen', ...releaseOf(1) } });
    await startCatalog();
    render(<Screen />);
    expect(await screen.findByRole('link', { name: 'See what changed' })).toHaveAttribute('href', '/changes');
  });
});

describe('coverage', () => {
  it('stands beside what others have counted, with source and year, and a blank where nobody has', async () => {
    const [psychiatry, surgery] = overviewNow().specialties;
    if (!psychiatry || !surgery) throw new Error('The fixture has lost a specialty.');
    const published: FactTuple[] = [
      [388, 'list', 2026],
      [404, 'list-of-tracks', 2025],
    ];
    render(<Coverage specialties={[{ ...psychiatry, published }, surgery]} />);
    await userEvent.click(screen.getByText('Programs by specialty'));
    const head = screen.getAllByRole('columnheader').map((cell) => cell.textContent);
    expect(head).toEqual(['Specialty', 'Here', 'A list, 2026', 'list-of-tracks, 2025']);
    const cellsOf = (name: RegExp) =>
      within(screen.getByRole('rowheader', { name }).closest('tr') ?? document.body)
        .getAllByRole('cell')
        .map((cell) => cell.textContent);
    expect(cellsOf(/^Psychiatry/)).toEqual(['6', '388', '404']);
    expect(cellsOf(/^General Surgery/)).toEqual(['1', 'not published', 'not published']);
  });
});

describe('room on the device', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'storage');
  });
  const promise = (persisted: boolean) => ({
    estimate: async () => ({ usage: 12_345_678, quota: 2_000_000_000 }),
    persisted: async () => persisted,
  });

  it('is told as the browser counts it, with what it has promised', async () => {
    Object.defineProperty(navigator, 'storage', { value: promise(false), configurable: true });
    render(<Screen />);
    expect(await screen.findByText(/^12 MB of 2 GB/)).toBeVisible();
    expect(await screen.findByText(/^At risk: the browser may clear it/)).toBeVisible();
  });

  it('is passed over where the browser does not say', async () => {
    Object.defineProperty(navigator, 'storage', { value: undefined, configurable: true });
    render(<Screen />);
    expect(await screen.findByText(/does not say whether it may clear it/)).toBeVisible();
    await waitFor(() => expect(screen.queryByText('In use')).not.toBeInTheDocument());
  });
});

describe('rows of the notebook that cannot be read', () => {
  const row = (id: string) => ({ id, schema: 1, changedAt: 1, specialties: 7 });
  const notice = () => screen.queryByText('A part of your notebook cannot be read');

  it('are counted in plain words, by what they are', async () => {
    const db = await whenOpen();
    await keep('c');
    await db.profile.put(row('profile'));
    await db.shortlist.bulkPut([row(pid('a')), row(pid('b'))]);
    await db.pickMarks.put(row(pid('a')));
    render(<Screen />);
    expect(
      await screen.findByText(
        /your profile, 2 programs you keep, and one lock or ban\. .*kept on this device/,
      ),
    ).toBeVisible();
    expect(notice()).toBeVisible();
  });

  it('are left as they are, and no longer told of once something readable has taken their place', async () => {
    const db = await whenOpen();
    await db.profile.put(row('profile'));
    render(<Screen />);
    await screen.findByText(/is stored: your profile\./);
    expect(await db.profile.get('profile')).toEqual(row('profile'));
    await saveProfile({ school: 'Tufts' });
    await waitFor(() => expect(notice()).not.toBeInTheDocument());
    const setAside = await db.meta.where('id').startsWith('set-aside/profile/').toArray();
    expect(setAside).toMatchObject([{ row: row('profile') }]);
  });

  it('are not spoken of where there are none', async () => {
    await keep('a');
    render(<Screen />);
    await waitFor(() => {
      expect(profile.value).toBeDefined();
      expect(shortlist.value).toHaveLength(1);
    });
    expect(notice()).not.toBeInTheDocument();
  });
});
