import './in-process.ts';
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Screen } from '#features/profile/explore-screen.tsx';
import { Screen as Profile } from '#features/profile/screen.tsx';
import { profile } from '#state/profile.ts';
import { BOSTON, PSYCHIATRY } from '../fixtures/small-catalog.ts';
import { startApp, tell } from './support.ts';

beforeEach(startApp);

describe('exploring', () => {
  it('shows a specialty by how many programs it has and where, and what nobody has published', async () => {
    render(<Screen />);
    await userEvent.type(await screen.findByRole('combobox', { name: 'A specialty to look at' }), 'psy');
    await userEvent.click(await screen.findByRole('option', { name: /Psychiatry/ }));
    expect(await screen.findByRole('heading', { name: 'Psychiatry' })).toBeVisible();
    expect(screen.getByRole('list', { name: 'Where Psychiatry programs are' })).toHaveTextContent(
      /Northeast.*3.*West.*1/,
    );
    expect(screen.getAllByText('not published').length).toBeGreaterThan(0);
    expect(profile.value).toMatchObject({ specialties: [PSYCHIATRY], exploring: true });
  });

  it('does not make an explorer of someone who has chosen', async () => {
    await tell({ specialties: [PSYCHIATRY], home: BOSTON });
    render(<Screen />);
    expect(await screen.findByText('2 programs')).toBeVisible();
    await userEvent.type(screen.getByRole('combobox', { name: 'Add another' }), 'surg');
    await userEvent.click(await screen.findByRole('option', { name: /Surgery/ }));
    await expect.poll(() => profile.value?.specialties).toHaveLength(2);
    expect(profile.value?.exploring).toBeUndefined();
    await userEvent.click(await screen.findByRole('button', { name: 'Stop looking at General Surgery' }));
    await expect.poll(() => profile.value?.specialties).toEqual([PSYCHIATRY]);
  });

  it('asks for no choice in the profile', async () => {
    render(<Profile />);
    await userEvent.click(await screen.findByLabelText('I am still exploring'));
    await expect.poll(() => profile.value?.exploring).toBe(true);
    expect(await screen.findByRole('combobox', { name: 'Add a specialty to look at' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'See them side by side' })).toHaveAttribute('href', '/explore');
  });
});
