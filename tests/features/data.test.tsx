import './in-process.ts';
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Contents } from '#features/data/contents.tsx';
import { Screen } from '#features/data/screen.tsx';
import { catalogState } from '#state/catalog.ts';
import { whenOpen } from '#state/notebook.ts';
import { profile, saveProfile } from '#state/profile.ts';
import { shortlist } from '#state/shortlist.ts';
import { sources } from '#state/sources.ts';
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

describe('a catalog that is not whole', () => {
  const overview = () => {
    const state = catalogState.value;
    if (state.kind !== 'ready') throw new Error('The catalog is not ready.');
    return state.overview;
  };

  it('says how much is missing, and is fetched again on a press', async () => {
    const kinds: string[] = [];
    const stop = catalogState.subscribe(({ kind }) => void kinds.push(kind));
    render(<Contents overview={overview()} held={false} lost={2} />);
    expect(screen.getByText('A part of the catalog could not be read')).toBeVisible();
    expect(screen.getByText(/^2 parts are damaged/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Fetch it again' }));
    await waitFor(() => expect(kinds).toEqual(['ready', 'fetching', 'ready']));
    stop();
  });

  it('says when it is in memory only', () => {
    render(<Contents overview={overview()} held lost={0} />);
    expect(screen.getByText(/^In memory only/)).toBeVisible();
    expect(screen.queryByText('A part of the catalog could not be read')).not.toBeInTheDocument();
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
