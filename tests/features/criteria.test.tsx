import './in-process.ts';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Screen } from '#features/profile/criteria-screen.tsx';
import { readLevels } from '#features/profile/model.ts';
import { ownCriteria } from '#state/own-criteria.ts';
import { wishes } from '#state/wishes.ts';
import { ToastPlace } from '#ui/toast.tsx';
import { pid } from '../fixtures/small-catalog.ts';
import { keep, startApp } from './support.ts';

beforeEach(startApp);

async function add(name: string, scale?: string): Promise<void> {
  const form = (await screen.findByRole('button', { name: 'Add' })).closest('form') as HTMLElement;
  await userEvent.type(within(form).getByLabelText('Name'), name);
  if (scale !== undefined) await userEvent.click(within(form).getByLabelText(scale));
  await userEvent.click(within(form).getByRole('button', { name: 'Add' }));
}

describe('criteria of one’s own', () => {
  it('are made with a name and a scale, and marked program by program', async () => {
    await keep('a', 'c');
    render(<Screen />);
    await add('Near a beach');
    const marks = await screen.findByRole('list', { name: 'Marks for Near a beach' });
    expect(within(marks).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText(/One to five stars. 0 of 2 marked./)).toBeVisible();
    const cascade = screen.getByRole('combobox', { name: /Near a beach at Cascade/ });
    expect(cascade).toHaveDisplayValue('not rated');
    await userEvent.selectOptions(cascade, '4 of 5 stars');
    await expect.poll(() => ownCriteria.value?.[0]?.marks).toEqual([{ pid: pid('c'), mark: 4 }]);
    await userEvent.selectOptions(cascade, 'not rated');
    await expect.poll(() => ownCriteria.value?.[0]?.marks).toEqual([]);
  });

  it('count for nothing until they have a weight', async () => {
    render(<Screen />);
    await add('Felt welcome', 'Yes or no');
    expect(await screen.findByText('Left out of the fit until it has a weight.')).toBeVisible();
    const slider = screen.getByRole('slider', { name: 'How much Felt welcome counts' });
    slider.focus();
    (slider as HTMLInputElement).value = '3';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    const key = ownCriteria.value?.[0]?.key ?? '';
    await expect.poll(() => wishes.value?.weights[key]).toBe(3);
  });

  it('are removed with marks and weight, and taken back with both', async () => {
    await keep('a');
    render(
      <>
        <Screen />
        <ToastPlace />
      </>,
    );
    await add('Near a beach', 'Zero to ten');
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: /Near a beach at/ }),
      '7 of 10',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Remove Near a beach' }));
    await expect.poll(() => ownCriteria.value).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await expect.poll(() => ownCriteria.value?.[0]?.marks).toEqual([{ pid: pid('a'), mark: 7 }]);
  });

  it('mark one program at its own address, whether it is kept or not', async () => {
    const first = render(<Screen />);
    await add('Near a beach');
    await screen.findByText('What you judge');
    first.unmount();
    render(<Screen pid={pid('c')} />);
    const marks = await screen.findByRole('list', { name: /Your marks for Cascade/ });
    await userEvent.selectOptions(
      within(marks).getByRole('combobox', { name: /Near a beach at Cascade/ }),
      '5 of 5 stars',
    );
    await expect.poll(() => ownCriteria.value?.[0]?.marks).toEqual([{ pid: pid('c'), mark: 5 }]);
  });

  it('need a name, and words of their own in order', async () => {
    render(<Screen />);
    await userEvent.click(await screen.findByRole('button', { name: 'Add' }));
    expect(screen.getByText(/Give it a name/)).toBeVisible();
    expect(readLevels('no, maybe , yes')).toEqual({ kind: 'levels', levels: ['no', 'maybe', 'yes'] });
    expect(readLevels('only')).toMatchObject({ kind: 'refused', error: expect.stringContaining('two') });
    expect(readLevels('a, b, a')).toMatchObject({ kind: 'refused', error: '“a” is there twice.' });
    expect(readLevels('1,2,3,4,5,6,7,8')).toMatchObject({ kind: 'refused' });
  });
});
