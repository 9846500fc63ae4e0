// The programs on a map, and under or beside it the list of what is in view: two pictures of one answer. Filters, words
// and order are those of the list; here is only where one looks, which mark is chosen and which circles are drawn.
import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type MapAnswer, type MapCluster, type PlateBox, UNPLACED } from '#domain/map.ts';
import { anchorsOf, mapOf } from '#state/map.ts';
import { Button, ButtonRow } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import { MapLand, MapRings } from './map-chart.tsx';
import { MapFrame } from './map-frame.tsx';
import { labelsOf } from './map-labels.ts';
import { MapList } from './map-list.tsx';
import { MapMarks } from './map-marks.tsx';
import { loadOutlines, type Outlines } from './map-outlines.ts';
import { MapPlaces, RingChoice } from './map-places.tsx';
import { MapStates } from './map-states.tsx';
import {
  type Frame,
  isSameSpot,
  levelOf,
  scaleOf,
  type Spot,
  spotOfBox,
  viewOf,
  WHOLE_SPOT,
} from './map-view.ts';
import styles from './map.module.css';
import { NothingFits } from './nothing-fits.tsx';
import { changeView, shownQuery, shownView } from './shown.ts';
import type { ProgramsView } from './view.ts';

/** Where the heading of the list must stand at the latest for its rows to be seen, as a share of the window. */
const LIST_FROM = 0.7;

/** Until the frame has been measured: a phone's. */
const FIRST_ROOM: Frame = { width: 360, height: 270 };

function useOutlines(): Outlines | 'failed' | null {
  const [outlines, setOutlines] = useState<Outlines | 'failed' | null>(null);
  useEffect(() => {
    let isHere = true;
    loadOutlines().then(
      (loaded) => isHere && setOutlines(loaded),
      () => isHere && setOutlines('failed'),
    );
    return () => {
      isHere = false;
    };
  }, []);
  return outlines;
}

/** Before the first answer every state looks the same. */
function withPrograms(answer: MapAnswer | undefined, outlines: Outlines): string {
  const states = answer ? answer.states.filter(({ count }) => count > 0) : outlines.states;
  return states.map(({ code }) => code).join(',');
}

/** The drawn land: the same picture, untouched, until another set of states has programs. */
function useLand(outlines: Outlines | 'failed' | null, answer: MapAnswer | undefined) {
  const drawn = outlines === 'failed' ? null : outlines;
  const filled = drawn && withPrograms(answer, drawn);
  return useMemo(
    () => drawn && filled !== null && <MapLand outlines={drawn} withPrograms={filled} />,
    [drawn, filled],
  );
}

const Legend = ({ hasFit }: { readonly hasFit: boolean }) => (
  <>Number: programs there.{hasFit && ' Ring: their best fit.'}</>
);

