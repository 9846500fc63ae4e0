import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import { ComboField, type ComboOption } from '#ui/combo-field.tsx';

const CITIES = ['Boise, ID', 'Bolton, VT', 'Boston, MA', 'Denver, CO'];
const optionOf = (city: string): ComboOption<string> => ({ key: city, label: city, value: city });
const find = (text: string) =>
  CITIES.filter((city) => city.toLowerCase().startsWith(text.toLowerCase())).map(optionOf);

function Home({ suggest = find, ...rest }: Partial<Parameters<typeof ComboField<string>>[0]>) {
  const [city, setCity] = useState('');
  return (
    <ComboField
      label="Home"
      value={city}
      suggest={suggest}
      onChoose={(option) => setCity(option.value)}
      onClear={() => setCity('')}
      {...rest}
    />
  );
}

const field = () => screen.getByRole('combobox', { name: 'Home' });
const offered = () => screen.queryAllByRole('option').map((option) => option.textContent);
const active = () => {
  const id = field().getAttribute('aria-activedescendant');
  return id === null ? null : document.getElementById(id)?.textContent;
};

describe('a combo field', () => {
  it('opens on typing, points at the first, and says how many there are', async () => {
    render(<Home />);
    expect(field()).toHaveAttribute('aria-expanded', 'false');
    await userEvent.type(field(), 'bo');
    expect(field()).toHaveAttribute('aria-expanded', 'true');
    expect(offered()).toEqual(['Boise, ID', 'Bolton, VT', 'Boston, MA']);
    expect(active()).toBe('Boise, ID');
    expect(screen.getByRole('status')).toHaveTextContent('3 to choose from');
  });

  it('moves by arrows, around the ends, and chooses with Enter', async () => {
    render(<Home />);
    await userEvent.type(field(), 'bo{ArrowDown}');
    expect(active()).toBe('Bolton, VT');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(active()).toBe('Boston, MA');
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    expect(field()).toHaveValue('Boston, MA');
    expect(field()).toHaveAttribute('aria-expanded', 'false');
  });

  it('enters a list of everything at either end', async () => {
    render(<Home offersAll />);
    await userEvent.click(field());
    expect(active()).toBeNull();
    await userEvent.keyboard('{ArrowUp}');
    expect(active()).toBe('Denver, CO');
  });

  it('chooses by a press', async () => {
    render(<Home />);
    await userEvent.type(field(), 'den');
    await userEvent.click(screen.getByRole('option', { name: 'Denver, CO' }));
    expect(field()).toHaveValue('Denver, CO');
    expect(field()).toHaveFocus();
  });

  it('closes with Escape without closing what is around it, and takes the text back with a second', async () => {
    const around = vi.fn();
    document.addEventListener('keydown', around);
    render(<Home />);
    await userEvent.type(field(), 'bo');
    around.mockClear();
    await userEvent.keyboard('{Escape}');
    expect(field()).toHaveAttribute('aria-expanded', 'false');
    expect(field()).toHaveValue('bo');
    expect(around).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(field()).toHaveValue('');
    document.removeEventListener('keydown', around);
  });

  it('keeps a text that was not chosen and points it out', async () => {
    render(<Home />);
    await userEvent.type(field(), 'Bos');
    await userEvent.tab();
    expect(field()).toHaveValue('Bos');
    expect(field()).toBeInvalid();
    expect(field()).toHaveAccessibleDescription('Choose one from the list.');
  });

  it('says so when nothing is found', async () => {
    render(<Home nothing="No such place." />);
    await userEvent.type(field(), 'zz');
    expect(screen.getByRole('status')).toHaveTextContent('No such place.');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
  });

  it('drops a late answer to an older text', async () => {
    const answers = new Map<string, (found: readonly ComboOption<string>[]) => void>();
    const slow = (text: string) =>
      new Promise<readonly ComboOption<string>[]>((resolve) => answers.set(text, resolve));
    render(<Home suggest={slow} />);
    await userEvent.type(field(), 'de');
    answers.get('de')?.(find('de'));
    await waitFor(() => expect(offered()).toEqual(['Denver, CO']));
    answers.get('d')?.([optionOf('Dayton, OH')]);
    await Promise.resolve();
    expect(offered()).toEqual(['Denver, CO']);
  });

  it('tells when it was emptied', async () => {
    render(<Home />);
    await userEvent.type(field(), 'den{Enter}');
    await userEvent.clear(field());
    await userEvent.tab();
    expect(field()).toHaveValue('');
    expect(field()).toBeValid();
  });

  it('empties itself after each choice where it collects several', async () => {
    const onChoose = vi.fn();
    render(<Home collects value="" onChoose={onChoose} />);
    await userEvent.type(field(), 'den{Enter}');
    expect(onChoose).toHaveBeenCalledOnce();
    expect(field()).toHaveValue('');
  });
});
