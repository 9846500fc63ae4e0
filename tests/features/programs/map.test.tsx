import '../in-process.ts';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Screen } from '#features/programs/screen.tsx';
import { BOSTON, PSYCHIATRY } from '../../fixtures/small-catalog.ts';
import { startApp, tell } from '../support.ts';

beforeEach(startApp);

async function openMap(hash = 'specialty=all&as=map'): Promise<HTMLElement> {
  history.replaceState(null, '', `/programs#${hash}`);
  render(<Screen />);
  const map = await screen.findByRole('application', { name: 'Map of programs' });
  await within(map).findAllByRole('link');
  return map;
}
const marks = (map: HTMLElement) =>
  [...map.querySelectorAll('[data-mark]')].map((mark) => mark.getAttribute('aria-label'));
const listed = () =>
  within(screen.getByRole('list', { name: 'Programs in view' }))
    .getAllByRole('link')
    .map((link) => link.textContent);
const BOSTON_MARK = { name: /^3 programs near Boston/ };
const view = () => new URLSearchParams(location.hash.slice(1));

describe('the map of programs', () => {
  it('is one press from the list, and back, and in the address', async () => {
    history.replaceState(null, '', '/programs#specialty=all&q=harbor');
    render(<Screen />);
    await userEvent.click(await screen.findByRole('radio', { name: 'Map' }));
    expect(await screen.findByRole('button', { name: '2 programs in Boston' })).toBeVisible();
    expect(view().get('as')).toBe('map');
    expect(view().get('q')).toBe('harbor');
    await userEvent.click(screen.getByRole('radio', { name: 'List' }));
    expect(await screen.findByRole('list', { name: 'Programs' })).toBeVisible();
    expect(view().has('as')).toBe(false);
  });

  it('names every mark, one that stands alone by its program', async () => {
    expect(marks(await openMap())).toEqual(['Cascade University, Seattle, WA', '3 programs near Boston']);
  });

  it('says the best fit of a mark', async () => {
    await tell({ specialties: [PSYCHIATRY], home: BOSTON }, { home: 3 });
    const map = await openMap();
    await waitFor(() => expect(marks(map).at(-1)).toMatch(/^3 programs near Boston, best fit \d+$/));
  });

  it('draws each state, shaded where no program is', async () => {
    const map = await openMap('specialty=all&as=map&q=cascade');
    await waitFor(() => expect(map.querySelectorAll('path.state')).toHaveLength(1));
    expect(map.querySelectorAll('path.empty')).toHaveLength(51);
  });

  it('has the list of what is in view beside it, each leading to its program', async () => {
    await openMap();
    expect(screen.getByRole('heading', { level: 2, name: '4 programs in view' })).toBeVisible();
    expect(listed()).toHaveLength(4);
    expect(screen.getByRole('link', { name: 'Cascade University' })).toHaveAttribute(
      'href',
      '/programs/p00000000c',
    );
  });

  it('keeps the list in step with what is looked at', async () => {
    await openMap('specialty=all&as=map&spot=97.7,46.2,8');
    expect(await screen.findByRole('heading', { level: 2, name: '1 program in view' })).toBeVisible();
    expect(listed()).toEqual(['Cascade University']);
    await userEvent.click(screen.getByRole('button', { name: 'Whole country' }));
    expect(await screen.findByRole('heading', { level: 2, name: '4 programs in view' })).toBeVisible();
    expect(view().has('spot')).toBe(false);
  });

  it('lists the programs of a mark when it is pressed, and all again afterward', async () => {
    const map = await openMap();
    const mark = within(map).getByRole('button', BOSTON_MARK);
    await userEvent.click(mark);
    expect(
      await screen.findByRole('heading', { level: 2, name: '3 programs near Boston, MA' }),
    ).toBeVisible();
    expect(mark).toHaveAttribute('aria-pressed', 'true');
    expect(listed()).not.toContain('Cascade University');
    await userEvent.click(screen.getByRole('button', { name: 'All in view' }));
    expect(await screen.findByRole('heading', { level: 2, name: '4 programs in view' })).toBeVisible();
    expect(mark).toHaveFocus();
  });

  it('comes apart where one looks closer, and a city of several stays one mark', async () => {
    const map = await openMap();
    await userEvent.click(within(map).getByRole('button', BOSTON_MARK));
    await userEvent.click(await screen.findByRole('button', { name: 'Look closer' }));
    const boston = await within(map).findByRole('button', { name: '2 programs in Boston' });
    expect(marks(map)).toContain('Hillside University, Worcester, MA');
    await waitFor(() => expect(boston).toHaveAttribute('aria-pressed', 'true'));
    expect(screen.getByRole('heading', { level: 2, name: '2 programs in Boston, MA' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Look closer' })).not.toBeInTheDocument();
  });

  it('is moved and zoomed by keys, and its list follows', async () => {
    const map = await openMap();
    act(() => map.focus());
    await userEvent.keyboard('+++');
    await waitFor(() => expect(Number(view().get('spot')?.split(',')[2])).toBeCloseTo(1.6 ** 3, 2));
    const [before = 0] = (view().get('spot') ?? '').split(',').map(Number);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');
    await waitFor(() => expect(Number(view().get('spot')?.split(',')[0])).toBeGreaterThan(before));
    await userEvent.keyboard('0');
    await waitFor(() => expect(view().has('spot')).toBe(false));
    expect(map).toHaveFocus();
  });

  it('leads by Tab through its marks in reading order, and by Enter into the list', async () => {
    const map = await openMap();
    act(() => map.focus());
    await userEvent.tab();
    expect(document.activeElement).toHaveAccessibleName('Cascade University, Seattle, WA');
    await userEvent.tab();
    expect(document.activeElement).toHaveAccessibleName(BOSTON_MARK.name);
    fireEvent.click(document.activeElement as Element, { detail: 0 });
    const heading = await screen.findByRole('heading', { level: 2, name: '3 programs near Boston, MA' });
    expect(heading).toHaveFocus();
  });

  it('goes back to itself and lets go of a mark on Escape', async () => {
    const map = await openMap();
    await userEvent.click(within(map).getByRole('button', BOSTON_MARK));
    await userEvent.keyboard('{Escape}');
    expect(await screen.findByRole('heading', { level: 2, name: '4 programs in view' })).toBeVisible();
    expect(map).toHaveFocus();
  });

  it('says what has no place on it, and lists it on request', async () => {
    await openMap();
    expect(screen.getByText(/1 program names no city, so it is not on the map/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show it in the list' }));
    expect(await screen.findByRole('heading', { level: 2, name: '1 program without a city' })).toBeVisible();
    expect(listed()).toEqual(['Saint Brendan Veterans']);
  });

  it('counts by state in words, and shows the state that is pressed', async () => {
    await openMap('specialty=all&as=map&q=university');
    await userEvent.click(await screen.findByText('Programs by state'));
    await userEvent.click(screen.getByRole('button', { name: /^Washington\s*1$/ }));
    expect(await screen.findByRole('heading', { level: 2, name: '1 program in view' })).toBeVisible();
    expect(listed()).toEqual(['Cascade University']);
  });

  it('names the states with no program', async () => {
    await openMap('specialty=all&as=map&q=cascade');
    await userEvent.click(await screen.findByText('Programs by state'));
    expect(screen.getByText('None in Massachusetts: shaded on the map.')).toBeVisible();
  });

  it('says what to do when nothing fits, and stays a map', async () => {
    history.replaceState(null, '', '/programs#specialty=all&as=map&q=zzzzzz');
    render(<Screen />);
    await userEvent.click(await screen.findByRole('button', { name: 'Start over with all programs' }));
    expect(await screen.findByRole('heading', { level: 2, name: '4 programs in view' })).toBeVisible();
    expect(view().get('as')).toBe('map');
  });
});

describe('the rings of distance', () => {
  it('need a home or a tie', async () => {
    await openMap();
    expect(screen.getByRole('link', { name: 'Say where home is' })).toBeVisible();
  });

  it('are drawn around home and ties, each by its own switch, and kept in the address', async () => {
    await tell({ home: BOSTON, ties: [{ label: 'Seattle, WA', lat: 47.61, lon: -122.33 }] });
    const map = await openMap();
    const home = await screen.findByRole('button', { name: 'Home, Boston, MA' });
    expect(map.querySelectorAll('path.ring')).toHaveLength(0);
    await userEvent.click(home);
    await waitFor(() => expect(map.querySelectorAll('path.ring')).toHaveLength(4));
    await userEvent.click(screen.getByRole('button', { name: 'Seattle, WA' }));
    await waitFor(() => expect(map.querySelectorAll('path.ring')).toHaveLength(8));
    expect(view().get('rings')).toBe('home,tie-1');
    expect(screen.getByRole('group', { name: 'Rings at 50, 150, 300, 500 miles around' })).toBeVisible();
    await userEvent.click(home);
    await waitFor(() => expect(map.querySelectorAll('path.ring')).toHaveLength(4));
    expect(view().get('rings')).toBe('tie-1');
  });

  it('say which places are off the map', async () => {
    await tell({ home: { label: 'London', lat: 51.5, lon: -0.13 } });
    await openMap();
    expect(await screen.findByText('Off this map, so without rings: Home, London.')).toBeVisible();
  });
});
