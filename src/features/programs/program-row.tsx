// One program in the list: its name, where it is, how it fits with the range, and what is special about it.
import { isOwnPid } from '#domain/own.ts';
import type { ProgramRow as Row } from '#domain/query.ts';
import { STAGE_WORDS } from '#domain/shortlist.ts';
import { points, programName, rangeWords, whereWords } from '#domain/words.ts';
import { Gauge } from '#ui/gauge.tsx';
import { Tag } from '#ui/tag.tsx';
import { entryOf, KeepStar } from './keep.tsx';
import styles from './program-row.module.css';

export interface ProgramRowProps {
  readonly row: Row;
  readonly showSpecialty: boolean;
  /** The row is open in the pane beside the list. */
  readonly current: boolean;
  /** Takes the press over from the link; returns whether it did. */
  readonly onOpen: (row: Row) => boolean;
}

export function ProgramRow({ row, showSpecialty, current, onOpen }: ProgramRowProps) {
  const { pid, name, fit, specialty, unconfirmed, ended } = row;
  const entry = entryOf(pid);
  return (
    <div class={styles.row} data-current={current || undefined}>
      <a
        class={styles.link}
        href={`/programs/${pid}`}
        aria-current={current ? 'true' : undefined}
        onClick={(event) => {
          const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
          if (!plain || !onOpen(row)) return;
          event.preventDefault();
          // The router listens further out and would go there all the same.
          event.stopPropagation();
        }}
      >
        {programName(name)}
      </a>
      <p class={styles.where}>
        {whereWords(row)}
        {showSpecialty && ` · ${specialty}`}
        {(entry || unconfirmed || ended || isOwnPid(pid)) && (
          <span class={styles.tags}>
            {isOwnPid(pid) && <Tag tone="accent">added by you</Tag>}
            {entry && <Tag tone="accent">{STAGE_WORDS[entry.stage].toLowerCase()}</Tag>}
            {ended && <Tag tone="warn">{ended}</Tag>}
            {unconfirmed && !ended && <Tag tone="warn">unconfirmed</Tag>}
          </span>
        )}
      </p>
      <div class={styles.side}>
        {fit && (
          <Gauge
            points={points(fit.value)}
            value={fit.value}
            lo={fit.lo}
            hi={fit.hi}
            label={`Fit ${points(fit.value)} of 100, range ${rangeWords(fit)}, ${points(fit.coverage)} in 100 of it known`}
          />
        )}
        <KeepStar pid={pid} name={name} />
      </div>
    </div>
  );
}

/** Holds the place of a row that is on its way. */
export const RowOnItsWay = () => <div class={styles.row} aria-hidden="true" />;
