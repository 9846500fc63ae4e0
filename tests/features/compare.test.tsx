import './in-process.ts';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { marksOf } from '#features/compare/model.ts';
import { Screen } from '#features/compare/screen.tsx';
import { BOSTON, PSYCHIATRY, pid } from '../fixtures/small-catalog.ts';
import { keep, startApp, tell } from './support.ts';

beforeEach(startApp);

describe('marks', () => {
  it('name the best and the worst, ties as ties, and leave the unknown out', () => {
    expect(marksOf([3, null, 5], true)).toEqual(['worst', undefined, 'best']);
    expect(marksOf([3, 5, 5], true)).toEqual(['worst', 'tie', 'tie']);
    expect(marksOf([3, 3], true)).toEqual(['tie', 'tie']);
    expect(marksOf([10, 4], false)).toEqual(['worst', 'best']);
    expect(marksOf([null, 4], false)).toEqual([undefined, undefined]);
  });
});

describe('compare', () => {
  it('asks to keep two programs first', async () => {
    render(<Screen />);
    expect(await screen.findByText('Keep two programs first')).toBeVisible();
  });

  it('puts kept programs side by side, blanks as blanks, and opens a value to its source', async () => {
    await tell({ specialties: [PSYCHIATRY], home: BOSTON }, { home: 3 });
    await keep('a', 'b', 'c');
    render(<Screen />);
    await userEvent.click(await screen.findByRole('button', { name: 'Choose programs' }));
    await userEvent.click(screen.getByLabelText('Harbor Medical Center'));
    await userEvent.click(screen.getByLabelText('Cascade University'));
    await userEvent.click(screen.getByRole('button', { name: 'Compare 2' }));
    expect(location.hash).toBe(`#p=${pid('a')},${pid('c')}`);
    const row = within((await screen.findByRole('rowheader', { name: 'Beds' })).closest('tr') as HTMLElement);
    expect(row.getByText('not published')).toBeVisible();
    await userEvent.click(row.getByRole('button', { name: '700' }));
    expect(await screen.findByRole('dialog', { name: 'Beds: 700' })).toHaveTextContent('2021');
  });

  it('leaves out what says the same everywhere on "differences only"', async () => {
    await keep('a', 'b');
    history.replaceState(null, '', `/compare#p=${pid('a')},${pid('b')}`);
    render(<Screen />);
    expect(await screen.findByRole('rowheader', { name: 'Region' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Differences only' }));
    expect(screen.queryByRole('rowheader', { name: 'Region' })).toBeNull();
    expect(screen.getByRole('rowheader', { name: 'People in the city' })).toBeVisible();
  });
});
