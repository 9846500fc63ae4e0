import './in-process.ts';
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Screen } from '#features/data/screen.tsx';
import { Screen as Guide } from '#features/guide/screen.tsx';
import { Screen as Network } from '#features/network/screen.tsx';
import { Screen as Rank } from '#features/rank/screen.tsx';
import { catalogState } from '#state/catalog.ts';
import { whenOpen } from '#state/notebook.ts';
import { saveProfile } from '#state/profile.ts';
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
    await screen.findByText('Programs by specialty');
    expect(notice()).not.toBeInTheDocument();
  });
});

describe('places that are not open yet', () => {
  it('tell how many programs are kept and lead to them', async () => {
    await keep('a', 'b');
    render(<Rank />);
    expect(await screen.findByText('programs kept so far')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Compare what you keep' })).toHaveAttribute('href', '/compare');
  });

  it('lead to what works already', async () => {
    render(<Network />);
    expect(screen.getByRole('link', { name: 'Find programs' })).toHaveAttribute('href', '/programs');
  });
});

describe('the guide', () => {
  it('leads from its contents to each chapter', () => {
    const { container } = render(<Guide />);
    const contents = screen.getByRole('navigation', { name: 'In this guide' });
    const links = within(contents).getAllByRole('link');
    expect(links.length).toBe(screen.getAllByRole('heading', { level: 2 }).length);
    for (const link of links) {
      const chapter = container.querySelector(String(link.getAttribute('href')));
      expect(within(chapter as HTMLElement).getByRole('heading', { level: 2 })).toHaveTextContent(
        String(link.textContent),
      );
    }
  });

  it('says whose it is not', () => {
    render(<Guide />);
    expect(screen.getByText(/not affiliated with/)).toBeVisible();
  });
});
