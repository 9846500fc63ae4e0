// The map in rows: the programs of the chosen mark, or of every mark in view, in the order of the list.
import type { ComponentChildren, RefObject } from 'preact';
import { type MapAnswer, UNPLACED } from '#domain/map.ts';
import { VirtualList } from '#ui/virtual-list.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useListRows } from './list-rows.ts';
import styles from './map-list.module.css';
import { clusterWords, programsWords } from './map-words.ts';
import { ProgramRow, RowOnItsWay } from './program-row.tsx';

export interface MapListProps {
  readonly answer: MapAnswer;
  readonly showSpecialty: boolean;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly actions: ComponentChildren;
}

function titleOf({ chosen, list }: MapAnswer): string {
  if (chosen === UNPLACED) return `${programsWords(list.total)} without a city`;
  return chosen ? clusterWords(chosen) : `${programsWords(list.total)} in view`;
}

export function MapList({ answer, showSpecialty, heading, actions }: MapListProps) {
  const rowAt = useListRows(answer.list);
  const title = titleOf(answer);
  return (
    <section class={styles.part}>
      <div class={styles.head}>
        <h2 ref={heading} tabIndex={-1} class={styles.title}>
          {title}
        </h2>
        <VisuallyHidden role="status">{title}</VisuallyHidden>
        {actions}
      </div>
      {answer.list.total === 0 ? (
        <p class={styles.quiet}>No program stands here. Move the map, or show the whole country.</p>
      ) : (
        <VirtualList
          label="Programs in view"
          name="programs-in-view"
          count={answer.list.total}
          estimatePx={77}
          keyOf={(index) => rowAt(index)?.pid ?? index}
          row={(index) => {
            const row = rowAt(index);
            return row ? (
              <ProgramRow row={row} showSpecialty={showSpecialty} current={false} onOpen={() => false} />
            ) : (
              <RowOnItsWay />
            );
          }}
        />
      )}
    </section>
  );
}
