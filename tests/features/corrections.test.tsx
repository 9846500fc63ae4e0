import { rewrite, script } from './in-process.ts';
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FactTuple } from '#domain/fact.ts';
import { Screen as CompareScreen } from '#features/compare/screen.tsx';
import { Screen as ProgramScreen } from '#features/programs/program-screen.tsx';
import { startCatalog } from '#state/catalog.ts';
import { corrections } from '#state/corrections.ts';
import { hideToast, ToastPlace } from '#ui/toast.tsx';
import { chunkBytes, INDEX, pid, PROGRAMS, PSYCHIATRY } from '../fixtures/small-catalog.ts';
import { keep, startApp, tell } from './support.ts';

beforeEach(async () => {
  rewrite();
  hideToast();
  localStorage.clear();
  await startApp();
});

/** Another release, in which one program publishes other values. */
async function release(letter: string, facts: Record<string, FactTuple[]>): Promise<void> {
  const programs = PROGRAMS.map((each) => (each.pid === pid(letter) ? { ...each, facts } : each));
  const chunks = chunkBytes() as typeof script.active.chunks;
  for (const [name, part] of [
    ['p-00.json', programs.slice(0, 3)],
    ['p-01.json', programs.slice(3)],
  ] as const) {
    const chunk = { format: 'cairn-programs/1', bucket: name.slice(2, 4), programs: part };
    chunks.set(name, new TextEncoder().encode(JSON.stringify(chunk)));
  }
  script.active = { index: { ...INDEX, version: script.active.index.version + 1 }, chunks };
  await startCatalog();
}

const show = (letter: string) =>
  render(
    <>
      <ProgramScreen pid={pid(letter)} />
      <ToastPlace />
    </>,
  );
const line = async (label: string) =>
  within((await screen.findByText(label, { selector: 'dt' })).closest('div') as HTMLElement);
const openValue = async (label: string) => {
  await userEvent.click((await line(label)).getByRole('button'));
  return within(await screen.findByRole('dialog', { name: label }));
};

describe('a fact that is wrong', () => {
  it('gives way to the user’s own value, which is badged, stands before it, and moves the fit', async () => {
    await tell({ specialties: [PSYCHIATRY] }, { hospitalSize: 3 });
    show('a');
    expect(await screen.findByText('75')).toBeVisible();
    const sheet = await openValue('Beds');
    expect(sheet.getByText('2021').closest('div')).toHaveTextContent(/700.*cost/);
    await userEvent.type(sheet.getByLabelText('Your value'), '500');
    await userEvent.type(sheet.getByLabelText('Where you know it from'), 'Told by the coordinator');
    await userEvent.click(sheet.getByRole('button', { name: 'Use my value' }));
    expect(await screen.findByText('50')).toBeVisible();
    const beds = await line('Beds');
    expect(beds.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      expect.stringMatching(/^500.*yours$/),
      '700 cost, 2021',
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(corrections.value).toMatchObject([
      { field: 'beds', value: 500, note: 'Told by the coordinator', label: 'Harbor Medical Center Program' },
    ]);
  });

  it('counts again when the own value is withdrawn, and that can be undone', async () => {
    await tell({ specialties: [PSYCHIATRY] }, { hospitalSize: 3 });
    show('a');
    const sheet = await openValue('Beds');
    await userEvent.type(sheet.getByLabelText('Your value'), '500');
    await userEvent.click(sheet.getByRole('button', { name: 'Use my value' }));
    expect(await screen.findByText('50')).toBeVisible();
    const again = await openValue('Beds');
    expect(again.getByLabelText('Your value')).toHaveValue('500');
    await userEvent.click(again.getByRole('button', { name: 'Withdraw mine' }));
    expect(await screen.findByText('75')).toBeVisible();
    expect((await line('Beds')).queryByText('yours')).toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('50')).toBeVisible();
  });

  it('is still corrected after another release, and it is said when the catalog agrees', async () => {
    show('a');
    const sheet = await openValue('Places a year');
    await userEvent.type(sheet.getByLabelText('Your value'), '15');
    await userEvent.click(sheet.getByRole('button', { name: 'Use my value' }));
    expect(await (await line('Places a year')).findByText('yours')).toBeVisible();
    cleanup();
    const stored = corrections.value;
    await release('a', { positions: [[15, 'list', 2027]] });
    show('a');
    expect((await line('Places a year')).getAllByRole('listitem')[0]).toHaveTextContent(/^15.*yours$/);
    expect(corrections.value).toEqual(stored);
    await openValue('Places a year');
    expect(screen.getByText('The catalog says the same by now. You can withdraw yours.')).toBeVisible();
  });

  it('is not taken for anything but what the field can be, and says what to enter', async () => {
    show('a');
    const sheet = await openValue('Places a year');
    await userEvent.click(sheet.getByRole('button', { name: 'Use my value' }));
    expect(sheet.getByText('Enter a value.')).toBeVisible();
    await userEvent.type(sheet.getByLabelText('Your value'), 'lots');
    await userEvent.click(sheet.getByRole('button', { name: 'Use my value' }));
    expect(sheet.getByText('Enter a whole number from 0 to 500.')).toBeVisible();
    expect(sheet.getByLabelText('Your value')).toBeInvalid();
    expect(corrections.value).toEqual([]);
  });

  it('keeps what was typed and not saved', async () => {
    show('a');
    let sheet = await openValue('Beds');
    await userEvent.type(sheet.getByLabelText('Your value'), '64');
    await userEvent.type(sheet.getByLabelText('Where you know it from'), 'Open day');
    cleanup();
    show('a');
    sheet = await openValue('Beds');
    expect(sheet.getByLabelText('Your value')).toHaveValue('64');
    expect(sheet.getByLabelText('Where you know it from')).toHaveValue('Open day');
  });
});

