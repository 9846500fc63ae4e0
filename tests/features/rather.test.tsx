import './in-process.ts';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Screen } from '#features/profile/rather-screen.tsx';
import { Screen as Weights } from '#features/profile/rather-weights-screen.tsx';
import { duelAnswers } from '#state/duel.ts';
import { setAskAbout, wishes } from '#state/wishes.ts';
import { ToastPlace } from '#ui/toast.tsx';
import { BOSTON, PSYCHIATRY } from '../fixtures/small-catalog.ts';
import { startApp, tell } from './support.ts';

beforeEach(async () => {
  await startApp();
  await tell({ specialties: [PSYCHIATRY], home: BOSTON }, { citySize: 2, visa: 1 });
  await setAskAbout(['home', 'citySize', 'cost']);
});

const first = () => screen.findByRole('button', { name: /^First: / });
const choices = () => duelAnswers.value?.map(({ choice }) => choice);
/** Which side is the one far away in Seattle. */
const farKey = async () => ((await first()).textContent?.includes('2,485') ? '1' : '2');

describe('which would you rather', () => {
  it('sets one wish against another in words, without naming a program', async () => {
    render(<Screen />);
    const pair = await screen.findByRole('group', { name: 'Two programs' });
    expect(within(pair).getAllByText('Close to home')).toHaveLength(2);
    expect(within(pair).getByText('2,485 mi')).toBeVisible();
    expect(pair).not.toHaveTextContent(/Harbor|Hillside|Cascade/);
    expect(screen.getByRole('progressbar', { name: 'How sure: Nothing is known yet' })).toHaveAttribute(
      'value',
      '0',
    );
  });

  it('takes an answer by key, learns from it, and takes it back', async () => {
    render(<Screen />);
    await userEvent.keyboard(await farKey());
    await expect.poll(() => choices()?.length).toBe(1);
    await expect.poll(() => screen.queryByText('Nothing is known yet.')).toBeNull();
    await userEvent.keyboard('u');
    await expect.poll(choices).toEqual([]);
    expect(await screen.findByText('Nothing is known yet.')).toBeVisible();
  });

  it('takes "no difference" and "skip", and a skip tells nothing', async () => {
    render(<Screen />);
    await first();
    await userEvent.click(screen.getByRole('button', { name: 'Skip' }));
    await expect.poll(choices).toEqual(['skip']);
    expect(screen.getByText('Nothing is known yet.')).toBeVisible();
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await expect.poll(choices).toEqual([]);
    await first();
    await userEvent.keyboard('0');
    await expect.poll(choices).toEqual(['same']);
  });

  it('leaves the keys alone when told to, and while something is typed', async () => {
    render(
      <>
        <input aria-label="elsewhere" />
        <Screen />
      </>,
    );
    await first();
    await userEvent.type(screen.getByLabelText('elsewhere'), '1u');
    await userEvent.click(screen.getByText('What the questions are about'));
    await userEvent.click(screen.getByLabelText(/Answer with the keys/));
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('1');
    expect(choices()).toEqual([]);
    await userEvent.click(screen.getByLabelText(/Answer with the keys/));
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('1');
    await expect.poll(() => choices()?.length).toBe(1);
  });

  it('asks about what the user wants to be asked about, and says what it cannot ask', async () => {
    render(<Screen />);
    await userEvent.click(await screen.findByText('What the questions are about'));
    const about = screen.getByRole('group', { name: 'What the questions are about' });
    const chip = (name: string) => within(about).getByRole('button', { name });
    expect(chip('City size, large is better')).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText(/Trauma center: not known of enough programs/)).toBeVisible();
    await userEvent.click(chip('City size, large is better'));
    await userEvent.click(chip('Cost of living'));
    expect(await screen.findByText(/Choose at least two things/)).toBeVisible();
    expect(wishes.value?.askAbout).toEqual(['home']);
  });
});

describe('what the answers say', () => {
  it('says what to do while there is no answer', async () => {
    render(<Weights />);
    expect(await screen.findByRole('link', { name: 'Answer the first question' })).toHaveAttribute(
      'href',
      '/rather',
    );
  });

  it('shows weights with ranges and the effect, and changes the wishes only when told, with undo', async () => {
    const asking = render(<Screen />);
    await userEvent.keyboard(await farKey());
    await expect.poll(() => choices()?.length).toBe(1);
    asking.unmount();
    render(
      <>
        <Weights />
        <ToastPlace />
      </>,
    );
    const home = await screen.findByRole('img', { name: /^Close to home: .*8 times in 10 it lies at/ });
    expect(home).toBeVisible();
    expect(screen.getByText('Not asked about, and left as they are: Visa (a little).')).toBeVisible();
    const ten = await screen.findByRole('list', { name: 'Ten best with these weights' });
    expect(within(ten).getAllByRole('listitem')).toHaveLength(4);
    expect(ten).toHaveTextContent(/was \d|the same/);
    expect(wishes.value?.weights).toEqual({ citySize: 2, visa: 1 });

    await userEvent.click(screen.getByRole('button', { name: 'Use these weights' }));
    await expect.poll(() => wishes.value?.weights.citySize).toBeGreaterThan(0);
    await expect.poll(() => Object.keys(wishes.value?.weights ?? {})).toContain('cost');
    expect(wishes.value?.weights.visa).toBe(1);
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await expect.poll(() => wishes.value?.weights).toEqual({ citySize: 2, visa: 1 });
  });

  it('starts anew, and takes that back', async () => {
    const asking = render(<Screen />);
    await userEvent.keyboard(await farKey());
    await expect.poll(() => choices()?.length).toBe(1);
    asking.unmount();
    render(
      <>
        <Weights />
        <ToastPlace />
      </>,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Start anew' }));
    expect(await screen.findByText('Nothing yet')).toBeVisible();
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await expect.poll(() => choices()?.length).toBe(1);
  });
});