export function MapPart({ view }: { readonly view: ProgramsView }) {
  const room = useSignal<Frame>(FIRST_ROOM);
  const outlines = useOutlines();
  const heading = useRef<HTMLHeadingElement>(null);
  const map = useRef<HTMLDivElement>(null);
  const anchors = useAnswer(anchorsOf, []) ?? [];
  const answer = useAnswer(
    () =>
      mapOf(() => {
        const query = shownQuery.value;
        const shown = shownView();
        if (!query || !shown) return undefined;
        const spot = shown.spot ?? WHOLE_SPOT;
        return {
          query,
          level: levelOf(scaleOf(room.value, spot)),
          view: viewOf(room.value, spot),
          chosen: shown.mark,
        };
      }),
    [],
  );
  const land = useLand(outlines, answer);
  const spot = view.spot ?? WHOLE_SPOT;
  const box = viewOf(room.value, spot);
  const scale = scaleOf(room.value, spot);
  const labels = useMemo(
    () => labelsOf(answer?.clusters ?? [], box, scale),
    [answer, box.x, box.y, scale, room.value],
  );
  const show = useCallback((next: Spot) => {
    changeView({ spot: isSameSpot(next, WHOLE_SPOT) ? null : next });
  }, []);
  const showBox = (wanted: PlateBox) => {
    changeView({ spot: spotOfBox(room.value, wanted), mark: null });
    map.current?.scrollIntoView?.({ block: 'nearest' });
  };
  const choose = (cluster: MapCluster, byKeyboard: boolean) => {
    const isChosen = view.mark === cluster.key;
    changeView({ mark: isChosen ? null : cluster.key });
    if (isChosen) return;
    // Who walks by keys goes on in the list; who points must see that it has changed.
    if (byKeyboard) heading.current?.focus();
    else if (
      map.current &&
      heading.current &&
      heading.current.getBoundingClientRect().bottom > innerHeight * LIST_FROM
    )
      map.current.scrollIntoView({ block: 'start' });
  };
  const backTo = (key: string | null) => {
    changeView({ mark: null });
    if (key !== null) map.current?.querySelector<HTMLElement>(`[data-mark="${CSS.escape(key)}"]`)?.focus();
  };
  const ringed = anchors.filter(({ key }) => view.rings.includes(key));
  const nothing = answer !== undefined && answer.placed + answer.unplaced === 0;
  return (
    <div class={styles.beside}>
      <div class={styles.map} ref={map}>
        {outlines === 'failed' && (
          <Notice tone="warn">
            The outlines of the states could not be opened. The marks and the list are right all the same.
          </Notice>
        )}
        <MapFrame
          spot={spot}
          room={room}
          onSpot={show}
          onLeave={() => changeView({ mark: null })}
          legend={<Legend hasFit={answer?.clusters.some(({ bestFit }) => bestFit !== null) ?? false} />}
          chart={
            <>
              {land}
              {land && <MapRings anchors={ringed} />}
            </>
          }
        >
          <MapPlaces anchors={anchors} ringed={ringed} scale={scale} />
          <MapMarks
            clusters={answer?.clusters ?? []}
            labels={labels}
            view={box}
            chosen={view.mark}
            onChoose={choose}
          />
        </MapFrame>
        <RingChoice anchors={anchors} rings={view.rings} onChoose={(rings) => changeView({ rings })} />
        {answer && answer.unplaced > 0 && (
          <p class={styles.quiet}>
            {answer.unplaced === 1
              ? '1 program names no city, so it is not on the map.'
              : `${answer.unplaced} programs name no city, so they are not on the map.`}{' '}
            <button type="button" class={styles.inline} onClick={() => changeView({ mark: UNPLACED })}>
              {answer.unplaced === 1 ? 'Show it' : 'Show them'} in the list
            </button>
          </p>
        )}
        {answer && !nothing && (
          <MapStates
            states={answer.states}
            outlines={outlines === 'failed' ? null : outlines}
            onShow={showBox}
          />
        )}
      </div>
      <div>
        {nothing ? (
          <NothingFits view={view} />
        ) : (
          answer && (
            <MapList
              answer={answer}
              showSpecialty={view.specialty === ''}
              heading={heading}
              actions={
                answer.chosen && (
                  <ButtonRow>
                    {answer.chosen !== UNPLACED && answer.chosen.splits && (
                      <CloserButton cluster={answer.chosen} room={room.value} onSpot={show} />
                    )}
                    <Button
                      look="quiet"
                      onClick={() => backTo(answer.chosen === UNPLACED ? null : (answer.chosen?.key ?? null))}
                    >
                      All in view
                    </Button>
                  </ButtonRow>
                )
              }
            />
          )
        )}
      </div>
    </div>
  );
}

function CloserButton({
  cluster,
  room,
  onSpot,
}: {
  readonly cluster: MapCluster;
  readonly room: Frame;
  readonly onSpot: (spot: Spot) => void;
}) {
  return (
    <Button look="quiet" icon="search" onClick={() => onSpot(spotOfBox(room, cluster.box))}>
      Look closer
    </Button>
  );
}
