// How many programs of the question each state has, in words; a press shows the state on the map.
import type { MapAnswer, PlateBox } from '#domain/map.ts';
import type { Outlines } from './map-outlines.ts';
import styles from './map-states.module.css';
import { programsWords } from './map-words.ts';

export interface MapStatesProps {
  readonly states: MapAnswer['states'];
  readonly outlines: Outlines | null;
  readonly onShow: (box: PlateBox) => void;
}

export function MapStates({ states, outlines, onShow }: MapStatesProps) {
  const boxes = new Map(outlines?.states.map(({ code, box }) => [code, box]));
  const some = states.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  const none = states.filter(({ count }) => count === 0);
  return (
    <details class={styles.states}>
      <summary>Programs by state</summary>
      <ul class={styles.list}>
        {some.map(({ code, name, count }) => {
          const box = boxes.get(code);
          return (
            <li key={code}>
              {box ? (
                <button type="button" class={styles.state} onClick={() => onShow(box)}>
                  <span>{name}</span>
                  <span class={styles.number}>{count.toLocaleString('en-US')}</span>
                </button>
              ) : (
                <span>
                  {name}, {programsWords(count)}, not on this map
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {none.length > 0 && (
        <p class={styles.none}>None in {none.map(({ name }) => name).join(', ')}: shaded on the map.</p>
      )}
    </details>
  );
}
