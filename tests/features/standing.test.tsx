// What became of programs the user has written about: found again wherever they are looked up.
import { rewrite } from './in-process.ts';
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Pid } from '#domain/ids.ts';
import { Screen as Compare } from '#features/compare/screen.tsx';
import { Screen as Program } from '#features/programs/program-screen.tsx';
import { Screen as Programs } from '#features/programs/screen.tsx';
import { startCatalog } from '#state/catalog.ts';
import { shortlist, writeNote } from '#state/shortlist.ts';
import { closed, releaseOf, tombstone } from '../fixtures/releases.ts';
import { pid } from '../fixtures/small-catalog.ts';
import { keep, startApp } from './support.ts';

beforeEach(async () => {
  await startApp();
  await keep('a', 'b', 'c', 'd', 'f');
  await writeNote(Pid.parse(pid('b')), 'The old name');
});

/** b is merged into a, c is split into a and f, d is closed, f is in no list any more. */
async function released(): Promise<void> {
  rewrite({
    active: releaseOf(2, {
      programs: {
        [pid('b')]: tombstone('merged'),
        [pid('c')]: tombstone('split'),
        [pid('d')]: closed('2026-06-30'),
        [pid('f')]: null,
      },
      redirects: { [pid('b')]: [pid('a')], [pid('c')]: [pid('a'), pid('e')] },
    }),
  });
  await startCatalog();
}
const at = (letter: string) => render(<Program pid={pid(letter)} />);

describe('the page of a program', () => {
  it('that was merged is that of the one it became, with the notes from both', async () => {
    await released();
    at('b');
    await screen.findByRole('heading', { level: 1, name: 'Harbor Medical Center' });
    expect(
      await screen.findByText('Notes from Hillside University (merged into this program) are shown here.'),
    ).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Your note' })).toHaveValue('');
    const old = screen.getByRole('textbox', { name: 'Your note from Hillside University' });
    expect(old).toHaveValue('The old name');
  });

  it('goes on writing where the note was written', async () => {
    await released();
    at('a');
    const old = await screen.findByRole('textbox', { name: 'Your note from Hillside University' });
    await userEvent.type(old, ', and more');
    await waitFor(() =>
      expect(shortlist.value?.find((entry) => entry.pid === pid('b'))?.note).toBe('The old name, and more'),
    );
    expect(shortlist.value?.find((entry) => entry.pid === pid('a'))?.note).toBe('');
  });

  it('that was split says so and leads to all it became', async () => {
    await released();
    at('c');
    const words = await screen.findByText(/^Split on July 1, 2026 into the programs below/);
    const links = within(words.closest('div[role="status"]') ?? document.body).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      `/programs/${pid('a')}`,
      `/programs/${pid('e')}`,
    ]);
  });

  it('that is closed keeps its facts and says when', async () => {
    await released();
    at('d');
    expect(await screen.findByText('Closed on June 30, 2026. Your notes stay.')).toBeVisible();
  });

  it('that no list holds any more is known by the name it was kept under', async () => {
    await released();
    at('f');
    await screen.findByRole('heading', { level: 1, name: 'Saint Brendan Veterans' });
    expect(screen.getByText(/no longer lists it/)).toBeVisible();
  });
});

describe('the list of what is kept', () => {
  const open = () => {
    history.replaceState(null, '', '/programs#specialty=all&stage=kept');
    render(<Programs />);
  };

  it('names every program, each with what became of it', async () => {
    await released();
    open();
    const rows = await screen.findByRole('list', { name: 'Programs' });
    await waitFor(() => expect(rows).toHaveTextContent('Harbor Medical Center'));
    expect(within(rows).getByText('Old Mill Hospital').parentElement).toHaveTextContent(/closed/);
    expect(within(rows).getByText('Cascade University').parentElement).toHaveTextContent(/split/);
    expect(within(rows).queryByText('Hillside University')).not.toBeInTheDocument();
    const lost = await screen.findByRole('list', { name: 'Kept, but not in this catalog' });
    expect(lost).toHaveTextContent('Saint Brendan Veterans considering not in this catalog');
  });

  it('lets go of a program under all the names it was kept under, and takes all back', async () => {
    await released();
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Let go of Harbor Medical Center' }));
    await waitFor(() =>
      expect(shortlist.value?.map((entry) => entry.pid)).toEqual([pid('c'), pid('d'), pid('f')]),
    );
  });
});

describe('a comparison opened by an old address', () => {
  it('shows a merged program as what it became', async () => {
    await released();
    history.replaceState(null, '', `/compare#p=${pid('b')},${pid('d')}`);
    render(<Compare />);
    const table = await screen.findByRole('table');
    const names = within(table)
      .getAllByRole('columnheader')
      .slice(1)
      .map((head) => head.querySelector('a')?.textContent);
    expect(names).toEqual(['Harbor Medical Center', 'Old Mill Hospital']);
  });
});
