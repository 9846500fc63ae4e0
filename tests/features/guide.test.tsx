import { render, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { OTHER_PLACES, PLACES } from '#app/places.ts';
import { Screen } from '#features/guide/screen.tsx';

describe('the guide', () => {
  it('leads from its contents to each chapter', () => {
    const { container } = render(<Screen />);
    const contents = screen.getByRole('navigation', { name: 'In this guide' });
    const links = within(contents).getAllByRole('link');
    expect(links.length).toBe(screen.getAllByRole('heading', { level: 2 }).length);
    for (const link of links) {
      const chapter = container.querySelector(String(link.getAttribute('href')));
      expect(within(chapter as HTMLElement).getByRole('heading', { level: 2 })).toHaveTextContent(
        String(link.textContent),
      );
    }
  });

  it('says that a blank is no zero', () => {
    render(<Screen />);
    expect(screen.getByText(/“not published”/)).toHaveTextContent('never counted as zero');
  });

  it('leads only to places of the app', () => {
    const { container } = render(<Screen />);
    const places = [...PLACES, ...OTHER_PLACES].map(({ path }) => path);
    const links = [...container.querySelectorAll('a')].map((link) => String(link.getAttribute('href')));
    const elsewhere = links.filter((href) => !href.startsWith('#') && !places.includes(href));
    expect(elsewhere).toEqual([]);
  });

  it('says whose it is not', () => {
    render(<Screen />);
    expect(screen.getByText(/not affiliated with/)).toBeVisible();
  });
});
