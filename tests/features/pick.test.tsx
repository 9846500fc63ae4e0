import './in-process.ts';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Screen } from '#features/pick/screen.tsx';
import { profile } from '#state/profile.ts';
import { BOSTON, PSYCHIATRY } from '../fixtures/small-catalog.ts';
import { startApp, tell } from './support.ts';

beforeEach(startApp);

const listed = async () =>
  within(await screen.findByRole('list', { name: 'Your list, best fit first' }))
    .getAllByRole('link')
    .map((link) => link.textContent);

describe('the pick list', () => {
  it('asks for a specialty first', async () => {
    render(<Screen />);
    expect(await screen.findByRole('link', { name: 'Choose a specialty' })).toHaveAttribute(
      'href',
      '/profile',
    );
  });

  it('holds the best fits a budget pays for, says what ends it, and that it knows fit only', async () => {
    await tell({ specialties: [PSYCHIATRY], home: BOSTON }, { home: 3 });
    render(<Screen />);
    await userEvent.type(await screen.findByLabelText('In dollars'), '22{Tab}');
    expect(await listed()).toEqual(['Harbor Medical Center', 'Hillside University']);
    expect(screen.getByText(/the next application costs \$11, \$0 is left/)).toBeVisible();
    expect(screen.getByText(/By fit only/)).toBeVisible();
    expect(screen.getAllByText('close to home (0 mi)')[0]).toBeVisible();
    expect(profile.value?.budgetUsd).toBe(22);
  });

  it('follows a ban and a lock', async () => {
    await tell({ specialties: [PSYCHIATRY], home: BOSTON, budgetUsd: 22 }, { home: 3 });
    render(<Screen />);
    await userEvent.click(await screen.findByRole('button', { name: 'Never include Harbor Medical Center' }));
    await expect.poll(listed).toEqual(['Hillside University', 'Cascade University']);
    await userEvent.click(screen.getByRole('button', { name: 'Let it in again' }));
    await userEvent.click(screen.getByRole('button', { name: 'Always include Cascade University' }));
    await expect.poll(listed).toEqual(['Harbor Medical Center', 'Cascade University']);
  });

  it('answers a budget below one fee in a sentence', async () => {
    await tell({ specialties: [PSYCHIATRY], budgetUsd: 5 }, { cost: 1 });
    render(<Screen />);
    expect(await screen.findByText(/One application costs \$11 this season/)).toBeVisible();
  });
});
