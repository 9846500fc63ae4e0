// The ways through the app. On phones the five places are a bar under the thumb and the others open from a button in
// the corner; where there is room all of them stand in a rail. One list each: only the picture differs.
import { useRef } from 'preact/hooks';
import { Icon } from '#ui/icon.tsx';
import styles from './navigation.module.css';
import { currentMark, OTHER_PLACES, type Place, PLACES } from './places.ts';

interface PlaceLinkProps {
  readonly place: Place;
  readonly path: string;
  readonly onClick?: () => void;
}

function PlaceLink({ place, path, onClick }: PlaceLinkProps) {
  return (
    <li>
      <a class={styles.link} href={place.path} aria-current={currentMark(place.path, path)} onClick={onClick}>
        <Icon name={place.icon} />
        <span>{place.name}</span>
      </a>
    </li>
  );
}

export function Navigation({ path }: { readonly path: string }) {
  const others = useRef<HTMLUListElement>(null);
  // A link inside a popover does not close it, and the address changes without a new page.
  const closeOthers = () => {
    if (others.current?.matches(':popover-open')) others.current.hidePopover();
  };
  return (
    <header class={styles.frame}>
      <a class={styles.brand} href="/" aria-hidden="true" tabIndex={-1}>
        <Icon name="pick" />
        Cairn
      </a>
      <nav class={styles.nav} aria-label="Main">
        <ul class={styles.places}>
          {PLACES.map((place) => (
            <PlaceLink key={place.path} place={place} path={path} />
          ))}
        </ul>
        <button
          class={styles.more}
          type="button"
          popovertarget="other-places"
          aria-label="More places"
          data-inside={OTHER_PLACES.some((place) => currentMark(place.path, path) !== undefined) || undefined}
        >
          <Icon name="more" />
        </button>
        <ul class={styles.others} id="other-places" popover="auto" ref={others}>
          {OTHER_PLACES.map((place) => (
            <PlaceLink key={place.path} place={place} path={path} onClick={closeOthers} />
          ))}
        </ul>
      </nav>
    </header>
  );
}
