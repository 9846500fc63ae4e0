import './in-process.ts';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { WhatIfBanner } from '#features/profile/what-if-banner.tsx';
import { Screen } from '#features/profile/what-if-screen.tsx';
import { bandsWords, changedWords, programsWords } from '#features/profile/what-if-words.ts';
import { EMPTY_PROFILE } from '#domain/profile.ts';
import { EMPTY_WISHES } from '#domain/wishes.ts';
import { profile, saveProfile } from '#state/profile.ts';
import { leaveScenario, scenarioOn, scenarios } from '#state/scenarios.ts';
import { realSelf } from '#state/what-if.ts';
import { addDealBreaker, setWeight, wishes } from '#state/wishes.ts';
import { ToastPlace } from '#ui/toast.tsx';
import { BOSTON, PSYCHIATRY } from '../fixtures/small-catalog.ts';
import { startApp, tell } from './support.ts';

const SEATTLE = { label: 'Seattle, WA', lat: 47.61, lon: -122.33, state: 'WA' };

beforeEach(async () => {
  leaveScenario();
  await startApp();
  await tell({ specialties: [PSYCHIATRY], home: BOSTON }, { home: 3 });
});

async function begin(name: string): Promise<void> {
  render(
    <>
      <WhatIfBanner />
      <Screen />
      <ToastPlace />
    </>,
  );
  await userEvent.type(await screen.findByLabelText('What if'), name);
  await userEvent.click(screen.getByRole('button', { name: 'Begin' }));
  await screen.findByRole('heading', { name: `What if: ${name}` });
}

describe('a what-if', () => {
  it('begins as a copy, says on a banner that it is on, and needs a name', async () => {
    await begin('I moved west');
    expect(screen.getByRole('complementary', { name: 'What if' })).toHaveTextContent('I moved west');
    expect(screen.getByText(/So far it is a plain copy/)).toBeVisible();
    expect(profile.value?.home).toEqual(BOSTON);
    await userEvent.click(screen.getByRole('button', { name: 'Leave' }));
    expect(screen.queryByRole('complementary')).toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: 'Begin' }));
    expect(await screen.findByText(/Give it a name/)).toBeVisible();
    expect(scenarios.value).toHaveLength(1);
  });

  it('shows what it changes, while the real profile stays as it is', async () => {
    await begin('I moved west');
    await saveProfile({ home: SEATTLE });
    await setWeight('cost', 1);
    await addDealBreaker({ kind: 'military' });
    const changed = await screen.findByRole('heading', { name: 'What you changed' });
    const list = within(changed.closest('section') as HTMLElement);
    expect(list.getByText('home')).toBeVisible();
    expect(list.getByText('the weight of “Cost of living”')).toBeVisible();
    expect(list.getByText('deal-breakers')).toBeVisible();
    expect(await screen.findByText('3 programs to choose from instead of 4.')).toBeVisible();
    const ten = await screen.findByRole('list', { name: 'Ten best in this what-if' });
    await expect.poll(() => within(ten).getAllByRole('listitem')[0]?.textContent).toMatch(/Cascade.*was 3/);
    expect(realSelf.value).toMatchObject({ profile: { home: BOSTON }, wishes: { weights: { home: 3 } } });
    expect(realSelf.value?.wishes.dealBreakers).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Back to the real one' }));
    await expect.poll(() => profile.value?.home).toEqual(BOSTON);
    expect(wishes.value?.weights).toEqual({ home: 3 });
  });

  it('becomes the real thing when told to, and that can be undone', async () => {
    await begin('I moved west');
    await saveProfile({ home: SEATTLE });
    await userEvent.click(screen.getByRole('button', { name: 'Make it real' }));
    await expect.poll(() => scenarioOn.value).toBeNull();
    await expect.poll(() => profile.value?.home).toEqual(SEATTLE);
    await expect.poll(() => scenarios.value).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await expect.poll(() => realSelf.value?.profile.home).toEqual(BOSTON);
    await expect.poll(() => scenarioOn.value?.name).toBe('I moved west');
  });

  it('is thrown away whole, and taken back whole', async () => {
    await begin('I moved west');
    await saveProfile({ home: SEATTLE });
    await userEvent.click(screen.getByRole('button', { name: 'Throw away' }));
    await expect.poll(() => profile.value?.home).toEqual(BOSTON);
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await expect.poll(() => profile.value?.home).toEqual(SEATTLE);
  });
});

describe('the words of a what-if', () => {
  const real = { profile: EMPTY_PROFILE, wishes: EMPTY_WISHES };

  it('name nothing while nothing differs, and each thing that does', () => {
    expect(changedWords(real, real, new Map())).toEqual([]);
    const other = {
      profile: { ...EMPTY_PROFILE, couple: true, scores: { step2: 250 } },
      wishes: { ...EMPTY_WISHES, weights: { 'custom:x': 2 as const } },
    };
    expect(changedWords(real, other, new Map([['custom:x', 'Near a beach']]))).toEqual([
      'exams',
      'matching as two',
      'the weight of “Near a beach”',
    ]);
  });

  it('say how many programs and bands are others', () => {
    expect(programsWords({ before: 4, after: 4 })).toBe('4 programs to choose from, as before.');
    const bands = { of: 20, better: 3, worse: 1, before: new Map(), after: new Map() };
    expect(bandsWords(bands)).toBe(
      'The band of chance is better at 3 programs and worse at 1 program of 20.',
    );
    expect(bandsWords({ ...bands, better: 0, worse: 0 })).toBe(
      'The band of chance stays the same at all 20 programs.',
    );
    expect(bandsWords(null)).toBeNull();
  });
});
