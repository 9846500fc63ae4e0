// What became of a program, in plain words: closed, split, renamed, or grown by others that were merged into it.
import type { Pid } from '#domain/ids.ts';
import type { ProgramDetail } from '#domain/query.ts';
import { programName } from '#domain/words.ts';
import { Notice } from '#ui/notice.tsx';
import { entriesOf } from './keep.tsx';
import styles from './program-screen.module.css';

// A date without a time is the same day everywhere.
const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const LIST = new Intl.ListFormat('en-US');

function Links({ programs }: { readonly programs: readonly { readonly pid: Pid; readonly name: string }[] }) {
  return (
    <span class={styles.became}>
      {programs.map(({ pid, name }) => (
        <a key={pid} href={`/programs/${pid}`}>
          {programName(name)}
        </a>
      ))}
    </span>
  );
}

export function Standing({ pid, status, change, became = [], took = [] }: ProgramDetail) {
  const when = change?.on === undefined ? '' : ` on ${DATE.format(new Date(change.on))}`;
  const kept = new Set(entriesOf(pid).map((entry) => entry.pid));
  const withNotes = took.filter((each) => kept.has(each.pid)).map(({ name }) => programName(name));
  const without = took.filter((each) => !kept.has(each.pid)).map(({ name }) => programName(name));
  return (
    <>
      {status === 'closed' && (
        <Notice tone="warn">
          Closed{when}. {change?.note && `${change.note} `}Your notes stay.
        </Notice>
      )}
      {status === 'split' && (
        <Notice tone="warn" actions={<Links programs={became} />}>
          Split{when} into the programs below. Your notes stay here until you write them where they belong.
        </Notice>
      )}
      {status === 'merged' && <Notice tone="warn">Merged{when} into another program.</Notice>}
      {withNotes.length > 0 && (
        <Notice>Notes from {LIST.format(withNotes)} (merged into this program) are shown here.</Notice>
      )}
      {without.length > 0 && <p class={styles.quiet}>{LIST.format(without)} was merged into this program.</p>}
    </>
  );
}
