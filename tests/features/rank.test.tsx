import './in-process.ts';
import { render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { Screen } from '#features/rank/screen.tsx';
import { keep, startApp } from './support.ts';

beforeEach(startApp);

const compare = () => screen.queryByRole('link', { name: 'Compare what you keep' });

describe('the rank screen', () => {
  it('counts what is kept and leads to comparing it', async () => {
    await keep('a', 'b');
    render(<Screen />);
    expect((await screen.findByText('programs kept so far')).parentElement).toHaveTextContent(/^2/);
    expect(compare()).toHaveAttribute('href', '/compare');
  });

  it('offers no comparison of a single program', async () => {
    await keep('a');
    render(<Screen />);
    expect((await screen.findByText('program kept so far')).parentElement).toHaveTextContent(/^1/);
    expect(compare()).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Find programs' })).toHaveAttribute('href', '/programs');
  });

  it('tells that a list counts only once it is certified elsewhere', () => {
    render(<Screen />);
    expect(screen.getByText(/once you certify it in the official system/)).toBeVisible();
  });
});
