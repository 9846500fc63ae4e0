// Which list is on screen and how long it is, with the way to the others, to what happened, and to more programs.
import { courseOf, orderOf, type RankList } from '#domain/rank-list.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { Figure } from '#ui/figure.tsx';
import type { Opened } from './beside.tsx';
import styles from './list-head.module.css';
import { redo, undo } from './moves.ts';

export interface ListHeadProps {
  readonly list: RankList;
  readonly lists: readonly RankList[];
  readonly open: (what: Opened) => void;
}

export function ListHead({ list, lists, open }: ListHeadProps) {
  const { length } = orderOf(list).order;
  const course = courseOf(list);
  return (
    <div class={styles.head}>
      <div class={styles.name}>
        <h2>{list.name}</h2>
        <p>
          <Figure unit={length === 1 ? 'line' : 'lines'}>{length}</Figure>
          {list.kind === 'supplemental' && ', a supplemental list'}
        </p>
      </div>
      <div class={styles.tools}>
        <Button icon="plus" onClick={() => open({ kind: 'add' })} aria-haspopup="dialog">
          Add
        </Button>
        <Button look="quiet" icon="rank" onClick={() => open({ kind: 'lists' })} aria-haspopup="dialog">
          {lists.length > 1 ? `${lists.length} lists` : 'Lists'}
        </Button>
        <span class={styles.course}>
          <IconButton
            icon="undo"
            label="Undo"
            aria-disabled={course.undo === null}
            onClick={() => undo(list)}
          />
          <span class={styles.mirrored}>
            <IconButton
              icon="undo"
              label="Redo"
              aria-disabled={course.redo === null}
              onClick={() => redo(list)}
            />
          </span>
          <IconButton
            icon="clock"
            label="History"
            aria-haspopup="dialog"
            onClick={() => open({ kind: 'history' })}
          />
        </span>
      </div>
    </div>
  );
}
