import './in-process.ts';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Screen } from '#features/rank/screen.tsx';
import { changed } from '#features/rank/moves.ts';
import { Pid } from '#domain/ids.ts';
import { MOST_ENTRIES, orderOf } from '#domain/rank-list.ts';
import { whenOpen } from '#state/notebook.ts';
import { addEntries, currentList, startList } from '#state/rank-lists.ts';
import { moveToStage } from '#state/shortlist.ts';
import { BOSTON, pid, PSYCHIATRY } from '../fixtures/small-catalog.ts';
import { keep, startApp, tell } from './support.ts';

beforeEach(async () => {
  await startApp();
  changed.value = null;
});

const NAMES: Record<string, string> = {
  a: 'Harbor Medical Center',
  b: 'Hillside University',
  c: 'Cascade University',
};

async function startWith(...letters: string[]) {
  const order = letters.map((letter) => ({ pid: Pid.parse(pid(letter)), label: `${NAMES[letter]} Program` }));
  await startList({ name: 'Psychiatry', kind: 'primary', from: 'empty', order });
}

const rows = () =>
  within(screen.getByRole('list', { name: /^Your order/ }))
    .getAllByRole('button', { name: /: place, track, note$/ })
    .map((button) => button.textContent);
const handle = (name: string) =>
  screen.getByRole('button', { name: new RegExp(`^Place \\d+ of \\d+: ${name}$`) });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const said = async (words: RegExp) =>
  expect
    .poll(() =>
      screen
        .getAllByRole('status')
        .map((status) => status.textContent)
        .join(' '),
    )
    .toMatch(words);

