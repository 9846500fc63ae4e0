import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import { CheckField } from '#ui/check-field.tsx';
import { NumberField, readNumber } from '#ui/number-field.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';

describe('a text field', () => {
  it('reads its hint and its error with its label', () => {
    render(<TextField label="School" hint="As on your diploma." error="Choose a school." value="Tufts" />);
    const field = screen.getByRole('textbox', { name: 'School' });
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription('As on your diploma. Choose a school.');
  });

  it('is not marked as invalid without an error', () => {
    render(<TextField label="School" value="" />);
    const field = screen.getByRole('textbox', { name: 'School' });
    expect(field).toBeValid();
    expect(field).not.toHaveAttribute('aria-describedby');
  });

  it('tells of each keystroke and commits once when it is left', async () => {
    const [onType, onCommit] = [vi.fn(), vi.fn()];
    render(<TextField label="Note" value="" onType={onType} onCommit={onCommit} />);
    await userEvent.type(screen.getByRole('textbox'), 'hi');
    expect(onType.mock.calls).toEqual([['h'], ['hi']]);
    expect(onCommit).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onCommit.mock.calls).toEqual([['hi']]);
  });

  it('does not commit when nothing was typed', async () => {
    const onCommit = vi.fn();
    render(<TextField label="Note" value="as it was" onCommit={onCommit} />);
    await userEvent.click(screen.getByRole('textbox'));
    await userEvent.tab();
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('keeps what is being typed when an older value comes back from storage', async () => {
    const { rerender } = render(<TextField label="Note" value="" />);
    const field = screen.getByRole('textbox');
    await userEvent.type(field, 'two words');
    rerender(<TextField label="Note" value="two" />);
    expect(field).toHaveValue('two words');
  });

  it('shows a value that changes elsewhere once it is left', async () => {
    const { rerender } = render(<TextField label="Note" value="" />);
    const field = screen.getByRole('textbox');
    await userEvent.type(field, 'mine');
    await userEvent.tab();
    rerender(<TextField label="Note" value="restored" />);
    expect(field).toHaveValue('restored');
  });
});

describe('a number field', () => {
  function Budget({ onCommit }: { onCommit: (value: number | undefined) => void }) {
    const [value, setValue] = useState<number | undefined>(300);
    return (
      <NumberField
        label="Budget"
        min={11}
        max={5000}
        value={value}
        onCommit={(next) => {
          setValue(next);
          onCommit(next);
        }}
      />
    );
  }

  it('keeps a refused text in the field, says why, and reports nothing', async () => {
    const onCommit = vi.fn();
    render(<Budget onCommit={onCommit} />);
    const field = screen.getByRole('textbox', { name: 'Budget' });
    await userEvent.clear(field);
    await userEvent.type(field, '9000');
    await userEvent.tab();
    expect(field).toHaveValue('9000');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription('Enter a number from 11 to 5000.');
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('takes the complaint back as soon as the text is right', async () => {
    render(<Budget onCommit={() => {}} />);
    const field = screen.getByRole('textbox', { name: 'Budget' });
    await userEvent.clear(field);
    await userEvent.type(field, '5');
    await userEvent.tab();
    expect(field).toBeInvalid();
    await userEvent.type(field, '00');
    expect(field).toBeValid();
  });

  it('reports an emptied field as unknown, not as zero', async () => {
    const onCommit = vi.fn();
    render(<Budget onCommit={onCommit} />);
    await userEvent.clear(screen.getByRole('textbox'));
    await userEvent.tab();
    expect(onCommit.mock.calls).toEqual([[undefined]]);
  });

  it.each([
    ['1,200', 1200],
    [' $ 85 ', 85],
    ['', undefined],
  ])('reads “%s” as a person means it', (text, value) => {
    expect(readNumber(text, {})).toEqual({ kind: 'number', value });
  });

  it.each(['12.5', '1e3', '--2', 'ten', '0x10'])('refuses “%s” as a whole number', (text) => {
    expect(readNumber(text, {}).kind).toBe('refused');
  });

  it('takes decimals where they are meant', () => {
    expect(readNumber('12.5', { decimals: true })).toEqual({ kind: 'number', value: 12.5 });
  });
});

describe('choices', () => {
  const choices = [
    { value: 'a', label: 'Apple' },
    { value: 'b', label: 'Pear' },
  ] as const;

  it('offers nothing chosen only where that is an answer', () => {
    render(<SelectField label="Fruit" value="a" choices={choices} onCommit={() => {}} />);
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Apple', 'Pear']);
  });

  it('reports the choice, and none as undefined', async () => {
    const onCommit = vi.fn();
    render(<SelectField label="Fruit" value="a" none="Any fruit" choices={choices} onCommit={onCommit} />);
    const field = screen.getByRole('combobox', { name: 'Fruit' });
    await userEvent.selectOptions(field, 'Pear');
    await userEvent.selectOptions(field, 'Any fruit');
    expect(onCommit.mock.calls).toEqual([['b'], [undefined]]);
  });

  it('names a group of radios and reports the one pressed', async () => {
    const onCommit = vi.fn();
    render(<RadioGroup label="Fruit" hint="One only." value="a" choices={choices} onCommit={onCommit} />);
    expect(screen.getByRole('group', { name: 'Fruit' })).toHaveAccessibleDescription('One only.');
    expect(screen.getByRole('radio', { name: 'Apple' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'Pear' }));
    expect(onCommit.mock.calls).toEqual([['b']]);
  });

  it('is one group of radios under a segmented control', async () => {
    const onCommit = vi.fn();
    render(<Segmented label="View" value="a" segments={choices} onCommit={onCommit} />);
    expect(screen.getByRole('radiogroup', { name: 'View' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Pear' }));
    expect(onCommit.mock.calls).toEqual([['b']]);
  });

  it('turns a check box by its words', async () => {
    const onCommit = vi.fn();
    render(
      <CheckField
        label="Show unconfirmed"
        hint="Last seen before 2024."
        checked={false}
        onCommit={onCommit}
      />,
    );
    await userEvent.click(screen.getByText('Show unconfirmed'));
    expect(onCommit.mock.calls).toEqual([[true]]);
    expect(screen.getByRole('checkbox')).toHaveAccessibleDescription('Last seen before 2024.');
  });
});
