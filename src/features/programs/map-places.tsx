// The user's own places on the map, and the choice whose circles of distance are drawn.
import type { MapAnchor } from '#domain/map.ts';
import { Chip, ChipRow } from '#ui/chip.tsx';
import { Icon } from '#ui/icon.tsx';
import styles from './map-places.module.css';

const atStyle = ({ x, y }: { readonly x: number; readonly y: number }) => ({ '--x': x, '--y': y });

/** A circle drawn smaller than this has no room for its label, in px from its middle. */
const LABEL_FROM_PX = 30;

export interface MapPlacesProps {
  readonly anchors: readonly MapAnchor[];
  /** Those with circles. */
  readonly ringed: readonly MapAnchor[];
  /** Px for a plate unit. */
  readonly scale: number;
}

/** Home, ties and the labels of the circles. In words they are beside the map. */
export function MapPlaces({ anchors, ringed, scale }: MapPlacesProps) {
  return (
    <div aria-hidden="true">
      {ringed.flatMap(({ key, at, rings }) =>
        rings
          .filter(({ label }) => at && Math.hypot(at.x - label.x, at.y - label.y) * scale >= LABEL_FROM_PX)
          .map(({ miles, label }) => (
            <span key={`${key} ${miles}`} class={styles.miles} style={atStyle(label)}>
              {miles} mi
            </span>
          )),
      )}
      {anchors.map(
        ({ key, at }) =>
          at && (
            <span key={key} class={styles.place} style={atStyle(at)}>
              <span class={styles.flag} data-home={key === 'home' || undefined}>
                {key === 'home' && <Icon name="home" />}
              </span>
            </span>
          ),
      )}
    </div>
  );
}

const nameOf = ({ key, label }: MapAnchor) => (key === 'home' ? `Home, ${label}` : label);

export interface RingChoiceProps {
  readonly anchors: readonly MapAnchor[];
  readonly rings: readonly string[];
  readonly onChoose: (rings: string[]) => void;
}

/** One switch a place; what cannot be drawn is said. */
export function RingChoice({ anchors, rings, onChoose }: RingChoiceProps) {
  if (anchors.length === 0) {
    return (
      <p class={styles.quiet}>
        <a href="/profile#places">Say where home is</a> to draw distances on the map.
      </p>
    );
  }
  const drawn = anchors.filter(({ at }) => at !== null);
  const off = anchors.filter(({ at }) => at === null);
  const miles = drawn[0]?.rings.map((ring) => ring.miles) ?? [];
  return (
    <div class={styles.choice}>
      {drawn.length > 0 && (
        <>
          <span class={styles.quiet}>Rings of distance</span>
          <ChipRow label={`Rings at ${miles.join(', ')} miles around`}>
            {drawn.map((anchor) => (
              <Chip
                key={anchor.key}
                on={rings.includes(anchor.key)}
                onToggle={(on) =>
                  onChoose(on ? [...rings, anchor.key] : rings.filter((key) => key !== anchor.key))
                }
              >
                {nameOf(anchor)}
              </Chip>
            ))}
          </ChipRow>
        </>
      )}
      {off.length > 0 && (
        <p class={styles.quiet}>Off this map, so without rings: {off.map(nameOf).join('; ')}.</p>
      )}
    </div>
  );
}
