import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Shell } from '#app/shell.tsx';

beforeEach(() => {
  history.replaceState(null, '', '/rank');
  const meta = document.createElement('meta');
  meta.name = 'application-name';
  meta.content = 'Cairn';
  document.head.replaceChildren(meta);
});

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const link = (name: string) =>
  within(screen.getByRole('navigation', { name: 'Main' })).getByRole('link', { name });
const current = () =>
  within(screen.getByRole('navigation', { name: 'Main' }))
    .getAllByRole('link')
    .filter((each) => each.hasAttribute('aria-current'))
    .map((each) => each.textContent);

describe('the shell', () => {
  it('opens the screen of the address and marks its place', async () => {
    render(<Shell />);
    await heading('Rank list');
    expect(current()).toEqual(['Rank']);
    expect(document.title).toBe('Rank list · Cairn');
  });

  it('takes no focus on the first opening', async () => {
    render(<Shell />);
    await heading('Rank list');
    expect(document.body).toHaveFocus();
  });

  it('goes to another place, moves the mark, and puts the focus on its heading', async () => {
    render(<Shell />);
    await heading('Rank list');
    await userEvent.click(link('Guide'));
    const guide = await heading('Guide');
    await waitFor(() => expect(guide).toHaveFocus());
    expect(location.pathname).toBe('/guide');
    expect(current()).toEqual(['Guide']);
    expect(document.title).toBe('Guide · Cairn');
    expect(screen.queryByRole('heading', { level: 1, name: 'Rank list' })).not.toBeInTheDocument();
  });

  it('opens at a place within a page', async () => {
    const scrolledTo: string[] = [];
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      scrolledTo.push(this.id);
    });
    history.replaceState(null, '', '/settings#install');
    render(<Shell />);
    await heading('Settings');
    await waitFor(() => expect(scrolledTo).toEqual(['install']));
    vi.restoreAllMocks();
  });

  it('answers an address that leads nowhere with a way on', async () => {
    history.replaceState(null, '', '/no/such/place');
    render(<Shell />);
    await heading('No such page');
    expect(current()).toEqual([]);
    expect(within(screen.getByRole('main')).getByRole('link', { name: 'Go to Today' })).toHaveAttribute(
      'href',
      '/',
    );
  });

  it('has a way past the navigation, and one main region', async () => {
    render(<Shell />);
    await heading('Rank list');
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveAttribute('href', '#main');
    expect(screen.getAllByRole('main')).toEqual([document.getElementById('main')]);
  });
});
