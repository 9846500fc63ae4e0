import './in-process.ts';
import { render, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_PROFILE } from '#domain/profile.ts';
import { EMPTY_WISHES } from '#domain/wishes.ts';
import { firstActs, greeting, headline } from '#features/today/model.ts';
import { Screen } from '#features/today/screen.tsx';
import { moveToStage } from '#state/shortlist.ts';
import { Pid } from '#domain/ids.ts';
import { BOSTON, PSYCHIATRY, pid } from '../fixtures/small-catalog.ts';
import { keep, startApp, tell } from './support.ts';

beforeEach(startApp);

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

describe('today, with an empty notebook', () => {
  it('says what to do first, each with its way there', async () => {
    render(<Screen />);
    await heading('Three steps to your list');
    const acts = within(screen.getByRole('list')).getAllByRole('link');
    expect(acts.map((act) => act.getAttribute('href'))).toEqual(['/profile', '/profile#wishes', '/programs']);
  });

  it('says which catalog it works from', async () => {
    render(<Screen />);
    expect(await screen.findByText(/^Catalog of .+ 20\d\d, \d+ programs$/)).toBeVisible();
  });
});

describe('today, as the notebook fills', () => {
  it('counts the steps that are left and marks the others as done', async () => {
    await tell({ specialties: [PSYCHIATRY] });
    render(<Screen />);
    await heading('Two steps to go');
    expect(screen.getByRole('link', { name: /Choose a specialty \(done\)/ })).toBeVisible();
  });

  it('shows the shortlist by stage, each stage leading to its programs', async () => {
    await keep('a', 'b', 'c');
    await moveToStage(Pid.parse(pid('c')), 'applied');
    render(<Screen />);
    const considering = await screen.findByRole('link', { name: /^Considering\s*2$/ });
    expect(considering).toHaveAttribute('href', '/programs#specialty=all&stage=considering');
    expect(screen.getByRole('link', { name: /^Applied\s*1$/ })).toBeVisible();
    expect(screen.queryByRole('link', { name: /^Ranked/ })).not.toBeInTheDocument();
  });

  it('has no steps left once the list is the user’s own', async () => {
    await tell({ specialties: [PSYCHIATRY], home: BOSTON }, { home: 3, cost: 2, teaching: 1 });
    await keep('a');
    render(<Screen />);
    await heading('Nothing is due today');
    expect(screen.queryByText('Choose a specialty')).not.toBeInTheDocument();
  });
});

describe('the steps', () => {
  it('do not take a wish that is left out for a wish', () => {
    const profile = { ...EMPTY_PROFILE, home: BOSTON };
    const wishes = { ...EMPTY_WISHES, weights: { home: 3, cost: 0, teaching: 2 } };
    const [, second] = firstActs(profile, wishes, []);
    expect(second?.done).toBe(false);
  });

  it('are counted in words', () => {
    const acts = firstActs({ ...EMPTY_PROFILE, specialties: [PSYCHIATRY], home: BOSTON }, EMPTY_WISHES, []);
    expect(headline(acts.map((act) => ({ ...act, done: act.key !== 'keep' })))).toBe('One step to go');
  });

  it.each([
    [0, 'Good evening'],
    [5, 'Good morning'],
    [12, 'Good afternoon'],
    [18, 'Good evening'],
  ])('greet at %i o’clock with “%s”', (hour, words) => {
    expect(greeting(hour)).toBe(words);
  });
});
