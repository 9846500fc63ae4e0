import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Button, IconButton } from '#ui/button.tsx';
import { Chip, RemovableChip } from '#ui/chip.tsx';
import { ExternalLink, safeAddress } from '#ui/external-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { focusHeading, Page } from '#ui/page.tsx';
import { Progress } from '#ui/progress.tsx';
import { Table } from '#ui/table.tsx';
import { Trace } from '#ui/trace.tsx';

describe('an external link', () => {
  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['example.org/a', 'https://example.org/a'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
  ])('follows %s', (written, address) => {
    expect(safeAddress(written)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'http://example.org',
    'https://user:word@example.org',
    'https://',
    'blob:https://example.org/1',
  ])('does not follow %j', (written) => {
    expect(safeAddress(written)).toBeNull();
  });

  it('gives nothing away to where it leads', () => {
    render(<ExternalLink href="https://example.org">Website</ExternalLink>);
    const link = screen.getByRole('link', { name: /^Website.*opens outside/ });
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(link).toHaveAttribute('referrerpolicy', 'no-referrer');
  });

  it('is plain words where the address is not safe', () => {
    render(<ExternalLink href="javascript:alert(1)">Website</ExternalLink>);
    expect(screen.getByText('Website')).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});

describe('a page', () => {
  it('has one heading that can take the focus, and gives the window its title', () => {
    const meta = document.createElement('meta');
    meta.name = 'application-name';
    meta.content = 'Cairn';
    document.head.append(meta);
    const { container } = render(<Page title="Rank list" eyebrow="November" />);
    expect(document.title).toBe('Rank list · Cairn');
    focusHeading(container as HTMLElement);
    expect(screen.getByRole('heading', { level: 1, name: 'Rank list' })).toHaveFocus();
    meta.remove();
  });

  it('hands the focus on to the page that takes its place', () => {
    const Waiting = () => <Page title="Program" />;
    const Known = () => <Page title="Harbor Medical Center" />;
    const { container, rerender } = render(<Waiting />);
    focusHeading(container as HTMLElement);
    rerender(<Known />);
    expect(screen.getByRole('heading', { level: 1, name: 'Harbor Medical Center' })).toHaveFocus();
  });

  it('takes no focus that it was not handed', () => {
    render(<Page title="Program" />);
    expect(document.body).toHaveFocus();
  });
});

describe('small parts', () => {
  it('never sends a form by accident', async () => {
    const onSubmit = vi.fn((event: Event) => event.preventDefault());
    render(
      <form onSubmit={onSubmit}>
        <Button>Keep</Button>
        <IconButton icon="close" label="Close" />
        <Chip on={false} onToggle={() => {}}>
          Visa
        </Chip>
      </form>,
    );
    for (const button of screen.getAllByRole('button')) await userEvent.click(button);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('says whether a chip is on', async () => {
    const onToggle = vi.fn();
    render(
      <Chip on onToggle={onToggle}>
        Visa
      </Chip>,
    );
    const chip = screen.getByRole('button', { name: 'Visa', pressed: true });
    await userEvent.click(chip);
    expect(onToggle).toHaveBeenCalledWith(false);
  });

  it('names what a press on a chosen thing removes', () => {
    render(<RemovableChip label="Boston, MA" onRemove={() => {}} />);
    expect(screen.getByRole('button', { name: 'Remove Boston, MA' })).toBeInTheDocument();
  });

  it('has words for its picture, and no mark for what is not known', () => {
    const { container } = render(<Trace value={null} lo={0.2} hi={0.9} label="fit not known" />);
    expect(screen.getByRole('img', { name: 'fit not known' })).toBeInTheDocument();
    expect(container.querySelector('.mark')).toBeNull();
    expect(container.querySelector('.range')).not.toBeNull();
  });

  it('shows how far it is, and nothing while that is not known', () => {
    const { rerender } = render(<Progress label="Fetching" done={3} of={12} />);
    expect(screen.getByRole('progressbar', { name: 'Fetching' })).toHaveValue(3);
    expect(screen.getByText('3 of 12')).toBeInTheDocument();
    rerender(<Progress label="Fetching" done={0} of={null} />);
    expect(screen.getByRole('progressbar', { name: 'Fetching' })).not.toHaveAttribute('value');
  });

  it('interrupts only for what is bad', () => {
    render(
      <>
        <Notice tone="warn">It may have moved.</Notice>
        <Notice tone="bad">It was not saved.</Notice>
      </>,
    );
    expect(screen.getByRole('status')).toHaveTextContent('It may have moved.');
    expect(screen.getByRole('alert')).toHaveTextContent('It was not saved.');
  });

  it('names its table and heads each row', () => {
    render(
      <Table
        caption="Programs by specialty"
        columns={[
          { key: 'name', label: 'Specialty' },
          { key: 'count', label: 'Programs', numeric: true },
        ]}
        rows={[{ key: 'p', cells: ['Psychiatry', 352] }]}
      />,
    );
    expect(screen.getByRole('table', { name: 'Programs by specialty' })).toBeInTheDocument();
    expect(screen.getByRole('rowheader', { name: 'Psychiatry' })).toBeInTheDocument();
    expect(screen.getByRole('cell', { name: '352' })).toBeInTheDocument();
  });
});
