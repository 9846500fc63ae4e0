import { rewrite, script } from './in-process.ts';
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangedProgram } from '#domain/change.ts';
import { Pid } from '#domain/ids.ts';
import {
  effectWords,
  fitWords,
  otherWords,
  placeWords,
  standingWords,
  trackWords,
} from '#features/changes/words.ts';
import { Screen } from '#features/changes/screen.tsx';
import { changesLine } from '#features/today/model.ts';
import { Screen as Today } from '#features/today/screen.tsx';
import { startCatalog } from '#state/catalog.ts';
import { writeNote } from '#state/shortlist.ts';
import { closed, type Edits, releaseOf, tombstone } from '../fixtures/releases.ts';
import { BOSTON, PSYCHIATRY, pid } from '../fixtures/small-catalog.ts';
import { keep, startApp, tell } from './support.ts';

beforeEach(startApp);

/** The second release is in force, the first was seen last. */
async function released(edits: Edits): Promise<void> {
  rewrite({ active: releaseOf(2, edits), seen: { kind: 'seen', ...releaseOf(1) } });
  await startCatalog();
}
const section = async (name: string) => {
  const found = (await screen.findByRole('heading', { level: 2, name })).closest('section');
  if (!found) throw new Error(name);
  return within(found);
};
const noVisa: Edits = {
  programs: {
    [pid('a')]: (record) => ({
      ...record,
      facts: { ...record.facts, visaJ1: [[false, 'list', 2026]], salary: [[70_000, 'list', 2026]] },
    }),
  },
};

describe('what changed', () => {
  it('shows for each program of the notebook what was and what is, with source and year', async () => {
    await keep('a', 'b');
    await released(noVisa);
    render(<Screen />);
    const harbor = await section('Harbor Medical Center');
    expect(harbor.getByText('J-1 visa').nextElementSibling).toHaveTextContent(
      'was Yes (A list, 2025), now No (A list, 2026)',
    );
    expect(harbor.getByText('Salary, first year').nextElementSibling).toHaveTextContent(
      'was not published, now $70,000 (A list, 2026)',
    );
    expect(screen.queryByText('Hillside University')).not.toBeInTheDocument();
    expect(screen.getByText(/^Since release 1 of November 24, 2026/)).toBeVisible();
  });

  it('says what it does to the fit and to the place in the list', async () => {
    const home = { label: 'Worcester, MA', lat: 42.26, lon: -71.8 };
    await tell({ specialties: [PSYCHIATRY], home, visa: 'j1' }, { visa: 4, home: 1 });
    await keep('a');
    await released(noVisa);
    render(<Screen />);
    const harbor = await section('Harbor Medical Center');
    expect(
      await harbor.findByText(/^Its fit falls from \d+ to \d+\. It moves down .*: 1st → 2nd of 4\.$/),
    ).toBeVisible();
  });

  it('says a closing and a merger in plain words, with the way to what a program became', async () => {
    await keep('b', 'c');
    await released({
      programs: { [pid('b')]: tombstone('merged'), [pid('c')]: closed('2026-06-30') },
      redirects: { [pid('b')]: [pid('a')] },
    });
    render(<Screen />);
    const merged = await section('Hillside University');
    merged.getByText('Merged into Harbor Medical Center. Notes from Hillside University are shown there.');
    expect(merged.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      `/programs/${pid('b')}`,
      `/programs/${pid('a')}`,
    ]);
    (await section('Cascade University')).getByText('Closed on June 30, 2026. Your notes stay.');
  });

  it('counts the other programs of the same specialties', async () => {
    await keep('b');
    await released(noVisa);
    render(<Screen />);
    const others = await section('Other programs');
    expect(others.getByRole('listitem')).toHaveTextContent('Psychiatry: 1 other program changed.');
    expect(screen.getByText('None of the programs in your notebook changed.')).toBeVisible();
  });

  it('is put away once it has been seen, and what was written stays as it was', async () => {
    await keep('a');
    await writeNote(Pid.parse(pid('a')), 'Kind people');
    await released(noVisa);
    render(<Screen />);
    await userEvent.click(await screen.findByRole('button', { name: 'I have seen it' }));
    expect(await screen.findByText('You are up to date')).toBeVisible();
    expect(script.asked).toContain('acknowledge');
  });

  it('says so when that could not be stored, and stays', async () => {
    await keep('a');
    await released(noVisa);
    script.acknowledges = false;
    render(<Screen />);
    await userEvent.click(await screen.findByRole('button', { name: 'I have seen it' }));
    expect(await screen.findByText(/could not be stored/)).toBeVisible();
    expect(screen.getByText('Harbor Medical Center')).toBeVisible();
  });

  it('says that nothing can be compared where the release seen last is gone', async () => {
    await released(noVisa);
    script.seen = { kind: 'refused' };
    render(<Screen />);
    expect(await screen.findByText(/no longer whole on this device/)).toBeVisible();
  });

  it('has nothing to say where nothing is new', async () => {
    render(<Screen />);
    expect(await screen.findByText('You are up to date')).toBeVisible();
  });
});

