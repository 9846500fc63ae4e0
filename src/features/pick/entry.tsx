// One program of the pick list: what decided it, what it costs here, and the user's own word on it.
import type { Pid } from '#domain/ids.ts';
import type { PickEntry, SignalChoice } from '#domain/query.ts';
import { points, programName, rangeWords, usd, whereWords } from '#domain/words.ts';
import { markPick, pickMarks } from '#state/pick-marks.ts';
import { rowsAbout } from '#state/whereabouts.ts';
import { IconButton } from '#ui/button.tsx';
import { Gauge } from '#ui/gauge.tsx';
import { Tag } from '#ui/tag.tsx';
import { showToast } from '#ui/toast.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './entry.module.css';

const signalWords = (signal: SignalChoice) => (signal === 'none' ? '' : `${signal} signal`);

const reasonWords = ({ reasons }: PickEntry) =>
  reasons
    .map(({ label, words }) => (words ? `${label.toLowerCase()} (${words})` : label.toLowerCase()))
    .join(', ');

/** A lock may stand under the pid of a program that was merged into this one. */
function unlock(pid: Pid): void {
  for (const mark of rowsAbout(pickMarks.peek() ?? [], pid)) void markPick(mark.pid, mark.label, null);
}

export function Entry({ entry }: { readonly entry: PickEntry }) {
  const { row, locked, feeUsd, signal, chance, gain } = entry;
  const { pid, name, fit } = row;
  const spoken = programName(name);
  return (
    <li class={styles.entry}>
      <div class={styles.words}>
        <a class={styles.name} href={`/programs/${pid}`}>
          {programName(name)}
        </a>
        <p class={styles.quiet}>{whereWords(row)}</p>
        {(signal !== 'none' || chance) && (
          <p class={styles.tags}>
            {signal !== 'none' && <Tag tone="accent">{signalWords(signal)}</Tag>}
            {chance && <Tag>{chance.band}</Tag>}
          </p>
        )}
        {entry.reasons.length > 0 && <p class={styles.quiet}>{reasonWords(entry)}</p>}
      </div>
      <div class={styles.numbers}>
        {fit && (
          <Gauge
            points={points(fit.value)}
            value={fit.value}
            lo={fit.lo}
            hi={fit.hi}
            label={`Fit ${points(fit.value)} of 100, range ${rangeWords(fit)}`}
          />
        )}
        {gain !== null && (
          <span class={styles.quiet}>
            +{gain.toFixed(1)}
            <VisuallyHidden> points gained</VisuallyHidden>
          </span>
        )}
        <span class={styles.quiet}>{usd(feeUsd)}</span>
      </div>
      <div class={styles.marks}>
        <IconButton
          icon="lock"
          filled={locked}
          aria-pressed={locked}
          label={locked ? `Unlock ${spoken}` : `Always include ${spoken}`}
          onClick={() => (locked ? unlock(pid) : void markPick(pid, name, 'lock'))}
        />
        <IconButton
          icon="ban"
          label={`Never include ${spoken}`}
          onClick={() => {
            void markPick(pid, name, 'ban');
            showToast({
              words: `${spoken} stays out of your list.`,
              undo: () => void markPick(pid, name, locked ? 'lock' : null),
            });
          }}
        />
      </div>
    </li>
  );
}
