// A text field that offers what it finds, after the combobox pattern of the ARIA authoring practices. Only an offered
// thing can be chosen; what was typed and not chosen stays in the field and is pointed out, never guessed.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import styles from './combo-field.module.css';
import { box, describedBy, FieldFrame, type FieldWords, useFieldIds } from './field.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface ComboOption<Value> {
  readonly key: string;
  readonly label: string;
  /** A second line: a state, a count. */
  readonly detail?: string;
  readonly value: Value;
}

export interface ComboFieldProps<Value> extends FieldWords {
  /** The words of the present choice; empty when nothing is chosen. */
  readonly value: string;
  /** What to offer for a typed text; a late answer to an older text is dropped. */
  readonly suggest: (text: string) => readonly ComboOption<Value>[] | Promise<readonly ComboOption<Value>[]>;
  readonly onChoose: (option: ComboOption<Value>) => void;
  /** The field was emptied. */
  readonly onClear?: () => void;
  /** Offers at once when the field is entered, for short lists. */
  readonly offersAll?: boolean;
  /** Empties the text after a choice, for fields that collect several. */
  readonly collects?: boolean;
  /** Said when nothing is found. */
  readonly nothing?: string;
  readonly placeholder?: string;
}

export function ComboField<Value>(props: ComboFieldProps<Value>) {
  const {
    label,
    hint,
    error,
    value,
    suggest,
    onChoose,
    onClear,
    offersAll = false,
    collects = false,
  } = props;
  const { nothing = 'Nothing found.', placeholder } = props;
  const ids = useFieldIds();
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const asked = useRef(0);
  const [typed, setTyped] = useState<string | null>(null);
  const [options, setOptions] = useState<readonly ComboOption<Value>[] | null>(null);
  const [active, setActive] = useState(-1);
  const [left, setLeft] = useState(false);

  // A choice made elsewhere, or our own coming back from storage, replaces what was typed.
  useEffect(() => setTyped(null), [value]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  const text = typed ?? value;
  const unchosen = left && typed !== null && typed.trim() !== '' && typed !== value;
  const words = { label, hint, error: unchosen ? 'Choose one from the list.' : error };

  const close = () => {
    asked.current += 1;
    setOptions(null);
    setActive(-1);
  };
  const ask = async (wanted: string) => {
    asked.current += 1;
    const turn = asked.current;
    if (wanted.trim() === '' && !offersAll) return close();
    const found = await suggest(wanted.trim());
    if (turn !== asked.current) return;
    setOptions(found);
    setActive(found.length > 0 && wanted.trim() !== '' ? 0 : -1);
  };
  const choose = (option: ComboOption<Value>) => {
    close();
    setTyped(collects ? null : option.label);
    setLeft(false);
    onChoose(option);
  };
  /** One further, around the ends; from outside the list to its first or its last. */
  const step = (by: 1 | -1, count: number) =>
    active < 0 ? (by === 1 ? 0 : count - 1) : (active + by + count) % count;
  const onKeyDown = (event: KeyboardEvent) => {
    const count = options?.length ?? 0;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (options === null) void ask(typed === null && offersAll ? '' : text);
      else if (count > 0) setActive(step(event.key === 'ArrowDown' ? 1 : -1, count));
    } else if (event.key === 'Enter') {
      const option = options?.[active];
      if (option === undefined) return;
      event.preventDefault();
      choose(option);
    } else if (event.key === 'Escape') {
      // An open list takes the key to itself; a sheet around it must not close.
      if (options !== null) {
        event.preventDefault();
        event.stopPropagation();
        close();
      } else if (typed !== null) setTyped(null);
    }
  };

  return (
    <FieldFrame ids={ids} {...words}>
      <div class={styles.combo}>
        <input
          class={box}
          id={ids.control}
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="words"
          spellcheck={false}
          placeholder={placeholder}
          value={text}
          aria-autocomplete="list"
          aria-expanded={options !== null}
          aria-controls={listId}
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          {...describedBy(ids, words)}
          onInput={(event) => {
            const wanted = event.currentTarget.value;
            setTyped(wanted);
            setLeft(false);
            if (wanted === '' && value !== '') onClear?.();
            void ask(wanted);
          }}
          onFocus={() => {
            if (offersAll && options === null) void ask('');
          }}
          onBlur={() => {
            close();
            setLeft(true);
          }}
          onKeyDown={onKeyDown}
        />
        <ul
          class={styles.list}
          id={listId}
          ref={list}
          role="listbox"
          aria-label={label}
          hidden={options === null || options.length === 0}
        >
          {options?.map((option, index) => (
            <li
              key={option.key}
              id={`${listId}-${index}`}
              class={styles.option}
              role="option"
              aria-selected={index === active}
              // Keeps the focus in the text; the choice is made on release.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <span>{option.label}</span>
              {option.detail !== undefined && <span class={styles.detail}>{option.detail}</span>}
            </li>
          ))}
        </ul>
        {options?.length === 0 && <p class={styles.nothing}>{nothing}</p>}
        <VisuallyHidden role="status">
          {options === null ? '' : options.length === 0 ? nothing : `${options.length} to choose from`}
        </VisuallyHidden>
      </div>
    </FieldFrame>
  );
}