describe('the line on Today', () => {
  it('counts the programs concerned and leads to what changed', async () => {
    await tell({ home: BOSTON });
    await keep('a', 'b');
    await released(noVisa);
    render(<Today />);
    expect(await screen.findByText('One of your programs is affected.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'See what changed' })).toHaveAttribute('href', '/changes');
  });

  it('is not there where nothing is new', async () => {
    await keep('a');
    render(<Today />);
    await waitFor(() => expect(screen.getByText(/^Catalog of/)).toBeVisible());
    expect(screen.queryByText('The catalog has changed')).not.toBeInTheDocument();
  });

  it('speaks of other programs only where there are some', () => {
    const release = { version: 1, date: '2026-11-24' };
    const changes = { kind: 'changes', from: release, to: release, programs: [], others: [] } as const;
    expect(changesLine(changes)).toBeNull();
    const other = { specialty: PSYCHIATRY, name: 'Psychiatry', changed: 1, added: 0, ended: 0 };
    expect(changesLine({ ...changes, others: [other] })).toBe('None of your programs is affected.');
  });
});

describe('changes in words', () => {
  const fit = (value: number) => ({ value, lo: value, hi: value, coverage: 1 });

  it.each([
    [{ kind: 'closed', on: null } as const, 'Closed; no date is published. Your notes stay.'],
    [{ kind: 'renamed', was: 'Old Program', now: 'New Program' } as const, 'Was Old, now New.'],
    [{ kind: 'moved', was: 'Lynn, MA', now: 'Boston, MA' } as const, 'Was in Lynn, MA, now in Boston, MA.'],
    [{ kind: 'new' } as const, 'New in the catalog.'],
    [{ kind: 'gone' } as const, 'No longer in any list. Your notes stay, under the name you know.'],
    [{ kind: 'reopened' } as const, 'Listed again, after it had been closed.'],
  ])('%o', (change, words) => {
    expect(standingWords(change, 'A Program')).toBe(words);
  });

  it('names all a split program became', () => {
    const into = ['a', 'b'].map((letter) => ({ pid: pid(letter), name: `${letter.toUpperCase()} Program` }));
    expect(standingWords({ kind: 'split', into }, 'Old Program')).toMatch(
      /^Split into A and B\. Your notes stay/,
    );
  });

  it('count places as people do', () => {
    const moved = (was: number, now: number) =>
      placeWords({ was: { at: was, of: 145 }, now: { at: now, of: 145 } }, 'Psychiatry');
    expect(moved(12, 9)).toBe('It moves up in your list of Psychiatry: 12th → 9th of 145.');
    expect(moved(2, 23)).toBe('It moves down in your list of Psychiatry: 2nd → 23rd of 145.');
    expect(placeWords({ was: { at: 11, of: 20 }, now: { at: 1, of: 21 } }, 'X')).toContain(
      '11th → 1st of 21 (there were 20)',
    );
    expect(placeWords({ was: null, now: { at: 3, of: 4 } }, 'X')).toBe('It is 3rd of 4 in your list of X.');
    expect(placeWords({ was: { at: 3, of: 4 }, now: null }, 'X')).toContain('no longer in your list of X');
  });

  it('say which way a fit went, and nothing of what is not weighed', () => {
    expect(fitWords({ was: fit(0.72), now: fit(0.75) })).toBe('Its fit rises from 72 to 75.');
    expect(fitWords({ was: null, now: fit(0.5) })).toBe('It has a fit now: 50.');
    expect(fitWords({ was: fit(0.5), now: null })).toBe('It no longer has a fit; it was 50.');
    expect(effectWords({ fit: null, place: null, specialty: 'X' } as ChangedProgram)).toBe('');
  });

  it('count other programs and tell tracks apart', () => {
    const other = { specialty: PSYCHIATRY, name: 'Psychiatry' };
    expect(otherWords({ ...other, changed: 14, added: 2, ended: 1 })).toBe(
      '14 other programs changed, 2 are new, and 1 has ended',
    );
    expect(otherWords({ ...other, changed: 0, added: 1, ended: 0 })).toBe('1 is new');
    expect(trackWords({ kind: 'added', code: '1265400P0', name: 'Prelim' })).toBe(
      'New track: Prelim (1265400P0)',
    );
  });
});
