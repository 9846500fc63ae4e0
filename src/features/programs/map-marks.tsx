// The marks on the map: one button for programs that stand together, one link for a program that stands alone. Where they
// stand is written once a mark, in plate units; moving the map changes only the two or three numbers of the part around.
import type { MapCluster, PlateBox } from '#domain/map.ts';
import { type LabelSide, markPx, shortPlace } from './map-labels.ts';
import { markName } from './map-words.ts';
import styles from './map-marks.module.css';

export interface MapMarksProps {
  readonly clusters: readonly MapCluster[];
  readonly labels: ReadonlyMap<string, LabelSide>;
  readonly view: PlateBox;
  readonly chosen: string | null;
  /** @param byKeyboard the press came from the keyboard. */
  readonly onChoose: (cluster: MapCluster, byKeyboard: boolean) => void;
}

const isIn = ({ x, y }: MapCluster, view: PlateBox): boolean =>
  x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + view.height;

function Mark({
  cluster,
  side,
  reachable,
  chosen,
  onChoose,
}: {
  readonly cluster: MapCluster;
  readonly side: LabelSide | undefined;
  readonly reachable: boolean;
  readonly chosen: boolean;
  readonly onChoose: MapMarksProps['onChoose'];
}) {
  const { only, count, x, y, bestFit, place } = cluster;
  const shared = {
    class: styles.mark,
    'aria-label': markName(cluster),
    'data-mark': cluster.key,
    'data-chosen': chosen || undefined,
    'data-fit': bestFit === null ? undefined : '',
    // Those just outside are there to slide in, not to be walked through.
    tabIndex: reachable ? 0 : -1,
    style: { '--x': x, '--y': y, '--size': `${markPx(count)}px`, '--fit': bestFit ?? 0 },
  };
  const label = side && (
    <span class={styles.label} data-side={side} aria-hidden="true">
      {shortPlace(place)}
    </span>
  );
  if (only) {
    return (
      <a {...shared} href={`/programs/${only.pid}`}>
        <span class={styles.dot} />
        {label}
      </a>
    );
  }
  return (
    <button
      {...shared}
      type="button"
      aria-pressed={chosen}
      onClick={(event) => onChoose(cluster, event.detail === 0)}
    >
      <span class={styles.disc} data-long={count >= 1000 || undefined}>
        {count.toLocaleString('en-US')}
      </span>
      {label}
    </button>
  );
}

export function MapMarks({ clusters, labels, view, chosen, onChoose }: MapMarksProps) {
  return (
    <>
      {clusters.map((cluster) => (
        <Mark
          key={cluster.key}
          cluster={cluster}
          side={labels.get(cluster.key)}
          reachable={isIn(cluster, view)}
          chosen={cluster.key === chosen}
          onChoose={onChoose}
        />
      ))}
    </>
  );
}