describe('the rank screen before there is a list', () => {
  it('counts what is kept and leads to comparing it', async () => {
    await keep('a', 'b');
    render(<Screen />);
    expect((await screen.findByText('programs kept so far')).parentElement).toHaveTextContent(/^2/);
    expect(screen.getByRole('link', { name: 'Compare what you keep' })).toHaveAttribute('href', '/compare');
    expect(screen.getByText(/once you certify it in the official system/)).toBeVisible();
  });

  it('leads to finding programs while nothing is kept', async () => {
    render(<Screen />);
    expect(await screen.findByRole('link', { name: 'Find programs' })).toHaveAttribute('href', '/programs');
    expect(screen.queryByRole('button', { name: 'Start a rank list' })).not.toBeInTheDocument();
  });

  it('starts a list and offers those that invited you first', async () => {
    await tell({ specialties: [PSYCHIATRY] });
    await keep('a', 'b', 'c');
    await moveToStage(Pid.parse(pid('c')), 'interviewed');
    render(<Screen />);
    await userEvent.click(await screen.findByRole('button', { name: 'Start a rank list' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Add programs' }));
    expect(
      sheet.getAllByRole('button', { name: /^Add .*(University|Center)$/ }).map((each) => each.textContent),
    ).toEqual(['Add Cascade University', 'Add Harbor Medical Center', 'Add Hillside University']);
    await userEvent.click(sheet.getByRole('button', { name: 'Add Cascade University' }));
    await userEvent.type(sheet.getByLabelText('Name, city or code'), 'old mill');
    await userEvent.click(await sheet.findByRole('button', { name: 'Add Old Mill Hospital' }));
    await userEvent.click(sheet.getByRole('button', { name: 'Done' }));
    expect(currentList.value?.name).toBe('Psychiatry');
    expect(rows()).toEqual(['Cascade University', 'Old Mill Hospital']);
  });
});

describe('the order', () => {
  it('is moved by the small steps, told in words, and undone', async () => {
    await startWith('a', 'b', 'c');
    render(<Screen />);
    await userEvent.click(await screen.findByRole('button', { name: 'Move Cascade University up' }));
    await said(/Cascade University is now at 2 of 3, below Harbor Medical Center\./);
    expect(rows()).toEqual([NAMES.a, NAMES.c, NAMES.b]);
    expect(button('Move Cascade University up')).toHaveFocus();
    await userEvent.click(button('Move Cascade University up'));
    expect(rows()).toEqual([NAMES.c, NAMES.a, NAMES.b]);
    await userEvent.click(screen.getAllByRole('button', { name: 'Undo' })[0] as HTMLElement);
    expect(rows()).toEqual([NAMES.a, NAMES.b, NAMES.c]);
    await userEvent.click(button('Redo'));
    expect(rows()).toEqual([NAMES.c, NAMES.a, NAMES.b]);
  });

  it('stays at its end and says so', async () => {
    await startWith('a', 'b');
    render(<Screen />);
    await userEvent.click(await screen.findByRole('button', { name: 'Move Harbor Medical Center up' }));
    await said(/Harbor Medical Center is first already\./);
    expect(currentList.value?.steps).toEqual([]);
  });

  it('is moved by keys alone: picked up, carried, put down, put back', async () => {
    await startWith('a', 'b', 'c');
    render(<Screen />);
    (await screen.findByRole('button', { name: /^Place 3 of 3/ })).focus();
    await userEvent.keyboard(' ');
    await said(/Cascade University is picked up, at 3 of 3/);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await said(/1 of 3, the top/);
    expect(rows()).toEqual([NAMES.c, NAMES.a, NAMES.b]);
    expect(currentList.value?.steps).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(rows()).toEqual([NAMES.a, NAMES.b, NAMES.c]);
    await said(/Cascade University is back at 3/);
    await userEvent.keyboard(' {Home} ');
    await expect.poll(rows).toEqual([NAMES.c, NAMES.a, NAMES.b]);
    expect(handle(String(NAMES.c))).toHaveFocus();
    await expect.poll(() => currentList.value?.steps.length).toBe(1);
  });

  it('lets the arrows walk over the handles, and Alt with them move at once', async () => {
    await startWith('a', 'b', 'c');
    render(<Screen />);
    (await screen.findByRole('button', { name: /^Place 1 of 3/ })).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(handle(String(NAMES.b))).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(rows()).toEqual([NAMES.a, NAMES.c, NAMES.b]);
    expect(handle(String(NAMES.b))).toHaveFocus();
  });

  it('puts a row down where it is when the focus goes elsewhere', async () => {
    await startWith('a', 'b', 'c');
    render(<Screen />);
    (await screen.findByRole('button', { name: /^Place 1 of 3/ })).focus();
    await userEvent.keyboard(' {End}');
    await userEvent.tab();
    expect(rows()).toEqual([NAMES.b, NAMES.c, NAMES.a]);
    await expect.poll(() => currentList.value?.steps.length).toBe(1);
  });

  it('is moved to a place by its number, from the sheet of the line', async () => {
    await startWith('a', 'b', 'c');
    render(<Screen />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cascade University: place, track, note' }),
    );
    const sheet = within(await screen.findByRole('dialog', { name: 'Cascade University' }));
    const place = sheet.getByLabelText('Place on your list');
    await userEvent.clear(place);
    await userEvent.type(place, '1{Enter}');
    expect(rows()).toEqual([NAMES.c, NAMES.a, NAMES.b]);
  });

  it('has the score beside it and starts another list from it, leaving this one as it is', async () => {
    await tell({ specialties: [PSYCHIATRY], home: BOSTON }, { home: 3 });
    await startWith('c', 'b', 'a');
    render(<Screen />);
    expect(await screen.findByText('by score 3rd')).toBeVisible();
    expect(rows()).toEqual([NAMES.c, NAMES.b, NAMES.a]);
    const first = currentList.value?.listId;
    await userEvent.click(button('Start a new list from this order'));
    await expect.poll(() => currentList.value?.name).toBe('Psychiatry by score');
    expect(rows()).toEqual([NAMES.a, NAMES.b, NAMES.c]);
    await userEvent.click(button('2 lists'));
    await userEvent.click(await screen.findByLabelText('Psychiatry'));
    await expect.poll(() => currentList.value?.listId).toBe(first);
    expect(rows()).toEqual([NAMES.c, NAMES.b, NAMES.a]);
  });

  it('shows no chance until it is asked for', async () => {
    await startWith('a', 'b');
    render(<Screen />);
    const door = await screen.findByRole('button', { name: 'Show where it may lead' });
    expect(screen.queryByText(/in 10/)).not.toBeInTheDocument();
    await userEvent.click(door);
    expect(await screen.findByText(/carries no figures/)).toBeVisible();
  });
});

describe('why and whereto', () => {
  it('keeps the reason of a move in the history, and answers one that is about being taken', async () => {
    await startWith('a', 'b');
    render(<Screen />);
    await userEvent.click(await screen.findByRole('button', { name: 'Move Hillside University up' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Say why' }));
    await userEvent.type(screen.getByLabelText('Why did it change?'), 'it is safer');
    expect(await screen.findByText('Is that about wanting to go, or about being taken?')).toBeVisible();
    await userEvent.click(button('Done'));
    await userEvent.click(button('History'));
    const sheet = within(await screen.findByRole('dialog', { name: 'How it came to be' }));
    expect(sheet.getByText('it is safer')).toBeVisible();
    await userEvent.click(sheet.getByRole('button', { name: /^Go back to here: Started empty/ }));
    expect(rows()).toEqual([NAMES.a, NAMES.b]);
  });

  it('puts a line under "Do not rank" and takes it back at the end', async () => {
    await startWith('a', 'b');
    render(<Screen />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Harbor Medical Center: place, track, note' }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Do not rank' }));
    expect(rows()).toEqual([NAMES.b]);
    await userEvent.click(button('Rank it after all: Harbor Medical Center'));
    expect(rows()).toEqual([NAMES.b, NAMES.a]);
  });

  it('asks which of two neighbors you would rather, and moves only when told to', async () => {
    await tell({ specialties: [PSYCHIATRY], home: BOSTON }, { home: 3 });
    await startWith('c', 'a');
    render(<Screen />);
    await userEvent.click(await screen.findByRole('button', { name: 'Which would you rather?' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Which would you rather?' }));
    expect(await sheet.findByRole('rowheader', { name: 'Close to home' })).toBeVisible();
    await userEvent.click(sheet.getByRole('button', { name: 'Harbor Medical Center' }));
    expect(rows()).toEqual([NAMES.c, NAMES.a]);
    await userEvent.click(await sheet.findByRole('button', { name: 'Move it up to 1' }));
    expect(rows()).toEqual([NAMES.a, NAMES.c]);
    expect(currentList.value?.rathers).toMatchObject([{ a: 1, b: 2, chose: 'b' }]);
  });

  it('remembers a tick of the checklist until the list changes', async () => {
    await startWith('a', 'b');
    render(<Screen />);
    await userEvent.click(await screen.findByRole('button', { name: 'Go through the checklist' }));
    await userEvent.click(await screen.findByLabelText('This is the order I want'));
    await userEvent.click(button('Done'));
    expect(screen.getByText('1 of 6')).toBeVisible();
    await userEvent.click(button('Move Hillside University up'));
    expect(await screen.findByText('0 of 6')).toBeVisible();
  });

  it('says in the export where a code is unknown', async () => {
    await startWith('a', 'b');
    render(<Screen />);
    await userEvent.click(await screen.findByRole('button', { name: 'Export or print' }));
    expect(await screen.findByText('One line has no NRMP code')).toBeVisible();
    expect(screen.getByRole('region', { name: 'The list as text' })).toHaveTextContent(/CODE UNKNOWN/);
  });
});

describe('bad input', () => {
  it('keeps a list it cannot read, and says so', async () => {
    const db = await whenOpen();
    await db.rankLists.put({
      id: 'r0000009',
      schema: 9,
      changedAt: 0,
      listId: 'r0000009',
      name: 'From the future',
      kind: 'with-tea',
    });
    await keep('a');
    render(<Screen />);
    expect(await screen.findByText('One rank list cannot be read')).toBeVisible();
    expect(await db.rankLists.get('r0000009')).toMatchObject({ name: 'From the future' });
  });

  it('refuses one line too many and loses none', async () => {
    const many = Array.from({ length: MOST_ENTRIES }, (_, at) => ({
      pid: Pid.parse(`p${String(at).padStart(9, '0')}`),
      label: `Program ${at}`,
    }));
    const { listId } = await startList({ name: 'Long', kind: 'primary', from: 'empty', order: many });
    if (!listId) throw new Error('no list');
    render(<Screen />);
    expect(await screen.findByText('lines')).toBeVisible();
    expect(await addEntries(listId, [{ pid: Pid.parse(pid('a')), label: '' }])).toEqual({
      kind: 'refused',
      reason: 'full',
    });
    await userEvent.click(screen.getByText('Add'));
    expect(await screen.findByText(/holds at most 300 lines/)).toBeVisible();
    expect(currentList.value && orderOf(currentList.value).order).toHaveLength(MOST_ENTRIES);
  });

  it('shows a program the catalog does not hold by the name it was added with', async () => {
    await startList({
      name: 'Old',
      kind: 'primary',
      from: 'empty',
      order: [{ pid: Pid.parse(pid('z')), label: 'Long Gone Hospital Program' }],
    });
    render(<Screen />);
    expect(
      await screen.findByText(/Long Gone Hospital is not in this catalog\. It stays on your list/),
    ).toBeVisible();
    expect(rows()).toEqual(['Long Gone Hospital']);
  });
});
