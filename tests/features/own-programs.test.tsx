import { rewrite } from './in-process.ts';
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Screen as ProgramScreen } from '#features/programs/program-screen.tsx';
import { Screen } from '#features/programs/screen.tsx';
import { ownPrograms, saveOwnProgram } from '#state/own-programs.ts';
import { OwnProgram } from '#domain/own-program.ts';
import { hideToast, ToastPlace } from '#ui/toast.tsx';
import { BOSTON, PSYCHIATRY, pid } from '../fixtures/small-catalog.ts';
import { startApp, tell } from './support.ts';

beforeEach(async () => {
  rewrite();
  hideToast();
  localStorage.clear();
  await startApp();
});

const lakeside = (more: Partial<OwnProgram> = {}) =>
  OwnProgram.parse({
    pid: 'u000000001',
    name: 'Lakeside Hospital',
    specialty: PSYCHIATRY,
    city: 'Boston',
    state: 'MA',
    lat: 42.36,
    lon: -71.06,
    note: 'Opens in July',
    on: '2026-11-03',
    ...more,
  });

const showList = () =>
  render(
    <>
      <Screen />
      <ToastPlace />
    </>,
  );
const showProgram = (id: string) =>
  render(
    <>
      <ProgramScreen pid={id} />
      <ToastPlace />
    </>,
  );

describe('a program that is missing', () => {
  it('is added, stands in the list and in search with its badge, and can be undone', async () => {
    await tell({ specialties: [PSYCHIATRY], home: BOSTON }, { home: 3 });
    showList();
    await userEvent.click(await screen.findByRole('button', { name: 'Add a program that is missing' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'A program that is missing' }));
    await userEvent.type(sheet.getByLabelText('Name'), 'Lakeside Hospital');
    await userEvent.type(sheet.getByRole('combobox', { name: 'City' }), 'worc');
    await userEvent.click(await sheet.findByRole('option', { name: /^Worcester/ }));
    expect(sheet.getByLabelText('State')).toHaveValue('MA');
    await userEvent.click(sheet.getByRole('button', { name: 'Add it' }));

    expect(await screen.findByText('added by you')).toBeVisible();
    expect(await screen.findByText('5 programs, best fit first in Psychiatry')).toBeVisible();
    expect(ownPrograms.value).toMatchObject([{ city: 'Worcester', state: 'MA', lat: 42.26 }]);
    await userEvent.type(screen.getByLabelText('Search'), 'lakside');
    expect(await screen.findByText(/1 program for “lakeside”/)).toBeVisible();
    await userEvent.clear(screen.getByLabelText('Search'));
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('4 programs, best fit first in Psychiatry')).toBeVisible();
  });

  it('says what is missing, and keeps what was typed', async () => {
    showList();
    await userEvent.click(await screen.findByRole('button', { name: 'Add a program that is missing' }));
    let sheet = within(await screen.findByRole('dialog', { name: 'A program that is missing' }));
    await userEvent.type(sheet.getByLabelText('ACGME number'), '12');
    await userEvent.click(sheet.getByRole('button', { name: 'Add it' }));
    expect(sheet.getByText('Enter the name of the program.')).toBeVisible();
    expect(sheet.getByText('Choose a state.')).toBeVisible();
    expect(sheet.getByText('Enter ten digits, such as 4002421001.')).toBeVisible();
    cleanup();
    showList();
    await userEvent.click(await screen.findByRole('button', { name: 'Add a program that is missing' }));
    sheet = within(await screen.findByRole('dialog', { name: 'A program that is missing' }));
    expect(sheet.getByLabelText('ACGME number')).toHaveValue('12');
  });

  it('may be in a city Cairn does not know; its distance is then not known either', async () => {
    await tell({ specialties: [PSYCHIATRY], home: BOSTON }, { home: 3 });
    showList();
    await userEvent.click(await screen.findByRole('button', { name: 'Add a program that is missing' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'A program that is missing' }));
    await userEvent.type(sheet.getByLabelText('Name'), 'Lakeside Hospital');
    await userEvent.type(sheet.getByRole('combobox', { name: 'City' }), 'Nowhere');
    await userEvent.click(await sheet.findByRole('option', { name: /Use what I typed/ }));
    await userEvent.selectOptions(sheet.getByLabelText('State'), 'MA');
    await userEvent.click(sheet.getByRole('button', { name: 'Add it' }));
    await expect.poll(() => ownPrograms.value?.length).toBe(1);
    const [program] = ownPrograms.value ?? [];
    cleanup();
    showProgram(program?.pid ?? '');
    expect(await screen.findByText('Psychiatry · Nowhere, MA')).toBeVisible();
    expect(screen.getByText('Nothing you weigh is known here.')).toBeVisible();
  });
});

describe('the page of a program the user added', () => {
  it('says so, shows the note, and takes values like any other', async () => {
    await saveOwnProgram(lakeside());
    showProgram('u000000001');
    expect(await screen.findByText('Added by you')).toBeVisible();
    expect(screen.getByText('Opens in July')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Enter what you know of Beds' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Beds' }));
    await userEvent.type(sheet.getByLabelText('Your value'), '300');
    await userEvent.click(sheet.getByRole('button', { name: 'Use my value' }));
    expect(await screen.findByText('yours')).toBeVisible();
  });

  it('lets it be changed, removed, and taken back', async () => {
    await saveOwnProgram(lakeside());
    showProgram('u000000001');
    await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Your program' }));
    await userEvent.type(sheet.getByLabelText('Name'), ' West');
    await userEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Lakeside Hospital West' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('Not in this catalog')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Lakeside Hospital West' })).toBeVisible();
  });

  it('says that the catalog has it now, by its ACGME number or its NRMP code', async () => {
    await saveOwnProgram(lakeside({ acgmeId: '4002421001' }));
    await saveOwnProgram(lakeside({ pid: 'u000000002' as OwnProgram['pid'], nrmpCode: '1265400C0' }));
    for (const id of ['u000000001', 'u000000002']) {
      showProgram(id);
      const notice = (await screen.findByText('This program is in the catalog now')).closest(
        'div',
      ) as HTMLElement;
      expect(within(notice).getByRole('link', { name: 'Open it there' })).toHaveAttribute(
        'href',
        `/programs/${pid('a')}`,
      );
      cleanup();
    }
    await saveOwnProgram(lakeside({ acgmeId: '4009999999' }));
    showProgram('u000000001');
    expect(await screen.findByText('Added by you')).toBeVisible();
    expect(screen.queryByText('This program is in the catalog now')).toBeNull();
  });
});
