import './in-process.ts';
import { render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { Screen } from '#features/network/screen.tsx';
import { keep, startApp } from './support.ts';

beforeEach(startApp);

describe('the network screen', () => {
  it('leads to the programs while none is kept', () => {
    render(<Screen />);
    expect(screen.getByRole('link', { name: 'Find programs' })).toHaveAttribute('href', '/programs');
  });

  it('leads to the kept programs and what to ask about them', async () => {
    await keep('a');
    render(<Screen />);
    expect(await screen.findByRole('link', { name: 'See what to ask' })).toHaveAttribute(
      'href',
      '/programs#specialty=all&stage=kept',
    );
    expect(screen.queryByRole('link', { name: 'Find programs' })).not.toBeInTheDocument();
  });
});
