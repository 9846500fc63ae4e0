import { rewrite } from './in-process.ts';
import { effect } from '@preact/signals';
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OwnCsv } from '#features/data/own-csv.tsx';
import { correct, corrections } from '#state/corrections.ts';
import { ownPrograms } from '#state/own-programs.ts';
import { hideToast, ToastPlace } from '#ui/toast.tsx';
import { pid } from '../fixtures/small-catalog.ts';
import { startApp } from './support.ts';

let stop = () => {};
beforeEach(async () => {
  rewrite();
  hideToast();
  await startApp();
  // A table is followed only while somebody watches it.
  stop = effect(() => void [corrections.value, ownPrograms.value]);
});
afterEach(() => stop());

const show = () =>
  render(
    <>
      <OwnCsv />
      <ToastPlace />
    </>,
  );
const choose = async (text: string) =>
  userEvent.upload(
    await screen.findByLabelText('Your table'),
    new File([text], 'mine.csv', { type: 'text/csv' }),
  );

const TABLE = [
  'ACGME ID,Name,State,Specialty,Beds,Color',
  '4002421001,,,,500,red',
  ',Lakeside Hospital,MA,Psychiatry,300,blue',
  ',Somewhere,Atlantis,Psychiatry,1,green',
].join('\n');

describe('the user’s own table', () => {
  it('is shown before anything is done, brought in whole, and undone whole', async () => {
    show();
    await choose(TABLE);
    expect(await screen.findByText('5 columns are used; not used: Color')).toBeVisible();
    const button = await screen.findByRole('button', { name: 'Bring in 2 values and 1 program' });
    await userEvent.click(screen.getByText('1 row or cell is passed over'));
    expect(screen.getByRole('rowheader', { name: '4' })).toBeVisible();
    expect([corrections.value, ownPrograms.value]).toEqual([[], []]);

    await userEvent.click(button);
    await expect.poll(() => corrections.value?.length).toBe(2);
    expect(ownPrograms.value).toMatchObject([{ name: 'Lakeside Hospital', state: 'MA' }]);
    expect(screen.queryByRole('button', { name: /Bring in/ })).toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await expect.poll(() => corrections.value).toEqual([]);
    expect(ownPrograms.value).toEqual([]);
  });

  it('brings nothing the second time', async () => {
    show();
    await choose(TABLE);
    await userEvent.click(await screen.findByRole('button', { name: 'Bring in 2 values and 1 program' }));
    await expect.poll(() => ownPrograms.value?.length).toBe(1);
    await choose(TABLE);
    expect(await screen.findByText('There is nothing new in this table.')).toBeVisible();
  });

  it('leaves the user’s own values unless they say otherwise', async () => {
    await correct({
      pid: pid('a'),
      field: 'beds',
      value: 450,
      note: 'mine',
      on: '2026-11-01',
      label: 'Harbor',
    });
    show();
    await choose('ACGME ID,Beds\n4002421001,500');
    expect(await screen.findByLabelText('Keep mine')).toBeChecked();
    expect(screen.getByText('There is nothing new in this table.')).toBeVisible();
    await userEvent.click(screen.getByLabelText('Take the table’s'));
    await userEvent.click(screen.getByRole('button', { name: 'Bring in 1 value' }));
    await expect.poll(() => corrections.value?.[0]?.value).toBe(500);
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await expect.poll(() => corrections.value?.[0]).toMatchObject({ value: 450, note: 'mine' });
  });

  it('asks which column names the programs when none does', async () => {
    show();
    await choose('Key,Beds\n4002421001,500');
    expect(await screen.findByText('No column names the programs')).toBeVisible();
    await userEvent.selectOptions(screen.getByLabelText('Key'), 'ACGME number');
    expect(await screen.findByRole('button', { name: 'Bring in 1 value' })).toBeVisible();
  });

  it('says what is wrong with a file that is no table', async () => {
    show();
    await choose('only words');
    expect(await screen.findByText(/This is not a table/)).toBeVisible();
    expect(screen.getByLabelText('Your table')).toBeInvalid();
  });
});
