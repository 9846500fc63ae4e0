// One line of the rank list: its place, which is also its handle; the program; its score beside it, never over it; and
// the two small steps up and down.
import type { Ref } from 'preact';
import type { ShortlistEntry } from '#domain/shortlist.ts';
import { points, rangeWords, whereWords } from '#domain/words.ts';
import { IconButton } from '#ui/button.tsx';
import { Figure } from '#ui/figure.tsx';
import { Icon } from '#ui/icon.tsx';
import { Tag } from '#ui/tag.tsx';
import { Trace } from '#ui/trace.tsx';
import { codeOf, TRACK_WORDS, typeOf } from './codes.ts';
import { byScoreWords, type Line } from './model.ts';
import styles from './order-row.module.css';
import type { Warning } from './warnings.ts';

export interface OrderRowProps {
  readonly line: Line;
  readonly of: number;
  readonly kept: ShortlistEntry | undefined;
  readonly warnings: readonly Warning[];
  readonly held: boolean;
  readonly hintId: string;
  readonly onHandleKey: (event: KeyboardEvent, id: number) => void;
  readonly onHandlePress: (event: MouseEvent, id: number) => void;
  readonly onHandleLeft: (id: number) => void;
  readonly onMove: (id: number, to: number) => void;
  readonly onOpen: (id: number) => void;
  readonly rowRef?: Ref<HTMLLIElement>;
}

function Score({ line }: { readonly line: Line }) {
  const fit = line.program?.row?.fit;
  const words = byScoreWords(line);
  return (
    <p class={styles.score}>
      {fit && (
        <>
          <Figure>{points(fit.value)}</Figure>
          <span class={styles.trace}>
            <Trace
              value={fit.value}
              lo={fit.lo}
              hi={fit.hi}
              label={`Fit ${points(fit.value)} of 100, range ${rangeWords(fit)}`}
            />
          </span>
        </>
      )}
      <span>{words}</span>
    </p>
  );
}

/** `Boston, MA · 6 mi · advanced`; the track only where it is not the usual one. */
function whereOf({ entry, program }: Line): string {
  const type = typeOf(codeOf(entry, program));
  const track = type !== null && (type !== 'C' || entry.trackCode !== undefined) ? TRACK_WORDS[type] : null;
  return [program?.row && whereWords(program.row), track].filter(Boolean).join(' · ');
}

export function OrderRow(props: OrderRowProps) {
  const { line, of, kept, warnings, held, hintId, onMove, onOpen } = props;
  const { entry, place, name } = line;
  const note = kept?.note.trim();
  return (
    <li class={styles.row} data-id={entry.id} data-held={held || undefined}>
      <button
        type="button"
        class={styles.handle}
        data-handle
        aria-label={`Place ${place} of ${of}: ${name}`}
        aria-pressed={held}
        aria-describedby={hintId}
        onKeyDown={(event) => props.onHandleKey(event, entry.id)}
        onKeyUp={(event) => {
          // Some browsers press a button when Space is let go, whatever came of its going down.
          if (event.key === ' ') event.preventDefault();
        }}
        onClick={(event) => props.onHandlePress(event, entry.id)}
        onBlur={() => props.onHandleLeft(entry.id)}
      >
        <span class={styles.place} aria-hidden="true">
          {place}
        </span>
        <Icon name="grip" />
      </button>
      <div class={styles.main}>
        <button
          type="button"
          class={styles.name}
          aria-haspopup="dialog"
          aria-label={`${name}: place, track, note`}
          onClick={() => onOpen(entry.id)}
        >
          {name}
        </button>
        <p class={styles.where}>{whereOf(line)}</p>
        {warnings.length > 0 && (
          <p class={styles.tags}>
            {warnings.map(({ key, short }) => (
              <Tag key={key} tone="warn">
                {short}
              </Tag>
            ))}
          </p>
        )}
      </div>
      <Score line={line} />
      {note && <p class={styles.note}>{note}</p>}
      <div class={styles.steps}>
        <IconButton
          icon="chevron-up"
          label={`Move ${name} up`}
          aria-disabled={place === 1}
          onClick={() => onMove(entry.id, place - 2)}
        />
        <IconButton
          icon="chevron-down"
          label={`Move ${name} down`}
          aria-disabled={place === of}
          onClick={() => onMove(entry.id, place)}
        />
      </div>
    </li>
  );
}
