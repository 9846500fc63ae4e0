// The drawing under the marks: coasts, states, insets and the circles of distance. It says nothing that is not said in
// words elsewhere, so nobody is told of it. How it is moved is decided by the part around it, through the view box.
import type { MapAnchor, PlateZone } from '#domain/map.ts';
import styles from './map-chart.module.css';
import type { Outlines } from './map-outlines.ts';

const clipOf = (zone: PlateZone) => `map-part-${zone}`;

/**
 * Two lines along the coast, each a broad stroke with the paper over its inside, then the coast itself; outermost first.
 * State by state: one path of all of them is stroked whole for every tile of the picture, which takes ten times as long.
 */
const COAST = ['water2', 'paper2', 'water1', 'paper1', 'coast'] as const;

/** Large enough for every view. */
const EVERYWHERE = 'M-3000-3000H4000V4000H-3000Z';

/** What each part of the plate shows: the mainland all but the insets, an inset only itself. */
function Parts({ insets }: Pick<Outlines, 'insets'>) {
  const holes = insets.map(({ box }) => `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z`);
  return (
    <defs>
      <clipPath id={clipOf('mainland')}>
        <path clip-rule="evenodd" d={`${EVERYWHERE}${holes.join('')}`} />
      </clipPath>
      {insets.map(({ zone }, at) => (
        <clipPath key={zone} id={clipOf(zone as PlateZone)}>
          <path d={holes[at]} />
        </clipPath>
      ))}
    </defs>
  );
}

/** An open corner is enough to tell an inset from the coast beside it. */
const frameOf = ({ x, y, width, height }: Outlines['insets'][number]['box']) =>
  `M${x} ${y}h${width}v${height}h${-width}z`;

export interface MapLandProps {
  readonly outlines: Outlines;
  /** States with a program of the question, two letters each. */
  readonly withPrograms: string;
}

export function MapLand({ outlines, withPrograms }: MapLandProps) {
  const filled = new Set(withPrograms.split(','));
  return (
    <>
      <Parts insets={outlines.insets} />
      <g transform={`scale(${1 / outlines.unitsPerPlateUnit})`}>
        {COAST.map((line) => (
          <g key={line} class={styles[line]}>
            {outlines.states.map(({ code, path }) => (
              <path key={code} d={path} />
            ))}
          </g>
        ))}
        {outlines.states.map(({ code, path }) => (
          <path key={code} class={filled.has(code) ? styles.state : styles.empty} d={path} />
        ))}
      </g>
      {outlines.insets.map(({ zone, box }) => (
        <path key={zone} class={styles.inset} d={frameOf(box)} />
      ))}
    </>
  );
}

export function MapRings({ anchors }: { readonly anchors: readonly MapAnchor[] }) {
  return (
    <>
      {anchors.map(
        ({ key, at, rings }) =>
          at && (
            <g key={key} clip-path={`url(#${clipOf(at.zone)})`}>
              {rings.map(({ miles, path }) => (
                <path key={miles} class={styles.ring} d={path} />
              ))}
            </g>
          ),
      )}
    </>
  );
}
