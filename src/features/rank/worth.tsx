// What is worth a look before the list is trusted: its warnings, and the guard of the true order. They move nothing.
import type { RankList } from '#domain/rank-list.ts';
import type { Shaped } from '#domain/rank-query.ts';
import { tick } from '#state/rank-lists.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Opened } from './beside.tsx';
import type { Line } from './model.ts';
import styles from './screen.module.css';
import type { Warning } from './warnings.ts';

export interface WorthProps {
  readonly list: RankList;
  readonly lines: readonly Line[];
  readonly warnings: readonly Warning[];
  readonly shaped: Shaped | null;
  readonly open: (what: Opened) => void;
}

/** More than this many are folded away; each stands beside its line as well. */
const SHOWN = 3;

export function Worth({ list, lines, warnings, shaped, open }: WorthProps) {
  const nameOf = (id: number) => lines.find(({ entry }) => entry.id === id)?.name;
  const [raised, lowered] = shaped ? [nameOf(shaped.raised), nameOf(shaped.lowered)] : [];
  const isMeant = list.ticks.some(({ key }) => key === 'true-order');
  const items = (
    <ul class={styles.warnings}>
      {warnings.map(({ key, id, sentence }) => (
        <li key={key}>
          {sentence}{' '}
          {id !== null && (
            <button type="button" class={styles.look} onClick={() => open({ kind: 'entry', id })}>
              Open line {(lines.findIndex(({ entry }) => entry.id === id) + 1).toString()}
            </button>
          )}
          {id === null && (
            <button type="button" class={styles.look} onClick={() => open({ kind: 'lists' })}>
              Your lists
            </button>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <div class={styles.onScreen}>
      {raised !== undefined && lowered !== undefined && !isMeant && (
        <Notice
          title="Is this the order you want, or the one that looks reachable?"
          actions={
            <Button look="quiet" onClick={() => void tick(list.listId, 'true-order', true)}>
              It is what I want
            </Button>
          }
        >
          {raised} stands above {lowered}, which fits you better by your own wishes, and it is not the only
          such pair. If you know something the score does not, leave it. If it is about being taken: the Match
          tries your first line first, and a program you want more costs you nothing by standing higher.
        </Notice>
      )}
      {warnings.length > SHOWN ? (
        <details class={styles.fold}>
          <summary>{warnings.length} things worth a look</summary>
          {items}
        </details>
      ) : (
        warnings.length > 0 && items
      )}
    </div>
  );
}