describe('several published values', () => {
  it('stand side by side, newest first, and are marked where they differ', async () => {
    await release('a', {
      positions: [
        [12, 'florida', 2026],
        [10, 'list', 2025],
      ],
      website: [
        ['https://harbor.example/psych/', 'list', 2026],
        ['http://www.harbor.example/psych', 'florida', 2020],
      ],
    });
    show('a');
    const places = await line('Places a year');
    expect(places.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      expect.stringContaining('florida, 2026'),
      '10 A list, 2025',
    ]);
    expect(places.getByText('⚠ sources differ')).toBeVisible();
    expect((await line('Website')).queryByText('⚠ sources differ')).toBeNull();
  });
});

describe('a blank', () => {
  it('is filled with what the user knows, and then counts', async () => {
    await tell({ specialties: [PSYCHIATRY], visa: 'h1b' }, { visa: 2 });
    show('b');
    expect(await screen.findByText('0 of 1 wishes known')).toBeVisible();
    await userEvent.click(await screen.findByRole('button', { name: 'Enter what you know of H-1B visa' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'H-1B visa' }));
    expect(sheet.getByText('Nobody has published it.')).toBeVisible();
    await userEvent.click(sheet.getByLabelText('Yes'));
    await userEvent.click(sheet.getByRole('button', { name: 'Use my value' }));
    expect(await screen.findByText('1 of 1 wishes known')).toBeVisible();
    expect((await line('H-1B visa')).getByText('yours')).toBeVisible();
  });

  it('opens from the reason that lacks it', async () => {
    await tell({ specialties: [PSYCHIATRY], visa: 'h1b' }, { visa: 2 });
    show('b');
    await userEvent.click(await screen.findByRole('button', { name: /^not published\s*, Visa/ }));
    expect(await screen.findByRole('dialog', { name: 'H-1B visa' })).toBeVisible();
  });

  it.each<[string, string, (sheet: ReturnType<typeof within>) => Promise<void>, unknown]>([
    [
      'Ownership',
      'ownership',
      (s) => userEvent.selectOptions(s.getByLabelText('Your value'), 'For profit'),
      'Proprietary',
    ],
    [
      'Call schedule',
      'callSchedule',
      (s) => userEvent.type(s.getByLabelText('Your value'), 'Night float'),
      'Night float',
    ],
    [
      'Graduates of schools abroad',
      'pctImg',
      (s) => userEvent.type(s.getByLabelText('Your value'), '35'),
      0.35,
    ],
    [
      'Nearest airport',
      'airportNear',
      async (s) => {
        await userEvent.type(s.getByLabelText('Airport code'), 'orh');
        await userEvent.type(s.getByLabelText('Miles from the city'), '4');
        await userEvent.selectOptions(s.getByLabelText('Size'), 'Medium');
      },
      'ORH, 4 mi, medium',
    ],
  ])('has a form that suits the field: %s', async (label, field, fill, value) => {
    show('b');
    await userEvent.click(await screen.findByRole('button', { name: `Enter what you know of ${label}` }));
    const sheet = within(await screen.findByRole('dialog', { name: label }));
    await fill(sheet);
    await userEvent.click(sheet.getByRole('button', { name: 'Use my value' }));
    expect(await (await line(label)).findByText('yours')).toBeVisible();
    expect(corrections.value).toMatchObject([{ field, value }]);
  });
});

describe('compare', () => {
  it('puts the own value first, badged, and leads from a value and from a blank to the form', async () => {
    await keep('a', 'b');
    const { correct } = await import('#state/corrections.ts');
    await correct({ pid: pid('a'), field: 'beds', value: 500, note: '', on: '2026-11-03', label: 'Harbor' });
    history.replaceState(null, '', `/compare#p=${pid('a')},${pid('b')}`);
    render(<CompareScreen />);
    const row = within((await screen.findByRole('rowheader', { name: 'Beds' })).closest('tr') as HTMLElement);
    expect(row.getByText('yours')).toBeVisible();
    expect(row.getByRole('link', { name: /^not published\s*, Beds: enter what you know$/ })).toHaveAttribute(
      'href',
      `/programs/${pid('b')}#correct=beds`,
    );
    await userEvent.click(row.getByRole('button', { name: '500' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Beds: 500' }));
    expect(sheet.getByText('700')).toBeVisible();
    expect(sheet.getByRole('link', { name: 'Change or withdraw yours' })).toHaveAttribute(
      'href',
      `/programs/${pid('a')}#correct=beds`,
    );
  });

  it('leads to a form that is open', async () => {
    history.replaceState(null, '', `/programs/${pid('a')}#correct=beds`);
    show('a');
    expect(await screen.findByRole('dialog', { name: 'Beds' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(location.hash).toBe('');
  });
});
