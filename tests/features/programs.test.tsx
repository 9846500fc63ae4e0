import './in-process.ts';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Screen as ProgramScreen } from '#features/programs/program-screen.tsx';
import { Screen } from '#features/programs/screen.tsx';
import { shortlist } from '#state/shortlist.ts';
import { BOSTON, PSYCHIATRY, pid } from '../fixtures/small-catalog.ts';
import { keep, startApp, tell } from './support.ts';

beforeEach(startApp);

const names = () =>
  screen
    .getAllByRole('link')
    .map((link) => link.textContent)
    .filter((text) => text !== 'deal-breakers');

describe('the list of programs', () => {
  it('finds as you type and forgives a typo, saying what it understood', async () => {
    render(<Screen />);
    await userEvent.type(await screen.findByLabelText('Search'), 'seatle');
    expect(await screen.findByText('1 program for “seattle”')).toBeVisible();
    expect(names()).toEqual(['Cascade University']);
    expect(location.hash).toContain('q=seatle');
  });

  it('opens on the user’s own specialty, best fit first, and says what it hides', async () => {
    await tell({ specialties: [PSYCHIATRY], home: BOSTON }, { home: 3 });
    render(<Screen />);
    expect(await screen.findByText('4 programs, best fit first in Psychiatry')).toBeVisible();
    expect(names()[0]).toBe('Harbor Medical Center');
    await userEvent.click(screen.getByRole('button', { name: '1 not seen since 2024' }));
    expect(await screen.findByText('Old Mill Hospital')).toBeVisible();
  });

  it('reopens from its address', async () => {
    history.replaceState(null, '', '/programs#q=harbor&specialty=all&sort=name');
    render(<Screen />);
    expect(await screen.findByDisplayValue('harbor')).toBeVisible();
    expect(await screen.findByText(/2 programs/)).toBeVisible();
  });

  it('keeps a program by its star and takes it back', async () => {
    render(<Screen />);
    await userEvent.click(await screen.findByRole('button', { name: 'Keep Cascade University' }));
    expect(await screen.findByText('considering')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Let go of Cascade University' }));
    expect(await screen.findByRole('button', { name: 'Keep Cascade University' })).toBeVisible();
    expect(shortlist.value).toEqual([]);
  });

  it('says what to do when nothing is found', async () => {
    render(<Screen />);
    await userEvent.type(await screen.findByLabelText('Search'), 'zzzzzz');
    await userEvent.click(await screen.findByRole('button', { name: 'Start over with all programs' }));
    expect(await screen.findByText(/5 programs/)).toBeVisible();
  });

  it('filters by state and by nearness in its sheet', async () => {
    render(<Screen />);
    await userEvent.click(await screen.findByRole('button', { name: 'Filters' }));
    const sheet = within(await screen.findByRole('dialog'));
    await userEvent.type(sheet.getByRole('combobox', { name: 'Near a place' }), 'worc');
    await userEvent.click(await sheet.findByRole('option', { name: /Worcester/ }));
    expect(await sheet.findByRole('button', { name: 'Show 3' })).toBeVisible();
    await userEvent.click(sheet.getByRole('button', { name: 'Clear all' }));
    expect(await sheet.findByRole('button', { name: 'Show 5' })).toBeVisible();
  });
});

describe('one program', () => {
  it('shows every fact with source and year, blanks as blanks, and why it fits', async () => {
    await tell({ specialties: [PSYCHIATRY], home: BOSTON, visa: 'h1b' }, { home: 3, visa: 2 });
    render(<ProgramScreen pid={pid('a')} />);
    expect(await screen.findByRole('heading', { level: 1, name: 'Harbor Medical Center' })).toBeVisible();
    expect(screen.getByText('1 of 2 wishes known')).toBeVisible();
    expect(screen.getByRole('img', { name: 'Visa: not known, left out of the fit' })).toBeVisible();
    const beds = screen.getByText('Beds').closest('div');
    expect(beds).toHaveTextContent('700');
    expect(beds).toHaveTextContent('cost, 2021');
    expect(screen.getByText(/not the size of this program/).closest('li')).toHaveTextContent('Beds');
    expect(screen.getByText(/Call schedule · .*Moonlighting/)).toBeVisible();
    expect(screen.getByText('1265400C0').closest('div')).toHaveTextContent('Psychiatry, categorical');
  });

  it('keeps a note as it is typed', async () => {
    await keep('b');
    render(<ProgramScreen pid={pid('b')} />);
    await userEvent.type(await screen.findByLabelText('Your note'), 'Warm people');
    await expect.poll(() => shortlist.value?.[0]?.note).toBe('Warm people');
  });

  it('keeps what the user wrote about a program the catalog no longer has', async () => {
    render(<ProgramScreen pid="pzzzzzzzzz" />);
    expect(await screen.findByText('Not in this catalog')).toBeVisible();
  });

  it('says which deal-breaker keeps it out', async () => {
    const { addDealBreaker } = await import('#state/wishes.ts');
    await addDealBreaker({ kind: 'military' });
    render(<ProgramScreen pid={pid('f')} />);
    expect(await screen.findByText(/keeps it out of your lists: a military program/)).toBeVisible();
  });
});
